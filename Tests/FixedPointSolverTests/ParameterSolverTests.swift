import FixedPointSolver
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic
import Testing

@Suite struct ParameterSolverTests {
  private static let targets: [FixedPointTarget] = [
    FixedPointTarget(), FixedPointTarget(variance: 2), FixedPointTarget(mean: Rational(-1, over: 10), variance: 2),
    FixedPointTarget(mean: Rational(1, over: 2)),
    FixedPointTarget(mean: Rational(1, over: 5), omega: Rational(-1, over: 2)),
    FixedPointTarget(variance: Rational(1, over: 100)), FixedPointTarget(variance: 100),
    FixedPointTarget(tau: Rational(6, over: 5)),
  ]

  // MARK: The iteration

  @Test(arguments: targets)
  func theIterationConverges(_ target: FixedPointTarget) throws {
    let solution = try ParameterSolver.solve(target)
    let iterates = ParameterSolver.iterates(target)
    #expect(iterates.count < ParameterSolver.maximumSteps)
    let limit = try #require(iterates.last)
    #expect(abs(limit.alpha - solution.alpha.midpoint) <= 64 * limit.alpha.ulp)
    #expect(abs(limit.lambda - solution.lambda.midpoint) <= 64 * limit.lambda.ulp)
    // The last step repeats the one before.
    #expect(iterates.dropLast().last.map { $0 == limit } ?? true)
  }

  @Test func theFirstIteratesAreThoseOfThePaper() {
    let target = FixedPointTarget(mean: Rational(1, over: 10))
    let equations = ParameterEquations(target, like: 1.0)
    var alpha = 1.0
    for iterate in ParameterSolver.iterates(target).prefix(5) {
      let next = equations.iterate(alpha: alpha)
      #expect(iterate.alpha == next.alpha && iterate.lambda == next.lambda)
      alpha = next.alpha
    }
  }

  /// The iteration is the same in every arithmetic: the exact steps are enclosed, and the plain ones are near.
  @Test(arguments: targets)
  func theStepsAreEnclosed(_ target: FixedPointTarget) {
    let equations = ParameterEquations(target, like: DyadicInterval(Dyadic(1), precision: 300))
    for (exact, plain) in zip(equations.orbit, ParameterSolver.iterates(target)) {
      #expect(abs(Interval(enclosing: exact.alpha).midpoint - plain.alpha) <= 1e-9 * abs(plain.alpha))
      #expect(abs(Interval(enclosing: exact.lambda).midpoint - plain.lambda) <= 1e-9 * plain.lambda)
    }
  }

  // MARK: The proof

  @Test(arguments: targets)
  func theSolutionIsUniqueInItsRegion(_ target: FixedPointTarget) throws {
    let solution = try ParameterSolver.solve(target)
    #expect(solution.enclosure.isInterior(to: solution.region))
    let equations = ParameterEquations(target, like: solution.enclosure.first)
    let image = try #require(equations.krawczyk(solution.region))
    #expect(image.isInterior(to: solution.region))
    let residual = equations.residual(over: solution.enclosure)
    #expect(residual.first.contains(0.0) && residual.second.contains(0.0))
  }

  @Test(arguments: targets)
  func binary64IsAtMostTwoUnitsWide(_ target: FixedPointTarget) throws {
    let solution = try ParameterSolver.solve(target)
    for number in [solution.alpha, solution.lambda] {
      #expect(number.width <= 2 * number.upperBound.magnitude.ulp && number.width > 0, "\(target): \(number)")
    }
  }

  @Test(arguments: [64, 128, 1000])
  func theClosedFormsAreInside(_ precision: Int) throws {
    let solution = try ParameterSolver.solve(FixedPointTarget(), precision: precision)
    #expect(try ReferenceTable.constant("alpha01").isConsistent(with: solution.enclosure.first))
    #expect(try ReferenceTable.constant("lambda01").isConsistent(with: solution.enclosure.second))
    #expect(try ReferenceTable.constant("alpha01").isInside(solution.alpha))
    #expect(try ReferenceTable.constant("lambda01").isInside(solution.lambda))
    let closed = Activation.selfNormalizing(like: DyadicInterval(Dyadic(1), precision: precision + 32))
    #expect(!closed.alpha.isDisjoint(with: solution.enclosure.first))
    #expect(!closed.lambda.isDisjoint(with: solution.enclosure.second))
    #expect((solution.enclosure.first.accurateBits ?? 0) > precision - 16)
  }

  @Test func theClosedFormsForVarianceTwoAreInside() throws {
    let solution = try ParameterSolver.solve(FixedPointTarget(variance: 2))
    #expect(try ReferenceTable.constant("alpha02").isConsistent(with: solution.enclosure.first))
    #expect(try ReferenceTable.constant("lambda02").isConsistent(with: solution.enclosure.second))
  }

  @Test func theReferencesAreInside() throws {
    for row in try ReferenceTable.parameters.get().rows {
      let target = FixedPointTarget(
        mean: try row.exact("mean"), variance: try row.exact("variance"), omega: try row.exact("omega"),
        tau: try row.exact("tau"))
      let solution = try ParameterSolver.solve(target, precision: 192)
      #expect(try row.number("alpha").isConsistent(with: solution.enclosure.first), "\(row)")
      #expect(try row.number("lambda").isConsistent(with: solution.enclosure.second), "\(row)")
      #expect(try row.number("alpha").isInside(solution.alpha) && row.number("lambda").isInside(solution.lambda))
    }
  }

  /// With the parameters found the moment mapping keeps mean and variance.
  @Test(arguments: targets)
  func theTargetIsAFixedPoint(_ target: FixedPointTarget) throws {
    let solution = try ParameterSolver.solve(target)
    let one = solution.enclosure.first.constant(1)
    let mapping = MomentMapping(Activation(alpha: solution.enclosure.first, lambda: solution.enclosure.second))
    let (mean, variance) = mapping(
      Point(
        mu: one.constant(target.mean), omega: one.constant(target.omega), nu: one.constant(target.variance),
        tau: one.constant(target.tau)))
    #expect(mean.contains(target.mean) && variance.contains(target.variance))
  }

  // MARK: Negative controls

  @Test func aRegionThatIsTooWideIsNotClaimed() {
    let equations = ParameterEquations(FixedPointTarget(), like: Interval(1))
    for box in [
      Vector2(Interval(0.1...20), Interval(0.1...20)), Vector2(Interval(-10...10), Interval(-10...10)),
      Vector2(Interval(1...3), Interval(-1.5...1.5)),
    ] {
      if case .unique = equations.contract(box, maximumSteps: 1) { Issue.record("claimed on \(box)") }
    }
    // lambda and -lambda both solve the second equation of a target with mean 0.
    if case .unique = equations.contract(Vector2(Interval(1.6...1.8), Interval(-2...2.1))) {
      Issue.record("two solutions")
    }
  }

  @Test func aShiftedEnclosureIsRejected() throws {
    let solution = try ParameterSolver.solve(FixedPointTarget())
    let equations = ParameterEquations(FixedPointTarget(), like: solution.enclosure.first)
    let shift = solution.enclosure.first.constant(Rational(1, timesTenTo: -30))
    let shifted = [
      Vector2(solution.enclosure.first + shift, solution.enclosure.second),
      Vector2(solution.enclosure.first, solution.enclosure.second - shift),
    ]
    for box in shifted {
      guard case .none = equations.contract(box) else {
        Issue.record("\(box) holds no solution")
        continue
      }
    }
  }

  @Test func impossibleTargetsAreRefused() {
    for variance in [0, -1] as [Rational] {
      #expect(throws: ParameterError.notPositive(name: "variance", value: variance)) {
        try ParameterSolver.solve(FixedPointTarget(variance: variance))
      }
    }
    #expect(throws: ParameterError.notPositive(name: "tau", value: -1)) {
      try ParameterSolver.solve(FixedPointTarget(tau: -1))
    }
    #expect(throws: ParameterError.self) { try ParameterSolver.solve(FixedPointTarget(mean: -2)) }
    #expect(throws: ParameterError.self) { try ParameterSolver.solve(FixedPointTarget(mean: -1)) }
  }

  @Test func errorsAreSentences() {
    let target = FixedPointTarget(mean: -2)
    #expect(
      ParameterError.notPositive(name: "variance", value: -1).description
        == "A fixed point needs a positive variance, not -1.")
    #expect(
      ParameterError.noLimit(target).description
        == "The iteration for alpha and lambda does not converge for mean -2, variance 1, omega 0, tau 1.")
    #expect(
      ParameterError.notProved(target, precision: 64).description
        == "No alpha and lambda could be proved for mean -2, variance 1, omega 0, tau 1 with 64 bits.")
  }
}
