/// The order relations of IEEE 1788-2015 between two intervals, as statements about their members.
///
/// None of them is a total order, hence no `Comparable`: of two overlapping intervals neither precedes the other.
extension Interval {
  /// Whether every member has a member of `other` at or above it, and every member of `other` one of this interval at or
  /// below it: `less` of IEEE 1788.
  ///
  /// For intervals that are not empty: both bounds are at most those of `other`. Accuracy: exact. Edge cases: an empty
  /// interval is less than itself only.
  @inlinable
  public func isLess(than other: Interval) -> Bool {
    isEmpty || other.isEmpty
      ? isEmpty && other.isEmpty : lowerBound <= other.lowerBound && upperBound <= other.upperBound
  }

  /// Whether every member has a member of `other` strictly above it, and every member of `other` one of this interval
  /// strictly below it: `strictLess` of IEEE 1788.
  ///
  /// For intervals that are not empty: both bounds are less than those of `other`, or infinite like them. Accuracy:
  /// exact. Edge cases: an empty interval is strictly less than itself only; so is `entire`.
  @inlinable
  public func isStrictlyLess(than other: Interval) -> Bool {
    if isEmpty || other.isEmpty { return isEmpty && other.isEmpty }
    let below = lowerBound < other.lowerBound || lowerBound == -.infinity
    let above = upperBound < other.upperBound || other.upperBound == .infinity
    return below && above
  }

  /// Whether no member is greater than any member of `other`: `precedes` of IEEE 1788.
  ///
  /// Accuracy: exact. Edge cases: true if either interval is empty.
  @inlinable
  public func precedes(_ other: Interval) -> Bool {
    isEmpty || other.isEmpty || upperBound <= other.lowerBound
  }

  /// Whether all members are less than all members of `other`: `strictPrecedes` of IEEE 1788.
  ///
  /// Accuracy: exact. Edge cases: true if either interval is empty.
  @inlinable
  public func strictlyPrecedes(_ other: Interval) -> Bool {
    isEmpty || other.isEmpty || upperBound < other.lowerBound
  }
}
