import ClaimsTestSupport
import GridChecker
import IntervalArithmetic
import MomentMap
import RealArithmetic
import Testing

@testable import SELUClaims
@testable import SELUTheorem

/// Bounds that are true, false, and too close to tell.
@Suite struct BoundTests {
  /// The claims that bound a quantity.
  static let claims = Printed.claims.filter { claim in
    if case .bound = claim.proposition { return true }
    return false
  }.map(\.id)

  // MARK: The printed bounds, moved

  /// A claim with another bound, at this distance beyond the certified extremum, in units of its magnitude.
  func moved(_ id: String, by distance: Rational) throws -> Finding {
    let claim = try #require(Printed.claim(id))
    guard case .bound(let quantity, let inequality, _) = claim.proposition else { throw NotABound() }
    let enclosure = try #require(checker.check(claim).enclosure)
    let scale = enclosure.magnitude == 0 ? 1 : try #require(Rational(exactly: enclosure.magnitude))
    let extremum = try #require(
      Rational(exactly: inequality.boundsAbove ? enclosure.upperBound : enclosure.lowerBound))
    let offset = scale * distance
    return checker.check(
      quantity, inequality, inequality.boundsAbove ? extremum + offset : extremum - offset, on: claim.region)
  }

  struct NotABound: Error {}

  @Test(arguments: claims)
  func looserBoundsAreProved(id: String) throws {
    #expect(try moved(id, by: Rational(1, timesTenTo: -9)).decision == .proved)
    #expect(try moved(id, by: 1).decision == .proved)
  }

  @Test(arguments: claims)
  func tighterBoundsAreRefuted(id: String) throws {
    let claim = try #require(Printed.claim(id))
    for distance in [Rational(-1, timesTenTo: -8), Rational(-1, over: 10)] {
      let finding = try moved(id, by: distance)
      #expect(finding.decision == .refuted)
      let witness = try #require(finding.witness)
      #expect(claim.region.contains(witness.point))
    }
  }

  // MARK: Theorem 1

  /// S < 0.89 is not true on Theorem 1's domain: the checker names a point, which arithmetic of 160 bits confirms.
  @Test func tooSmallAContractionFactorIsRefuted() throws {
    let finding = try check(Quantity(.spectralNorm), .less, "0.89", on: .omega)
    #expect(finding.decision == .refuted)
    let witness = try #require(finding.witness)
    #expect(witness.point.count == 4 && Domain.omega.contains(witness.point))
    #expect(witness.value.lowerBound >= 0.89)
    let sides = witness.point.map { Interval(enclosing: $0.value) }
    let point = Point(mu: sides[0], omega: sides[1], nu: sides[2], tau: sides[3])
    #expect(MomentMapping(checker.activation).jacobian(at: point).largestSingularValue.lowerBound >= 0.89)
    let precise = try #require(Quantity(.spectralNorm).preciseValue(at: witness.coordinates))
    #expect(precise.isGreaterOrEqual(to: try Rational(parsing: "0.89")))
    #expect(!precise.isGreaterOrEqual(to: try Rational(parsing: "0.9")))
    #expect(try check(Quantity(.spectralNorm), .less, "0.9", on: .omega).decision == .proved)
  }

  /// A bound inside the enclosure of the supremum cannot be decided; the boxes that hinder it are named.
  @Test func boundsInsideTheEnclosureAreUndecided() throws {
    let quantity = Quantity(.spectralNorm)
    let enclosure = try #require(try check(quantity, .less, "1", on: .omega).enclosure)
    let inside = try #require(Rational(exactly: enclosure.midpoint))
    try #require(enclosure.lowerBound < enclosure.midpoint && enclosure.midpoint < enclosure.upperBound)
    for inequality in [Inequality.less, .atMost] {
      let finding = checker.check(quantity, inequality, inside, on: .omega)
      #expect(finding.decision == .undecided)
      #expect(!finding.openBoxes.isEmpty && finding.openBoxes.count < finding.boxes)
      let function = quantity.function(of: [.mu, .omega, .nu, .tau], checker.activation)
      for box in finding.openBoxes {
        #expect(box.sides.map(\.variable) == [.mu, .omega, .nu, .tau])
        #expect(Domain.omega.contains(box.sides.map { ($0.variable, $0.lower) }))
        #expect(Domain.omega.contains(box.sides.map { ($0.variable, $0.upper) }))
        let sides = box.sides.map { ExactRange($0.lower, $0.upper) }
        let found = function.supremum(over: Box(sides), budget: SearchBudget(maximumBoxes: 1))
        let bound = try #require(Rational(exactly: found.enclosure.upperBound))
        #expect(bound >= inside)
      }
    }
  }

  /// With a single box little is proved, and what is not proved is left open: all of the domain.
  @Test func tinyBudgetsLeaveTheDomainOpen() throws {
    let tiny = ClaimChecker(budget: SearchBudget(maximumBoxes: 1))
    let finding = try check(Quantity(.spectralNorm), .less, "0.8977", on: .omega, by: tiny)
    #expect(finding.decision == .undecided && !finding.isSharp && finding.boxes == 1)
    let open = try #require(finding.openBoxes.first)
    #expect(finding.openBoxes.count == 1)
    for side in open.sides {
      #expect(Domain.omega.ranges[side.variable] == ExactRange(side.lower, side.upper))
    }
    #expect(try check(Quantity(.spectralNorm), .less, "0.8977", on: .omega).decision == .proved)
  }

  // MARK: Theorem 3

  /// The variance does not grow from 0.5 with tau = 0.8.
  @Test func variancesDoNotGrowForever() throws {
    let domain = try Domain.box(nu: ("0.02", "0.5"), tau: ("0.8", "0.8"))
    let finding = try check(.bound(Quantity(.varianceChange), .greater, "0"), on: domain)
    #expect(finding.decision == .refuted)
    let witness = try #require(finding.witness)
    #expect(domain.contains(witness.point) && witness.value.upperBound < 0)
    let precise = try #require(Quantity(.varianceChange).preciseValue(at: witness.coordinates))
    #expect(precise.isNegative)
    let nearer = try Domain.box(nu: ("0.02", "0.16"), tau: ("0.8", "0.8"))
    #expect(try check(.bound(Quantity(.varianceChange), .greater, "0"), on: nearer).decision == .proved)
  }

  // MARK: Absolute values

  /// mean - 1 is about -1.03 to -0.93 on Theorem 1's domain.
  static let negative = Quantity(.mean - .number(1), isAbsolute: true)

  @Test(arguments: [("1.04", Verdict.proved), ("1.02", .refuted), ("0.5", .refuted)])
  func largerNegativeSidesCount(bound: String, expected: Verdict) throws {
    for inequality in [Inequality.less, .atMost] {
      let finding = try check(Self.negative, inequality, bound, on: .omega)
      #expect(finding.decision == expected)
      let enclosure = try #require(finding.enclosure)
      #expect(enclosure.contains(1.0310605017922177) && enclosure.width < 1e-8)
      let witness = try #require(finding.witness)
      #expect(Domain.omega.contains(witness.point))
    }
  }

  @Test(arguments: [("0.07", Verdict.proved), ("0.06", .refuted), ("0.03", .refuted)])
  func largerPositiveSidesCount(bound: String, expected: Verdict) throws {
    let finding = try check(Quantity(.mean, isAbsolute: true), .less, bound, on: .omega)
    #expect(finding.decision == expected)
    #expect(finding.enclosure?.contains(0.06772510168987855) == true)
  }

  /// All boxes where |f| may reach the bound are left over, whatever the sign there.
  @Test func openBoxesOfBothSignsAreNamed() throws {
    let hasty = ClaimChecker(budget: SearchBudget(maximumBoxes: 30))
    // S - 0.79255 reaches from -0.10507 to 0.10506, at opposite ends of the domain.
    let middle = try Rational(parsing: "0.79255")
    let distance = Quantity.absolute(.spectralNorm - .number(middle))
    let both = try check(distance, .less, "0.1051", on: .omega, by: hasty)
    #expect(both.decision == .undecided)
    let isLow = { (box: OpenBox) in box.sides.contains { $0.variable == .tau && $0.upper <= 1 } }
    let isHigh = { (box: OpenBox) in box.sides.contains { $0.variable == .tau && $0.lower >= 1 } }
    #expect(both.openBoxes.contains(where: isLow) && both.openBoxes.contains(where: isHigh))
    let patient = try check(distance, .less, "0.1051", on: .omega)
    #expect(patient.decision == .proved && patient.openBoxes.isEmpty)
    #expect(try check(distance, .less, "0.1050", on: .omega).decision == .refuted)
  }

  /// A lower bound of an absolute value: |mu| is at least 1 on mu from -2 to -1.
  @Test func lowerBoundsOfAbsoluteValues() throws {
    let domain = try Domain.box(mu: ("-2", "-1"))
    let size = Quantity(.variable(.mu), isAbsolute: true)
    #expect(try check(size, .greater, "0.5", on: domain).decision == .proved)
    #expect(try check(size, .atLeast, "1", on: domain).decision == .proved)
    #expect(try check(size, .greater, "1", on: domain).decision == .refuted)
    #expect(try check(size, .greater, "1.5", on: domain).decision == .refuted)
    // Where the sign changes the least absolute value is zero.
    #expect(try check(size, .greater, "-3", on: .omega).decision == .proved)
    #expect(try check(size, .greater, "0.001", on: .omega).decision == .refuted)
  }

  // MARK: Bounds that are hit exactly

  /// The supremum of mu is 0.1 exactly, which is no binary64 number: strict and weak inequalities differ, and neither
  /// may be decided by a number beside it.
  @Test func decimalsAreExact() throws {
    let mu = Quantity(.variable(.mu))
    #expect(try check(mu, .less, "0.1", on: .omega).decision != .proved)
    #expect(try check(mu, .atMost, "0.1", on: .omega).decision != .refuted)
    #expect(try check(mu, .less, "0.10000000000000001", on: .omega).decision != .refuted)
    #expect(try check(mu, .atMost, "0.09999999999999999", on: .omega).decision != .proved)
    #expect(try check(mu, .less, "0.1001", on: .omega).decision == .proved)
    #expect(try check(mu, .atMost, "0.0999", on: .omega).decision == .refuted)
    #expect(try check(mu, .greater, "-0.1", on: .omega).decision != .proved)
    #expect(try check(mu, .atLeast, "-0.1", on: .omega).decision != .refuted)
    // On a domain with binary bounds all four are decided.
    let binary = try Domain.box(mu: ("-0.125", "0.25"))
    #expect(try check(mu, .less, "0.25", on: binary).decision == .refuted)
    #expect(try check(mu, .atMost, "0.25", on: binary).decision == .proved)
    #expect(try check(mu, .greater, "-0.125", on: binary).decision == .refuted)
    #expect(try check(mu, .atLeast, "-0.125", on: binary).decision == .proved)
  }

  /// Of two corners that no double tells apart the witness is the one with the extremum: 9 y^2 is 1 at 1/3 only.
  @Test func exactWitnessesHaveTheExactValue() throws {
    let third = Rational(1, over: 3)
    let domain = Domain(name: "y", [.y: ExactRange(Rational(1, timesTenTo: -18) - third, third)])
    for (inequality, decision) in [(Inequality.less, Verdict.refuted), (.atMost, .proved)] {
      let finding = checker.check(Quantity(9 * .square(.y)), inequality, 1, on: domain)
      #expect(finding.decision == decision && finding.witness?.value == Interval(1))
      #expect(finding.witness?.point.map(\.value) == [third])
    }
  }

  // MARK: What cannot be decided

  @Test func claimsOnMissingVariablesAreNone() throws {
    let reduced = try Domain.named("xy", [.x: ("1.2", "20"), .y: ("-0.1", "0.1")])
    #expect(try check(Quantity(.mean), .less, "2", on: reduced).decision == .proved)
    for quantity in [Quantity(.spectralNorm), Quantity(.variable(.nu)), Quantity(.mean, derivative: .mu)] {
      #expect(throws: InvalidClaim.self) { try check(quantity, .less, "1000", on: reduced) }
      #expect(checker.check(quantity, .less, 1000, on: reduced).decision == .undecided)
    }
  }

  /// A domain that reaches net inputs without a positive variance.
  @Test(arguments: [("-1", "-0.5"), ("-1", "2"), ("-0.5", "0")])
  func variancesThatAreNotPositiveProveNothing(lower: String, upper: String) throws {
    let small = ClaimChecker(budget: SearchBudget(maximumBoxes: 300))
    let domain = try Domain.box(nu: (lower, upper))
    for quantity in [Quantity(.mean), Quantity(.variance), Quantity(.spectralNorm)] {
      let finding = try check(quantity, .less, "1000", on: domain, by: small)
      #expect(finding.decision == .undecided && finding.enclosure?.upperBound == .infinity)
    }
  }

  /// A domain whose bounds are the wrong way round has no points: nothing in it can contradict a claim.
  @Test(arguments: [Variable.mu, .omega, .nu, .tau])
  func reversedRangesRefuteNothing(variable: Variable) throws {
    var ranges = Domain.omega.ranges
    let range = try #require(ranges[variable])
    ranges[variable] = ExactRange(range.upper, range.lower)
    let reversed = Domain(name: "reversed", ranges)
    #expect(throws: InvalidClaim.self) { try check(Quantity(.mean), .less, "-10", on: reversed) }
    #expect(checker.check(Quantity(.mean), .less, -10, on: reversed).decision == .undecided)
    #expect(try check(Quantity(.mean), .less, "-10", on: .omega).decision == .refuted)
  }
}
