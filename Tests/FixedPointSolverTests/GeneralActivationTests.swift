import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic
import Testing

@testable import FixedPointSolver

/// The search for fixed points of activations of which no more is known than the derivatives of their moments.
@Suite struct GeneralActivationTests {
  private static let selu = Activation<Interval>.selfNormalizing(like: Interval(1))

  /// The SELU as one of a family, of which the search knows nothing special.
  private static let anonymous = ExponentialLinear.scaledSELU(
    alpha: selu.alpha, beta: Interval(1), lambda: selu.lambda)

  private static let region = FixedPointRegion(mean: (-8, 8), variance: (Rational(1, over: 64), 64))

  private static func survey(
    _ function: some ActivationFunction<Interval>, omega: ClosedRange<Double>, tau: ClosedRange<Double>,
    region: FixedPointRegion = region
  ) -> FixedPointSurvey.Census {
    FixedPointSurvey(
      FixedPointEquations(MomentMapping(function), omega: Interval(omega), tau: Interval(tau)), region: region,
      maximumBoxes: 20_000
    ).run()
  }

  @Test func boundsHoldTheClosedForms() {
    var generator = SeededGenerator(seed: 11)
    for index in 0..<600 {
      let (t, s) = (Double.random(in: -4...4, using: &generator), Double.random(in: 0.1...4, using: &generator))
      let width = index.isMultiple(of: 3) ? 0 : Double.exp(Double.random(in: -12...0, using: &generator))
      let (u, d) = (Interval(t + width / 3), Interval(s + s * width / 2))
      let bounds = GeneralActivation(function: Self.anonymous).moments(
        ratio: Interval(t...t + width), deviation: Interval(s...s * (1 + width)))
      let exact = Moments(Self.selu, NetInput(mean: u * d, variance: d.squared()))
      let slopes = bounds.slopes
      for (name, enclosure, value) in [
        ("mean", bounds.mean, exact.mean / d), ("variance", bounds.variance, exact.variance / d.squared()),
        ("dm/dy", bounds.meanSlope, exact.meanByMean), ("dm/dx", slopes.a12, exact.meanByVariance),
        ("dV/dy", slopes.a21, exact.varianceByMean), ("dV/dx", slopes.a22, exact.varianceByVariance),
      ] {
        #expect(!enclosure.isEmpty && !enclosure.isDisjoint(with: value), "\(name) at \(t), \(s) + \(width)")
        if width == 0 {
          #expect(enclosure.width < 1e-8 * (1 + enclosure.magnitude), "\(name) at \(t), \(s)")
          #expect((enclosure + Interval(1e-6 * (1 + enclosure.magnitude))).isDisjoint(with: value))
        }
      }
    }
  }

  /// What is found without the special bounds of the SELU is what is found with them.
  @Test(arguments: [(0.0, 1.0), (0.1, 1.1), (-0.1, 0.95), (0.0, 0.49), (0.5, 1.0), (0.0, 3.0)])
  func theSELUWithoutItsName(omega: Double, tau: Double) throws {
    let region = FixedPointRegion(mean: (-2, 2), variance: (Rational(1, over: 10), 6))
    let special = Self.survey(Self.selu, omega: omega...omega, tau: tau...tau, region: region)
    let general = Self.survey(Self.anonymous, omega: omega...omega, tau: tau...tau, region: region)
    let count = try #require(special.count)
    #expect(general.count == count)
    guard count == 1 else { return }
    let found = [special, general].compactMap { $0.pieces.first?.fixedPoints.first?.branch.enclosure }
    try #require(found.count == 2)
    #expect(!found[0].isDisjoint(with: found[1]) && found[1].second.width < 1e-10)
  }

  @Test func rangesOfWeights() throws {
    let outcome = Self.survey(Self.anonymous, omega: -0.05...0.05, tau: 0.98...1.02)
    #expect(outcome.count == 1 && outcome.gaps.isEmpty)
    let branch = try #require(FixedPointBranch(outcome.pieces, index: 0))
    // mean 0 and variance 1 for omega = 0, tau = 1
    #expect(branch.enclosure.first.contains(0) && branch.enclosure.second.contains(1))
  }

  /// Fixed points to 20 digits by iteration in Arb, the moments by its integration of the definition
  /// (Tests/References/make_activation_references.py).
  @Test(arguments: [
    (SmoothFunction.tanh, 0.5, 2.0, 0.0, 0.30898238488427277480),
    (.sigmoid, 0.5, 20, 0.56338227382175654173, 0.023215856308928877971),
  ])
  func smoothFunctions(function: SmoothFunction, omega: Double, tau: Double, mean: Double, variance: Double) throws {
    let outcome = Self.survey(SmoothActivation<Interval>(function), omega: omega...omega, tau: tau...tau)
    #expect(outcome.count == 1)
    let family = try #require(outcome.pieces.first?.fixedPoints.first)
    let location = family.branch.enclosure
    #expect(
      (location.first - Interval(mean)).magnitude < 1e-10 && (location.second - Interval(variance)).magnitude < 1e-10)
    #expect(location.second.width < 1e-10)
    #expect(family.branch.hull().stability == .attracting)
    // With many bits by Krawczyk's operator.
    let precise = FixedPoint(enclosure: location, region: location).behaviour(
      { _ in SmoothActivation<DyadicInterval>(function) }, omega: Rational(exactly: omega) ?? 0,
      tau: Rational(exactly: tau) ?? 0, precision: 128)
    let width = try #require(precise.location.second.width)
    #expect(Double(width, rounding: .up) < 1e-25)
    #expect(Interval(enclosing: precise.location.second).isSubset(of: location.second))
  }

  /// With tau = 1 the variance of tanh only falls, and there is nothing to find; a narrower box leaves out what is outside.
  @Test func absence() {
    #expect(Self.survey(SmoothActivation<Interval>(.tanh), omega: 0...0, tau: 1...1).count == 0)
    let above = FixedPointRegion(mean: (-1, 1), variance: (Rational(1, over: 2), 2))
    #expect(Self.survey(SmoothActivation<Interval>(.tanh), omega: 0...0, tau: 2...2, region: above).count == 0)
    let below = FixedPointRegion(mean: (-1, 1), variance: (Rational(1, over: 4), Rational(1, over: 3)))
    #expect(Self.survey(SmoothActivation<Interval>(.tanh), omega: 0...0, tau: 2...2, region: below).count == 1)
  }

  /// Without bounds of the region nothing is decided, nor searched; with a negative alpha the SELU is such a case too.
  @Test func unboundedRegionsStayUndecided() {
    for function in [
      SmoothActivation<Interval>(.tanh), Activation(alpha: Interval(-1), lambda: Interval(1)),
    ] as [any ActivationFunction<Interval>] {
      func outcome(_ function: some ActivationFunction<Interval>) -> FixedPointSurvey.Census {
        let equations = FixedPointEquations(MomentMapping(function), omega: Interval(0), tau: Interval(1))
        #expect(!equations.coversAllVariances)
        return FixedPointSurvey(equations).run()
      }
      let result = outcome(function)
      #expect(result.boxes == 0 && result.count == nil && !result.gaps.isEmpty)
    }
    #expect(FixedPointEquations(omega: 0...0, tau: 1...1).coversAllVariances)
  }
}
