import ClaimsTestSupport
import IntervalArithmetic
import RealArithmetic
import Testing

@testable import SELUClaims
@testable import SELUTheorem

/// Printed digits: what they say of the number they stand for.
@Suite struct RoundingTests {
  @Test(arguments: [
    ("0.0", "-0.05", "0.05", 1), ("1", "0.5", "1.5", 0), ("-0.03106", "-0.031065", "-0.031055", 5),
    ("0.7877", "0.78765", "0.78775", 4), ("1.50", "1.495", "1.505", 2), ("1.5", "1.45", "1.55", 1),
    ("-2", "-2.5", "-1.5", 0), ("100", "99.5", "100.5", 0),
  ])
  func preimages(text: String, lower: String, upper: String, digits: Int) throws {
    let printed = try PrintedDecimal(parsing: text)
    #expect(printed.text == text)
    #expect(printed.value == (try Rational(parsing: text)))
    #expect(printed.fractionDigits == digits)
    #expect(printed.preimage.lower == (try Rational(parsing: lower)))
    #expect(printed.preimage.upper == (try Rational(parsing: upper)))
  }

  /// Only plain decimals have a last place that tells how they were rounded.
  @Test(arguments: ["1e-3", "1.5e2", "1/3", "0x1.8p-3", "", "abc", "1,5", "nu", " 1", "1.5.2"])
  func otherTextsAreNoPrintedDecimals(text: String) throws {
    #expect(throws: TextError.self) { try PrintedDecimal(parsing: text) }
  }

  static let claims = Printed.claims.filter { claim in
    if case .roundsTo = claim.proposition { return true }
    return false
  }.map(\.id)

  /// A number rounds to one printed decimal only.
  @Test(arguments: claims)
  func anotherLastDigitIsRefuted(id: String) throws {
    let claim = try #require(Printed.claim(id))
    guard case .roundsTo(let quantity, let printed) = claim.proposition else { return }
    let decisions = try (-3...3).map { units in
      try check(.roundsTo(quantity, try printed.moved(by: units)), on: claim.region).decision
    }
    // A print that is wrong may be so by more than three units.
    #expect(decisions.filter { $0 == .proved }.count == 1 || claim.expected == .refuted)
    #expect(decisions.filter { $0 == .refuted }.count >= 6)
    #expect((decisions[3] == .proved) == (claim.expected == .proved))
  }

  /// The enclosure decides, not its midpoint: a value known to be on a tie is not decided.
  @Test func tiesAreUndecided() throws {
    let half = try Domain.box(mu: ("0.25", "0.25"), omega: ("0", "0"))
    for text in ["0.2", "0.3"] {
      let finding = try check(.roundsTo(Quantity(.variable(.mu)), try PrintedDecimal(parsing: text)), on: half)
      #expect(finding.decision == .undecided)
    }
    #expect(try check(.roundsTo(Quantity(.variable(.mu)), "0.25"), on: half).decision == .proved)
    #expect(try check(.roundsTo(Quantity(.variable(.mu)), "0.4"), on: half).decision == .refuted)
  }

  /// A quantity that is not constant has no digits.
  @Test func onlyConstantsAreRounded() throws {
    #expect(try check(.roundsTo(Quantity(.spectralNorm), "0.8"), on: .point01).decision == .proved)
    for domain in [Domain.omega, .none] {
      #expect(throws: InvalidClaim.self) { try check(.roundsTo(Quantity(.spectralNorm), "0.8"), on: domain) }
    }
  }

  /// The absolute value of -2 is 2.
  @Test func absoluteValuesAreRounded() throws {
    let domain = try Domain.box(mu: ("-2", "-2"), omega: ("0", "0"))
    let size = Quantity(.variable(.mu), isAbsolute: true)
    #expect(try check(.roundsTo(size, "2"), on: domain).decision != .refuted)
    #expect(try check(.roundsTo(size, "-2"), on: domain).decision != .proved)
  }

  @Test func witnessOfARefutedPrint() throws {
    let finding = checker.check(try #require(Printed.claim("equation6.H12")))
    #expect(finding.decision == .refuted)
    let value = try #require(finding.witness?.value)
    #expect(value.lowerBound > 0.0888345 && value.upperBound < 0.0888355)
  }
}
