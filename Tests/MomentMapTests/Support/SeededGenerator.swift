import IntervalArithmetic
import TestSupport

/// The generator that all test targets share.
typealias SeededGenerator = TestSupport.SplitMix64

extension SeededGenerator {
  /// A number of the range, all alike.
  mutating func number(in range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &self)
  }

  /// A number of the range, which is positive, with all orders of magnitude alike.
  mutating func scale(in range: ClosedRange<Double>) -> Double {
    var value = range.lowerBound
    while value < range.upperBound { value *= number(in: 1...(range.upperBound / range.lowerBound)) }
    return min(max(value / number(in: 1...(range.upperBound / range.lowerBound)), range.lowerBound), range.upperBound)
  }

  /// A part of an interval.
  mutating func part(of interval: Interval) -> Interval {
    let (a, b) = (
      number(in: interval.lowerBound...interval.upperBound), number(in: interval.lowerBound...interval.upperBound)
    )
    return Interval(lowerBound: min(a, b), upperBound: max(a, b))
  }
}
