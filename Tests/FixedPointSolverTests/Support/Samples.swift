import FixedPointSolver
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic
import TestSupport

extension MomentMapping<Activation<Interval>> {
  /// The mapping of the paper.
  static let paper = MomentMapping(Activation<Interval>.selfNormalizing(like: Interval(1)))
}

extension FixedPointEquations {
  /// The equations of the paper for exact weights, rounded outward.
  init(omega: Rational, tau: Rational) {
    self.init(.paper, omega: Interval(enclosing: omega), tau: Interval(enclosing: tau))
  }

  /// The equations of the paper for ranges of weights.
  init(omega: ClosedRange<Double>, tau: ClosedRange<Double>) {
    self.init(.paper, omega: Interval(omega), tau: Interval(tau))
  }
}

extension Interval {
  init(_ range: ClosedRange<Double>) { self.init(lowerBound: range.lowerBound, upperBound: range.upperBound) }
}

extension Vector2<Interval> {
  /// The box that the tests search, if nothing else is said.
  static let usual = Vector2(Interval(-10...10), Interval(0.001...1000))

  /// A box around a point.
  init(around first: Double, _ second: Double, radius: Double) {
    self.init(
      Interval(first - radius...first + radius), Interval(second - radius...second + radius))
  }
}

/// The generator that all test targets share.
typealias SeededGenerator = TestSupport.SplitMix64
