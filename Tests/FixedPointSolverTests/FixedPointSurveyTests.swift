import FixedPointSolver
import IntervalArithmetic
import MomentMap
import RealArithmetic
import Testing

/// Fixed points for ranges of weights.
@Suite struct FixedPointSurveyTests {
  /// The domain of Theorem 1.
  private static let theorem = FixedPointEquations(
    .paper, omega: Interval(enclosing: Rational(-1, over: 10), through: Rational(1, over: 10)),
    tau: Interval(enclosing: Rational(95, over: 100), through: Rational(11, over: 10)))

  private static let outcome = FixedPointSurvey(theorem).run(in: .usual)
  private static let hull = FixedPointBranch(outcome.pieces, index: 0)?.hull()

  @Test func theoremOneHasOneFixedPointEach() throws {
    #expect(Self.outcome.count == 1 && Self.outcome.gaps.isEmpty)
    let hull = try #require(Self.hull)
    #expect(hull.stability == .attracting)
    #expect(hull.contractionFactor.upperBound < 1 && hull.spectralRadius.upperBound < 1)
    // The extrema of Tests/References/claim-extrema.tsv, all at omega = 0.1.
    let mean = Interval(-0.02087030862116521...0.05470598061819395)
    let variance = Interval(0.826473750625936...1.410289829275663)
    #expect(mean.isSubset(of: hull.location.first + Interval(-1e-14...1e-14)))
    #expect(variance.isSubset(of: hull.location.second + Interval(-1e-14...1e-14)))
    #expect(hull.location.first.width < mean.width * (1 + 1e-5))
    #expect(hull.location.second.width < variance.width * (1 + 1e-5))
  }

  @Test func theHullHoldsTheReferenceFixedPoints() throws {
    let hull = try #require(Self.hull)
    for row in try ReferenceTable.fixedPoints.get().rows {
      let (omega, tau) = (try row.exact("omega"), try row.exact("tau"))
      guard abs(omega) <= Rational(1, over: 10), tau >= Rational(95, over: 100), tau <= Rational(11, over: 10) else {
        continue
      }
      let h = hull.jacobian
      let numbers = [
        ("mean", hull.location.first), ("variance", hull.location.second), ("S", hull.contractionFactor),
        ("radius", hull.spectralRadius), ("H11", h.a11), ("H12", h.a12), ("H21", h.a21), ("H22", h.a22),
      ]
      for (name, enclosure) in numbers { #expect(try row.number(name).isInside(enclosure), "\(row): \(name)") }
    }
  }

  /// Fixed points at single weights lie in the hull over ranges around them.
  @Test(
    arguments: [
      (-0.5...(-0.48), 1.2...1.22), (0.3...0.31, 0.8...0.81), (0...0, 0.6...0.63), (-1...(-0.99), 2...2.01),
    ] as [(ClosedRange<Double>, ClosedRange<Double>)])
  func membersLieInTheHull(_ omega: ClosedRange<Double>, _ tau: ClosedRange<Double>) throws {
    let outcome = FixedPointSurvey(FixedPointEquations(omega: omega, tau: tau)).run(in: .usual)
    try #require(outcome.count == 1)
    let hull = try #require(FixedPointBranch(outcome.pieces, index: 0)).hull()
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<10 {
      let (w, t) = (Double.random(in: omega, using: &generator), Double.random(in: tau, using: &generator))
      let equations = FixedPointEquations(omega: w...w, tau: t...t)
      let member = try #require(FixedPointSearch(equations).run(in: .usual).unique.first)
      #expect(!member.enclosure.isDisjoint(with: hull.location))
      let behaviour = equations.behaviour(at: member)
      #expect(!behaviour.contractionFactor.isDisjoint(with: hull.contractionFactor))
      #expect(!behaviour.spectralRadius.isDisjoint(with: hull.spectralRadius))
      #expect(member.enclosure.first.midpoint >= hull.location.first.lowerBound)
      #expect(member.enclosure.first.midpoint <= hull.location.first.upperBound)
    }
  }

  @Test func piecesCoverTheWeights() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let (w, t) = (Double.random(in: -0.1...0.1, using: &generator), Double.random(in: 0.95...1.1, using: &generator))
      #expect(Self.outcome.pieces.contains { $0.equations.omega.contains(w) && $0.equations.tau.contains(t) })
    }
  }

  /// Fixed points that are known for all weights stay known when the weights are cut because of another one.
  @Test func twoFamiliesAreToldApart() throws {
    let outcome = FixedPointSurvey(FixedPointEquations(omega: 0.85...0.851, tau: 1...1.0001)).run(in: .usual)
    #expect(outcome.count == 2 && outcome.pieces.count > 1)
    let hulls = try (0..<2).map { try #require(FixedPointBranch(outcome.pieces, index: $0)).hull() }
    #expect(hulls[0].location.isDisjoint(with: hulls[1].location))
    #expect(hulls.map(\.stability) == [.saddle, .attracting])
    #expect(hulls[1].location.first.contains(0) && hulls[1].location.second.contains(1))
    #expect(FixedPointBranch(outcome.pieces, index: 2) == nil)
  }

  @Test func noFixedPointForAnyWeights() {
    let outcome = FixedPointSurvey(FixedPointEquations(omega: 0...0, tau: 0.3...0.49)).run(in: .usual)
    #expect(outcome.count == 0)
    #expect(FixedPointBranch(outcome.pieces, index: 0) == nil)
  }

  @Test func differentNumbersAreNotCalledOne() {
    // With the box cut off at 0.01 there is a fixed point for large tau only; where it crosses nothing is decided.
    let outcome = FixedPointSurvey(FixedPointEquations(omega: 0...0, tau: 0.49...0.8), maximumBoxes: 6_000).run(
      in: Pair(Interval(-1...1), Interval(0.01...100)))
    #expect(outcome.count == nil)
    #expect(Set(outcome.pieces.map(\.fixedPoints.count)) == [0, 1])
    #expect(FixedPointBranch(outcome.pieces, index: 0) == nil)
  }

  @Test func theBudgetIsKept() {
    for budget in [1, 50, 500] {
      let outcome = FixedPointSurvey(Self.theorem, maximumBoxes: budget).run(in: .usual)
      #expect(outcome.boxes <= budget && !outcome.gaps.isEmpty && outcome.count == nil)
    }
  }

  @Test func theResultIsAFunctionOfTheInput() {
    let again = FixedPointSurvey(Self.theorem).run(in: .usual)
    #expect(again.boxes == Self.outcome.boxes)
    #expect(again.pieces.map(\.fixedPoints) == Self.outcome.pieces.map(\.fixedPoints))
  }
}
