extension BigInteger {
  /// The exact product: schoolbook for short factors, Karatsuba's method for long ones.
  public static func * (a: BigInteger, b: BigInteger) -> BigInteger {
    if a.limbs.isEmpty || b.limbs.isEmpty { return .zero }
    let limbs = a.limbs.count >= b.limbs.count ? product(a.limbs, b.limbs) : product(b.limbs, a.limbs)
    return BigInteger(normalised: limbs, isNegative: a.isNegative != b.isNegative)
  }

  /// Multiplies in place; without a new allocation if `b` has one limb.
  public static func *= (a: inout BigInteger, b: BigInteger) {
    if b.limbs.count == 1 {
      let negative = b.isNegative
      a.multiplyMagnitude(by: b.limbs[0])
      if negative { a.negate() }
    } else {
      a = a * b
    }
  }

  /// `self * self`, in about two thirds of the time of a general product.
  public func squared() -> BigInteger {
    if limbs.isEmpty { return self }
    let n = limbs.count
    let square = [UInt](unsafeUninitializedCapacity: 2 * n) { result, count in
      limbs.withUnsafeBufferPointer { a in
        guard let r = result.baseAddress, let x = a.baseAddress else { return }
        if n < LimbKernels.karatsubaSquareThreshold {
          LimbKernels.square(r, x, n, scratch: r)
        } else {
          withUnsafeTemporaryAllocation(of: UInt.self, capacity: LimbKernels.scratchCount(n)) { scratch in
            guard let s = scratch.baseAddress else { return }
            LimbKernels.square(r, x, n, scratch: s)
          }
        }
        count = LimbKernels.normalisedCount(r, 2 * n)
      }
    }
    return BigInteger(normalised: square, isNegative: false)
  }

  /// The most bits that `raised(to:)` makes: 2^36 on a 64-bit machine, 8 GB. A caller who asks for more has not looked at
  /// an exponent that came from somewhere, and is told at once, not when the memory of the machine is used up.
  public static let largestPowerBitWidth = 1 << (Int.bitWidth == 64 ? 36 : 28)

  /// `self^exponent`; `0^0` is 1.
  ///
  /// - Precondition: `exponent` is not negative, and times the bit width of `self` at most `largestPowerBitWidth`; powers
  ///   of 0, 1 and -1 may have any exponent.
  public func raised(to exponent: Int) -> BigInteger {
    precondition(exponent >= 0, "The exponent of an integer power is not negative")
    if exponent == 0 { return .one }
    if bitWidth <= 1 { return isNegative && exponent & 1 == 0 ? -self : self }
    precondition(
      exponent <= BigInteger.largestPowerBitWidth / bitWidth,
      "An integer power has at most \(BigInteger.largestPowerBitWidth) bits")
    // The factors of two are cheap; take them out first.
    let twos = trailingZeroBitCount
    if twos > 0 { return (self >> twos).raised(to: exponent) << (twos * exponent) }
    var result = self
    var bit = Int.bitWidth - exponent.leadingZeroBitCount - 2
    while bit >= 0 {
      result = result.squared()
      if (exponent >> bit) & 1 == 1 { result *= self }
      bit -= 1
    }
    return result
  }

  /// `10^exponent`, for `exponent >= 0`.
  public static func powerOfTen(_ exponent: Int) -> BigInteger { (5 as BigInteger).raised(to: exponent) << exponent }

  /// The product of two magnitudes, the first at least as long as the second, which is not empty.
  private static func product(_ long: [UInt], _ short: [UInt]) -> [UInt] {
    let (n, m) = (long.count, short.count)
    return [UInt](unsafeUninitializedCapacity: n + m) { result, count in
      long.withUnsafeBufferPointer { long in
        short.withUnsafeBufferPointer { short in
          guard let r = result.baseAddress, let a = long.baseAddress, let b = short.baseAddress else { return }
          if m < LimbKernels.karatsubaThreshold {
            LimbKernels.multiply(r, a, n, b, m, scratch: r)
          } else {
            withUnsafeTemporaryAllocation(of: UInt.self, capacity: LimbKernels.scratchCount(m)) { scratch in
              guard let s = scratch.baseAddress else { return }
              LimbKernels.multiply(r, a, n, b, m, scratch: s)
            }
          }
          count = r[n + m - 1] == 0 ? n + m - 1 : n + m
        }
      }
    }
  }

  /// Multiplies the magnitude by one limb, in place.
  mutating func multiplyMagnitude(by factor: UInt) {
    if factor == 0 || limbs.isEmpty {
      self = .zero
      return
    }
    let carry = limbs.withUnsafeMutableBufferPointer { mine in
      guard let r = mine.baseAddress else { return 0 as UInt }
      return LimbKernels.multiply(r, r, mine.count, by: factor)
    }
    if carry != 0 { limbs.append(carry) }
  }
}
