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

/// Where the functions come near the ends of their ranges, against 200 bits.
@Suite struct RangeTests {
  /// From the largest double and the least positive one on.
  @Test(arguments: [(709.6, 709.9), (-745.3, -744.0)])
  func exponentials(low: Double, high: Double) {
    var generator = SeededGenerator(seed: 43)
    for width in [0, 0x1p-30, 0x1p-10] {
      for _ in 0..<300 {
        let lower = Double.random(in: low...high, using: &generator)
        let argument = Interval(lowerBound: lower, upperBound: lower + width)
        let (first, last) = (exact(argument.lowerBound), exact(argument.upperBound))
        let result = Interval.exp(argument)
        #expect(result.lowerBound <= first.lower && last.upper <= result.upperBound, "\(argument)")
        #expect(first.lower.nextDown <= result.lowerBound && result.upperBound <= last.upper.nextUp, "\(argument)")
      }
    }
  }

  func exact(_ x: Double) -> (lower: Double, upper: Double) {
    DyadicInterval.exp(DyadicInterval(x, precision: 200)).doubleBounds
  }

  /// erfc lies between 0 and 1 for positive arguments, between 1 and 2 for negative ones, and what is known is not lost to
  /// rounding.
  @Test(arguments: [0x1p-1000, 0x1p-60, 0x1p-53, 0x1p-30, 0.25, 5, 13])
  func complements(t: Double) {
    for width in [0, t, 1] {
      let (positive, negative) = (
        Interval(lowerBound: t, upperBound: t + width), Interval(lowerBound: -t - width, upperBound: -t)
      )
      #expect(0 < Interval.erfc(positive).lowerBound && Interval.erfc(positive).upperBound <= 1, "\(positive)")
      #expect(1 <= Interval.erfc(negative).lowerBound && Interval.erfc(negative).upperBound <= 2, "\(negative)")
    }
  }
}
