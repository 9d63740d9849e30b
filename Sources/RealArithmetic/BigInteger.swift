/// A signed integer of any size.
///
/// Value semantics; operations are exact. The memory of the machine is the only limit, so a caller who takes sizes from
/// an input has to bound them first.
public struct BigInteger: Sendable, Hashable {
  /// The magnitude in base `2^UInt.bitWidth`, least significant limb first, without leading zeros; empty for zero.
  public internal(set) var limbs: [UInt]

  /// True for numbers below zero.
  public internal(set) var isNegative: Bool

  /// The integer with the given magnitude (least significant limb first; leading zeros are allowed) and sign.
  ///
  /// A zero magnitude makes zero, whatever the sign.
  public init(limbs: [UInt], isNegative: Bool = false) {
    var limbs = limbs
    while limbs.last == 0 { limbs.removeLast() }
    self.limbs = limbs
    self.isNegative = isNegative && !limbs.isEmpty
  }

  /// The integer with magnitude `limbs`, which the caller knows to have no leading zeros.
  init(normalised limbs: [UInt], isNegative: Bool) {
    self.limbs = limbs
    self.isNegative = isNegative && !limbs.isEmpty
  }

  /// The value of a machine integer.
  public init(_ value: Int) {
    self.limbs = value == 0 ? [] : [value.magnitude]
    self.isNegative = value < 0
  }

  /// The value of an unsigned machine word.
  public init(_ value: UInt) {
    self.limbs = value == 0 ? [] : [value]
    self.isNegative = false
  }

  /// The value of any binary integer.
  public init<Source: BinaryInteger>(_ value: Source) {
    self.init(limbs: Array(value.magnitude.words), isNegative: value < (0 as Source))
  }

  /// `2^exponent`, for `exponent >= 0`.
  public static func powerOfTwo(_ exponent: Int) -> BigInteger {
    precondition(exponent >= 0, "The exponent of an integer power of two is not negative")
    let (limb, bit) = exponent.quotientAndRemainder(dividingBy: UInt.bitWidth)
    var limbs = [UInt](repeating: 0, count: limb + 1)
    limbs[limb] = 1 &<< UInt(bit)
    return BigInteger(normalised: limbs, isNegative: false)
  }
}

// MARK: - Properties

extension BigInteger {
  /// The number zero.
  public static let zero = BigInteger(normalised: [], isNegative: false)

  /// The number one.
  public static let one = BigInteger(normalised: [1], isNegative: false)

  /// True for zero.
  public var isZero: Bool { limbs.isEmpty }

  /// True for one.
  public var isOne: Bool { limbs.count == 1 && limbs[0] == 1 && !isNegative }

  /// True for numbers not divisible by two.
  public var isOdd: Bool { limbs.isEmpty ? false : limbs[0] & 1 == 1 }

  /// -1, 0 or 1.
  public var signum: Int { limbs.isEmpty ? 0 : (isNegative ? -1 : 1) }

  /// The number of binary digits of the magnitude, without leading zeros; 0 for zero.
  public var bitWidth: Int {
    guard let top = limbs.last else { return 0 }
    return limbs.count * UInt.bitWidth - top.leadingZeroBitCount
  }

  /// The exponent of the largest power of two that divides the number; 0 for zero.
  public var trailingZeroBitCount: Int {
    var index = 0
    for limb in limbs {
      if limb != 0 { return index * UInt.bitWidth + limb.trailingZeroBitCount }
      index += 1
    }
    return 0
  }
}

// MARK: - Numeric

extension BigInteger: ExpressibleByIntegerLiteral {
  /// The value of an integer literal in the range of `Int`; larger ones are parsed from text.
  public init(integerLiteral value: Int) { self.init(value) }
}

extension BigInteger: SignedNumeric {
  /// The value of any binary integer; never `nil`.
  public init?<Source: BinaryInteger>(exactly value: Source) { self.init(value) }

  /// The absolute value.
  public var magnitude: BigInteger { BigInteger(normalised: limbs, isNegative: false) }

  /// The number with the opposite sign.
  public static prefix func - (a: BigInteger) -> BigInteger {
    BigInteger(normalised: a.limbs, isNegative: !a.isNegative)
  }

  /// Changes the sign in place.
  public mutating func negate() { isNegative = !isNegative && !limbs.isEmpty }
}

extension BigInteger: Comparable {
  /// The order of the integers.
  public static func < (a: BigInteger, b: BigInteger) -> Bool {
    if a.isNegative != b.isNegative { return a.isNegative }
    let order = compareMagnitudes(a, b)
    return a.isNegative ? order > 0 : order < 0
  }

  /// -1, 0 or 1 as `|a|` is less than, equal to or greater than `|b|`.
  public static func compareMagnitudes(_ a: BigInteger, _ b: BigInteger) -> Int {
    if a.limbs.count != b.limbs.count { return a.limbs.count < b.limbs.count ? -1 : 1 }
    return a.limbs.withUnsafeBufferPointer { a in
      b.limbs.withUnsafeBufferPointer { b in
        guard let x = a.baseAddress, let y = b.baseAddress else { return 0 }
        return LimbKernels.compare(x, y, a.count)
      }
    }
  }
}

extension Int {
  /// The value of `n`, or `nil` if it is outside the range of `Int`.
  public init?(exactly n: BigInteger) {
    guard n.limbs.count <= 1 else { return nil }
    let limb = n.limbs.first ?? 0
    if n.isNegative {
      guard limb <= Int.min.magnitude else { return nil }
      self = Int(truncatingIfNeeded: 0 &- limb)
    } else {
      guard limb <= Int.max.magnitude else { return nil }
      self = Int(limb)
    }
  }
}
