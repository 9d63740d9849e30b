import ClaimsTestSupport
import IntervalArithmetic
import JSON
import RealArithmetic
import Testing

@testable import Reporting
@testable import SELUClaims
@testable import SELUTheorem

@Suite struct BaselineTests {
  private static let report = Samples.report([Samples.proved, Samples.refuted, Samples.compound])
  private static let baseline = Baseline(report)

  // MARK: The file

  @Test func theFileReadsBack() throws {
    let text = try Self.baseline.text(tool: Samples.tool)
    #expect(try Baseline(parsing: text) == Self.baseline)
    #expect(try Baseline(parsing: text).text(tool: Samples.tool) == text)
  }

  @Test func theFormIsFixed() throws {
    let text = try Baseline(Samples.report([Samples.proved])).text(tool: Samples.tool)
    #expect(
      text == """
        {
          "format" : "selu-proof baseline",
          "version" : 1,
          "tool" : {
            "name" : "selu-proof",
            "version" : "9.9.9"
          },
          "claims" : [
            {
              "enclosure" : {
                "lower" : "0.10000000000000000",
                "lowerHex" : "0x1.999999999999ap-4",
                "upper" : "0.75",
                "upperHex" : "0x1.8p-1"
              },
              "id" : "theorem1.bound",
              "verdict" : "proved"
            }
          ],
          "slack" : {
            "absolute" : "1e-15",
            "relative" : "1e-9"
          }
        }

        """)
  }

  @Test func unboundedAndMissingEnclosures() throws {
    let baseline = Baseline([
      .init("a", .undecided, .entire), .init("b", .proved, nil), .init("c", .proved, .empty),
      .init("d", .refuted, Samples.interval(-0.0, .leastNonzeroMagnitude)),
    ])
    #expect(try Baseline(parsing: try baseline.text(tool: Samples.tool)) == baseline)
    #expect(baseline.records[2].enclosure == nil)
  }

  struct Damage: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let complaint: String

    var testDescription: String { complaint }
  }

  static let damages = [
    Damage(old: "{\n  \"format\"", new: "format", complaint: "line 1, column 1: expected a value"),
    Damage(
      old: "\"verdict\" : \"proved\"\n    },", new: "\"verdict\" : \"proved\"\n    }",
      complaint: "line 19, column 5: expected ',' or ']'"),
    Damage(
      old: "selu-proof baseline", new: "certificate",
      complaint: "format: expected 'selu-proof baseline', found 'certificate'"),
    Damage(old: "\"version\" : 1", new: "\"version\" : 2", complaint: "version: expected 1, found 2"),
    Damage(old: "\"version\" : 1", new: "\"version\" : \"1\"", complaint: "version: expected an integer, found '1'"),
    Damage(old: "\"version\" : 1", new: "\"vision\" : 1", complaint: "version: expected a value, found nothing"),
    Damage(
      old: "\"1e-9\"", new: "1e-9",
      complaint: "slack.relative: expected a number that is not negative, as a string, found a number"),
    Damage(
      old: "\"1e-15\"", new: "\"-1e-15\"",
      complaint: "slack.absolute: expected a number that is not negative, as a string, found '-1e-15'"),
    Damage(
      old: "\"1e-15\"", new: "\"few\"",
      complaint: "slack.absolute: expected a number that is not negative, as a string, found 'few'"),
    Damage(old: "\"claims\" : [", new: "\"claims\" : [[],", complaint: "claims[0]: expected an object, found an array"),
    Damage(
      old: "theorem1.refuted", new: "theorem1.bound",
      complaint: "claims[1].id: expected an id that has not been used before, found 'theorem1.bound'"),
    Damage(old: "\"theorem1.refuted\"", new: "null", complaint: "claims[1].id: expected a string, found null"),
    Damage(
      old: "\"refuted\"", new: "\"disproved\"",
      complaint: "claims[1].verdict: expected 'proved', 'refuted' or 'undecided', found 'disproved'"),
    Damage(
      old: "\"enclosure\" : null,", new: "\"enclosure\" : true,",
      complaint: "claims[2].enclosure: expected an object, found true"),
    Damage(
      old: "\"enclosure\" : null,", new: "", complaint: "claims[2].enclosure: expected a value, found nothing"),
    Damage(
      old: "0x1.999999999999ap-4", new: "0x1.999999999999a8p-4",
      complaint: "claims[0].enclosure.lowerHex: expected a hexadecimal binary64 number, as '0x1.8p-3', "
        + "found '0x1.999999999999a8p-4'"),
    Damage(
      old: "0x1.8p-1", new: "0.75",
      complaint: "claims[0].enclosure.upperHex: expected a hexadecimal binary64 number, as '0x1.8p-3', found '0.75'"),
    Damage(
      old: "0x1.8p-1", new: "0x1.8p-9",
      complaint: "claims[0].enclosure.upperHex: expected a bound that is not below the lower one, found '0x1.8p-9'"),
    Damage(
      old: "var <= 1.5", new: "mean <= 0.1",
      complaint: "claims[2].parts[1].name: expected a name that has not been used before, found 'mean <= 0.1'"),
    Damage(
      old: "\"undecided\"", new: "\"\(String(repeating: "x", count: 50))\"",
      complaint: "claims[2].parts[1].verdict: expected 'proved', 'refuted' or 'undecided', "
        + "found '\(String(repeating: "x", count: 37))...'"),
  ]

  @Test(arguments: damages)
  func aDamagedFileIsNamed(_ damage: Damage) throws {
    let text = try Self.baseline.text(tool: Samples.tool)
    let range = try #require(text.firstRange(of: damage.old))
    let damaged = text.replacingCharacters(in: range, with: damage.new)
    let error = #expect(throws: JSONError.self) { try Baseline(parsing: damaged) }
    #expect(error?.description == damage.complaint)
  }

  @Test func updatingKeepsTheOthers() {
    let changed = Report.Entry(Samples.refuted.claim, Finding(.proved))
    let updated = Self.baseline.updated(with: Samples.report([Samples.undecided, changed]))
    #expect(
      updated.records.map(\.name) == ["theorem1.bound", "theorem1.refuted", "theorem1.compound", "main-text.open"])
    #expect(updated.records[1].verdict == .proved)
  }

  // MARK: The comparison

  private func sentences(
    _ entries: [Report.Entry], _ requirement: Baseline.Requirement = .asSharp, isComplete: Bool = false
  ) -> [String] {
    Self.baseline.differences(from: Samples.report(entries), requiring: requirement, isComplete: isComplete)
      .map(\.sentence)
  }

  private func proved(_ lower: Double, _ upper: Double) -> Report.Entry {
    Report.Entry(Samples.proved.claim, Finding(.proved, enclosure: Samples.interval(lower, upper)))
  }

  @Test func theSameFindingsDoNotDiffer() {
    #expect(sentences(Self.report.entries, isComplete: true).isEmpty)
    #expect(sentences(Self.report.entries, .consistent, isComplete: true).isEmpty)
  }

  @Test func aVerdictDiffers() {
    let entry = Report.Entry(Samples.proved.claim, Finding(.refuted, enclosure: Samples.interval(5, 6)))
    #expect(sentences([entry]) == ["'theorem1.bound' is refuted, but proved in the baseline."])
    #expect(sentences([entry], .consistent) == ["'theorem1.bound' is refuted, but proved in the baseline."])
  }

  @Test func undecidedIsNoDifference() {
    let entry = Report.Entry(Samples.proved.claim, Finding(.undecided, enclosure: Samples.interval(5, 6)))
    #expect(sentences([entry]).isEmpty)
  }

  @Test func anEnclosureDiffers() {
    #expect(sentences([proved(0.2, 0.3)]).isEmpty)
    #expect(
      sentences([proved(0.0625, 0.75)]) == [
        "The enclosure of 'theorem1.bound', [0.0625, 0.75], is not within that of the baseline, "
          + "[0.10000000000000000, 0.75]."
      ])
    #expect(sentences([proved(0.25, 1)]).count == 1)
    #expect(sentences([proved(0.0625, 1)], .consistent).isEmpty)
    #expect(
      sentences([proved(0.875, 1)], .consistent) == [
        "The enclosure of 'theorem1.bound', [0.875, 1], does not meet that of the baseline, "
          + "[0.10000000000000000, 0.75]."
      ])
  }

  @Test func anEnclosureIsMissing() {
    #expect(
      sentences([Report.Entry(Samples.proved.claim, Finding(.proved))]) == [
        "'theorem1.bound' has no enclosure, but one in the baseline."
      ])
    let compound = Samples.compound.finding
    var withEnclosure = compound
    withEnclosure.enclosure = Samples.interval(1, 2)
    #expect(
      sentences([Report.Entry(Samples.compound.claim, withEnclosure)]) == [
        "'theorem1.compound' has an enclosure, but none in the baseline."
      ])
  }

  @Test func aPartDiffers() {
    var finding = Samples.compound.finding
    finding.parts[0].finding.enclosure = Samples.interval(0, 1)
    finding.parts[1].finding.decision = .proved
    #expect(
      sentences([Report.Entry(Samples.compound.claim, finding)]) == [
        "The enclosure of 'mean <= 0.1' of 'theorem1.compound', [0, 1], is not within that of the baseline, "
          + "[0.0625, 0.0625].",
        "'var <= 1.5' of 'theorem1.compound' is proved, but undecided in the baseline.",
      ])
    finding.parts.removeLast()
    #expect(
      sentences([Report.Entry(Samples.compound.claim, finding)]) == [
        "The parts of 'theorem1.compound' are not those of the baseline."
      ])
  }

  @Test func claimsAreMissing() {
    #expect(sentences([Samples.undecided]) == ["The claim 'main-text.open' is not in the baseline."])
    #expect(
      sentences([Samples.proved, Samples.refuted], isComplete: true) == [
        "The claim 'theorem1.compound' of the baseline has not been checked."
      ])
  }

  /// The slack is exact: one unit in the last place more is too much.
  @Test func theSlackIsExact() {
    let slack = Baseline.Slack(relative: Rational(1, over: 4), absolute: Rational(1, over: 2))
    let recorded = Samples.interval(4, 8)
    #expect(slack.allows(Samples.interval(2.5, 10.5), within: recorded))
    #expect(!slack.allows(Samples.interval(2.5.nextDown, 8), within: recorded))
    #expect(!slack.allows(Samples.interval(4, 10.5.nextUp), within: recorded))
    #expect(slack.allows(Samples.interval(-5.5, -3.5), within: Samples.interval(-4, -4)))
    #expect(slack.allows(Samples.interval(-0.5, 0.5), within: Samples.interval(0, 0)))
    #expect(!slack.allows(Samples.interval(4, .infinity), within: recorded))
    #expect(slack.allows(.entire, within: .entire))
    #expect(slack.allows(Samples.interval(-1e300, 5), within: Samples.interval(-.infinity, 4)))
  }
}
