import SELUClaims

// Slips in the proof of Theorem 1, in Eq. 6 and in section A6.
extension SELU2017.Errata {
  static let lemmas5To7 = [
    Erratum(
      "equation6.H12", .lastDigit, "The value {value} was cut off instead of rounded; the notebook has it right.",
      "None: nothing is derived from the entry. The norm printed beside it is right."),
    Erratum(
      "lemma39.dJ12-dtau.lemma34-term.upper", .lastDigit,
      "The maximum {value} was rounded to nearest, which is downward here; the sum that follows has -1.72295, a bound.",
      "The sum of the maxima has to be larger in its last digits, and so has the bound of |d J12/d tau|.",
      chain: "lemma5"),
    Erratum(
      "lemma39.dJ12-dtau.2E1.upper", .lastDigit, "The maximum {value} was rounded to nearest, which is downward here.",
      "As for the term before it: the sum of the maxima grows in its last digits.", chain: "lemma5"),
    Erratum(
      "lemma39.dJ12-dtau.minima-sum", .lastDigit,
      """
      The sum of the three numbers as printed is {value}; the printed one looks like the sum of their unrounded \
      values, cut off.
      """,
      "None: the sum of the maxima is ten times as large and decides the bound.", chain: "lemma5"),
    Erratum(
      "lemma6.factor", .substantive,
      """
      2 - erfc(0.01/(sqrt2 sqrt(x))) decreases in x, so its maximum {value} is at x = 0.64; the printed number lies \
      just above the value at the other end, x = 1.875, which is the minimum.
      """,
      """
      The product in the proof of Lemma 6 then exceeds the bound that the lemma states, so this proof gives a larger \
      bound. The lemma itself is true, and Lemma 12 survives with the larger bound, provided that Eq. 98 is also \
      corrected.
      """, chain: "lemma12"),
    Erratum(
      "lemma6.exponential-factor", .wrongConstant,
      """
      The expression is printed with y = 0.01, where it is {value}; the printed number is a bound of the value at y = \
      -0.01, which is the maximum.
      """,
      "None: the number is an upper bound for all y, which is what the lemma needs. Only the printed argument is wrong."
    ),
    Erratum(
      "lemma7.product", .lastDigit, "The product {value} was cut off instead of rounded up.",
      """
      The bound that Lemma 10 takes from here grows by one unit of its last digit. The statement of Lemma 7 has a \
      larger number (two digits look exchanged) and holds.
      """, chain: "lemma7"),
    Erratum(
      "lemma7.density.lower", .lastDigit, "The minimum {value} was rounded to nearest, which is upward here.",
      "None: the product of the lower bound with alpha01 - 1 was rounded down far enough.", chain: "lemma7"),
  ]

  static let lemmas9To14 = [
    Erratum(
      "lemma9.mean.lower", .lastDigit, "The minimum {value} was rounded to nearest, which is upward here.",
      "None: only the larger bound on the other side is used.", chain: "lemma12"),
    Erratum(
      "lemma10.nu.sum", .substantive,
      """
      The sum of the printed terms is {value}. Without its last term, 2 times the square of 0.194035, it is below the \
      printed bound: that term was not added.
      """,
      """
      With the right sum the total of Eq. 109 is no longer below 1. It is if Eq. 98 has the factors that are meant, \
      which are smaller, or with certified derivatives of S. Lemma 10's bound itself is true, with room.
      """, chain: "lemma12"),
    Erratum(
      "lemma12.grid-maximum.attained", .substantive,
      """
      The maximum of S, the norm of H, is {value}. The printed number is that of another matrix: at the same corner, \
      mu = omega = 0.1, nu = 0.8, tau = 1.25, the norm of J is {slip.norm-J.corner:14}, less than the printed one by \
      {slip.norm-J.difference:2}. J has the derivatives of the second moment where H has those of the variance (Eq. \
      56 to 61).
      """,
      """
      The numerical step of the proof looks to have examined J. That says nothing of H: at mu = 0.1, omega = -0.1, nu \
      = 0.8, tau = 1.25 the norm of J is {slip.norm-J.mixed-corner:5} and that of H is {slip.norm-H.mixed-corner:5}, \
      so the one is no bound of the other point by point. The lemma is true, and the printed number happens to bound \
      S on the whole domain; both are proved here directly.
      """, chain: "lemma12", fractionDigits: 10),
    Erratum(
      "lemma13.mean.lower", .lastDigit, "The minimum {value} was rounded to nearest, which is upward here.",
      """
      Corollary 14 needs -0.1 only. The fixed points that Theorem 1 bounds by this number stay far above it: see the \
      direct proof.
      """, chain: "theorem1.range"),
    Erratum(
      "lemma13.variance.lower.difference", .substantive,
      """
      The difference of the printed numbers is {value}. The printed one is the difference of unrounded extrema, \
      rounded to nearest, which is upward here.
      """,
      """
      Neither the printed nor the certified extrema of second moment and mean give 0.80009 in this way, so the lower \
      end of the range that Theorem 1 prints for the fixed variance is not proved by this argument. Corollary 14 \
      needs 0.8 only, which remains; and the range is true: the certified minimum of the variance is larger.
      """, chain: "theorem1.range"),
  ]

  static let appendix6 =
    [
      Erratum(
        "appendix6.dJ22-dnu.absolute-maximum", .wrongConstant,
        "The maximum is {value}; the printed number is that of the row below, the minimum of d J22 / d tau.",
        "None: the number is a bound all the same, and nothing is derived from it.")
    ]
    + [
      "dJ11-dnu", "dJ11-dtau", "dJ12-dmu", "dJ12-domega", "dJ12-dnu", "dJ12-dtau", "dJ21-dmu", "dJ21-domega",
      "dJ21-dnu",
      "dJ21-dtau", "dJ22-dmu", "dJ22-domega",
    ].map { derivative in
      Erratum(
        "appendix6.\(derivative).absolute", .strictness,
        "The maximum {value} was rounded to nearest, which is downward here, and printed as a strict upper bound.",
        "None: section A6 reports what was found numerically, and the proofs use the bounds of Lemma 5.")
    }
}
