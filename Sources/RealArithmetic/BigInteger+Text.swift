extension BigInteger: CustomStringConvertible {
  /// The decimal digits, without leading zeros, behind a minus sign for negative numbers.
  public var description: String { String(decoding: decimalDigits(withSign: true), as: UTF8.self) }

  /// The decimal digits of the magnitude as ASCII, behind a minus sign if wanted and due; `0` for zero.
  func decimalDigits(withSign: Bool = false) -> [UInt8] {
    if isZero { return [UInt8(ascii: "0")] }
    var digits: [UInt8] = []
    digits.reserveCapacity(Int(Double(bitWidth) * 0.30103) + 3)
    if withSign, isNegative { digits.append(UInt8(ascii: "-")) }
    var powers: [BigInteger] = []
    var power = BigInteger(BigInteger.decimalChunk)
    while power.bitWidth <= (bitWidth + 1) / 2 + UInt.bitWidth {
      powers.append(power)
      power = power.squared()
    }
    magnitude.appendDigits(to: &digits, powers: powers[...], width: 0)
    return digits
  }

  /// The largest power of ten in a limb, and its exponent.
  static let decimalChunk: UInt = UInt.bitWidth == 64 ? 10_000_000_000_000_000_000 : 1_000_000_000
  static let decimalChunkDigits = UInt.bitWidth == 64 ? 19 : 9

  /// Appends the digits, padded with zeros to `width`; `powers[k]` is the chunk to the power `2^k`.
  ///
  /// Long numbers are cut in half at a power of ten: the divisions then work on long divisors.
  private func appendDigits(to digits: inout [UInt8], powers: ArraySlice<BigInteger>, width: Int) {
    if limbs.count > 30, let power = powers.last, let level = powers.indices.last {
      if BigInteger.compareMagnitudes(self, power) < 0 {
        appendDigits(to: &digits, powers: powers.dropLast(), width: width)
        return
      }
      let lowWidth = BigInteger.decimalChunkDigits << level
      let (high, low) = quotientAndRemainder(dividingBy: power)
      high.appendDigits(to: &digits, powers: powers, width: max(width - lowWidth, 0))
      low.appendDigits(to: &digits, powers: powers.dropLast(), width: lowWidth)
      return
    }
    var rest = self
    var reversed: [UInt8] = []
    reversed.reserveCapacity(max(width, (limbs.count + 1) * 20))
    while !rest.isZero {
      var chunk: UInt
      (rest, chunk) = rest.magnitudeDivided(by: BigInteger.decimalChunk)
      var count = BigInteger.decimalChunkDigits
      while rest.isZero ? chunk != 0 : count > 0 {
        reversed.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: chunk % 10))
        chunk /= 10
        count -= 1
      }
    }
    if reversed.count < width {
      digits.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: width - reversed.count))
    }
    digits.append(contentsOf: reversed.reversed())
  }
}
