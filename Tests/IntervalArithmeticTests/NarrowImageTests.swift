import MultiPrecision
import RealArithmetic
import TestSupport
import Testing

@testable import IntervalArithmetic

/// Images of intervals so narrow that one evaluation serves both bounds, against 200 bits; on both sides of the widths and
/// arguments where that begins.
@Suite struct NarrowImageTests {
  static let widths = [
    0, 0x1p-52, 0x1p-45, 0x1p-40, 0x1p-31, 0x1.fp-31, 0x1.1p-30, 0x1p-25, 0x1p-21, 0x1.fp-21, 0x1p-19, 0x1p-12,
  ]

  @Test(arguments: widths)
  func exponentials(width: Double) {
    check(width, from: -740, to: 705, Interval.exp, DyadicInterval.exp, isIncreasing: true)
    check(width, from: -1, to: 1, Interval.exp, DyadicInterval.exp, isIncreasing: true)
    check(width, from: -0x1p-18, to: 0x1p-18, Interval.exp, DyadicInterval.exp, isIncreasing: true)
  }

  @Test(arguments: widths)
  func complements(width: Double) {
    check(width, from: -7, to: 27, Interval.erfc, DyadicInterval.erfc, isIncreasing: false)
    check(width, from: -0x1p-10, to: 0x1p-10, Interval.erfc, DyadicInterval.erfc, isIncreasing: false)
    check(width, from: 25.5, to: 27.3, Interval.erfc, DyadicInterval.erfc, isIncreasing: false)
  }

  /// Each bound is the tightest or the next one outward, the tightest in 99 of 100 cases.
  func check(
    _ width: Double, from low: Double, to high: Double, _ image: (Interval) -> Interval,
    _ exact: (DyadicInterval) -> DyadicInterval, isIncreasing: Bool
  ) {
    var generator = SeededGenerator(seed: 41)
    var loose = 0
    let count = 300
    for _ in 0..<count {
      let lower = Double.random(in: low...high, using: &generator)
      let argument = Interval(
        lowerBound: lower, upperBound: lower + width * Double.random(in: 0.9...1, using: &generator))
      let ends = [argument.lowerBound, argument.upperBound].map {
        exact(DyadicInterval($0, precision: 200)).doubleBounds
      }
      let (first, last) = isIncreasing ? (ends[0], ends[1]) : (ends[1], ends[0])
      let result = image(argument)
      #expect(result.lowerBound <= first.lower && last.upper <= result.upperBound, "\(argument)")
      #expect(first.lower.nextDown <= result.lowerBound && result.upperBound <= last.upper.nextUp, "\(argument)")
      loose += (result.lowerBound < first.lower ? 1 : 0) + (result.upperBound > last.upper ? 1 : 0)
    }
    #expect(loose <= 2 * count / 100)
  }
}
