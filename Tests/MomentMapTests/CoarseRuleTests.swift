import IntervalArithmetic
import RealArithmetic
import Testing

@testable import MomentMap

/// With a step that is too wide the sums are wrong, and only the proved bounds of the errors keep the moments inside.
@Suite struct CoarseRuleTests {
  static let functions: [SmoothFunction] = [.tanh, .sigmoid, .erf, .softplus, .silu, .mish]

  @Test(arguments: functions, [2.0, 4.0])
  func theBoundsOfTheErrorsAreNeeded(function: SmoothFunction, coarseness: Double) {
    for (y, x) in [(0.3, 1.0), (-0.7, 2.5), (1.5, 9.0)] {
      let input = NetInput(mean: Interval(y), variance: Interval(x))
      let fine = GaussianTrapezoid(function, input, order: 2)
      let coarse = GaussianTrapezoid(function, input, order: 2, coarseness: coarseness)
      for (exact, wide) in zip(fine.means + fine.secondMoments, coarse.means + coarse.secondMoments) {
        #expect(exact.isSubset(of: wide) && wide.width > 1e-14, "\(y), \(x)")
        #expect(wide.isCommonInterval && exact.width < wide.width)
      }
    }
  }
}
