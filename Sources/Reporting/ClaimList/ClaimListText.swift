import RealArithmetic
import SELUClaims
import SELUTheorem

/// The claims as a list for people: what each one says, about which domain, and where the paper prints it.
public enum ClaimListText {
  private static let width = 100
  private static let labelWidth = 11

  /// The list as a text that ends with a new line, an empty line between any two claims; empty without claims.
  public static func text(_ claims: [Claim]) -> String {
    claims.map { claim in lines(claim).map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  private static func lines(_ claim: Claim) -> [String] {
    let ranges = claim.domain.rangesText
    let fields = [
      ("statement", claim.statement),
      ("domain", [claim.domain.name, ranges].filter { !$0.isEmpty }.joined(separator: ": ")),
      ("where", claim.conditionsText),
      ("reading", claim.reading ?? ""),
      ("relation", claim.proposition.relation),
      ("printed", claim.printed),
      ("source", claim.source),
      ("kind", claim.kind.rawValue),
      ("expected", claim.expected.rawValue),
    ]
    return [claim.id] + fields.filter { !$0.1.isEmpty }.flatMap(field)
  }

  private static func field(_ label: String, _ text: String) -> [String] {
    let lines = LineFilling.fill(text.split(separator: " ").map(String.init), width: width - 2 - labelWidth)
    return lines.enumerated().map { index, line in
      let label = index == 0 ? label : ""
      return "  " + label + String(repeating: " ", count: labelWidth - label.count) + line
    }
  }
}
