import JSON
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

/// The claims as JSON, for programs: numbers are exact decimal texts (or fractions, where a decimal does not end).
public enum ClaimListJSON {
  private struct List: JSONContent {
    static let format = JSONDocument.Format("selu-proof claims", version: 1)
    let members: [String: JSONValue]
  }

  /// The list as a text that ends with a new line.
  ///
  /// Throws: only what Foundation's encoder throws, which no list is known to cause.
  public static func text(_ claims: [Claim], tool: Report.Tool) throws -> String {
    try JSONDocument(List(members: ["claims": .array(claims.map { .object(members($0)) })]), tool: tool).text()
  }

  /// What the paper says and where, as it stands in every document that has claims.
  static func members(_ claim: Claim) -> [String: JSONValue] {
    var members: [String: JSONValue] = [
      "id": .string(claim.id), "source": .string(claim.source), "kind": .string(claim.kind.rawValue),
      "theorem": .string(claim.theorem), "statement": .string(claim.statement),
      "relation": .string(claim.proposition.relation), "printed": .string(claim.printed),
      "expected": .string(claim.expected.rawValue),
      "domain": .object(["name": .string(claim.domain.name), "ranges": ranges(claim.domain)]),
    ]
    if !claim.conditions.isEmpty { members["where"] = ranges(Domain(name: "", claim.conditions)) }
    if let reading = claim.reading { members["reading"] = .string(reading) }
    return members
  }

  /// The exact bounds of every variable; null on a side without a bound.
  private static func ranges(_ domain: Domain) -> JSONValue {
    let closed = domain.orderedRanges.map { variable, range in
      (variable, JSONValue.string(range.lower.exactText), JSONValue.string(range.upper.exactText))
    }
    let open = domain.openRanges.map { variable, range in
      (variable, range == .positive ? JSONValue.string("0") : .null, JSONValue.null)
    }
    let members = (closed + open).map { ($0.rawValue, JSONValue.object(["lower": $1, "upper": $2])) }
    return .object(Dictionary(members) { first, _ in first })
  }
}

extension Claim {
  /// The claim's conditions in words, as `x = 1.2`; exact, and empty without conditions.
  var conditionsText: String { Domain(name: "", conditions).rangesText }

  /// The domain's ranges and the claim's conditions in words; the name of a domain without ranges.
  var domainText: String {
    let texts = [domain.rangesText, conditionsText].filter { !$0.isEmpty }
    return texts.isEmpty ? domain.name : texts.joined(separator: "; where ")
  }
}
