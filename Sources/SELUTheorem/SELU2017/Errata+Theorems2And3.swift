import SELUClaims

// Slips in the proofs of Theorems 2, 16 and 3, and in the elementary lemmas.
extension SELU2017.Errata {
  static let theorem2 = [
    Erratum(
      "theorem2.second-moment-gap", .lastDigit,
      "The maximum {value} was rounded to nearest, which is away from 0 here, and printed as an upper bound.",
      "None: the gap has to be negative only.", chain: "theorem2"),
    Erratum(
      "theorem16.mean.positive-on-wide-domain", .unprinted,
      """
      Theorem 16 shows mean > 0 for |mu| <= 0.1, and states nothing else. Theorem 2 refers to it for |mu| <= 1, where \
      its proof would need mean > 0 as well; there the mean goes down to the certified {value}.
      """,
      """
      With the negative mean the bound of the derivative of the variance exceeds 1 with the printed slope of the \
      second moment. Theorem 2 does not need that derivative: the second moment minus nu decreases and is negative, \
      and the variance is at most the second moment.
      """, chain: "theorem2.variance-slope", fractionDigits: 4),
    Erratum(
      "theorem16.J12.bracket", .wrongConstant,
      "The value is {value}. The printed number looks like the value divided by sqrt(pi) and cut off.",
      "None: only the sign is used.", chain: "theorem16"),
  ]

  static let theorem3 = [
    Erratum(
      "theorem3.low.second-moment", .lastDigit, "The minimum {value} was rounded upward.",
      """
      The ratio of Eq. 49 gets smaller in its last digits: it is {slip.theorem3.low.own-ratio:7}, where 1 is needed.
      """, chain: "theorem3.low"),
    Erratum(
      "theorem3.lower-tau.second-moment", .lastDigit,
      "The minimum {value} was rounded to nearest, which is upward here.",
      """
      The ratio of Eq. 51 gets smaller in its last digits: it is {slip.theorem3.lower-tau.own-ratio:7}, where 1 is \
      needed.
      """, chain: "theorem3.lower-tau"),
    Erratum(
      "theorem3.low.final", .lastDigit, "The sum is {value}, which was rounded to nearest, upward.",
      "None for the theorem: the ratio stays above 1.", chain: "theorem3.low"),
    Erratum(
      "theorem3.low.factor", .lastDigit,
      """
      0.01281115/0.16 was rounded to nearest, upward, so that the product with 0.16 is too large; the inequality \
      holds up to nu = {value} only.
      """,
      "None for the theorem: with the factor rounded down the ratio stays above 1.", chain: "theorem3.low",
      fractionDigits: 9),
    Erratum(
      "notebook.theorem3.low.min", .wrongConstant,
      "The minimum, at a corner of the domain, is {value}. A numerical search that stops short of the corner gives the like.",
      "None: it has to be positive only."),
    Erratum(
      "notebook.theorem3.low.lower-bound", .wrongConstant, "The same number, used as a bound; the minimum is {value}.",
      "None: it has to be positive only."),
    Erratum(
      "lemma41.upper.expression", .wrongConstant,
      """
      The expression as printed is {value}. With 0.02/2 for 0.05/2 in the first exponent, which belongs to the x = \
      0.02 of the factor beside it, it is within the printed bound: the 5 looks like a misprint.
      """,
      "None: even the larger number is below the bound that Lemma 41 states.", chain: "lemma43"),
    Erratum(
      "lemma43.argmax", .lastDigit, "The place of the maximum, {value}, was cut off instead of rounded.",
      "None: the figure only illustrates the lemma."),
  ]

  static let elementary = [
    Erratum(
      "lemma27.upper", .lastDigit, "The maximum {value} was rounded to nearest, which is downward here.",
      "None that is printed: the bounds of Lemma 39 that rest on it are certified one by one."),
    Erratum(
      "lemma29.lower", .lastDigit, "The minimum {value} was rounded to nearest, which is upward here.",
      "None: Lemma 30 bounds the square correctly."),
    Erratum(
      "lemma29.upper", .lastDigit, "The maximum {value} was rounded to nearest, which is downward here.",
      "None: Lemma 30 bounds the square correctly."),
    Erratum(
      "lemma29.decreasing-in-x", .substantive,
      "For y < 0 the quotient increases in x: its derivative reaches {value}. The lemma holds for y > 0.",
      """
      Where a proof takes the value at an end of the x range, it has to do so for each sign of y. The bounds that \
      rest on it are certified directly.
      """),
    Erratum(
      "lemma32.decreasing-in-x", .substantive,
      "As in Lemma 29: for y < 0 the expression increases in x, with a derivative up to {value}.",
      "As for Lemma 29. The proof of Lemma 6 has y = 0.01, where the lemma holds."),
  ]
}
