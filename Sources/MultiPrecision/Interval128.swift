import RealArithmetic

/// A closed, bounded interval of real numbers whose end points are dyadic numbers of 128 significant bits.
///
/// The companion of `DyadicInterval` of fixed width: a value of 64 bytes that never allocates, for where many numbers of
/// moderate precision are needed. It means the same: every operation returns an interval that contains the exact result for
/// all choices of members of its arguments; what has no bounded result gives a value that is *not an interval*; end points
/// other than zero have magnitudes from `2^-L` to below `2^L`, where `L` is `DyadicInterval.largestExponent`. The operations
/// of which it is said that they are tightest return the same intervals as those of a `DyadicInterval` of 128 bits.
public struct Interval128: Sendable {
  /// The greatest lower bound. Where there is none, a number that is not a useful bound if it is read by mistake.
  public let lowerBound: Dyadic128

  /// The least upper bound. Where there is none, a number that is not a useful bound if it is read by mistake.
  public let upperBound: Dyadic128

  let state: DyadicInterval.State

  /// The number of significant bits of the end points.
  public static let precision = 128

  /// The interval without members.
  public static let empty = Interval128(without: .empty)

  /// The value that stands for what has no bounded result.
  public static let notAnInterval = Interval128(without: .notAnInterval)

  private init(without state: DyadicInterval.State) {
    let isEmpty = state == .empty
    lowerBound = Dyadic128(unchecked: !isEmpty, DyadicInterval.largestExponent, 1 << 63, 0)
    upperBound = Dyadic128(unchecked: isEmpty, DyadicInterval.largestExponent, 1 << 63, 0)
    self.state = state
  }

  /// Bounds known to be in order and in the exponent range.
  @inline(__always)
  init(uncheckedLowerBound lowerBound: Dyadic128, upperBound: Dyadic128) {
    self.lowerBound = lowerBound
    self.upperBound = upperBound
    state = .bounded
  }

  /// Bounds known to be in order, brought into the exponent range.
  @inline(__always)
  init(_ lower: Dyadic128, _ upper: Dyadic128) {
    if Self.isInRange(lower), Self.isInRange(upper) {
      self.init(uncheckedLowerBound: lower, upperBound: upper)
    } else {
      self = Self.broughtIntoRange(lower, upper)
    }
  }

  @inline(__always)
  private static func isInRange(_ x: Dyadic128) -> Bool {
    x.exponent < DyadicInterval.largestExponent && x.exponent >= -DyadicInterval.largestExponent
  }

  private static func broughtIntoRange(_ lower: Dyadic128, _ upper: Dyadic128) -> Interval128 {
    let limit = DyadicInterval.largestExponent
    guard lower.exponent < limit, upper.exponent < limit else { return .notAnInterval }
    func bound(_ x: Dyadic128, _ direction: Direction) -> Dyadic128 {
      if isInRange(x) { return x }
      return x.isNegative == (direction == .down) ? Dyadic128(unchecked: x.isNegative, -limit, 1 << 63, 0) : .zero
    }
    return Interval128(uncheckedLowerBound: bound(lower, .down), upperBound: bound(upper, .up))
  }
}

// MARK: - Making intervals

extension Interval128 {
  /// The tightest interval around a number.
  public init(_ value: Dyadic) {
    self.init(Dyadic128(value, .down), Dyadic128(value, .up))
  }

  /// The tightest interval around a rational number.
  public init(_ value: Rational) {
    self.init(DyadicInterval(value, precision: Self.precision))
  }

  /// The tightest interval that includes all numbers between two rational ones. Bounds in the wrong order give the empty
  /// interval.
  public init(lowerBound: Rational, upperBound: Rational) {
    self.init(DyadicInterval(lowerBound: lowerBound, upperBound: upperBound, precision: Self.precision))
  }

  /// The interval around a double. An infinity or a NaN gives a value that is not an interval. Accuracy: exact.
  public init(_ value: Double) {
    self.init(lowerBound: value, upperBound: value)
  }

  /// The interval of all numbers between two doubles. Accuracy: exact.
  ///
  /// Edge cases: the pair `(+infinity, -infinity)` and finite bounds in the wrong order give the empty interval; any other
  /// infinity and NaN a value that is not an interval.
  public init(lowerBound: Double, upperBound: Double) {
    if lowerBound == .infinity, upperBound == -.infinity {
      self = .empty
    } else if let lower = Dyadic128(exactly: lowerBound), let upper = Dyadic128(exactly: upperBound) {
      if lower <= upper { self.init(uncheckedLowerBound: lower, upperBound: upper) } else { self = .empty }
    } else {
      self = .notAnInterval
    }
  }

  /// The tightest interval that includes one of any precision.
  public init(_ interval: DyadicInterval) {
    switch interval.state {
    case .bounded: self.init(Dyadic128(interval.lowerBound, .down), Dyadic128(interval.upperBound, .up))
    case .empty: self = .empty
    case .notAnInterval: self = .notAnInterval
    }
  }
}

extension DyadicInterval {
  /// The same interval, with a precision of 128 bits.
  public init(_ interval: Interval128) {
    switch interval.state {
    case .bounded:
      self.init(
        uncheckedLowerBound: Dyadic(interval.lowerBound), upperBound: Dyadic(interval.upperBound),
        precision: Interval128.precision, state: .bounded)
    case .empty: self = .empty(precision: Interval128.precision)
    case .notAnInterval: self = .notAnInterval(precision: Interval128.precision)
    }
  }
}

// MARK: - Predicates

/// As for `DyadicInterval`: statements about all members are false for the empty interval and where nothing is known.
extension Interval128 {
  /// Whether the value is an interval at all; what is not came out of an operation without a bounded result.
  public var isValid: Bool { state != .notAnInterval }

  /// Whether it is known that there are no members.
  public var isEmpty: Bool { state == .empty }

  /// Whether there are members and bounds: valid and not empty.
  public var isBounded: Bool { state == .bounded }

  /// The same: whether the value bounds a number.
  public var isKnown: Bool { isBounded }

  /// Whether every member is greater than zero.
  public var isPositive: Bool { isBounded && lowerBound.signum > 0 }

  /// Whether every member is less than zero.
  public var isNegative: Bool { isBounded && upperBound.signum < 0 }

  /// Whether no member is less than zero.
  public var isNotNegative: Bool { isBounded && lowerBound.signum >= 0 }

  /// Whether every member is at least `r`, decided exactly.
  public func isGreaterOrEqual(to r: Rational) -> Bool { isBounded && Dyadic(lowerBound).order(against: r) >= 0 }

  /// Whether every member is at most `r`, decided exactly.
  public func isLessOrEqual(to r: Rational) -> Bool { isBounded && Dyadic(upperBound).order(against: r) <= 0 }

  /// Whether every member lies in the topological interior of `other`. False if nothing is known of either.
  public func isInterior(to other: Interval128) -> Bool {
    guard isValid, other.isValid else { return false }
    if isEmpty { return true }
    return other.isBounded && other.lowerBound < lowerBound && upperBound < other.upperBound
  }

  /// Whether both have the same members. False if nothing is known of either.
  public func isEqual(to other: Interval128) -> Bool {
    guard isValid, other.isValid else { return false }
    return state == other.state && lowerBound == other.lowerBound && upperBound == other.upperBound
  }
}

// MARK: - Sets

extension Interval128 {
  /// The numbers that belong to both. Not an interval if either is not: nothing is known then.
  public func intersection(_ other: Interval128) -> Interval128 {
    guard isValid, other.isValid else { return .notAnInterval }
    guard isBounded, other.isBounded else { return .empty }
    let lower = Swift.max(lowerBound, other.lowerBound)
    let upper = Swift.min(upperBound, other.upperBound)
    return lower <= upper ? Interval128(uncheckedLowerBound: lower, upperBound: upper) : .empty
  }

  /// The smallest interval that includes both.
  public func convexHull(_ other: Interval128) -> Interval128 {
    guard isValid, other.isValid else { return .notAnInterval }
    if isEmpty { return other }
    if other.isEmpty { return self }
    return Interval128(
      uncheckedLowerBound: Swift.min(lowerBound, other.lowerBound),
      upperBound: Swift.max(upperBound, other.upperBound))
  }

  /// The singleton of a member near the middle. Empty for the empty interval.
  public var midpoint: Interval128 {
    guard isBounded else { return self }
    let middle = Dyadic128.sum(lowerBound, upperBound, .down).scaled(byPowerOfTwo: -1)
    // The bounds have 128 bits too, so their mean, rounded, does not pass them; what is too small for the exponent range
    // lies nearer to zero than any bound but zero: zero is a member.
    let inRange = middle.exponent < -DyadicInterval.largestExponent ? .zero : middle
    return Interval128(uncheckedLowerBound: inRange, upperBound: inRange)
  }
}

// MARK: - Arithmetic

extension Interval128 {
  /// The result for operands of which one at least has no bounds.
  private static func degenerate(_ a: Interval128, _ b: Interval128) -> Interval128 {
    a.isValid && b.isValid ? .empty : .notAnInterval
  }

  /// The interval of all negatives. Accuracy: exact.
  public static prefix func - (a: Interval128) -> Interval128 {
    guard a.isBounded else { return a }
    return Interval128(uncheckedLowerBound: -a.upperBound, upperBound: -a.lowerBound)
  }

  /// The interval of all sums. Accuracy: tightest.
  public static func + (a: Interval128, b: Interval128) -> Interval128 {
    guard a.isBounded, b.isBounded else { return degenerate(a, b) }
    return Interval128(
      .sum(a.lowerBound, b.lowerBound, .down), .sum(a.upperBound, b.upperBound, .up))
  }

  /// The interval of all differences. Accuracy: tightest.
  public static func - (a: Interval128, b: Interval128) -> Interval128 {
    guard a.isBounded, b.isBounded else { return degenerate(a, b) }
    return Interval128(
      .sum(a.lowerBound, -b.upperBound, .down), .sum(a.upperBound, -b.lowerBound, .up))
  }

  /// The interval of all products. Accuracy: tightest.
  public static func * (a: Interval128, b: Interval128) -> Interval128 {
    guard a.isBounded, b.isBounded else { return degenerate(a, b) }
    // The signs of the factors tell which end points make the extreme products.
    if !b.lowerBound.isNegative { return a.multiplied(byNonnegative: b) }
    if !a.lowerBound.isNegative { return b.multiplied(byNonnegative: a) }
    if b.upperBound.signum <= 0 { return (-a).multiplied(byNonnegative: -b) }
    if a.upperBound.signum <= 0 { return (-b).multiplied(byNonnegative: -a) }
    return Interval128(
      Swift.min(
        .product(a.lowerBound, b.upperBound, .down), .product(a.upperBound, b.lowerBound, .down)),
      Swift.max(
        .product(a.lowerBound, b.lowerBound, .up), .product(a.upperBound, b.upperBound, .up)))
  }

  /// The product with a factor that has no negative member; both have bounds.
  private func multiplied(byNonnegative factor: Interval128) -> Interval128 {
    Interval128(
      .product(lowerBound, lowerBound.isNegative ? factor.upperBound : factor.lowerBound, .down),
      .product(upperBound, upperBound.isNegative ? factor.lowerBound : factor.upperBound, .up))
  }

  /// The interval of all quotients. Accuracy: tightest. Not an interval if the divisor holds zero.
  public static func / (a: Interval128, b: Interval128) -> Interval128 {
    guard a.isBounded, b.isBounded else { return degenerate(a, b) }
    if b.isNegative { return -a / -b }
    guard b.isPositive else { return .notAnInterval }
    return Interval128(
      .quotient(a.lowerBound, a.lowerBound.isNegative ? b.lowerBound : b.upperBound, .down),
      .quotient(a.upperBound, a.upperBound.isNegative ? b.upperBound : b.lowerBound, .up))
  }

  /// The interval of all squares. Accuracy: tightest, and tighter than `x * x`, which does not know that its factors are
  /// equal.
  public func squared() -> Interval128 {
    guard isBounded else { return self }
    let a = Self.abs(self)
    return Interval128(.product(a.lowerBound, a.lowerBound, .down), .product(a.upperBound, a.upperBound, .up))
  }

  /// The interval of all absolute values. Accuracy: exact.
  public static func abs(_ x: Interval128) -> Interval128 {
    guard x.isBounded, x.lowerBound.isNegative else { return x }
    if x.upperBound.signum <= 0 { return -x }
    return Interval128(
      uncheckedLowerBound: .zero, upperBound: Swift.max(x.lowerBound.magnitude, x.upperBound))
  }

  /// The interval of all halves. Accuracy: tightest.
  public var half: Interval128 { scaled(byPowerOfTwo: -1) }

  /// The interval of all members times a power of two. Accuracy: tightest.
  func scaled(byPowerOfTwo power: Int) -> Interval128 {
    guard isBounded else { return self }
    return Interval128(lowerBound.scaled(byPowerOfTwo: power), upperBound.scaled(byPowerOfTwo: power))
  }

  /// The interval of all square roots. Accuracy: tightest. Not an interval if there is a negative member.
  public static func sqrt(_ x: Interval128) -> Interval128 {
    guard x.isBounded else { return x }
    guard !x.lowerBound.isNegative else { return .notAnInterval }
    return Interval128(.squareRoot(x.lowerBound, .down), .squareRoot(x.upperBound, .up))
  }
}
