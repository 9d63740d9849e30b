import SELUClaims
import SELUTheorem

/// The claims as a table in Markdown.
public enum ClaimListMarkdown {
  /// The table as a text that ends with a new line.
  public static func text(_ claims: [Claim]) -> String {
    let head = MarkdownText.head(["claim", "source", "kind", "statement", "domain", "relation", "printed", "expected"])
    return (head + claims.map(row)).map { $0 + "\n" }.joined()
  }

  private static func row(_ claim: Claim) -> String {
    let cells = [
      claim.source, claim.kind.rawValue, claim.statement, claim.domainText,
      claim.proposition.relation, claim.printed, claim.expected.rawValue,
    ]
    return MarkdownText.row([MarkdownText.code(claim.id)] + cells.map(MarkdownText.escaped))
  }
}
