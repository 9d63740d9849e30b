import ClaimsTestSupport
import IntervalArithmetic
import RealArithmetic
import Testing

@testable import SELUClaims
@testable import SELUTheorem

/// The printed constants count to the last digit: one unit there, in the direction that says more, makes a claim false
/// unless its certified value leaves room for it.
@Suite struct LastDigitTests {
  /// The ids of the claims with a printed decimal.
  static let ids = Printed.claims.filter { $0.proposition.printedDecimal != nil }.map(\.id)

  @Test func mostClaimsHaveADecimal() {
    #expect(Self.ids.count > 220)
  }

  @Test(arguments: ids)
  func oneUnitMoreIsRefutedUnlessThereIsRoom(id: String) throws {
    let claim = try #require(Printed.claim(id))
    let printed = try #require(claim.proposition.printedDecimal)
    let finding = checker.check(claim)
    let enclosure = try #require(finding.enclosure)
    for units in claim.proposition.sharperUnits {
      let decimal = try printed.moved(by: units)
      let changed = try #require(claim.proposition.replacing(decimal))
      let verdict = checker.check(try claim.saying(changed))
      switch claim.proposition {
      case .bound(_, let inequality, _), .fixedPointBound(_, let inequality, _):
        let end = inequality.boundsAbove ? enclosure.upperBound : enclosure.lowerBound
        // A bound inside the enclosure can be decided only if the extremum is known exactly.
        let isInside = Interval(enclosing: decimal.value).isSubset(of: enclosure) && enclosure.width > 0
        let hasRoom = inequality.holds(try #require(Rational(exactly: end)), decimal.value)
        #expect(verdict.decision != .undecided, "by \(units)")
        if !isInside { #expect(verdict.decision == (hasRoom ? .proved : .refuted), "by \(units)") }
      case .roundsTo, .maximumIs, .minimumIs, .maximiserRoundsTo, .parameterRoundsTo:
        #expect(verdict.decision == decimal.isRounding(of: enclosure) && verdict.decision != .undecided, "by \(units)")
        #expect(verdict.decision == .refuted || finding.decision == .refuted, "by \(units)")
      default:
        #expect(verdict.decision == .refuted || finding.decision == .refuted, "by \(units)")
      }
      // All relations with a decimal are refuted by a value.
      if verdict.decision == .refuted { #expect(verdict.witness != nil, "by \(units)") }
    }
  }
}

extension Claim {
  /// The claim with another proposition.
  func saying(_ proposition: Proposition) throws -> Claim {
    try Claim(
      id: id, source: source, kind: kind, theorem: theorem, domain: domain, at: conditions, statement: statement,
      proposition: proposition)
  }
}

extension Proposition {
  /// The changes of the last digit that make the proposition say more, or something else.
  fileprivate var sharperUnits: [Int] {
    switch self {
    case .bound(_, let inequality, _), .fixedPointBound(_, let inequality, _): [inequality.boundsAbove ? -1 : 1]
    default: [-1, 1]
    }
  }
}
