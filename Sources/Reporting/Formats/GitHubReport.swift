import SELUClaims
import SELUTheorem

/// The report as workflow commands of GitHub Actions, which shows them as annotations.
///
/// An unexpected verdict and a difference from the baseline are errors, an undecided claim is a warning (the exit status
/// of the program fails the step), and the summary is a notice.
public enum GitHubReport {
  /// The annotations, one a line.
  public static func text(_ report: Report) -> String {
    let claims = report.entries.compactMap { entry -> String? in
      let message = ([entry.verdictAgainstExpectation + "."] + entry.evidence).joined(separator: "\n")
      return switch entry.outcome {
      case .expected: nil
      case .unexpected: annotation("error", entry.claim.id, message)
      case .undecided: annotation("warning", entry.claim.id, message)
      }
    }
    let differences = (report.comparison?.differences ?? []).map { annotation("error", $0.claim, $0.sentence) }
    let summary = annotation("notice", report.tool.name, "\(Summary(report.entries).line). \(report.baselineLine).")
    return (claims + differences + [summary]).map { $0 + "\n" }.joined()
  }

  /// A workflow command: per cent signs and line breaks are escaped everywhere, colons and commas in the title.
  private static func annotation(_ level: String, _ title: String, _ message: String) -> String {
    let title = escaped(title).replacing(":", with: "%3A").replacing(",", with: "%2C")
    return "::\(level) title=\(title)::\(escaped(message))"
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      default: String(scalar)
      }
    }.joined()
  }
}
