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
      guard case .all(let roots) = ParameterEquations(target, like: Self.one).solve() else {
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
      switch ParameterEquations(target, like: Self.one).solve() {
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
      guard case .none(let least) = ParameterEquations(target, like: Self.one).solve() else {
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

  @Test func precisionsGoUp() {
    let bits = Array(PreciseParameters.precisions(forDigits: 50))
    #expect(bits.first ?? 0 >= 166 + 32 && zip(bits, bits.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func errorsSayWhatIsProved() {
    let error = #expect(throws: ParameterError.self) {
      try PreciseParameters.solve(FixedPointTarget(mean: -2), digits: 5) { $0.alpha.decimal(significantDigits: 5) }
    }
    #expect(
      error?.description
        == "There are no alpha and lambda > 0 for mean -2, variance 1, omega 0, tau 1: with that mean a layer's second "
        + "moment is proved to be at least 10.1993, not variance + mean^2 = 5.")
    #expect(throws: ParameterError.notPositive(name: "variance", value: 0)) {
      try PreciseParameters.solve(FixedPointTarget(variance: 0), digits: 5) { $0.alpha }
    }
    #expect(
      "\(FixedPointTarget(mean: Rational(1, over: 3), variance: Rational(1, timesTenTo: -300)))"
        == "mean 1/3, variance 1e-300, omega 0, tau 1")
    #expect(throws: ParameterError.undecided(FixedPointTarget())) {
      try PreciseParameters.solve(FixedPointTarget(), digits: 5) { _ in nil as Int? }
    }
  }

  // MARK: Displacements

  /// With parameters that are as good as exact the fixed point stays.
  @Test func exactParametersMoveNothing() throws {
    guard case .all(let roots) = ParameterEquations(FixedPointTarget(), like: Self.one).solve() else { return }
    let root = try #require(roots.first)
    let displacement = try #require(
      FixedPointDisplacement(
        alpha: root.alpha.lowerBound, lambda: root.lambda.lowerBound, target: FixedPointTarget(), precision: 200))
    let bound = Rational(1, timesTenTo: -45)
    #expect(displacement.shift.first.isStrictlyLess(than: bound))
    #expect(displacement.shift.second.isStrictlyLess(than: bound))
    #expect(displacement.shift.second.isStrictlyGreater(than: -bound))
  }

  /// Slopes that are far too small or too large have no fixed point of positive variance, so that nothing is certified.
  @Test func whatHasNoFixedPointIsNotCertified() {
    for lambda in [Dyadic(significand: 1, exponent: -7), 100] {
      #expect(
        FixedPointDisplacement(alpha: 1, lambda: lambda, target: FixedPointTarget(), precision: 128) == nil)
    }
  }

  // MARK: Expectations by the trapezoidal rule

  /// The enclosures hold the numbers of constants.tsv with few bits and with many, and get narrower.
  @Test(arguments: [2, 10, 30, 64, 128, 200])
  func gainsHoldTheReferences(_ precision: Int) throws {
    let functions = GainFunction.all(slope: Rational(1, over: 100))
    for (function, moments) in zip(functions, ActivationMoments.of(functions, precision: precision))
    where function != .selu {
      let reference = try ReferenceTable.constant("\(function.name) second moment")
      let interval = moments.secondMoment
      #expect(interval.isBounded && Rational(interval.lowerBound) <= reference.upper, "\(function.name)")
      #expect(reference.lower <= Rational(interval.upperBound), "\(function.name)")
      if precision >= 64 {
        #expect(interval.accurateBits ?? 0 >= precision - 8, "\(function.name)")
        #expect(try ReferenceTable.constant("\(function.name) gain").isConsistent(with: moments.gain))
        #expect(try ReferenceTable.constant("\(function.name) variance gain").isConsistent(with: moments.varianceGain))
      }
    }
  }
}
