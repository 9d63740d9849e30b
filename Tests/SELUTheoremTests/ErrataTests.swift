import ClaimsTestSupport
import IntervalArithmetic
import RealArithmetic
import Testing

@testable import SELUClaims
@testable import SELUTheorem

/// The entries of the errata, and what their sentences rest on.
@Suite struct ErrataTests {
  @Test func oneEntryForEachRefutedClaim() {
    let refuted = Printed.claims.filter { $0.expected == .refuted }.map(\.id)
    #expect(SELU2017.Errata.written.map(\.claim).sorted() == refuted.sorted())
    #expect(paper.errata.map(\.claim).sorted() == refuted.sorted())
  }

  @Test func entriesAreComplete() {
    for entry in paper.errata {
      for sentence in [entry.cause, entry.consequence] {
        #expect(sentence.hasSuffix(".") && !sentence.contains("  "), "\(entry.claim)")
      }
      if let chain = entry.chain { #expect(paper.chain(chain) != nil, "\(entry.claim)") }
    }
  }

  /// A number that is to be printed instead is a bound, or the rounded number: the claim holds with it.
  @Test(arguments: paper.errata.map(\.claim))
  func theCorrectionIsRight(id: String) throws {
    let (entry, claim) = (try #require(paper.erratum(id)), try #require(Printed.claim(id)))
    let finding = checker.check(claim)
    guard let text = entry.correction(claim, finding) else {
      #expect(claim.proposition.printedDecimal == nil)
      return
    }
    let corrected = try PrintedDecimal(parsing: text)
    #expect(corrected != claim.proposition.printedDecimal)
    #expect(checker.check(try claim.saying(claim.proposition.printing(corrected))).decision == .proved)
  }

  /// A sentence that says how a number was rounded says what is so.
  @Test func sentencesOnRoundingAreTrue() throws {
    var seen: [Verdict] = []
    for entry in paper.errata where entry.cause.contains("was rounded to nearest, which is") {
      let claim = try #require(Printed.claim(entry.claim))
      guard let printed = claim.proposition.printedDecimal, case .bound(_, let inequality, _) = claim.proposition else {
        continue
      }
      let decision = printed.isRounding(of: try #require(checker.check(claim).enclosure))
      #expect(decision == .proved, "\(entry.claim)")
      if !entry.cause.contains("away from 0") {
        #expect(entry.cause.contains(inequality.boundsAbove ? "downward here" : "upward here"), "\(entry.claim)")
      }
      seen.append(decision)
    }
    #expect(seen.count > 10)
    // The negative control: this one was not rounded to nearest.
    let upward = try claim("theorem3.low.second-moment")
    #expect(
      try PrintedDecimal(parsing: "0.0662727").isRounding(of: try #require(checker.check(upward).enclosure)) == .refuted
    )
  }

  /// What the paper does not print is a category of its own, in the claims and in the entries.
  @Test func whatIsNotPrintedIsNoErrorOfPrint() {
    let unprinted = Printed.claims.filter { $0.origin == .unprinted }.map(\.id)
    #expect(unprinted == ["theorem16.mean.positive-on-wide-domain"])
    #expect(paper.errata.filter { $0.group == .unprinted }.map(\.claim) == unprinted)
    let ofNotebook = Printed.claims.filter { $0.id.hasPrefix("notebook.") }.map(\.id)
    #expect(Printed.claims.filter { $0.origin == .notebook }.map(\.id) == ofNotebook)
  }

  /// The sentences on where a slip looks to come from are checked where they are sums or values.
  @Test func supplementsHold() {
    for claim in paper.supplements where claim.id.hasPrefix("supplement.") {
      let finding = checker.check(claim)
      #expect(finding.decision == .proved, "\(claim.id)")
      #expect(Printed.claim(claim.id) == nil)
    }
  }

  @Test func unroundedExtremaGiveThePrintedDifference() throws {
    let secondMoment = try #require(checker.check(try claim("lemma13.second-moment.lower")).enclosure)
    let square = try #require(checker.check(try claim("lemma13.mean-square")).enclosure)
    #expect(try PrintedDecimal(parsing: "0.80009").isRounding(of: secondMoment - square) == .proved)
  }

  @Test func thePrintedBracketOfTheorem16LacksARoot() throws {
    let bracket = try #require(checker.check(try claim("theorem16.J12.bracket")).enclosure)
    let quotient = bracket / Interval.sqrt(bracket.pi)
    #expect(quotient.lowerBound > 0.16 && quotient.upperBound < 0.17)
  }

  private func claim(_ id: String) throws -> Claim { try #require(Printed.claim(id)) }
}

extension Proposition {
  /// The same proposition with another printed number.
  fileprivate func printing(_ decimal: PrintedDecimal) -> Proposition {
    switch self {
    case .bound(let quantity, let inequality, _): .bound(quantity, inequality, decimal)
    case .roundsTo(let quantity, _): .roundsTo(quantity, decimal)
    case .maximumIs(let quantity, _): .maximumIs(quantity, decimal)
    case .minimumIs(let quantity, _): .minimumIs(quantity, decimal)
    case .maximiserRoundsTo(let expression, let variable, _): .maximiserRoundsTo(expression, variable, decimal)
    case .equals(let expression, _): .equals(expression, decimal)
    default: self
    }
  }
}
