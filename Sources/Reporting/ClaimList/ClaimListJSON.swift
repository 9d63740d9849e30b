import RealArithmetic
import SELUTheorem

/// The claims as JSON, for programs: numbers are exact decimal texts (or fractions, where a decimal does not end).
public enum ClaimListJSON {
  /// The list as a text that ends with a new line.
  ///
  /// Throws: only what Foundation's encoder throws, which no list is known to cause.
  public static func text(_ claims: [Claim], tool: Report.Tool) throws -> String {
    try JSONValue.object(["tool": JSONValue(tool), "claims": .array(claims.map(json))]).text()
  }

  private static func json(_ claim: Claim) -> JSONValue {
    .object([
      "id": .string(claim.id), "source": .string(claim.source), "kind": .string(claim.kind.rawValue),
      "statement": .string(claim.statement), "relation": .string(claim.proposition.relation),
      "printed": .string(claim.printed), "expected": .string(claim.expected.rawValue),
      "domain": .object(["name": .string(claim.domain.name), "ranges": ranges(claim.domain)]),
    ])
  }

  private static func ranges(_ domain: Domain) -> JSONValue {
    let members = domain.orderedRanges.map { variable, range in
      (
        variable.rawValue,
        JSONValue.object(["lower": .string(range.lower.exactText), "upper": .string(range.upper.exactText)])
      )
    }
    return .object(Dictionary(members) { first, _ in first })
  }
}

extension JSONValue {
  /// Name and version of a program.
  init(_ tool: Report.Tool) {
    self = .object(["name": .string(tool.name), "version": .string(tool.version)])
  }
}
