extension Interval {
  /// The interval itself: `pos` of IEEE 1788. Accuracy: exact.
  @inlinable
  public static prefix func + (a: Interval) -> Interval { a }

  /// The interval around the signs -1, 0 and 1 of all members: `sign` of IEEE 1788.
  ///
  /// Accuracy: exact. Edge cases: `empty` for the empty interval.
  public func signum() -> Interval {
    func sign(_ value: Double) -> Double { value == 0 ? 0 : (value < 0 ? -1 : 1) }
    return isEmpty ? .empty : Interval(uncheckedLowerBound: sign(lowerBound), upperBound: sign(upperBound))
  }
}
