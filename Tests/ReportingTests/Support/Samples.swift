import ClaimsTestSupport
import IntervalArithmetic
import RealArithmetic

@testable import Reporting
@testable import SELUClaims
@testable import SELUTheorem

/// Claims and findings made by hand, one of every sort that a renderer has to deal with.
enum Samples {
  static let tool = Report.Tool(name: "selu-proof", version: "9.9.9")

  static let square = Domain(
    name: "square", [.mu: .init(Rational(-1, over: 10), Rational(1, over: 10)), .nu: .init(1, 2)])

  static func claim(
    _ id: String, _ inequality: Inequality = .less, statement: String = "var < 1", source: String = "Theorem 1",
    printed: String = "1", expected: Verdict = .proved
  ) -> Claim {
    .listed {
      try Claim(
        id: id, source: source, domain: square, statement: statement,
        proposition: .bound(Quantity(.pi), inequality, "1"), printed: printed, expected: expected)
    }
  }

  static func interval(_ lower: Double, _ upper: Double) -> Interval { Interval(lowerBound: lower, upperBound: upper) }

  static func part(
    _ name: String, _ decision: Verdict, _ enclosure: Interval? = nil, boxes: Int = 1
  ) -> (name: String, finding: Finding) {
    (name, Finding(decision, enclosure: enclosure, boxes: boxes))
  }

  /// A point whose coordinates are a decimal, a fraction that does not end, and a double with many digits.
  static let witness = Witness(
    point: [(.mu, Rational(-1, over: 10)), (.nu, Rational(4, over: 3)), (.tau, Rational(1, over: 1 << 30))],
    value: interval(1.25, 1.5))

  static let proved = Report.Entry(
    claim("theorem1.bound"),
    Finding(
      .proved, enclosure: interval(0.1, 0.75),
      witness: Witness(point: [(.y, 0), (.x, 2)], value: interval(-0.0, 0.75)),
      boxes: 17))

  static let refuted = Report.Entry(
    claim("theorem1.refuted", statement: "|d xi/d mu| & \"more\" < 1", expected: .refuted),
    Finding(.refuted, enclosure: interval(1.25, 1.5), witness: witness, boxes: 1))

  static let unexpectedlyRefuted = Report.Entry(
    claim("lemma2.wrong", .atLeast), Finding(.refuted, enclosure: interval(-1e-20, -0.0), boxes: 3))

  static let unexpectedlyProved = Report.Entry(
    claim("lemma2.right", expected: .refuted), Finding(.proved, enclosure: interval(0, 0), boxes: 2))

  static let undecided: Report.Entry = {
    var finding = Finding(.undecided, enclosure: interval(0.5, .infinity), boxes: 9)
    finding.openBoxes = (0..<5).map { index in
      OpenBox(sides: [(.mu, Rational(-1, over: 10), 0), (.nu, 1, 1 + Rational(1, over: 3 << index))])
    }
    return Report.Entry(claim("main-text.open"), finding)
  }()

  static let compound: Report.Entry = {
    var finding = Finding.all([
      part("mean <= 0.1", .proved, interval(0.0625, 0.0625), boxes: 3),
      part("var <= 1.5", .undecided, boxes: 4),
      part("var >= 0.8", .refuted, interval(0.5, 0.625)),
    ])
    finding.witness = Witness(point: [], value: interval(0.5, 0.625))
    return Report.Entry(claim("theorem1.compound", expected: .refuted), finding)
  }()

  static let all = [proved, refuted, compound, unexpectedlyRefuted, unexpectedlyProved, undecided]

  static func report(_ entries: [Report.Entry], _ differences: [Baseline.Difference]? = nil) -> Report {
    Report(
      tool: tool, entries: entries,
      comparison: differences.map { Report.Comparison(baseline: "recorded.json", differences: $0) })
  }

  /// The same entries, each with the time that a clock would have shown.
  static func timed(_ entries: [Report.Entry]) -> [Report.Entry] {
    entries.map { Report.Entry($0.claim, $0.finding, duration: .milliseconds(1234) + .microseconds(567)) }
  }
}
