extension Interval {
  /// The numbers that belong to both intervals. Accuracy: exact.
  @inlinable
  public func intersection(_ other: Interval) -> Interval {
    let lower = Swift.max(lowerBound, other.lowerBound)
    let upper = Swift.min(upperBound, other.upperBound)
    return lower <= upper ? Interval(uncheckedLowerBound: lower, upperBound: upper) : .empty
  }

  /// The smallest interval that includes both. Accuracy: exact.
  @inlinable
  public func convexHull(_ other: Interval) -> Interval {
    Interval(
      uncheckedLowerBound: Swift.min(lowerBound, other.lowerBound),
      upperBound: Swift.max(upperBound, other.upperBound))
  }

  /// Whether every member belongs to `other`; the empty interval is a subset of all.
  @inlinable
  public func isSubset(of other: Interval) -> Bool {
    isEmpty || (other.lowerBound <= lowerBound && upperBound <= other.upperBound)
  }

  /// Whether every member lies in the topological interior of `other`; `entire` is interior to itself.
  @inlinable
  public func isInterior(to other: Interval) -> Bool {
    if isEmpty { return true }
    let below = other.lowerBound < lowerBound || other.lowerBound == -.infinity
    let above = upperBound < other.upperBound || other.upperBound == .infinity
    return !other.isEmpty && below && above
  }

  /// Whether the intervals have no member in common.
  @inlinable
  public func isDisjoint(with other: Interval) -> Bool {
    isEmpty || other.isEmpty || upperBound < other.lowerBound || other.upperBound < lowerBound
  }

  /// The part of the interval at or above zero. Accuracy: exact.
  @inlinable
  public var nonnegativePart: Interval {
    intersection(Interval(uncheckedLowerBound: 0, upperBound: .infinity))
  }
}
