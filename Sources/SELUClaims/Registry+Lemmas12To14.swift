// Lemma 12 on the contraction, Lemma 13 and Corollary 14 on the image of Theorem 1's domain.
extension Registry {
  private static let paper = ClaimBuilder("1")

  package static let lemma12: [Claim] = [
    paper.statement("lemma12.contraction", "Lemma 12", .d, "S < 1", .spectralNorm < "1"),
    paper.step("lemma12.grid-maximum", "Lemma 12", .d, "S <= bound", .spectralNorm <= "0.9912524171058772"),
    paper.step(
      "lemma12.grid-maximum.attained", "Lemma 12", .d, "max of S rounds to",
      .maximumIs(Quantity(.spectralNorm), "0.9912524171058772"), expected: .refuted),
    paper.sum(
      "lemma12.slack", "Lemma 12, Eq. 108",
      "0.32112*0.0068097371 + 2.63690*0.0008292885 + 2.28242*0.0009580840 + 2.98610*0.0007323095",
      .less, "0.008747"),
    paper.sum(
      "lemma12.total", "Lemma 12, Eq. 109",
      "0.9912524171058772 + 0.008747",
      .less, "1"),
  ]

  package static let lemma13: [Claim] = [
    paper.statement("lemma13.mean.lower", "Lemma 13", .omega, "mean > bound", .mean > "-0.03106", expected: .refuted),
    paper.statement("lemma13.mean.upper", "Lemma 13", .omega, "mean < bound", .mean < "0.06773"),
    paper.statement("lemma13.second-moment.lower", "Lemma 13", .omega, "xi > bound", .secondMoment > "0.80467"),
    paper.statement("lemma13.second-moment.upper", "Lemma 13", .omega, "xi < bound", .secondMoment < "1.48617"),
    paper.statement("lemma13.variance.lower", "Lemma 13", .omega, "var > bound", .variance > "0.80009"),
    paper.statement("lemma13.variance.upper", "Lemma 13", .omega, "var < bound", .variance < "1.48617"),
    paper.step("lemma13.mean-square", "Lemma 13", .omega, "mean^2 < bound", .square(.mean) < "0.004597"),
    paper.sum(
      "lemma13.variance.lower.difference", "Lemma 13",
      "0.80467 - 0.004597",
      .atLeast, "0.80009", expected: .refuted),
    paper.statement(
      "corollary14", "Corollary 14", .omega,
      "g maps mu in [-0.1,0.1], nu in [0.8,1.5] into itself for all omega, tau of the domain",
      .mapsInto(mean: .init("-0.1", "0.1"), variance: .init("0.8", "1.5")), reading: "second bound read as nu"),
  ]
}
