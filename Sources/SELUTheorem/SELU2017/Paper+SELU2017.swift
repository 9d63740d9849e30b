import PaperText
import SELUClaims

/// What persons have to say about the SELU paper.
enum SELU2017 {
  /// What is wrong, by claim.
  enum Errata {
    static let written = lemmas5To7 + lemmas9To14 + appendix6 + theorem2 + theorem3 + elementary
  }

  /// All slips, of which one list follows from the claims.
  enum Slips {
    static func all(_ claims: [Claim]) -> [Slip] { theorem1 + theorems2And3 + lemmas + smallThings(claims) }
  }

  /// The printed arguments whose numbers are run anew.
  enum Repairs {
    static let chains = [
      lemma5, lemma7, lemma9, lemma12, corollary14, theorem1Range, theorem16, theorem2, theorem2Slope, lemma43,
      theorem3Low, theorem3LowerTau,
    ]
  }
}

extension Paper {
  /// "Self-Normalizing Neural Networks" (Klambauer et al. 2017), read once.
  ///
  /// Throws: what is wrong in its text of claims; there is nothing, as the tests read it.
  public static func selu2017() throws(ClaimFileError) -> Paper { try reading.get() }

  private static let reading = Result { () throws(ClaimFileError) -> Paper in
    Paper(
      name: "selu2017", title: "Self-Normalizing Neural Networks",
      text: try ClaimFile(parsing: PaperText.selu2017), beside: ["supplement", "slip"], proofs: SELU2017.proofs,
      unused: SELU2017.unused, errata: SELU2017.Errata.written, slips: SELU2017.Slips.all,
      chains: SELU2017.Repairs.chains)
  }
}
