/// A closed, connected set of real numbers with binary64 end points.
///
/// The semantics are those of the set-based flavour of IEEE 1788-2015: an interval is empty, bounded or unbounded; an
/// unbounded one has an infinite end point that is not a member; every operation returns an interval that contains the
/// exact result for all choices of real operands inside its arguments for which the operation is defined.
///
/// Accuracy: "tightest" on an operation says that no smaller interval with binary64 end points would do.
@frozen
public struct Interval: Sendable {
  /// The negative of the lower bound, and the upper bound.
  @usableFromInline let bounds: Bounds

  /// The greatest lower bound; `+infinity` for the empty interval. A bound of zero is positive zero.
  @inlinable @inline(__always)
  public var lowerBound: Double { 0 - bounds.x }

  /// The least upper bound; `-infinity` for the empty interval. A bound of zero is positive zero.
  @inlinable @inline(__always)
  public var upperBound: Double { 0 + bounds.y }

  /// An interval from its bounds as a vector.
  @inlinable @inline(__always)
  init(_ bounds: Bounds) {
    self.bounds = bounds
  }

  /// An interval whose bounds are known to be in order, or the pair that stands for the empty interval.
  @inlinable @inline(__always)
  init(uncheckedLowerBound lowerBound: Double, upperBound: Double) {
    bounds = Bounds(-lowerBound, upperBound)
  }

  /// The set of all real numbers between two bounds, both included where they are finite.
  ///
  /// Edge cases, as for `numsToInterval` of IEEE 1788: bounds in the wrong order, a NaN, a lower bound `+infinity` or
  /// an upper bound `-infinity` name no interval and give `empty`.
  @inlinable
  public init(lowerBound: Double, upperBound: Double) {
    if lowerBound <= upperBound && lowerBound < .infinity && upperBound > -.infinity {
      self.init(uncheckedLowerBound: lowerBound, upperBound: upperBound)
    } else {
      self = .empty
    }
  }

  /// The interval that holds one double only. An infinity or a NaN is not a real number and gives `empty`.
  @inlinable
  public init(_ value: Double) {
    self.init(lowerBound: value, upperBound: value)
  }

  /// The interval without members.
  @inlinable
  public static var empty: Interval { Interval(uncheckedLowerBound: .infinity, upperBound: -.infinity) }

  /// The interval of all real numbers.
  @inlinable
  public static var entire: Interval { Interval(uncheckedLowerBound: -.infinity, upperBound: .infinity) }
}

// MARK: - Predicates

extension Interval {
  /// Whether the interval has no members.
  @inlinable
  public var isEmpty: Bool { lowerBound > upperBound }

  /// Whether the interval holds all real numbers.
  @inlinable
  public var isEntire: Bool { lowerBound == -.infinity && upperBound == .infinity }

  /// Whether the interval holds exactly one number.
  @inlinable
  public var isSingleton: Bool { lowerBound == upperBound }

  /// Whether the interval is bounded and not empty.
  @inlinable
  public var isCommonInterval: Bool { lowerBound.isFinite && upperBound.isFinite }

  /// Whether `value` is a member. Infinities and NaN are members of no interval.
  @inlinable
  public func contains(_ value: Double) -> Bool {
    lowerBound <= value && value <= upperBound && value.isFinite
  }
}

extension Interval: Equatable, Hashable {
  /// Whether two intervals hold the same numbers.
  @inlinable
  public static func == (a: Interval, b: Interval) -> Bool {
    a.bounds == b.bounds
  }
}

// MARK: - Numeric functions

extension Interval {
  /// A double near the middle: a member of every interval that is not empty.
  ///
  /// Accuracy: the exact midpoint rounded to nearest. Edge cases, as in IEEE 1788: NaN for the empty interval, 0 for
  /// `entire`, and the largest finite double of the right sign where one bound is infinite.
  public var midpoint: Double {
    if isEmpty { return .nan }
    if isEntire { return 0 }
    if lowerBound == -.infinity { return -Double.greatestFiniteMagnitude }
    if upperBound == .infinity { return Double.greatestFiniteMagnitude }
    let sum = lowerBound + upperBound
    // Halving is exact but for subnormal sums, and those are exact themselves: one rounding in all.
    return sum.isFinite ? 0.5 * sum + 0 : 0.5 * lowerBound + 0.5 * upperBound
  }

  /// The least double that bounds the distance of every member from `midpoint`. NaN for the empty interval, infinite
  /// for an unbounded one.
  public var radius: Double {
    if isEmpty { return .nan }
    let middle = midpoint
    return Swift.max(
      DirectedRounding.sumUp(middle, -lowerBound), DirectedRounding.sumUp(upperBound, -middle))
  }

  /// The distance between the bounds, rounded upward. NaN for the empty interval, infinite for an unbounded one.
  @inlinable
  public var width: Double {
    isEmpty ? .nan : DirectedRounding.sumUp(upperBound, -lowerBound) + 0
  }

  /// The largest absolute value of a member (or its supremum). NaN for the empty interval.
  @inlinable
  public var magnitude: Double {
    isEmpty ? .nan : Swift.max(lowerBound.magnitude, upperBound.magnitude)
  }

  /// The smallest absolute value of a member. NaN for the empty interval.
  @inlinable
  public var mignitude: Double {
    if isEmpty { return .nan }
    return lowerBound <= 0 && 0 <= upperBound ? 0 : Swift.min(lowerBound.magnitude, upperBound.magnitude)
  }
}
