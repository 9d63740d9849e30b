/// All claims that the checker knows, in the order of the paper.
public enum Registry {
  /// The claims, each with an id of its own.
  public static let claims: [Claim] =
    [
      definitions, theorem1, lemma5, lemma39, lemma6, lemma7, lemma8, lemma9, lemma10, lemma12, lemma13, appendix6,
      theorem2, theorem16, lemma15, theorem3, lemma17, lemma18, lemma41, lemma42, lemma43, elementaryLemmas,
      netInputLemmas,
    ].flatMap { $0 }

  /// The claim with this id.
  public static func claim(_ id: String) -> Claim? {
    claims.first { $0.id == id }
  }

  /// The claims whose id is `pattern` or starts with it followed by a dot; the patterns that fit none.
  public static func select(_ patterns: [String]) -> (claims: [Claim], unknown: [String]) {
    guard !patterns.isEmpty else { return (claims, []) }
    let fits = { (claim: Claim, pattern: String) in claim.id == pattern || claim.id.hasPrefix(pattern + ".") }
    return (
      claims.filter { claim in patterns.contains { fits(claim, $0) } },
      patterns.filter { pattern in !claims.contains { fits($0, pattern) } }
    )
  }
}
