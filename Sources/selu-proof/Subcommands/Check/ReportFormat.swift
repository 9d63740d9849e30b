import Reporting

/// The forms in which `check` can report.
enum ReportFormat: String, CaseIterable, Sendable {
  case text, json, junit, markdown, github

  /// The whole report; `channel` tells whether a table may be coloured, nil for a file.
  func text(_ report: Report, for channel: OutputChannel?) throws -> String {
    switch self {
    case .text: TextReport(report) { text, tone in channel?.styled(text, tone.style) ?? text }.text
    case .json: try JSONReport.text(report)
    case .junit: JUnitReport.text(report)
    case .markdown: MarkdownReport.text(report)
    case .github: GitHubReport.text(report)
    }
  }
}

extension TextReport.Tone {
  fileprivate var style: TextStyle {
    switch self {
    case .title: .bold
    case .good: .green
    case .bad: .red
    case .open: .yellow
    }
  }
}

extension Report.Tool {
  /// This program.
  static let seluProof = Report.Tool(name: "selu-proof", version: Version.string)
}
