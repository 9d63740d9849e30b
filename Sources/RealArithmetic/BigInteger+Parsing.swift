extension BigInteger {
  /// The exact value of a text of decimal digits `0` to `9` behind an optional sign, of any length.
  ///
  /// - Throws: a `TextError` with the offset of the character where the text stops being an integer.
  public init(parsing text: some StringProtocol) throws(TextError) {
    var scanner = TextScanner(text)
    let negative = scanner.skipSign()
    let digits = scanner.digits()
    if digits.isEmpty { throw scanner.error(expected: "a digit") }
    guard scanner.isAtEnd else { throw scanner.error(expected: "a digit or the end of the text") }
    let value = BigInteger(decimalDigits: digits)
    self = negative ? -value : value
  }

  /// The number with the given hexadecimal digits, as ASCII, most significant first; the caller has checked them.
  init(hexadecimalDigits digits: some BidirectionalCollection<UInt8>) {
    var limbs: [UInt] = []
    limbs.reserveCapacity(digits.count * 4 / UInt.bitWidth + 1)
    var limb: UInt = 0
    var bits = 0
    for digit in digits.reversed() {
      limb |= UInt(TextScanner.value(ofHexadecimalDigit: digit) ?? 0) << UInt(bits)
      bits += 4
      if bits == UInt.bitWidth {
        limbs.append(limb)
        (limb, bits) = (0, 0)
      }
    }
    limbs.append(limb)
    self.init(limbs: limbs)
  }

  /// The number with the given decimal digits, as ASCII, most significant first; the caller has checked them.
  init(decimalDigits digits: some RandomAccessCollection<UInt8>) {
    // Numbers in base 10^19, least significant first; then neighbours are combined until one number is left.
    let width = BigInteger.decimalChunkDigits
    var parts: [BigInteger] = []
    parts.reserveCapacity(digits.count / width + 1)
    var end = digits.endIndex
    while end > digits.startIndex {
      let start = digits.index(end, offsetBy: -width, limitedBy: digits.startIndex) ?? digits.startIndex
      var chunk: UInt = 0
      for digit in digits[start..<end] { chunk = chunk &* 10 &+ UInt(digit &- UInt8(ascii: "0")) }
      parts.append(BigInteger(chunk))
      end = start
    }
    var power = BigInteger(BigInteger.decimalChunk)
    while parts.count > 1 {
      var next: [BigInteger] = []
      next.reserveCapacity((parts.count + 1) / 2)
      var index = 0
      while index < parts.count {
        next.append(index + 1 < parts.count ? parts[index + 1] * power + parts[index] : parts[index])
        index += 2
      }
      parts = next
      if parts.count > 1 { power = power.squared() }
    }
    self = parts.first ?? .zero
  }
}
