import FixedPointSolver
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic
import Testing

/// Fixed points of the SELU mapping: found, excluded, or left undecided.
@Suite struct FixedPointSearchTests {
  static let mapping: MomentMapping<Interval> = {
    let precise = Activation<DyadicInterval>.selfNormalizing(like: DyadicInterval(Dyadic(1), precision: 128))
    return MomentMapping(
      Activation(alpha: Interval(enclosing: precise.alpha), lambda: Interval(enclosing: precise.lambda)))
  }()

  static let box = Pair(
    Interval(lowerBound: -10, upperBound: 10), Interval(lowerBound: 0.001, upperBound: 1000))

  func equations(_ omega: Double, _ tau: Double) -> FixedPointEquations {
    FixedPointEquations(Self.mapping, omega: Interval(omega), tau: Interval(tau))
  }

  @Test(arguments: [(0.0, 1.0), (0.05, 1), (0.1, 0.95), (-0.1, 1.1), (0.0, 1.5), (0.02, 2)])
  func theOnlyFixedPointIsEnclosed(omega: Double, tau: Double) throws {
    let outcome = FixedPointSearch(equations(omega, tau)).run(in: Self.box)
    #expect(outcome.undecided.isEmpty && outcome.unique.count == 1)
    let found = try #require(outcome.unique.first)
    // Independently: the orbit of (0, 1) in plain arithmetic ends inside.
    let plain = MomentMapping(
      Activation(alpha: Self.mapping.activation.alpha.midpoint, lambda: Self.mapping.activation.lambda.midpoint))
    var (mu, nu) = (0.0, 1.0)
    for _ in 0..<2_000 { (mu, nu) = plain(Point(mu: mu, omega: omega, nu: nu, tau: tau)) }
    #expect((found.enclosure.first.midpoint - mu).magnitude < 1e-12)
    #expect((found.enclosure.second.midpoint - nu).magnitude < 1e-12)
    #expect(found.enclosure.first.width < 1e-11 && found.enclosure.second.width < 1e-11)
    #expect(found.enclosure.first.isSubset(of: found.region.first))
  }

  /// tau > 2.6576 lets the variance grow without bound, tau < 0.4956 lets it vanish.
  @Test(arguments: [3.0, 0.4])
  func absenceIsProved(tau: Double) {
    #expect(FixedPointSearch(equations(0, tau)).run(in: Self.box).provesNone)
  }

  @Test func aSmallBudgetLeavesBoxesUndecided() {
    let outcome = FixedPointSearch(equations(0, 3), maximumBoxes: 2).run(in: Self.box)
    #expect(!outcome.undecided.isEmpty && !outcome.provesNone)
  }

  /// A box beside the fixed point holds none; a box of impossible variances decides nothing.
  @Test func otherBoxes() {
    let beside = Pair(Interval(lowerBound: 0.2, upperBound: 0.4), Interval(lowerBound: 0.8, upperBound: 1.2))
    #expect(FixedPointSearch(equations(0, 1)).run(in: beside).provesNone)
    let impossible = Pair(Interval(lowerBound: -1, upperBound: 1), Interval(lowerBound: -1, upperBound: 1))
    #expect(!FixedPointSearch(equations(0, 1)).run(in: impossible).provesNone)
  }

  /// The derivatives of the fixed point by the weights enclose what a small change of the weights does to it.
  @Test func parameterDerivativesEncloseDifferences() throws {
    let (omega, tau, step) = (0.05, 1.02, 0x1p-20)
    let whole = FixedPointEquations(
      Self.mapping, omega: Interval(lowerBound: omega, upperBound: omega + step),
      tau: Interval(lowerBound: tau, upperBound: tau + step))
    let near = Pair(Interval(lowerBound: -0.05, upperBound: 0.1), Interval(lowerBound: 0.9, upperBound: 1.3))
    func point(_ omega: Double, _ tau: Double) throws -> Pair<Interval> {
      try #require(FixedPointSearch(equations(omega, tau)).run(in: near).unique.first).enclosure
    }
    let hull = try #require(FixedPointSearch(whole).run(in: near).unique.first).enclosure
    let slope = whole.parameterDerivative(over: hull)
    let (base, moved) = (try point(omega, tau), try point(omega + step, tau))
    let quotient = (moved.second - base.second) / Interval(step)
    #expect(!quotient.isDisjoint(with: slope.a21))
    let other = try point(omega, tau + step)
    #expect(!((other.second - base.second) / Interval(step)).isDisjoint(with: slope.a22))
    #expect(!((other.first - base.first) / Interval(step)).isDisjoint(with: slope.a12))
    // And they are narrow enough to say something.
    #expect(slope.a22.lowerBound > 0 && slope.a22.width < 0.01)
  }

  /// For all weights of Theorem 1 at once.
  @Test func aSurveyCoversRangesOfWeights() {
    let equations = FixedPointEquations(
      Self.mapping, omega: Interval(lowerBound: -0.1, upperBound: 0.1),
      tau: Interval(lowerBound: 0.95, upperBound: 1.1))
    let outcome = FixedPointSurvey(equations).run(in: Self.box)
    #expect(outcome.count == 1 && outcome.gaps.isEmpty)
    let tight = FixedPointSurvey(equations, maximumBoxes: 3).run(in: Self.box)
    #expect(tight.count == nil && !tight.gaps.isEmpty)
  }
}
