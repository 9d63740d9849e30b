import JSON
import RealArithmetic
import SELUClaims
import SELUTheorem

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
