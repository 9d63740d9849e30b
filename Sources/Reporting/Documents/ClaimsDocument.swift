import SELUClaims
import SELUTheorem

/// `docs/claims.md`: one row a claim.
public enum ClaimsDocument {
  private static let significantDigits = 12

  /// The document as a text that ends with a new line.
  public static func text(_ report: Report, of paper: Paper) -> String {
    DocumentText.joined(
      [introduction(report), summary(report, paper)] + report.sections.map(section) + [readings(report)])
  }

  private static func introduction(_ report: Report) -> [String] {
    [
      "# The claims of the paper, one by one", "", DocumentText.provenance(report), "",
      "Each row is a quantitative claim of arXiv 1706.02515 (or of the authors' notebook) as it is printed. The certified value",
      "encloses, rounded outward, the exact number that the claim is about: the supremum (sup) of the quantity over the claim's",
      "domain for an upper bound, the infimum (inf) for a lower one, the value itself for a constant. *Where* is the point at",
      "which it is (nearly) attained; for a refuted claim, a point that contradicts it. *Boxes* is the number of boxes on which",
      "something was bounded. A refuted claim is false as printed, or, where the source says so, as used;",
      "[errata.md](errata.md) says what is true instead.",
    ]
  }

  private static func summary(_ report: Report, _ paper: Paper) -> [String] {
    let kinds = Claim.Kind.allCases.map { kind in
      (kind.rawValue, report.entries.filter { $0.claim.kind == kind })
    }
    return ["## Summary", ""]
      + MarkdownText.head(["kind", "claims", "proved", "refuted", "undecided"], right: [1, 2, 3, 4])
      + (kinds + [("all", report.entries)]).map { name, entries in
        let summary = Summary(entries)
        let counts = [entries.count, summary.proved, summary.refuted, summary.undecided]
        return MarkdownText.row([name] + counts.map(String.init))
      } + ["", DocumentText.falseClaims(report, of: paper)]
  }

  private static func section(_ section: ReportSection) -> [String] {
    ["## \(section.title)", ""]
      + MarkdownText.head(
        ["claim", "source", "kind", "statement", "domain", "printed", "verdict", "certified value", "where", "boxes"],
        right: [9])
      + section.entries.map(row)
  }

  private static func row(_ entry: Report.Entry) -> String {
    let claim = entry.claim
    let words = [
      claim.source, claim.kind.rawValue, entry.statementText, claim.domainText, claim.printed,
      entry.verdictAgainstExpectation, entry.certifiedText(significantDigits: significantDigits), entry.placeText,
      "\(entry.finding.boxes)",
    ]
    return MarkdownText.row([MarkdownText.code(claim.id)] + words.map(MarkdownText.escaped))
  }

  private static func readings(_ report: Report) -> [String] {
    let read = report.entries.filter { $0.claim.reading != nil }
    return read.isEmpty
      ? []
      : [
        "## Readings", "", "Where the print has a slip that leaves open what is meant, the claim was read so:", "",
      ]
        + read.map { "- \(MarkdownText.code($0.claim.id)): \(MarkdownText.escaped($0.claim.reading ?? ""))." }
  }
}
