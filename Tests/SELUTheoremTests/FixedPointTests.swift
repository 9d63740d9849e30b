import Certificates
import ClaimsTestSupport
import FixedPointSolver
import GridChecker
import IntervalArithmetic
import MomentMap
import RealArithmetic
import Testing

@testable import SELUClaims
@testable import SELUTheorem

/// Theorem 1 proper.
@Suite struct FixedPointTests {
  /// The fixed point that plain iteration in doubles finds.
  static func iterated(omega: Double, tau: Double) -> (mean: Double, variance: Double) {
    let mapping = MomentMapping(Activation.selfNormalizing(like: 1.0))
    var (mu, nu) = (0.0, 1.0)
    for _ in 0..<400 { (mu, nu) = mapping(Point(mu: mu, omega: omega, nu: nu, tau: tau)) }
    return (mu, nu)
  }

  /// The certified hull of a coordinate of the fixed point over Theorem 1's domain.
  static func hull(_ coordinate: FixedPointCoordinate) throws -> (lower: Interval, upper: Interval) {
    (
      try #require(try check(.fixedPointBound(coordinate, .atLeast, "-100"), on: .omega).enclosure),
      try #require(try check(.fixedPointBound(coordinate, .atMost, "100"), on: .omega).enclosure)
    )
  }

  @Test func hullHoldsIteratedFixedPoints() throws {
    let (mean, variance) = (try Self.hull(.mean), try Self.hull(.variance))
    var generator = SeededGenerator(seed: 71)
    for index in 0..<60 {
      // The corners first.
      let omega = index < 4 ? [-0.1, 0.1][index % 2] : generator.number(in: -0.1...0.1)
      let tau = index < 4 ? [0.95, 1.1][index / 2] : generator.number(in: 0.95...1.1)
      let point = Self.iterated(omega: omega, tau: tau)
      #expect(mean.lower.lowerBound - 1e-12 <= point.mean && point.mean <= mean.upper.upperBound + 1e-12)
      #expect(
        variance.lower.lowerBound - 1e-12 <= point.variance && point.variance <= variance.upper.upperBound + 1e-12)
    }
    // Just outside of the domain the fixed point leaves the hull.
    let outside = Self.iterated(omega: 0.1, tau: 1.101)
    #expect(outside.mean > mean.upper.upperBound && outside.variance > variance.upper.upperBound)
  }

  /// The hull is attained at corners, to nine digits.
  @Test func hullIsSharp() throws {
    let (least, greatest) = (Self.iterated(omega: 0.1, tau: 0.95), Self.iterated(omega: 0.1, tau: 1.1))
    let (mean, variance) = (try Self.hull(.mean), try Self.hull(.variance))
    for (enclosure, value) in [
      (mean.lower, least.mean), (mean.upper, greatest.mean), (variance.lower, least.variance),
      (variance.upper, greatest.variance),
    ] {
      #expect(enclosure.width < 1e-9)
      #expect((enclosure + Interval(lowerBound: -1e-11, upperBound: 1e-11)).contains(value))
      #expect(!(enclosure + Interval(1e-8)).contains(value))
    }
  }

  @Test(arguments: [
    (FixedPointCoordinate.mean, Inequality.atLeast, "-0.0208", Verdict.refuted), (.mean, .atLeast, "-0.0209", .proved),
    (.mean, .atMost, "0.0547", .refuted), (.mean, .atMost, "0.0548", .proved),
    (.variance, .greater, "0.8265", .refuted), (.variance, .greater, "0.8264", .proved),
    (.variance, .less, "1.4102", .refuted), (.variance, .less, "1.4103", .proved),
  ])
  func boundsOfTheHull(
    coordinate: FixedPointCoordinate, inequality: Inequality, bound: String, expected: Verdict
  ) throws {
    let finding = try check(.fixedPointBound(coordinate, inequality, try PrintedDecimal(parsing: bound)), on: .omega)
    #expect(finding.decision == expected)
    let witness = try #require(finding.witness)
    #expect(Domain.omega.contains(witness.point) && witness.point.map(\.variable) == [.omega, .tau])
    // The witness is a fixed point for its weights.
    let weights = witness.point.map { Double($0.value, rounding: .toNearestOrEven) }
    let point = Self.iterated(omega: weights[0], tau: weights[1])
    let value = coordinate == .mean ? point.mean : point.variance
    #expect((witness.value + Interval(lowerBound: -1e-11, upperBound: 1e-11)).contains(value))
  }

  /// Over boxes of weights the enclosures hold the fixed points and their derivatives.
  @Test(arguments: [FixedPointCoordinate.mean, .variance])
  func familiesEnclose(coordinate: FixedPointCoordinate) throws {
    let region = try #require(Domain.omega.box(in: [.mu, .nu]))
    let family = FixedPointFunction(coordinate: coordinate, region: region, activation: checker.activation)
    var generator = SeededGenerator(seed: 72)
    for size in [0.15, 0.02, 1e-5] {
      for _ in 0..<6 {
        let (omega, tau) = (generator.number(in: -0.1...(0.1 - size)), generator.number(in: 0.95...(1.1 - size)))
        let weights = [
          Interval(lowerBound: omega, upperBound: omega + size), Interval(lowerBound: tau, upperBound: tau + size),
        ]
        // None is found over wide boxes, and nothing is known then.
        guard let place = family.suggestedNeighbourhood(weights) else {
          #expect(size > 0.1 && family.value(over: weights, within: nil) == nil)
          continue
        }
        let (value, gradient) = family.valueAndGradient(over: weights, along: [0, 1], within: place)
        #expect(value == family.value(over: weights, within: place))
        #expect(gradient == family.gradient(over: weights, along: [0, 1], within: place))
        let corners = [(omega, tau), (omega + size, tau), (omega, tau + size)].map { corner in
          let point = Self.iterated(omega: corner.0, tau: corner.1)
          return coordinate == .mean ? point.mean : point.variance
        }
        let error = Interval(lowerBound: -1e-12, upperBound: 1e-12)
        for corner in corners { #expect((try #require(value) + error).contains(corner)) }
        for axis in 0..<2 {
          let slope = (Interval(corners[axis + 1] - corners[0]) + error) / Interval(size)
          let known = try #require(gradient[axis])
          #expect(!slope.isDisjoint(with: known))
          // Over small boxes of weights they are narrow: no other slope would do.
          #expect(known.width <= 300 * size + 1e-9 || size > 0.1)
        }
        #expect(try #require(value).width <= 20 * size)
      }
    }
  }

  // MARK: Premises

  /// Where S exceeds 1 the argument fails: that proves nothing, and refutes nothing.
  @Test func withoutContractionNothingIsDecided() throws {
    let domain = try Domain.box(tau: ("0.95", "2"))
    let finding = try check(.uniqueAttractingFixedPoint, on: domain)
    #expect(finding.decision == .undecided && finding.witness == nil)
    let contraction = try #require(finding.parts.first { $0.name == "S < 1" })
    #expect(contraction.finding.decision == .refuted)
    #expect(try #require(contraction.finding.witness).value.lowerBound >= 1)
    for coordinate in [FixedPointCoordinate.mean, .variance] {
      #expect(try check(.fixedPointBound(coordinate, .atMost, "100"), on: domain).decision == .undecided)
      #expect(try check(.fixedPointBound(coordinate, .atMost, "-100"), on: domain).decision == .undecided)
    }
  }

  /// A contraction that does not map the box into itself has no fixed point there, or need not have one.
  @Test(arguments: [("1.2", "1.5"), ("0.8", "1.3"), ("1.45", "1.5")])
  func withoutASelfMapNothingIsDecided(lower: String, upper: String) throws {
    let domain = try Domain.box(nu: (lower, upper))
    let finding = try check(.uniqueAttractingFixedPoint, on: domain)
    #expect(finding.decision == .undecided)
    #expect(finding.parts.first?.finding.decision == .proved)
    #expect(finding.parts.dropFirst().contains { $0.finding.decision == .refuted })
    #expect(try check(.fixedPointBound(.variance, .atMost, "100"), on: domain).decision == .undecided)
  }

  @Test func theoremOneHasFiveParts() throws {
    let finding = try check(.uniqueAttractingFixedPoint, on: .omega)
    #expect(finding.decision == .proved)
    #expect(finding.parts.count == 5 && finding.parts.allSatisfy { $0.finding.decision == .proved })
    #expect(finding.boxes == finding.parts.reduce(0) { $0 + $1.finding.boxes })
  }

  /// Each of the four bounds of the self-map counts.
  @Test(arguments: [
    (("-0.03", "0.1"), ("0.8", "1.5")), (("-0.1", "0.06"), ("0.8", "1.5")), (("-0.1", "0.1"), ("0.81", "1.5")),
    (("-0.1", "0.1"), ("0.8", "1.48")),
  ])
  func narrowerImagesAreRefuted(mean: (String, String), variance: (String, String)) throws {
    let ranges = try Domain.named("image", [.mu: mean, .nu: variance]).ranges
    let proposition = Proposition.mapsInto(mean: try #require(ranges[.mu]), variance: try #require(ranges[.nu]))
    let finding = try check(proposition, on: .omega)
    #expect(finding.decision == .refuted)
    #expect(finding.parts.filter { $0.finding.decision == .refuted }.count == 1)
    let witness = try #require(finding.witness)
    #expect(Domain.omega.contains(witness.point))
  }

  @Test func noFixedPointNeedsAChangeOfOneSign() throws {
    #expect(try check(.noFixedPoint, on: .high).decision == .proved)
    #expect(try check(.noFixedPoint, on: .lowMainText).decision == .proved)
    // Theorem 1's domain has fixed points; that the argument fails does not show one.
    let finding = try check(.noFixedPoint, on: .omega)
    #expect(finding.decision == .undecided && finding.witness == nil)
  }

  @Test func withoutABoxThereIsNoClaim() throws {
    let reduced = try Domain.named("xy", [.x: ("0.8", "1.5"), .y: ("-0.01", "0.01")])
    for proposition in [.uniqueAttractingFixedPoint, .fixedPointBound(.mean, .atMost, "100"), .noFixedPoint]
      as [Proposition]
    {
      #expect(throws: InvalidClaim.self) { try check(proposition, on: reduced) }
    }
  }

  // MARK: Eq. 14

  @Test func parametersAreTheOnlySolution() throws {
    #expect(try check(.uniqueSolution(Quantity(.mean), "0"), on: .point01).decision == .proved)
    #expect(try check(.uniqueSolution(Quantity(.variance), "1"), on: .point01).decision == .proved)
    #expect(try check(.uniqueSolution(Quantity(.mean), "0.1"), on: .point01).decision == .refuted)
    #expect(try check(.uniqueSolution(Quantity(.variance), "2"), on: .point01).decision == .refuted)
    #expect(ClaimChecker.closedFormIdentityHolds)
  }

  /// Only what the closed forms solve may be proved by them: not a number beside 0 or 1 that the enclosure holds too,
  /// not another quantity, not another domain.
  @Test(arguments: [
    (Quantity(.variance), "1.00000000000000001", Domain.point01), (Quantity(.mean), "0.0000000000000000001", .point01),
    (Quantity(.variable(.tau)), "1.1", .omega),
    (Quantity(.jacobian(row: .two, column: .two)), "0.7826478831968128472282627433751260078418", .point01),
  ])
  func nothingElseIsSolved(quantity: Quantity, value: String, domain: Domain) throws {
    let finding = try check(.uniqueSolution(quantity, try PrintedDecimal(parsing: value)), on: domain)
    #expect(finding.decision != .proved)
  }
}

extension Quantity: CustomTestStringConvertible {
  /// The expression.
  public var testDescription: String { expression.description }
}
