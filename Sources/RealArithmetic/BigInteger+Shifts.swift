extension BigInteger {
  /// `a * 2^count`, exactly; for a negative count, `a >> -count`.
  public static func << (a: BigInteger, count: Int) -> BigInteger {
    if count < 0 { return a >> -count }
    if count == 0 || a.limbs.isEmpty { return a }
    let (skip, bits) = count.quotientAndRemainder(dividingBy: UInt.bitWidth)
    let n = a.limbs.count
    let limbs = [UInt](unsafeUninitializedCapacity: n + skip + 1) { result, used in
      a.limbs.withUnsafeBufferPointer { a in
        guard let r = result.baseAddress, let x = a.baseAddress else { return }
        r.update(repeating: 0, count: skip)
        let out = LimbKernels.shiftLeft(r + skip, x, n, bits: bits)
        r[n + skip] = out
        used = n + skip + (out == 0 ? 0 : 1)
      }
    }
    return BigInteger(normalised: limbs, isNegative: a.isNegative)
  }

  /// `floor(a / 2^count)` (so `-1 >> 1` is -1, as for `Int`); for a negative count, `a << -count`.
  public static func >> (a: BigInteger, count: Int) -> BigInteger {
    if count < 0 { return a << -count }
    if count == 0 || a.limbs.isEmpty { return a }
    let quotient = a.magnitudeShiftedRight(by: count)
    if a.isNegative {
      return a.trailingZeroBitCount >= count ? -quotient : -(quotient + 1)
    }
    return quotient
  }

  /// Shifts left in place.
  public static func <<= (a: inout BigInteger, count: Int) { a = a << count }

  /// Shifts right in place, rounding down.
  public static func >>= (a: inout BigInteger, count: Int) { a = a >> count }

  /// `floor(|self| / 2^count)`, for `count >= 0`.
  func magnitudeShiftedRight(by count: Int) -> BigInteger {
    let (skip, bits) = count.quotientAndRemainder(dividingBy: UInt.bitWidth)
    let n = limbs.count - skip
    guard n > 0 else { return .zero }
    let shifted = [UInt](unsafeUninitializedCapacity: n) { result, used in
      limbs.withUnsafeBufferPointer { a in
        guard let r = result.baseAddress, let x = a.baseAddress else { return }
        LimbKernels.shiftRight(r, x + skip, n, bits: bits)
        used = r[n - 1] == 0 ? n - 1 : n
      }
    }
    return BigInteger(normalised: shifted, isNegative: false)
  }

  /// `|self| mod 2^count`, for `count >= 0`.
  func magnitudeLowBits(_ count: Int) -> BigInteger {
    let (whole, bits) = count.quotientAndRemainder(dividingBy: UInt.bitWidth)
    if whole >= limbs.count { return magnitude }
    var low = Array(limbs[0..<whole])
    if bits > 0 { low.append(limbs[whole] & ((1 &<< UInt(bits)) &- 1)) }
    return BigInteger(limbs: low)
  }

  /// Bit `index` of the magnitude.
  func magnitudeBit(_ index: Int) -> Bool {
    let (limb, bit) = index.quotientAndRemainder(dividingBy: UInt.bitWidth)
    return limb < limbs.count && (limbs[limb] &>> UInt(bit)) & 1 == 1
  }
}
