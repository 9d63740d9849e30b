import IntervalArithmetic
import MultiPrecision

extension DyadicInterval {
  /// The numbers of a binary64 interval, rounded outward to a precision; not an interval if that is unbounded.
  public init(_ interval: Interval, precision: Int) {
    self.init(lowerBound: interval.lowerBound, upperBound: interval.upperBound, precision: precision)
  }
}

extension Interval {
  /// The tightest binary64 interval around a multi-precision one; `entire` where nothing is known.
  public init(enclosing interval: DyadicInterval) {
    let bounds = interval.doubleBounds
    self.init(lowerBound: bounds.lower, upperBound: bounds.upper)
  }
}
