import RealArithmetic

/// A closed, bounded interval of real numbers whose end points are dyadic numbers of a given number of significant bits.
///
/// The multi-precision companion of `Interval`: every operation returns an interval that contains the exact result for
/// all choices of members of its arguments, with end points rounded outward to `precision` significant bits. The
/// precision of a result is the larger of those of the operands.
///
/// End points are always finite. What has no bounded result (division by an interval that holds zero, the square root
/// where there are negative members, results of magnitude `2^largestExponent` and more) gives a value that is *not an
/// interval*: `isValid` is false, it passes through every operation, and no predicate is ever true of it except those
/// that ask for it. Results too small in magnitude for the exponent range are rounded outward, to zero on one side.
///
/// Accuracy: "tightest" on an operation says that no smaller interval with end points of `precision` bits would do.
public struct DyadicInterval: Sendable {
  /// What the end points mean.
  enum State: Sendable, Hashable {
    /// They bound a set of numbers that is not empty.
    case bounded
    /// The set is empty.
    case empty
    /// Nothing is known.
    case notAnInterval
  }

  /// The greatest lower bound.
  ///
  /// Where there is none: for the empty interval the largest possible number, and for what is not an interval the
  /// smallest, so that a bound that is read by mistake is not a useful one.
  public let lowerBound: Dyadic

  /// The least upper bound. Where there is none: for the empty interval the smallest possible number, and for what is not
  /// an interval the largest.
  public let upperBound: Dyadic

  /// How many significant bits the end points have at most.
  public let precision: Int

  let state: State

  init(uncheckedLowerBound lowerBound: Dyadic, upperBound: Dyadic, precision: Int, state: State) {
    self.lowerBound = lowerBound
    self.upperBound = upperBound
    self.precision = precision
    self.state = state
  }
}

// MARK: - Limits

extension DyadicInterval {
  /// `largestExponent` is two to this power.
  static let exponentBits = Int.bitWidth / 2 - 2

  /// End points other than zero have magnitudes from `2^-largestExponent` to below `2^largestExponent`; 2^30 on a 64-bit
  /// machine.
  public static let largestExponent = 1 << exponentBits

  /// The precisions there are; others are replaced by the nearest of them.
  public static let precisionRange = 2...(1 << 26)

  static func clamped(precision: Int) -> Int {
    Swift.min(Swift.max(precision, precisionRange.lowerBound), precisionRange.upperBound)
  }
}

// MARK: - Making intervals

extension DyadicInterval {
  /// The interval between two bounds, rounded outward to `precision` bits.
  ///
  /// Edge cases: bounds in the wrong order give the empty interval; bounds beyond the exponent range one that is not
  /// valid.
  public init(lowerBound: Dyadic, upperBound: Dyadic, precision: Int) {
    let bits = DyadicInterval.clamped(precision: precision)
    if lowerBound > upperBound {
      self = .empty(precision: bits)
    } else {
      self.init(enclosing: lowerBound, through: upperBound, precision: bits)
    }
  }

  /// The tightest interval around a dyadic number.
  public init(_ value: Dyadic, precision: Int) {
    self.init(lowerBound: value, upperBound: value, precision: precision)
  }

  /// The tightest interval around a rational number.
  public init(_ value: Rational, precision: Int) {
    self.init(lowerBound: value, upperBound: value, precision: precision)
  }

  /// The tightest interval that includes all numbers between two rational ones. Bounds in the wrong order give the empty
  /// interval.
  public init(lowerBound: Rational, upperBound: Rational, precision: Int) {
    let bits = DyadicInterval.clamped(precision: precision)
    if lowerBound > upperBound {
      self = .empty(precision: bits)
    } else {
      self.init(
        enclosing: Dyadic(lowerBound, precision: bits, rounding: .down),
        through: Dyadic(upperBound, precision: bits, rounding: .up), precision: bits)
    }
  }

  /// The interval without members.
  public static func empty(precision: Int) -> DyadicInterval {
    let bound = Dyadic(significand: 1, exponent: largestExponent)
    return DyadicInterval(
      uncheckedLowerBound: bound, upperBound: -bound, precision: clamped(precision: precision), state: .empty)
  }

  /// The value that stands for what has no bounded result.
  public static func notAnInterval(precision: Int) -> DyadicInterval {
    let bound = Dyadic(significand: 1, exponent: largestExponent)
    return DyadicInterval(
      uncheckedLowerBound: -bound, upperBound: bound, precision: clamped(precision: precision), state: .notAnInterval)
  }

  /// Bounds known to be in order, rounded outward to a precision known to be in range, and brought into the exponent
  /// range.
  init(enclosing lower: Dyadic, through upper: Dyadic, precision: Int) {
    let lowerBound = DyadicInterval.inRange(lower.rounded(toPrecision: precision, .down), .down)
    let upperBound = DyadicInterval.inRange(upper.rounded(toPrecision: precision, .up), .up)
    if let lowerBound, let upperBound {
      self.init(uncheckedLowerBound: lowerBound, upperBound: upperBound, precision: precision, state: .bounded)
    } else {
      self = .notAnInterval(precision: precision)
    }
  }

  /// `x`, or the nearest number in the exponent range on the side asked for; `nil` if `x` is too large in magnitude.
  private static func inRange(_ x: Dyadic, _ direction: Direction) -> Dyadic? {
    guard let leading = x.leadingExponent else { return x }
    if leading >= largestExponent { return nil }
    if leading >= -largestExponent { return x }
    if (x.signum > 0) == (direction == .down) { return .zero }
    return Dyadic(significand: BigInteger(x.signum), exponent: -largestExponent)
  }
}

// MARK: - Predicates

extension DyadicInterval {
  /// Whether the value is an interval at all; what is not came out of an operation without a bounded result.
  public var isValid: Bool { state != .notAnInterval }

  /// Whether it is known that there are no members.
  public var isEmpty: Bool { state == .empty }

  /// Whether there are members and bounds: valid and not empty.
  public var isBounded: Bool { state == .bounded }

  /// Whether the interval holds exactly one number.
  public var isSingleton: Bool { isBounded && lowerBound == upperBound }

  /// Whether `value` is a member; false if nothing is known.
  public func contains(_ value: Dyadic) -> Bool { isBounded && lowerBound <= value && value <= upperBound }

  /// Whether `value` is a member; false for infinities and NaN, and if nothing is known.
  public func contains(_ value: Double) -> Bool { Dyadic(exactly: value).map { contains($0) } ?? false }

  /// Whether `value` is a member, decided exactly; false if nothing is known.
  public func contains(_ value: Rational) -> Bool {
    isBounded && lowerBound.order(against: value) <= 0 && upperBound.order(against: value) >= 0
  }
}

extension DyadicInterval: Equatable, Hashable {
  /// Whether two values hold the same numbers, whatever their precision. A value that is not an interval equals every
  /// other such value, as `Equatable` wants it; to prove something, use `isEqual(to:)`.
  public static func == (a: DyadicInterval, b: DyadicInterval) -> Bool {
    a.state == b.state && a.lowerBound == b.lowerBound && a.upperBound == b.upperBound
  }

  /// Feeds what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(state)
    hasher.combine(lowerBound)
    hasher.combine(upperBound)
  }
}
