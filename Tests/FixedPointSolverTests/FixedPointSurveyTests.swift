import IntervalArithmetic
import MomentMap
import RealArithmetic
import Testing

@testable import FixedPointSolver

/// Fixed points for ranges of weights.
@Suite struct FixedPointSurveyTests {
  /// The domain of Theorem 1.
  private static let theorem = FixedPointEquations(
    .paper, omega: Interval(enclosing: Rational(-1, over: 10), through: Rational(1, over: 10)),
    tau: Interval(enclosing: Rational(95, over: 100), through: Rational(11, over: 10)))

  private static let outcome = FixedPointSurvey(theorem).run()
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
    let outcome = FixedPointSurvey(FixedPointEquations(omega: omega, tau: tau)).run()
    try #require(outcome.count == 1)
    let hull = try #require(FixedPointBranch(outcome.pieces, index: 0)).hull()
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<10 {
      let (w, t) = (Double.random(in: omega, using: &generator), Double.random(in: tau, using: &generator))
      let equations = FixedPointEquations(omega: w...w, tau: t...t)
      let member = try #require(FixedPointSurvey(equations).run().pieces.first?.fixedPoints.first).branch.hull()
      #expect(!member.location.isDisjoint(with: hull.location))
      let behaviour = member
      #expect(!behaviour.contractionFactor.isDisjoint(with: hull.contractionFactor))
      #expect(!behaviour.spectralRadius.isDisjoint(with: hull.spectralRadius))
      #expect(member.location.first.midpoint >= hull.location.first.lowerBound)
      #expect(member.location.first.midpoint <= hull.location.first.upperBound)
    }
  }

  @Test func piecesCoverTheWeights() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let (w, t) = (Double.random(in: -0.1...0.1, using: &generator), Double.random(in: 0.95...1.1, using: &generator))
      #expect(Self.outcome.pieces.contains { $0.equations.omega.contains(w) && $0.equations.tau.contains(t) })
    }
  }

  @Test func twoFamiliesAreToldApart() throws {
    let outcome = FixedPointSurvey(FixedPointEquations(omega: 0.85...0.851, tau: 1...1.0001)).run()
    #expect(outcome.count == 2)
    let hulls = try (0..<2).map { try #require(FixedPointBranch(outcome.pieces, index: $0)).hull() }
    #expect(hulls[0].location.isDisjoint(with: hulls[1].location))
    #expect(hulls.map(\.stability) == [.saddle, .attracting])
    #expect(hulls[1].location.first.contains(0) && hulls[1].location.second.contains(1))
    #expect(FixedPointBranch(outcome.pieces, index: 2) == nil)
  }

  @Test func noFixedPointForAnyWeights() {
    let outcome = FixedPointSurvey(FixedPointEquations(omega: 0...0, tau: 0.3...0.49)).run()
    #expect(outcome.count == 0)
    #expect(FixedPointBranch(outcome.pieces, index: 0) == nil)
  }

  @Test func differentNumbersAreNotCalledOne() {
    // In a region that ends at 0.01 there is a fixed point for large tau only; the weights for which it is on the border
    // are a small part.
    let region = FixedPointRegion(mean: (-1, 1), variance: (Rational(1, over: 100), 100))
    let outcome = FixedPointSurvey(FixedPointEquations(omega: 0...0, tau: 0.5...0.8), region: region).run()
    #expect(outcome.gaps.isEmpty && outcome.count == nil)
    #expect(Set(outcome.pieces.map(\.fixedPoints.count)) == [0, 1])
    #expect(FixedPointBranch(outcome.pieces, index: 0) == nil)
    let border = outcome.pieces.filter { $0.fixedPoints.contains { $0.position == .onBorder } }
    #expect(!border.isEmpty && border.allSatisfy { $0.equations.tau.width < 0.3 / 500 })
  }

  /// Where a fixed point appears, the weights next to it stay undecided, and nothing wrong is said of the others:
  /// tau_min(0) = 0.495589, and at tau = 1 two fixed points meet at omega = 0.9017.
  @Test func bifurcationsStayUndecided() {
    let collapse = FixedPointSurvey(
      FixedPointEquations(omega: 0...0, tau: 0.48...0.52), maximumBoxes: 5_000
    ).run()
    #expect(collapse.count == nil && !collapse.gaps.isEmpty)
    for piece in collapse.pieces {
      #expect(piece.fixedPoints.count == (piece.equations.tau.upperBound < 0.4956 ? 0 : 1))
    }
    let meeting = FixedPointSurvey(
      FixedPointEquations(omega: 0.88...0.92, tau: 1...1), maximumBoxes: 5_000
    ).run()
    #expect(meeting.count == nil && !meeting.gaps.isEmpty)
    #expect(meeting.gaps.contains { $0.equations.omega.contains(0.9017) })
  }

  /// The requests that used to run out of boxes.
  @Test(
    arguments: [
      ("0.05", "0.05", "0.95", "1.1"), ("-0.02", "0.02", "0.75", "0.75"), ("-0.1", "0.1", "0.625", "0.625"),
      ("-0.1", "0.1", "0.6875", "0.6875"), ("-0.1", "0.1", "0.8125", "0.8125"), ("-0.1", "0.1", "0.5625", "0.5625"),
      ("0", "0", "0.5", "2.6"), ("0.0625", "0.0625", "0.95", "1.1"), ("-0.1", "0.1", "0.7", "0.8"),
    ] as [(Rational.Text, Rational.Text, Rational.Text, Rational.Text)])
  func onePerPairOfWeights(
    _ omega: Rational.Text, _ omegaEnd: Rational.Text, _ tau: Rational.Text, _ tauEnd: Rational.Text
  ) throws {
    let equations = FixedPointEquations(
      .paper, omega: Interval(enclosing: omega.value, through: omegaEnd.value),
      tau: Interval(enclosing: tau.value, through: tauEnd.value))
    let outcome = FixedPointSurvey(equations).run()
    #expect(outcome.count == 1 && outcome.pieces.count == 1)
  }

  @Test func theFlatNeighbourhood() throws {
    let equations = FixedPointEquations(omega: (-0.02)...0.02, tau: 0.75...0.75)
    let hull = try #require(FixedPointBranch(FixedPointSurvey(equations).run().pieces, index: 0)).hull()
    #expect(hull.location.isSubset(of: Vector2(Interval(-0.0625...(-0.0495)), Interval(0.30015...0.30083))))
  }

  /// Random requests with two decimals, single weights or ranges up to 0.1 wide, away from where fixed points appear,
  /// meet or vanish. How long such requests take is measured by `References/time_requests.py`.
  @Test func randomRequestsAreDecided() {
    var generator = SeededGenerator(seed: 300)
    var requests = 0
    while requests < 300 {
      func range(_ bounds: ClosedRange<Int>) -> (Rational, Rational) {
        let lower = Int.random(in: bounds, using: &generator)
        let width = Bool.random(using: &generator) ? 0 : Int.random(in: 1...10, using: &generator)
        let upper = min(lower + width, bounds.upperBound)
        return (Rational(BigInteger(lower), over: 100), Rational(BigInteger(upper), over: 100))
      }
      let (omega, tau) = (range(-100...100), range(45...260))
      let weights = Vector2(Interval(enclosing: omega.0, through: omega.1), Interval(enclosing: tau.0, through: tau.1))
      if Self.isNearBifurcation(weights) { continue }
      requests += 1
      let outcome = FixedPointSurvey(FixedPointEquations(.paper, omega: weights.first, tau: weights.second)).run()
      #expect(outcome.count != nil, "omega \(omega), tau \(tau): \(outcome.boxes) boxes")
    }
  }

  @Test func theBudgetIsKept() {
    for budget in [1, 20, 50] {
      let outcome = FixedPointSurvey(Self.theorem, maximumBoxes: budget).run()
      #expect(outcome.boxes <= budget && !outcome.gaps.isEmpty && outcome.count == nil)
    }
  }

  @Test func theResultIsAFunctionOfTheInput() {
    let again = FixedPointSurvey(Self.theorem).run()
    #expect(again.boxes == Self.outcome.boxes)
    #expect(
      again.pieces.map { $0.fixedPoints.map(\.branch.enclosure) }
        == Self.outcome.pieces.map { $0.fixedPoints.map(\.branch.enclosure) })
  }
}

extension FixedPointSurveyTests {
  /// Whether weights in a box are within 0.03 of such at which fixed points appear, meet or vanish.
  fileprivate static func isNearBifurcation(_ weights: Vector2<Interval>) -> Bool {
    let margin = Interval(-0.03...0.03)
    let (omega, tau) = (weights.first + margin, weights.second + margin)
    return bifurcations.contains { omega.contains($0.first) && tau.contains($0.second) }
  }

  /// Such weights, in plain arithmetic: those that belong to net inputs (t, s) next to a side of the square, or where
  /// `det(I - H)` changes its sign.
  private static let bifurcations: [Vector2<Double>] = {
    let exact = MomentMapping.paper.activation
    let activation = Activation(alpha: exact.alpha.midpoint, lambda: exact.lambda.midpoint)
    /// The weights for which a net input is that of a fixed point, and the determinant there.
    func weights(_ t: Double, _ s: Double) -> (Vector2<Double>, determinant: Double) {
      let moments = Moments(activation, NetInput(mean: t * s, variance: s * s))
      let (omega, tau) = (t * s / moments.mean, s * s / moments.variance)
      let determinant =
        (1 - omega * moments.meanByMean) * (1 - tau * moments.varianceByVariance)
        - omega * moments.meanByVariance * tau * moments.varianceByMean
      return (Vector2(omega, tau), determinant)
    }
    let ratios = (0...1200).map { -8 + Double($0) / 100 }
    var points = ratios.flatMap { [weights($0, 1e-5).0, weights($0, 1e6).0] }
    // A variance that vanishes at a mean that does not: y = omega f(y), tau f'(y)^2 = 1.
    for step in 1..<2000 {
      let y = -Double(step) / 500
      let (value, slope) = (
        activation.lambda * activation.alpha * (Double.exp(y) - 1), activation.lambda * activation.alpha * Double.exp(y)
      )
      points.append(Vector2(y / value, 1 / (slope * slope)))
    }
    for t in ratios {
      var last: Double?
      for step in 0...900 {
        let (place, determinant) = weights(t, Double.exp(Double(step - 500) / 100))
        if let last, last * determinant < 0 { points.append(place) }
        last = determinant
      }
    }
    return points
  }()
}
