// Theorem 3: too small a variance grows.
extension Registry {
  private static let paper = ClaimBuilder("3")

  package static let theorem3: [Claim] = [
    paper.statement(
      "theorem3.low.main-text", "Theorem 3, main text", .lowMainText, "var > nu",
      .varianceChange > "0", printed: "nu"),
    paper.statement(
      "theorem3.lower-tau.main-text", "Theorem 3, main text", .lowerTauMainText, "var > nu",
      .varianceChange > "0", printed: "nu"),
    paper.statement(
      "theorem3.low.appendix", "Theorem 3, appendix", .lowAppendix, "var > nu",
      .varianceChange > "0", printed: "nu"),
    paper.statement(
      "theorem3.lower-tau.appendix", "Theorem 3, appendix", .lowerTauAppendix, "var > nu",
      .varianceChange > "0", printed: "nu"),
    paper.step(
      "theorem3.low.slope", "proof of Theorem 3, Eq. 48", .lowAppendix, "d xi / d nu > bound",
      .j(.two, .two) > "0.969231"),
    paper.step(
      "theorem3.lower-tau.slope", "proof of Theorem 3, Eq. 50", .lowerTauAppendix, "d xi / d nu > bound",
      .j(.two, .two) > "0.976952"),
    paper.step(
      "theorem3.low.second-moment", "proof of Theorem 3", .lowAppendix, "xi >= bound",
      .secondMoment >= "0.0662727", expected: .refuted),
    paper.step(
      "theorem3.lower-tau.second-moment", "proof of Theorem 3", .lowerTauAppendix, "xi >= bound",
      .secondMoment >= "0.0738404", expected: .refuted),
    paper.sum(
      "theorem3.low.final", "proof of Theorem 3, Eq. 49",
      "0.08006969 + 0.969231",
      .atLeast, "1.049301", expected: .refuted),
    paper.sum(
      "theorem3.low.intermediate", "proof of Theorem 3, Eq. 49",
      "0.0662727 - 0.969231*0.05 - 0.005",
      .atLeast, "0.01281115"),
    paper.arithmetic(
      "theorem3.low.factor", "proof of Theorem 3, Eq. 49", "0.01281115 > 0.08006969 * bound",
      "0.01281115" / "0.08006969" > "0.16", expected: .refuted),
    paper.sum(
      "theorem3.lower-tau.final", "proof of Theorem 3, Eq. 51",
      "0.08330333 + 0.976952",
      .atLeast, "1.060255"),
    paper.sum(
      "theorem3.lower-tau.intermediate", "proof of Theorem 3, Eq. 51",
      "0.0738404 - 0.976952*0.05 - 0.005",
      .atLeast, "0.0199928"),
    paper.step(
      "theorem3.low.ratio", "proof of Theorem 3, Eq. 49", .lowAppendix, "var / nu >= bound",
      .variance / .nu >= "1.049301"),
    paper.step(
      "theorem3.lower-tau.ratio", "proof of Theorem 3, Eq. 51", .lowerTauAppendix, "var / nu >= bound",
      .variance / .nu >= "1.060255"),
    paper.step(
      "notebook.theorem3.low.min", "notebook", .lowMainText, "min of var - nu rounds to",
      .minimumIs(Quantity(.varianceChange), "0.00773618"), expected: .refuted),
    paper.step(
      "notebook.theorem3.low.lower-bound", "notebook", .lowMainText, "var - nu >= bound",
      .varianceChange >= "0.00773618", expected: .refuted),
    paper.step(
      "notebook.theorem3.lower-tau.min", "notebook", .lowerTauMainText, "min of var - nu rounds to",
      .minimumIs(Quantity(.varianceChange), "0.0110293")),
  ]
}
