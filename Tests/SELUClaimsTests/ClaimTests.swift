import ClaimsTestSupport
import GridChecker
import RealArithmetic
import Testing

@testable import SELUClaims

/// What is a claim, what boxes have to show for it, and what follows.
@Suite struct ClaimTests {
  private static func claim(_ proposition: Proposition, _ domain: Domain) throws -> Claim {
    try Claim(id: "made.up", source: "none", domain: domain, statement: "none", proposition: proposition)
  }

  private static let point = Domain(name: "point", [.y: .at("0"), .x: .at("1")])

  // MARK: Claims that are none

  private static let invalid: [(Proposition, Domain, String)] = [
    (
      .bound(Quantity(.variance * .omega, derivative: .y), .atMost, "0"), .omega,
      "'d(var * omega)/dy' is no derivative, as y is a product of variables that also stand alone"
    ),
    (
      .bound(Quantity(.mean, derivative: .z), .atMost, "0"), .omega,
      "'d(mean)/dz' depends on z, which has no range in the domain"
    ),
    (.mean < "1", .none, "'mean' depends on y, which has no range in the domain"),
    (.z < "1", .positiveNumbers, "'z' depends on z, which has no range in the domain"),
    (
      .roundsTo(Quantity(.mean), "0.0"), .xyD,
      "only a value at a point rounds to a number, and y has a range"
    ),
    (.argmax(.mean, at: [.x: "1.875", .y: "0.02"]), .xyD, "the place lies outside of the range of y"),
    (.argmin(.mean, at: [.x: "1.875"]), .xyD, "a place where 'mean' is extremal has to name y, x"),
    (
      .argmax(.y, at: [.y: "0.01", .x: "100"]), .xyD,
      "a place where 'y' is extremal has to name y"
    ),
    (.argmax(.alpha, at: [:]), .xyD, "'alpha01' is a constant and has its extremum everywhere"),
    (
      .maximiserRoundsTo(.mean, .x, "1"), .xyD,
      "the place of a maximum along x asks for a single number y"
    ),
    (.maximiserRoundsTo(.mean, .x, "1"), point, "x has to have a range of more than one number"),
    (.monotone(.mean, .increasing, in: .y), point, "y has to have a range of more than one number"),
    (.sign(of: .omega, cofactor: Quantity(.mean)), .xyD, "omega has to have a range of more than one number"),
    (
      .monotone(.exponential(.z * .x), .increasing, in: .z), .allNumbers,
      "on an unbounded range of z the expression may not depend on other variables"
    ),
    (.uniqueAttractingFixedPoint, .xyD, "the domain has no box of mu and nu in which a fixed point could be"),
    (
      .uniqueAttractingFixedPoint, Domain(name: "half", [.mu: .at("0"), .nu: .at("1"), .tau: .at("1")]),
      "'S' depends on omega, which has no range in the domain"
    ),
    (.noFixedPoint, .xyD, "'var - nu' depends on nu, which has no range in the domain"),
    (
      .tailComparison(TailComparison(.reciprocal(slope: 0), isAbove: true, relation: "<", printed: "")),
      .positiveNumbers,
      "a number of the comparison has a sign for which it is not proved"
    ),
    (
      .tailComparison(TailComparison(.reciprocal(slope: 1), isAbove: true, relation: "<", printed: "")), .allNumbers,
      "the comparison is about all z > 0 and no others"
    ),
    (.mean < "1", Domain(name: "none", [.y: .at("0"), .x: .init(2, 1)]), "the range of x ends before it begins"),
    (
      .mean < "1", Domain(name: "both", [.y: .at("0"), .x: .at("1"), .nu: .at("1"), .tau: .at("1")]),
      "the domain has a range of x and one of a factor of it"
    ),
    (
      .z < "1", Domain(name: "both", [.z: .at("0")], open: [.z: .all]),
      "a variable has a closed range and an open one"
    ),
    (.mapsInto(mean: .init(1, 0), variance: .init(0, 1)), .omega, "a range of the image ends before it begins"),
    (.uniqueSolution(Quantity(.mean), "0"), .none, "'mean' depends on y, which has no range in the domain"),
  ]

  @Test(arguments: invalid.indices)
  func invalidClaimsAreNone(index: Int) {
    let (proposition, domain, reason) = Self.invalid[index]
    #expect(throws: InvalidClaim(claim: "made.up", reason: reason)) { try Self.claim(proposition, domain) }
  }

  @Test func errorsAreSentences() {
    let error = InvalidClaim(claim: "made.up", reason: "y has to have a range of more than one number")
    #expect(
      error.description == "'made.up' is no claim that can be decided: y has to have a range of more than one number.")
  }

  /// Claims that differ from those above in what was wrong.
  @Test(arguments: [
    (Proposition.bound(Quantity(.variance * .omega, derivative: .x), .atMost, "1"), Domain.omega),
    (.roundsTo(Quantity(.mean), "0.0"), point), (.argmax(.mean, at: [.x: "1.875", .y: "0.01"]), .xyD),
    (.argmax(.y, at: [.y: "0.01"]), .xyD), (.argmax(.mu * .omega, at: [.mu: "0.1", .omega: "0.1"]), .omega),
    (.monotone(.mean, .increasing, in: .y), .omega), (.uniqueAttractingFixedPoint, .omega),
    (.bound(Quantity(.mean, derivative: .mu), .less, "1"), .omega),
  ])
  func others(proposition: Proposition, domain: Domain) throws {
    let claim = try Self.claim(proposition, domain)
    for obligation in try #require(claim.obligations) {
      #expect(obligation.box.dimension == obligation.variables.count)
    }
  }

  // MARK: What follows

  private func proved(
    _ end: RangeEnd, _ bound: Rational?, _ attained: Rational?, at z: Rational = 1,
    over sides: [Variable: ExactRange] = [:]
  ) -> ProvedExtremum {
    ProvedExtremum(end, over: sides, bound: bound, attained: attained, at: [.z: z])
  }

  @Test func bounds() throws {
    let claim = try Self.claim(.mean < "1", .omega)
    #expect(claim.decision(from: [proved(.supremum, 0, 0)]) == .proved)
    #expect(claim.decision(from: [proved(.supremum, 1, 0)]) == .undecided)
    #expect(claim.decision(from: [proved(.supremum, 2, 1)]) == .refuted)
    #expect(claim.decision(from: [proved(.supremum, nil, 1)]) == .refuted)
    #expect(claim.decision(from: [proved(.supremum, nil, nil)]) == .undecided)
    // The other end says nothing, nor does no answer, or one too many.
    #expect(claim.decision(from: [proved(.infimum, 0, 0)]) == .undecided)
    #expect(claim.decision(from: [nil]) == .undecided && claim.decision(from: []) == .undecided)
    #expect(claim.decision(from: [proved(.supremum, 0, 0), proved(.supremum, 0, 0)]) == .undecided)
  }

  /// A slope of zero proves nothing and refutes nothing.
  @Test func signs() throws {
    let rises = try Self.claim(.monotone(.mean, .increasing, in: .y), .omega)
    #expect(rises.decision(from: [proved(.infimum, 1, 2)]) == .proved)
    #expect(rises.decision(from: [proved(.infimum, 0, 0)]) == .undecided)
    #expect(rises.decision(from: [proved(.infimum, -1, -1)]) == .refuted)
    #expect(rises.decision(from: [proved(.supremum, -1, -1)]) == .undecided)
    let none = try Self.claim(.noFixedPoint, .omega)
    #expect(none.decision(from: [proved(.infimum, 1, 2)]) == .proved)
    #expect(none.decision(from: [proved(.supremum, -1, -2)]) == .proved)
    #expect(none.decision(from: [proved(.infimum, -1, -1)]) == .undecided)
  }

  /// 0 is not among the positive numbers, although it is in the box on which the claim is examined.
  @Test func witnessesOutsideOfTheDomainRefuteNothing() throws {
    let comparison = TailComparison(
      .root(limit: 1, constant: 0, overPi: 0), isAbove: true, relation: ">", printed: "")
    let claim = try Self.claim(.tailComparison(comparison), .positiveNumbers)
    let roles = try #require(claim.obligations).map(\.role)
    #expect(roles == ["between"])
    #expect(claim.decision(from: [proved(.infimum, -2, -1, at: 1)]) == .refuted)
    #expect(claim.decision(from: [proved(.infimum, -2, -1, at: 0)]) == .undecided)
  }

  @Test func premisesThatFailRefuteNothing() throws {
    let claim = try Self.claim(.fixedPointBound(.mean, .less, "1"), .omega)
    let map = [
      proved(.supremum, Rational(9, over: 10), 0), proved(.infimum, 0, 0), proved(.supremum, 0, 0),
      proved(.infimum, 1, 1), proved(.supremum, 1, 1),
    ]
    #expect(claim.decision(from: map + [proved(.supremum, 0, 0)]) == .proved)
    #expect(claim.decision(from: map + [proved(.supremum, 2, 2)]) == .refuted)
    for index in map.indices {
      var failing: [ProvedExtremum?] = map
      failing[index] = proved(map[index].end, 2, 2)
      // 2 is a lower bound as good as any.
      let expected: Verdict = map[index].end == .infimum ? .proved : .undecided
      #expect(claim.decision(from: failing + [proved(.supremum, 0, 0)]) == expected)
      failing[index] = nil
      #expect(claim.decision(from: failing + [proved(.supremum, 0, 0)]) == .undecided)
    }
  }

  @Test func placesOfMaxima() throws {
    let domain = Domain(name: "range", [.nu: .init(0, 1), .tau: .at("1")])
    let claim = try Self.claim(.maximiserRoundsTo(.square(.nu), .nu, "0.5"), domain)
    let answers = { (rising: Rational, falling: Rational) in
      [
        proved(.infimum, 1, 1, over: [.nu: .init(0, rising)]),
        proved(.supremum, -1, -1, over: [.nu: .init(falling, 1)]),
      ]
    }
    #expect(claim.decision(from: answers(Rational(48, over: 100), Rational(52, over: 100))) == .proved)
    #expect(claim.decision(from: answers(Rational(4, over: 10), Rational(52, over: 100))) == .undecided)
    #expect(claim.decision(from: answers(Rational(1, over: 10), Rational(2, over: 10))) == .refuted)
    #expect(claim.decision(from: answers(Rational(6, over: 10), Rational(4, over: 10))) == .undecided)
  }
}
