import SELUClaims
import SELUTheorem

/// The report as Markdown, for documents and the summary pages of CI systems.
public enum MarkdownReport {
  /// The report as a text that ends with a new line: a summary, the table of claims, the evidence for every claim that
  /// is not simply proved, and what grids have covered.
  public static func text(_ report: Report) -> String {
    let title = "## \(MarkdownText.escaped("\(report.tool.name) \(report.tool.version)"))"
    let sections =
      [
        [title, "", "\(Summary(report.entries).line). \(MarkdownText.escaped(report.baselineLine))."], table(report),
        evidence(report), grids(report), differences(report),
      ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private static func table(_ report: Report) -> [String] {
    let hasTimes = report.entries.contains { $0.duration != nil }
    let titles = ["verdict", "claim", "source", "statement", "printed", "certified value", "boxes"]
    return MarkdownText.head(titles + (hasTimes ? ["seconds"] : []), right: [6, 7])
      + report.entries.flatMap { entry in
        let time = hasTimes ? [entry.duration?.secondsText ?? ""] : []
        return [MarkdownText.row(cells(entry) + time)] + entry.finding.parts.map { part($0, $1, hasTimes) }
      }
  }

  private static func cells(_ entry: Report.Entry) -> [String] {
    let (claim, finding) = (entry.claim, entry.finding)
    let verdict = entry.verdictAgainstExpectation
    return [
      entry.outcome == .expected ? verdict : "**\(verdict)**", MarkdownText.code(claim.id),
      MarkdownText.escaped(claim.source), MarkdownText.escaped(claim.statement), MarkdownText.escaped(claim.printed),
      value(finding, claim.extremumName), "\(finding.boxes)",
    ]
  }

  private static func part(_ name: String, _ finding: Finding, _ hasTimes: Bool) -> String {
    let cells = [finding.decision.rawValue, "", "", MarkdownText.escaped(name), "", value(finding, "")]
    return MarkdownText.row(cells + ["\(finding.boxes)"] + (hasTimes ? [""] : []))
  }

  private static func value(_ finding: Finding, _ extremum: String) -> String {
    guard let enclosure = finding.enclosure else { return "" }
    let text = enclosure.outwardText(significantDigits: Report.significantDigits)
    return MarkdownText.escaped(extremum.isEmpty ? text : "\(extremum) \(text)")
  }

  private static func evidence(_ report: Report) -> [String] {
    let remarkable = report.entries.filter { $0.finding.decision != .proved || $0.outcome != .expected }
    return remarkable.isEmpty
      ? []
      : ["### Refuted, undecided or unexpected", ""]
        + remarkable.map { entry in
          let words = ([entry.verdictAgainstExpectation + "."] + entry.evidence).joined(separator: " ")
          return "- \(MarkdownText.code(entry.claim.id)): \(MarkdownText.escaped(words))"
        }
  }

  private static func grids(_ report: Report) -> [String] {
    let lines = report.entries.compactMap { entry in
      entry.finding.coverage.map { "- \(MarkdownText.code(entry.claim.id)): \($0.sentence)." }
    }
    return lines.isEmpty ? [] : ["### Grids", ""] + lines
  }

  private static func differences(_ report: Report) -> [String] {
    let lines = (report.comparison?.differences ?? []).map { "- \(MarkdownText.escaped($0.sentence))" }
    return lines.isEmpty ? [] : ["### Differences from the baseline", ""] + lines
  }
}
