import SELUClaims

// The proofs of the paper, from the theorems down to the elementary lemmas.
extension SELU2017 {
  /// The theorems, in the order of the paper; Theorem 16 stands where the paper uses it, before Theorem 2.
  static let proofs = [theorem1, theorem16, theorem2, theorem3]

  /// The claims on which no theorem's printed proof rests: definitions, values at a point, numerical checks.
  static let unused = ProofPart(
    "Used by no theorem's printed proof", [],
    uses: [
      ProofPart("Eq. 14, section A5, alpha dropout", ["equation14", "main-text", "appendix5", "dropout"]),
      ProofPart("Section A6, extrema found numerically", ["appendix6"]),
      ProofPart("The authors' notebook", ["notebook"]),
      ProofPart("Theorem 1, stability at normalised weights", ["equation6", "theorem1.stable-at-normalised-weights"]),
    ])

  private static let theorem1 = TheoremProof(
    title: "Theorem 1",
    printed: ProofPart("Theorem 1", theorem1Statements, uses: [lemma12, corollary14]),
    direct: theorem1Statements,
    chains: ["lemma5", "lemma7", "lemma9", "lemma12", "corollary14", "theorem1.range"],
    remark: """
      Banach's theorem needs a contraction (Lemma 12) and a map of the box into itself (Corollary 14). The ranges that the \
      theorem prints for the fixed point are those of Lemma 13 for the image of the box.
      """)

  private static let theorem1Statements = [
    "theorem1.contraction", "theorem1.self-map", "theorem1.fixed-point.unique-attracting",
    "theorem1.fixed-point.mean.lower", "theorem1.fixed-point.mean.upper", "theorem1.fixed-point.variance.lower",
    "theorem1.fixed-point.variance.upper",
  ]

  private static let theorem16 = TheoremProof(
    title: "Theorem 16",
    printed: theorem16Proof, direct: ["theorem16.contraction"], chains: ["theorem16"], remark: "")

  private static let theorem2 = TheoremProof(
    title: "Theorem 2",
    printed: ProofPart(
      "Theorem 2",
      [
        "theorem2.variance-decreases", "theorem2.fixed-points-below-3", "theorem2.second-moment-gap",
        "theorem2.constant",
        "theorem2.bracket",
      ], uses: [theorem16Proof, ProofPart("Theorem 16 on |mu| <= 1", ["theorem16.mean.positive-on-wide-domain"])]),
    direct: ["theorem2.variance-decreases", "theorem2.fixed-points-below-3"],
    chains: ["theorem2", "theorem2.variance-slope"],
    remark: """
      Theorem 16 is stated for |mu| <= 0.1 and used for |mu| <= 1, where the mean can be negative. The argument does not need \
      it: the derivative of the second moment is below 1, and the variance is at most the second moment.
      """)

  private static let theorem3 = TheoremProof(
    title: "Theorem 3",
    printed: ProofPart(
      "Theorem 3", theorem3Statements,
      uses: [
        ProofPart("Eq. 48 and 50", ["theorem3.low.slope", "theorem3.lower-tau.slope"], uses: [lemma18]),
        ProofPart("Values at nu = 0.05", ["theorem3.low.second-moment", "theorem3.lower-tau.second-moment"]),
        ProofPart(
          "Eq. 49 and 51",
          ["low", "lower-tau"].flatMap { part in
            ["intermediate", "factor", "final", "ratio"].map { "theorem3.\(part).\($0)" }
          }.filter { $0 != "theorem3.lower-tau.factor" },
          uses: [lemma43]),
      ]),
    direct: theorem3Statements,
    chains: ["lemma43", "theorem3.low", "theorem3.lower-tau"],
    remark: """
      The printed proof starts at nu = 0.05 and so covers the domains of the appendix only; the main text states the theorem \
      from nu = 0.02. The direct proof covers both.
      """)

  private static let theorem3Statements = [
    "theorem3.low.main-text", "theorem3.lower-tau.main-text", "theorem3.low.appendix", "theorem3.lower-tau.appendix",
  ]
}

// MARK: - Lemmas

extension SELU2017 {
  private static let lemma12 = ProofPart("Lemma 12", ["lemma12"], uses: [lemma10])

  private static let lemma10 = ProofPart(
    "Lemma 10", ["lemma10"],
    uses: [
      lemma5, ProofPart("Lemma 6", ["lemma6"], uses: [lemma47]), ProofPart("Lemma 7", ["lemma7"], uses: [lemma47]),
      lemma9,
    ])

  private static let lemma5 = ProofPart(
    "Lemma 5 (= Lemma 39)", ["lemma5", "lemma39"],
    uses: [ProofPart("Lemmas 25 to 38", (25...38).map { "lemma\($0)" }, uses: [elementary])])

  private static let lemma47 = ProofPart("Lemma 47", ["lemma47"], uses: [elementary])

  private static let lemma8 = ProofPart(
    "Lemma 8 (= Lemma 40)", ["lemma8", "lemma40"], uses: [elementary])

  private static let lemma9 = ProofPart("Lemma 9", ["lemma9"], uses: [lemma8])

  private static let corollary14 = ProofPart(
    "Corollary 14", ["corollary14"], uses: [ProofPart("Lemma 13", ["lemma13"], uses: [lemma8])])

  private static let theorem16Proof = ProofPart(
    "Theorem 16",
    [
      "theorem16.contraction", "theorem16.second-moment", "theorem16.mean.lower", "theorem16.J12",
    ], uses: [ProofPart("Lemma 15 (= Lemma 44)", ["lemma15"], uses: [elementary])])

  private static let lemma18 = ProofPart(
    "Lemma 18 (= Lemma 46)", ["lemma18"],
    uses: [ProofPart("Lemma 17 (= Lemma 45)", ["lemma17", "lemma45"], uses: [elementary])])

  private static let lemma43 = ProofPart(
    "Lemma 43", ["lemma43"],
    uses: [ProofPart("Lemma 41", ["lemma41"]), ProofPart("Lemma 42", ["lemma42"])])

  private static let elementary = ProofPart("Lemmas 21 to 24", (21...24).map { "lemma\($0)" })
}
