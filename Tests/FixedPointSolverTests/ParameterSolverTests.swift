import FixedPointSolver
import Foundation
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic
import Testing

/// alpha and lambda: the iteration, and what Krawczyk's operator proves of its limit.
@Suite struct ParameterSolverTests {
  /// Sixty-digit values from Arb (Tests/References/make_constants.py).
  static func reference(_ name: String) throws -> Rational {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../References/constants.tsv")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
    let fields = lines.map { $0.split(separator: "\t") }.first { $0.first.map(String.init) == name }
    return try Rational(parsing: try #require(fields?.last))
  }

  /// How many doubles an interval spans beyond its lower bound.
  static func units(_ x: Interval) -> Double { (x.upperBound - x.lowerBound) / x.lowerBound.ulp }

  @Test(arguments: [("0", "1", "alpha01", "lambda01"), ("0", "2", "alpha02", "lambda02")])
  func enclosesTheReferences(mean: String, variance: String, alpha: String, lambda: String) throws {
    let target = FixedPointTarget(mean: try Rational(parsing: mean), variance: try Rational(parsing: variance))
    let solution = try ParameterSolver.solve(target)
    for (value, name) in [(solution.alpha, alpha), (solution.lambda, lambda)] {
      let reference = Interval(enclosing: try Self.reference(name))
      #expect(!reference.isDisjoint(with: value), "\(name)")
      #expect(Self.units(value) <= 4)
    }
  }

  /// The closed forms of Eq. 14, in any arithmetic, overlap the solution; the solver's intervals are the tightest.
  @Test func containsTheClosedForms() throws {
    let solution = try ParameterSolver.solve(FixedPointTarget())
    let closed = Activation<DyadicInterval>.selfNormalizing(like: DyadicInterval(Dyadic(1), precision: 200))
    #expect(Interval(enclosing: closed.alpha).isSubset(of: solution.alpha))
    #expect(Interval(enclosing: closed.lambda).isSubset(of: solution.lambda))
    let plain = Activation<Interval>.selfNormalizing(like: Interval(1))
    #expect(solution.alpha.isSubset(of: plain.alpha) && solution.lambda.isSubset(of: plain.lambda))
  }

  /// The iteration comes to rest, at the enclosed solution.
  @Test(arguments: [("0", "1", "0", "1"), ("0", "2", "0", "1"), ("-0.1", "2", "0", "1"), ("0.05", "1", "0.1", "1.1")])
  func iterationConverges(mean: String, variance: String, omega: String, tau: String) throws {
    let target = FixedPointTarget(
      mean: try Rational(parsing: mean), variance: try Rational(parsing: variance),
      omega: try Rational(parsing: omega), tau: try Rational(parsing: tau))
    let solution = try ParameterSolver.solve(target)
    let last = try #require(solution.iterates.last)
    #expect((last.alpha - solution.alpha.midpoint).magnitude < 1e-13)
    #expect((last.lambda - solution.lambda.midpoint).magnitude < 1e-13)
    #expect(solution.iterates.count < ParameterSolver.maximumSteps)
    // The target is a fixed point of the activation found.
    let mapping = MomentMapping(Activation(alpha: solution.alpha, lambda: solution.lambda))
    let (newMean, newVariance) = mapping(
      Point(
        mu: Interval(enclosing: target.mean), omega: Interval(enclosing: target.omega),
        nu: Interval(enclosing: target.variance), tau: Interval(enclosing: target.tau)))
    #expect(!newMean.isDisjoint(with: Interval(enclosing: target.mean)) && newMean.width < 1e-13)
    #expect(!newVariance.isDisjoint(with: Interval(enclosing: target.variance)) && newVariance.width < 1e-12)
  }

  /// A slightly different alpha does not keep the target.
  @Test func aShiftedSolutionIsNoticed() throws {
    let solution = try ParameterSolver.solve(FixedPointTarget())
    let shifted = Activation(alpha: solution.alpha + Interval(1e-12), lambda: solution.lambda)
    let one = Interval(1)
    let (mean, _) = MomentMapping(shifted)(Point(mu: Interval(0), omega: Interval(0), nu: one, tau: one))
    #expect(!mean.contains(0))
  }

  @Test(arguments: [("0", "1"), ("-1", "1"), ("1", "0"), ("1", "-2")])
  func impossibleTargetsAreErrors(variance: String, tau: String) throws {
    let target = FixedPointTarget(variance: try Rational(parsing: variance), tau: try Rational(parsing: tau))
    #expect(throws: ParameterError.self) { try ParameterSolver.solve(target) }
  }
}
