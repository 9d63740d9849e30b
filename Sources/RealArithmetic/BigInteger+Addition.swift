extension BigInteger {
  /// The exact sum.
  public static func + (a: BigInteger, b: BigInteger) -> BigInteger { sum(a, b, negatingSecond: false) }

  /// The exact difference.
  public static func - (a: BigInteger, b: BigInteger) -> BigInteger { sum(a, b, negatingSecond: true) }

  /// Adds `b` in place; without a new allocation if the result needs no more limbs than `a` has room for.
  public static func += (a: inout BigInteger, b: BigInteger) { a.add(b, negated: false) }

  /// Subtracts `b` in place; without a new allocation if the result needs no more limbs than `a` has room for.
  public static func -= (a: inout BigInteger, b: BigInteger) { a.add(b, negated: true) }

  private static func sum(_ a: BigInteger, _ b: BigInteger, negatingSecond: Bool) -> BigInteger {
    if b.limbs.isEmpty { return a }
    if a.limbs.isEmpty { return negatingSecond ? -b : b }
    let bNegative = b.isNegative != negatingSecond
    if a.isNegative == bNegative {
      let limbs = a.limbs.count >= b.limbs.count ? sum(a.limbs, b.limbs) : sum(b.limbs, a.limbs)
      return BigInteger(normalised: limbs, isNegative: a.isNegative)
    }
    let order = compareMagnitudes(a, b)
    if order == 0 { return .zero }
    return order > 0
      ? BigInteger(normalised: difference(a.limbs, b.limbs), isNegative: a.isNegative)
      : BigInteger(normalised: difference(b.limbs, a.limbs), isNegative: bNegative)
  }

  /// The sum of two magnitudes, the first at least as long as the second.
  private static func sum(_ long: [UInt], _ short: [UInt]) -> [UInt] {
    [UInt](unsafeUninitializedCapacity: long.count + 1) { result, count in
      long.withUnsafeBufferPointer { long in
        short.withUnsafeBufferPointer { short in
          guard let r = result.baseAddress, let a = long.baseAddress, let b = short.baseAddress else { return }
          var carry = LimbKernels.add(r, a, b, short.count)
          carry = LimbKernels.add(r + short.count, a + short.count, long.count - short.count, limb: carry)
          r[long.count] = carry
          count = long.count + (carry == 0 ? 0 : 1)
        }
      }
    }
  }

  /// The difference of two magnitudes, the first not less than the second.
  private static func difference(_ large: [UInt], _ small: [UInt]) -> [UInt] {
    [UInt](unsafeUninitializedCapacity: large.count) { result, count in
      large.withUnsafeBufferPointer { large in
        small.withUnsafeBufferPointer { small in
          guard let r = result.baseAddress, let a = large.baseAddress, let b = small.baseAddress else { return }
          let borrow = LimbKernels.subtract(r, a, b, small.count)
          _ = LimbKernels.subtract(r + small.count, a + small.count, large.count - small.count, limb: borrow)
          count = LimbKernels.normalisedCount(r, large.count)
        }
      }
    }
  }

  private mutating func add(_ b: BigInteger, negated: Bool) {
    if b.limbs.isEmpty { return }
    let bNegative = b.isNegative != negated
    if limbs.isEmpty {
      limbs = b.limbs
      isNegative = bNegative
      return
    }
    if isNegative == bNegative {
      addMagnitude(b.limbs)
      return
    }
    let order = BigInteger.compareMagnitudes(self, b)
    if order > 0 {
      subtractMagnitude(b.limbs)
    } else if order == 0 {
      self = .zero
    } else {
      limbs = BigInteger.difference(b.limbs, limbs)
      isNegative = bNegative
    }
  }

  private mutating func addMagnitude(_ other: [UInt]) {
    if limbs.count < other.count {
      limbs.append(contentsOf: repeatElement(0, count: other.count - limbs.count))
    }
    let carry = limbs.withUnsafeMutableBufferPointer { mine in
      other.withUnsafeBufferPointer { other in
        guard let r = mine.baseAddress, let b = other.baseAddress else { return 0 as UInt }
        let carry = LimbKernels.add(r, r, b, other.count)
        return LimbKernels.add(r + other.count, r + other.count, mine.count - other.count, limb: carry)
      }
    }
    if carry != 0 { limbs.append(carry) }
  }

  /// Subtracts a magnitude that is less than that of `self`.
  private mutating func subtractMagnitude(_ other: [UInt]) {
    let count = limbs.withUnsafeMutableBufferPointer { mine in
      other.withUnsafeBufferPointer { other in
        guard let r = mine.baseAddress, let b = other.baseAddress else { return mine.count }
        let borrow = LimbKernels.subtract(r, r, b, other.count)
        _ = LimbKernels.subtract(r + other.count, r + other.count, mine.count - other.count, limb: borrow)
        return LimbKernels.normalisedCount(r, mine.count)
      }
    }
    limbs.removeLast(limbs.count - count)
  }
}
