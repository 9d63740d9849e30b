import Testing

@testable import Reporting
@testable import SELUClaims
@testable import SELUTheorem

@Suite struct OutcomeTests {
  @Test func undecidedNeverCountsAsExpected() {
    let claim = Samples.claim("a", expected: .undecided)
    #expect(Report.Entry(claim, Finding(.undecided)).outcome == .undecided)
    #expect(Report.Entry(claim, Finding(.proved)).outcome == .unexpected)
  }

  @Test(arguments: [
    ([Samples.proved, Samples.refuted], Outcome.expected, "1 proved, 1 refuted (as expected), 0 undecided"),
    ([Samples.proved, Samples.undecided], .undecided, "1 proved, 0 refuted, 1 undecided"),
    (
      [Samples.undecided, Samples.unexpectedlyProved], .unexpected, "1 proved (1 unexpectedly), 0 refuted, 1 undecided"
    ),
    (
      [Samples.refuted, Samples.unexpectedlyRefuted], .unexpected, "0 proved, 2 refuted (1 unexpectedly), 0 undecided"
    ),
    ([], .expected, "0 proved, 0 refuted, 0 undecided"),
  ])
  func ofAReport(_ entries: [Report.Entry], _ outcome: Outcome, _ summary: String) {
    #expect(Samples.report(entries).outcome == outcome)
    #expect(Samples.report(entries, []).outcome == outcome)
    #expect(Samples.report(entries, [.init(claim: "a", "Differs.")]).outcome == .unexpected)
    #expect(Summary(entries).line == summary)
  }
}

extension Report.Entry: CustomTestStringConvertible {
  /// Short, because the log of the tests would show the whole finding otherwise.
  public var testDescription: String { claim.id }
}
