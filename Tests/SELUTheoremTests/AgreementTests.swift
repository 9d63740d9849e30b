import ClaimsTestSupport
import Certificates
import GridChecker
import RealArithmetic
import Testing

@testable import SELUClaims
@testable import SELUTheorem

/// The search and the replay on claims that nobody printed: whatever certificate is written is accepted, and where nothing
/// can be shown there is none.
@Suite struct AgreementTests {
  private static let tool = Certificate.Tool(name: "selu-proof", version: "test")
  private static let unit = Domain(name: "unit", [.x: .init(0, 1), .y: .at("0")])
  private static let above = Domain(name: "above", [.x: .init(Rational(1, over: 64), 1), .y: .at("0")])
  private static let range = Domain(name: "range", [.nu: .init(0, 1), .tau: .at("1")])
  private static let point = Domain(name: "point", [.mu: .at("0.28"), .omega: .at("0")])
  private static let limitOne = TailComparison.Bound.root(limit: 1, constant: 0, overPi: 0)

  private static func comparison(_ bound: TailComparison.Bound, isAbove: Bool) -> Proposition {
    .tailComparison(TailComparison(bound, isAbove: isAbove, relation: "<", printed: ""))
  }

  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let proposition: Proposition
    let domain: Domain
    let decision: Verdict
    /// Whether the boxes alone show the decision.
    let hasCertificate: Bool

    init(
      _ name: String, _ proposition: Proposition, _ domain: Domain, _ decision: Verdict, hasCertificate: Bool = true
    ) {
      (self.name, self.proposition, self.domain, self.decision) = (name, proposition, domain, decision)
      self.hasCertificate = hasCertificate && decision != .undecided
    }

    var testDescription: String { name }
    var claim: Claim {
      get throws {
        try Claim(id: "made.up", source: "none", domain: domain, statement: name, proposition: proposition)
      }
    }
  }

  private static let samples = [
    Sample("undefined at x = 0", .x * .e1 >= "0", unit, .undecided),
    Sample("defined everywhere", .x * .e1 >= "0", above, .proved),
    Sample("defined, and false", .x * .e1 >= "0.5", above, .refuted),
    Sample("a pole", .bound(Quantity(1 / .x), .atLeast, "0"), unit, .undecided),
    Sample("beside a pole", .bound(Quantity(1 / .x), .atLeast, "1"), above, .proved),
    Sample("a root at its end", .bound(Quantity(.squareRoot(.x)), .atLeast, "0"), unit, .proved),
    Sample("an absolute value from below", .bound(.absolute(.y - "0.02"), .greater, "0.005"), .xyD, .proved),
    Sample("an absolute value from below, false", .bound(.absolute(.y - "0.02"), .greater, "0.02"), .xyD, .refuted),
    Sample("a least absolute value", .minimumIs(.absolute(.mean - "0.5"), "0.412"), .xyD, .proved),
    Sample("a place", .argmax(.tail(.one), at: [.x: "0.64", .y: "-0.01"]), .xyD, .proved),
    Sample(
      "another place", .argmax(.tail(.one), at: [.x: "0.65", .y: "-0.01"]), .xyD, .refuted, hasCertificate: false),
    Sample("a hill", .maximiserRoundsTo(-.square(.nu - "0.25"), .nu, "0.25"), range, .proved),
    Sample("a hill elsewhere", .maximiserRoundsTo(-.square(.nu - "0.25"), .nu, "0.4"), range, .refuted),
    Sample("no hill", .maximiserRoundsTo(.square(.nu - "0.25"), .nu, "1"), range, .undecided),
    Sample("a value", .roundsTo(Quantity(.mu), "0.3"), point, .proved),
    Sample("another value", .roundsTo(Quantity(.mu), "0.2"), point, .refuted),
    Sample("false from 0 on", comparison(limitOne, isAbove: true), .positiveNumbers, .refuted),
    Sample(
      "false from 0 on, from above", comparison(.reciprocal(slope: 2), isAbove: false), .positiveNumbers, .refuted),
    Sample(
      "false far out",
      comparison(.root(limit: Rational(999_999_999, over: 1_000_000_000), constant: 0, overPi: 0), isAbove: false),
      .positiveNumbers, .refuted, hasCertificate: false),
    Sample("true on a half-line", comparison(.reciprocal(slope: 2), isAbove: true), .positiveNumbers, .proved),
    Sample("a map into itself, false", .mapsInto(mean: .init(0, 1), variance: .init(0, 2)), .omega, .refuted),
  ]

  @Test(arguments: samples)
  func whatIsWrittenIsAccepted(sample: Sample) throws {
    let claim = try sample.claim
    let checker = ClaimChecker(budget: SearchBudget(maximumBoxes: 2_000))
    let finding = checker.check(claim)
    #expect(finding.decision == sample.decision)
    let certificate = checker.certificate(for: claim, finding, tool: Self.tool)
    #expect((certificate != nil) == sample.hasCertificate)
    guard let certificate else { return }
    #expect(try Certificate(parsing: try certificate.text()) == certificate)
    try CertificateVerifier(claims: [claim]).verify(certificate)
    // The registry does not know the claim.
    #expect(throws: Rejection.self) { try CertificateVerifier(claims: Printed.claims).verify(certificate) }
  }

  /// The same certificate with the witness at 0, which is no positive number.
  @Test func zeroIsNoPositiveNumber() throws {
    let claim = try Sample("false", Self.comparison(Self.limitOne, isAbove: true), .positiveNumbers, .refuted).claim
    let found = try #require(checker.certificate(for: claim, checker.check(claim), tool: Self.tool))
    let part = found.parts[0]
    #expect(part.witness[0] > 0)
    let moved = Certificate.Part(
      role: part.role, quantity: part.quantity, extremum: part.extremum, variables: part.variables, box: part.box,
      bound: part.bound, attained: .binary(-1), witness: [0], tree: part.tree)
    let forged = Certificate(tool: found.tool, heading: found.heading, verdict: .refuted, parts: [moved])
    #expect(throws: Rejection("the verdict is 'refuted', but the parts say 'undecided'")) {
      try CertificateVerifier(claims: [claim]).verify(forged)
    }
  }

  /// Claims that are decided without boxes have no certificate, nor have undecided ones.
  @Test(arguments: [
    "dropout.mean", "equation14.mean", "lemma21.exp-increasing", "appendix5.alpha", "lemma43.derivative.mu",
  ])
  func claimsWithoutBoxesHaveNone(id: String) throws {
    let claim = try #require(Printed.claim(id))
    #expect(checker.certificate(for: claim, checker.check(claim), tool: Self.tool) == nil)
  }

  @Test func undecidedClaimsHaveNone() throws {
    let claim = try #require(Printed.claim("theorem3.low.main-text"))
    let checker = ClaimChecker(budget: .init(maximumBoxes: 2))
    let finding = checker.check(claim)
    #expect(finding.decision == .undecided)
    #expect(checker.certificate(for: claim, finding, tool: Self.tool) == nil)
  }
}
