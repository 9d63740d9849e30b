import FixedPointSolver
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic

extension MomentMapping<Interval> {
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

extension Pair<Interval> {
  /// The box that the tests search, if nothing else is said.
  static let usual = Pair(Interval(-10...10), Interval(0.001...1000))

  /// A box around a point.
  init(around first: Double, _ second: Double, radius: Double) {
    self.init(
      Interval(first - radius...first + radius), Interval(second - radius...second + radius))
  }
}

/// Numbers that look random and are the same in every run (S. Vigna's SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
