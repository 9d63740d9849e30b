/// An arithmetic whose values are sets of reals that are closed intervals: what an existence proof needs beyond the
/// field operations.
public protocol EnclosingScalar: RealScalar {
  /// A thin interval near the middle.
  var centre: Self { get }

  /// Whether every member lies in the topological interior of `other`. False whenever nothing is known of either.
  func isInterior(to other: Self) -> Bool

  /// Whether both have the same members. False whenever nothing is known of either.
  func isEqual(to other: Self) -> Bool

  /// The numbers that belong to both.
  func intersection(_ other: Self) -> Self

  /// The smallest interval that includes both.
  func convexHull(_ other: Self) -> Self

  /// Whether it is proved that the interval has no members.
  var isVoid: Bool { get }

  /// Whether all members are greater than zero; false whenever nothing is known.
  var isPositive: Bool { get }

  /// Whether no member is less than zero; false whenever nothing is known.
  var isNotNegative: Bool { get }

  /// Whether the value bounds a number: false for a set without members and for what is no interval.
  var isKnown: Bool { get }

  /// The tightest interval around all numbers between two, in the arithmetic of `self`; without members if they are in
  /// the wrong order.
  func enclosing(_ lower: Rational, through upper: Rational) -> Self

  /// Whether every member is at most `r`, decided exactly; false whenever nothing is known.
  func isLessOrEqual(to r: Rational) -> Bool

  /// Whether every member is at least `r`, decided exactly; false whenever nothing is known.
  func isGreaterOrEqual(to r: Rational) -> Bool

  /// The interval of all absolute values.
  static func abs(_ x: Self) -> Self
}
