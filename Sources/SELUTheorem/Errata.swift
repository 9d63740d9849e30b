import SELUClaims

/// The errata of the paper: one entry for each claim that is expected to be refuted.
public enum Errata {
  /// All entries, in the order of the groups and, within a group, of the registry.
  public static let entries: [Erratum] = Erratum.Group.allCases.flatMap { group in
    Registry.claims.compactMap { byClaim[$0.id] }.filter { $0.group == group }
  }

  /// The entry for a claim.
  public static func entry(_ id: String) -> Erratum? { byClaim[id] }

  /// What is decided beside the claims, in the same run, because the errata speak of it.
  public static let supplements = Repairs.supplements + Slips.numbers

  /// As they are written down; the tests see to it that each claim has one.
  static let written = lemmas5To7 + lemmas9To14 + appendix6 + theorem2 + theorem3 + elementary

  private static let byClaim = Dictionary(written.map { ($0.claim, $0) }) { first, _ in first }
}
