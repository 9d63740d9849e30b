import FixedPointSolver
import MomentMap
import MultiPrecision
import RealArithmetic
import Testing

/// Alpha and lambda in closed form, beside Krawczyk's operator and beside the moment mapping.
@Suite struct ClosedFormTests {
  private static let one = DyadicInterval(Dyadic(1), precision: 200)

  private static func tenths(_ n: Int) -> Rational { Rational(BigInteger(n), timesTenTo: -1) }

  /// Means, omegas and taus in tenths.
  private static let grid: [FixedPointTarget] = {
    let weights = [(0, 10), (3, 10), (-5, 7), (10, 20)]
    return [-10, -5, -1, 0, 1, 5, 7, 9, 12, 15].flatMap { mean in
      weights.map { omega, tau in
        FixedPointTarget(
          mean: tenths(mean), omega: tenths(omega), tau: tenths(tau))
      }
    }
  }()

  /// What the iteration and Krawczyk's operator find is one of the solutions.
  @Test func krawczykFindsOneOfThem() throws {
    for target in Self.grid {
      guard let solution = try? ParameterSolver.solve(target, precision: 200) else { continue }
      guard case .all(let roots) = ParameterEquations(target, like: Self.one).roots() else {
        Issue.record("no solution for \(target)")
        continue
      }
      let (alpha, lambda) = (solution.enclosure.first, solution.enclosure.second)
      #expect(roots.contains { !$0.alpha.isDisjoint(with: alpha) && !$0.lambda.isDisjoint(with: lambda) }, "\(target)")
    }
  }

  /// Both equations hold for every solution.
  @Test func everySolutionIsAFixedPoint() {
    var counts: [Int: Int] = [:]
    for target in Self.grid {
      switch ParameterEquations(target, like: Self.one).roots() {
      case .undecided: Issue.record("undecided: \(target)")
      case .none(let least):
        counts[0, default: 0] += 1
        #expect(least.isStrictlyGreater(than: target.variance + target.mean.squared()))
      case .all(let roots):
        counts[roots.count, default: 0] += 1
        for root in roots {
          let mapping = MomentMapping(Activation(alpha: root.alpha, lambda: root.lambda))
          let (mean, variance) = mapping(
            Point(
              mu: Self.one.constant(target.mean), omega: Self.one.constant(target.omega),
              nu: Self.one.constant(target.variance), tau: Self.one.constant(target.tau)))
          #expect(mean.contains(target.mean) && variance.contains(target.variance) && root.lambda.isPositive)
        }
        if roots.count == 2 { #expect(roots[1].lambda.isStrictlyLess(than: roots[0].lambda)) }
      }
    }
    #expect(Set(counts.keys) == [0, 1, 2])
  }

  /// Where there is no solution none is met by trying: for lambda from small to large, alpha from the mean's equation, the
  /// second moment stays above the bound.
  @Test func theLeastSecondMomentIsOne() {
    for mean in [-2, -1, 1, 2] as [Rational] {
      let target = FixedPointTarget(mean: mean, variance: Rational(1, over: 10))
      guard case .none(let least) = ParameterEquations(target, like: Self.one).roots() else {
        Issue.record("\(target)")
        continue
      }
      let equations = ParameterEquations(target, like: 1.0)
      let halfLines = equations.halfLines
      for step in 1...400 {
        let lambda = Double(step) / 100
        let alpha = (2 * equations.mean / lambda - halfLines.positiveMean) / halfLines.negativeMean
        let moment = Moments(Activation(alpha: alpha, lambda: lambda), halfLines).secondMoment
        #expect(moment > Double(least.lowerBound, rounding: .down) * (1 - 1e-12))
      }
    }
  }
}
