import IntervalArithmetic
import MomentMap
import RealArithmetic
import Testing

@testable import FixedPointSolver

/// All fixed points for single weights, and what is proved on the way.
@Suite struct FixedPointSearchTests {
  /// The survey of single weights; its fixed points, and whether these are all.
  private func survey(
    _ omega: Rational, _ tau: Rational, _ region: FixedPointRegion = FixedPointRegion(), maximumBoxes: Int = 100_000
  ) -> (all: [FixedPointSurvey.Family], isDecided: Bool, outcome: FixedPointSurvey.Census) {
    let outcome = FixedPointSurvey(
      FixedPointEquations(omega: omega, tau: tau), region: region, target: FixedPointTarget(),
      maximumBoxes: maximumBoxes
    ).run()
    let all = outcome.pieces.flatMap(\.fixedPoints) + outcome.gaps.flatMap(\.fixedPoints)
    return (all, outcome.gaps.isEmpty, outcome)
  }

  private func survey(_ omega: Rational.Text, _ tau: Rational.Text) -> [FixedPointSurvey.Family]? {
    let result = survey(omega.value, tau.value)
    return result.isDecided ? result.all : nil
  }

  // MARK: What is there

  @Test func theReferenceFixedPointsAreFound() throws {
    for row in try ReferenceTable.fixedPoints.get().rows {
      let (omega, tau) = (try row.exact("omega"), try row.exact("tau"))
      let result = survey(omega, tau)
      #expect(result.isDecided, "\(row)")
      let (mean, variance) = (try row.number("mean"), try row.number("variance"))
      let found = result.all.map { $0.branch.hull() }.filter {
        mean.isInside($0.location.first) && variance.isInside($0.location.second)
      }
      try #require(found.count == 1, "\(row)")
      #expect(found[0].location.second.width < 1e-10 * found[0].location.second.magnitude, "\(row)")
      #expect(try row.number("S").isInside(found[0].contractionFactor), "\(row)")
      #expect(try row.number("radius").isInside(found[0].spectralRadius), "\(row)")
      let isAttracting = try row.number("radius").upper < 1
      #expect((found[0].stability == .attracting) == isAttracting && found[0].stability != .unknown, "\(row)")
    }
  }

  @Test func moreBitsGiveTheReferenceDigits() throws {
    for row in try ReferenceTable.fixedPoints.get().rows {
      let (omega, tau) = (try row.exact("omega"), try row.exact("tau"))
      let mean = try row.number("mean")
      let found = try #require(survey(omega, tau).all.map(\.branch.enclosure).first { mean.isInside($0.first) })
      let precise = FixedPoint(enclosure: found, region: found)
        .behaviour(Activation.selfNormalizing(like:), omega: omega, tau: tau, precision: 256)
      let numbers = [
        ("mean", precise.location.first), ("variance", precise.location.second), ("H11", precise.jacobian.a11),
        ("H12", precise.jacobian.a12), ("H21", precise.jacobian.a21), ("H22", precise.jacobian.a22),
        ("S", precise.contractionFactor), ("radius", precise.spectralRadius),
      ]
      for (name, number) in numbers {
        #expect(try row.number(name).isConsistent(with: number), "\(row): \(name)")
        #expect((number.width ?? 1) < Dyadic(significand: 1, exponent: -180), "\(row): \(name)")
      }
    }
  }

  @Test func twoFixedPointsAreToldApart() throws {
    let found = try #require(survey("0.9", "1"))
    try #require(found.count == 2)
    #expect(found[0].branch.enclosure.isDisjoint(with: found[1].branch.enclosure))
    #expect(found.map { $0.branch.hull().stability } == [.saddle, .attracting])
  }

  /// Far from (0, 1): a collapsing and a growing one, and the parameters alpha and lambda swapped by mistake.
  @Test(
    arguments: [
      ("0", "0.5", -0.00225568738...(-0.00225568737), 1.31042340e-4...1.31042342e-4),
      ("0", "2.5", 12.2614719...12.2614722, 391.765007...391.765010),
    ] as [(Rational.Text, Rational.Text, ClosedRange<Double>, ClosedRange<Double>)])
  func farOff(
    _ omega: Rational.Text, _ tau: Rational.Text, _ mean: ClosedRange<Double>, _ variance: ClosedRange<Double>
  ) throws {
    let found = try #require(survey(omega, tau))
    try #require(found.count == 1)
    #expect(found[0].branch.enclosure.isSubset(of: Vector2(Interval(mean), Interval(variance))))
  }

  /// The point (0, 1) of the paper is a fixed point whatever omega is, and is given exactly.
  @Test(arguments: ["-3", "-1", "-0.1", "0", "0.5", "1", "3"] as [Rational.Text])
  func thePaperFixedPoint(_ omega: Rational.Text) throws {
    let found = try #require(survey(omega, "1"))
    #expect(found.contains { $0.branch.enclosure == Vector2(Interval(0), Interval(1)) })
  }

  @Test(
    arguments: [("0", "0.49"), ("0", "2.66"), ("0", "1e-9"), ("0", "1e9"), ("-0.5", "0.5"), ("-0.5", "3.3")]
      as [(Rational.Text, Rational.Text)])
  func none(_ omega: Rational.Text, _ tau: Rational.Text) {
    #expect(survey(omega, tau)?.isEmpty == true)
  }

  // MARK: Soundness

  /// Whatever plain iteration and Newton's method find, from many starts, is among the fixed points listed; and these
  /// are as many, or more where no start led to one.
  @Test func plainArithmeticFindsNoOther() throws {
    let mapping = MomentMapping(
      Activation(
        alpha: MomentMapping.paper.activation.alpha.midpoint, lambda: MomentMapping.paper.activation.lambda.midpoint))
    var generator = SeededGenerator(seed: 2024)
    for _ in 0..<60 {
      let omega = Rational(BigInteger(Int.random(in: -150...150, using: &generator)), over: 100)
      let tau = Rational(BigInteger(Int.random(in: 30...320, using: &generator)), over: 100)
      let result = survey(omega, tau)
      guard result.isDecided else { continue }
      let (w, t) = (Double(omega, rounding: .toNearestOrEven), Double(tau, rounding: .toNearestOrEven))
      for _ in 0..<60 {
        var state = Vector2(
          Double.random(in: -3...3, using: &generator), pow10(Double.random(in: -3...2, using: &generator)))
        for _ in 0..<20 {
          (state.first, state.second) = mapping(Point(mu: state.first, omega: w, nu: state.second, tau: t))
        }
        for _ in 0..<12 {
          guard state.second > 0 else { break }
          let change = mapping.newtonStep(from: state, omega: w, tau: t).change
          state = Vector2(state.first + change.first, state.second + change.second)
        }
        let image = mapping(Point(mu: state.first, omega: w, nu: state.second, tau: t))
        guard state.second > 1e-6, state.second < 1e6,
          (image.mean - state.first).magnitude + (image.variance - state.second).magnitude < 1e-12 * state.second
        else { continue }
        let near = Vector2(
          Interval(state.first - 1e-7 * (1 + state.first.magnitude)...state.first + 1e-7 * (1 + state.first.magnitude)),
          Interval(state.second * (1 - 1e-7)...state.second * (1 + 1e-7)))
        #expect(
          result.all.contains { !$0.branch.enclosure.isDisjoint(with: near) }, "\(omega), \(tau): \(state)")
      }
    }
  }

  /// 10^x, near enough for a start.
  private func pow10(_ exponent: Double) -> Double { Double.exp(exponent * 2.302585092994046) }

  /// Whatever the budget, the fixed point is in a box that is returned.
  @Test func noFixedPointIsLost() throws {
    for row in try ReferenceTable.fixedPoints.get().rows {
      let (mean, variance) = (try row.number("mean"), try row.number("variance"))
      for budget in [1, 3, 9, 27, 81, 243] {
        let result = survey(try row.exact("omega"), try row.exact("tau"), maximumBoxes: budget)
        let boxes = result.all.map(\.branch.enclosure) + result.outcome.gaps.flatMap(\.boxes)
        // Infinite bounds are none that the reference could exceed.
        let isCovered = boxes.contains { box in
          !box.first.isDisjoint(with: Interval(enclosing: mean.lower, through: mean.upper))
            && !box.second.isDisjoint(with: Interval(enclosing: variance.lower, through: variance.upper))
        }
        #expect(isCovered, "\(row) with \(budget) boxes")
      }
    }
  }

  @Test func theBudgetIsKept() {
    for budget in [1, 2, 10, 50] {
      let result = survey(Rational(1, over: 10), Rational(9, over: 10), maximumBoxes: budget)
      #expect(result.outcome.boxes <= budget && !result.isDecided)
    }
  }

  /// At a fixed point the enclosures of a box around it exclude none and call no matrix regular that is singular.
  @Test func boxesAroundReferenceFixedPointsAreNotExcluded() throws {
    for row in try ReferenceTable.fixedPoints.get().rows {
      let (omega, tau) = (Interval(enclosing: try row.exact("omega")), Interval(enclosing: try row.exact("tau")))
      let (mean, variance) = (try row.number("mean"), try row.number("variance"))
      let s = Interval.sqrt(tau * Interval(enclosing: variance.lower, through: variance.upper))
      let t = omega * Interval(enclosing: mean.lower, through: mean.upper) / s
      let equations = NetInputEquations(MomentMapping.paper.activation, omega: omega, tau: tau)
      for width in [0, 1e-9, 1e-3, 0.1, 0.5, 3] {
        let box = NetInputBox(
          ratio: t + Interval(-width...width / 2),
          deviation: s + s * Interval(-min(width, 0.9)...width / 3))
        #expect(equations.examine(box) != .none, "\(row) over \(width)")
        #expect(!Vector2(t, s).isDisjoint(with: Vector2(box.ratio, box.deviation)))
        let location = equations.location(box)
        #expect(!location.first.isDisjoint(with: Interval(enclosing: mean.lower, through: mean.upper)), "\(row)")
        #expect(
          !location.second.isDisjoint(with: Interval(enclosing: variance.lower, through: variance.upper)), "\(row)")
      }
    }
  }

  // MARK: Regions

  @Test func regions() {
    let half = Rational(1, over: 2)
    func position(_ mean: (Rational, Rational)?, _ variance: (Rational, Rational)?) -> FixedPointRegion.Position {
      let region = FixedPointRegion(mean: mean.map { ($0.0, $0.1) }, variance: variance.map { ($0.0, $0.1) })
      return region.position(Vector2(Interval(-0.25...0.25), Interval(0.75...1)))
    }
    #expect(position(nil, nil) == .inside)
    #expect(position((-half, half), (half, 1)) == .inside)
    #expect(position((0, half), nil) == .onBorder)
    #expect(position((half, 1), nil) == .outside)
    #expect(position(nil, (2, 3)) == .outside)
    #expect(position((-half, half), (half, Rational(9, over: 10))) == .onBorder)
    // A decimal that is no double is never a bound that an interval of doubles reaches exactly.
    let tenth = FixedPointRegion(mean: (Rational(1, over: 10), Rational(1, over: 10)))
    #expect(tenth.position(Vector2(Interval(0.1), Interval(1))) == .onBorder)
  }

  @Test func aFixedPointOnTheBorderIsInTheBox() {
    for region in [
      FixedPointRegion(mean: (0, 10)), FixedPointRegion(mean: (0, 0)),
      FixedPointRegion(variance: (Rational(1, over: 2), 1)), FixedPointRegion(variance: (1, 1000)),
    ] {
      let result = survey(0, 1, region)
      #expect(result.isDecided && result.all.map(\.position) == [.inside])
    }
    #expect(survey(0, 1, FixedPointRegion(variance: (2, 3))).all.isEmpty)
  }
}

extension FixedPointEquations {
  /// The equations of the paper for weights by their texts.
  init(omega: Rational.Text, tau: Rational.Text) { self.init(omega: omega.value, tau: tau.value) }
}
