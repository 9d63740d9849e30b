import IntervalArithmetic
import RealArithmetic
import SELUClaims
import SELUTheorem

/// The report as a table for people; remarks are broken at 100 columns unless an exact number is longer.
public struct TextReport {
  /// What a part of the text says, for those who show it in colour.
  public enum Tone: Sendable, Equatable, CaseIterable {
    /// A heading.
    case title
    /// An expected verdict.
    case good
    /// An unexpected verdict.
    case bad
    /// Something undecided.
    case open
  }

  /// Where remarks are broken.
  static let pageWidth = 100
  /// The undecided boxes that are shown of one claim.
  static let shownBoxes = 3

  private let report: Report
  private let style: (String, Tone) -> String

  /// A text of `report`; `style` may wrap a part of a line into the codes of a terminal.
  public init(_ report: Report, style: @escaping (String, Tone) -> String = { text, _ in text }) {
    self.report = report
    self.style = style
  }

  /// The text, which ends with a new line: the table, and a summary that names every claim whose verdict is unexpected
  /// or missing, and what the run was compared with.
  public var text: String {
    (table + [""] + conclusion).map { $0 + "\n" }.joined()
  }

  private var table: [String] {
    let rows = lines
    return Table(alignments, lines: rows.map(\.line)).text { line, column, cell in
      guard column == 0, let tone = rows[line].tone else { return cell }
      return style(cell, tone)
    }
  }
}

// MARK: - Rows

extension TextReport {
  /// A line of the table; the tone is that of its first cell.
  private struct Row {
    let line: Table.Line
    var tone: Tone?
  }

  private var hasTimes: Bool { report.entries.contains { $0.duration != nil } }

  private var alignments: [Table.Alignment] {
    [.left, .left, .left, .left, .right] + (hasTimes ? [.right] : [])
  }

  private var lines: [Row] {
    let heading = ["verdict", "claim", "", "certified value", "boxes"] + (hasTimes ? ["seconds"] : [])
    return [Row(line: .cells(heading))]
      + report.sections.flatMap { section in
        [Row(line: .free(style(section.title, .title)))] + section.entries.flatMap(rows)
      }
  }

  private func rows(_ entry: Report.Entry) -> [Row] {
    let (claim, finding) = (entry.claim, entry.finding)
    let cells = self.cells(claim.id, finding, claim.extremumName) + [entry.duration?.secondsText ?? ""]
    let parts = finding.parts.map { name, part in
      Row(line: .cells(self.cells("  \(name)", part, "")), tone: tone(part.decision))
    }
    return [Row(line: .cells(Array(cells.prefix(alignments.count))), tone: Tone(entry.outcome))] + parts
      + details(entry).map { Row(line: .free($0)) }
  }

  private func cells(_ name: String, _ finding: Finding, _ extremum: String) -> [String] {
    let enclosure = finding.enclosure?.outwardText(significantDigits: Report.significantDigits) ?? ""
    return [finding.decision.rawValue, name, enclosure.isEmpty ? "" : extremum, enclosure, "\(finding.boxes)"]
  }

  /// Parts have no expected verdict of their own.
  private func tone(_ decision: Verdict) -> Tone? {
    switch decision {
    case .proved: .good
    case .refuted: nil
    case .undecided: .open
    }
  }
}

// MARK: - Details

extension TextReport {
  /// What has to be said about a claim that is not simply proved, or was decided on a grid of the four variables.
  private func details(_ entry: Report.Entry) -> [String] {
    var details: [Detail] = []
    if entry.outcome == .unexpected { details.append(Detail("expected", [entry.claim.expected.rawValue])) }
    switch entry.finding.decision {
    case .proved: break
    case .refuted: details += refutation(entry)
    case .undecided: details += openBoxes(entry.finding)
    }
    if let coverage = entry.finding.coverage { details.append(Detail("grid", words: coverage.sentence)) }
    return details.flatMap { $0.lines(width: Self.pageWidth) }
  }

  private func refutation(_ entry: Report.Entry) -> [Detail] {
    let claim = entry.claim
    let source = claim.source.isEmpty ? "" : "(\(claim.source))"
    let printed =
      claim.printed.isEmpty ? claim.source : [claim.printed, source].filter { !$0.isEmpty }.joined(separator: " ")
    var details = [Detail("claim", words: claim.statement), Detail("printed", words: printed)]
    if let witness = entry.finding.witness {
      if !witness.point.isEmpty { details.append(Detail("witness", list: witness.coordinates)) }
      details.append(Detail("value", [witness.value.outwardText(significantDigits: Report.significantDigits)]))
    }
    return details
  }

  private func openBoxes(_ finding: Finding) -> [Detail] {
    let boxes = finding.openBoxes
    guard !boxes.isEmpty else { return [] }
    return [Detail("left over", words: boxes.count == 1 ? "1 box:" : "\(boxes.count) boxes, such as")]
      + distinct(boxes).map { Detail("", list: $0) }
  }

  /// The first few different boxes; the parts of a compound claim often leave the same ones.
  private func distinct(_ boxes: [OpenBox]) -> [[String]] {
    var shown: [[String]] = []
    for box in boxes where shown.count < Self.shownBoxes {
      let sides = box.sides.map { side in
        "\(side.variable.rawValue) in [\(side.lower.shortExactText), \(side.upper.shortExactText)]"
      }
      if !shown.contains(sides) { shown.append(sides) }
    }
    return shown
  }

  /// A remark below the row of a claim: a label and pieces that are not broken.
  private struct Detail {
    private static let margin = 13
    private static let labelWidth = 13

    let label: String
    let pieces: [String]

    init(_ label: String, _ pieces: [String]) {
      self.label = label
      self.pieces = pieces
    }

    init(_ label: String, words: String) {
      self.init(label, words.split(separator: " ").map(String.init))
    }

    /// Pieces that are separated by commas.
    init(_ label: String, list: [String]) {
      self.init(label, list.enumerated().map { $1 + ($0 < list.count - 1 ? "," : "") })
    }

    func lines(width: Int) -> [String] {
      let start = Self.margin + Self.labelWidth
      let lines = LineFilling.fill(pieces, width: width - start)
      let labels = [label] + Array(repeating: "", count: max(0, lines.count - 1))
      return zip(labels, lines).map { label, line in
        String(repeating: " ", count: Self.margin) + label
          + String(repeating: " ", count: Self.labelWidth - label.count) + line
      }
    }
  }
}

// MARK: - Conclusion

extension TextReport {
  private var conclusion: [String] {
    var lines = [style(Summary(report.entries).line, Tone(report.outcome))]
    lines += list("Unexpected", .unexpected) { "\($0.claim.id): \($0.verdictAgainstExpectation)" }
    lines += list("Undecided", .undecided, \.claim.id)
    let differs = report.comparison?.differences.isEmpty == false
    return lines + [differs ? style(report.baselineLine, .bad) : report.baselineLine]
  }

  private func list(_ title: String, _ outcome: Outcome, _ line: (Report.Entry) -> String) -> [String] {
    let entries = report.entries(outcome)
    return entries.isEmpty ? [] : [style("\(title):", Tone(outcome))] + entries.map { "  \(line($0))" }
  }
}

extension TextReport.Tone {
  fileprivate init(_ outcome: Outcome) {
    switch outcome {
    case .expected: self = .good
    case .unexpected: self = .bad
    case .undecided: self = .open
    }
  }
}
