import SELUClaims

// Slips in the elementary lemmas, in Lemmas 39, 41 to 43 and 47, in section A6 and in the text.
extension SELU2017.Slips {
  static func smallThings(_ claims: [Claim]) -> [Slip] {
    elementary + lemma39 + lowVariance + lemma47 + appendix6(claims) + text + furtherDigits
  }

  // MARK: Lemmas 29 to 38

  private static let elementary = [
    Slip(
      29, .proof, "Lemma 38, Eq. 173 to 175",
      printed: "x exp((y + 2x)^2/(2x)) erfc((y + 2x)/(sqrt2 sqrt(2x)))",
      truth: """
        exponent and argument do not fit each other: at x = 1, y = 0 the expression exceeds x E2 by \
        {slip.lemma38.excess:4}
        """,
      effect: "The proof treats another function. The lemma is true.",
      claims: ["lemma38.increasing-in-x", "lemma38.decreasing-in-y", "lemma38.sign"],
      numbers: ["slip.lemma38.excess"]),
    Slip(
      30, .digit, "Lemma 36", printed: "the numerator is below -5.35764",
      truth: "its maximum is {slip.lemma36.numerator:8}", effect: "None: it has to be negative.",
      claims: ["lemma36.decreasing-in-x"],
      numbers: ["slip.lemma36.numerator"]),
    Slip(
      30, .statement, "Lemma 34",
      printed: """
        2 alpha x > 1.6 alpha
        """, truth: "2 x is at least {slip.lemma34.factor:4} for x >= 0.64",
      effect: "None: the lemma is true.", claims: ["lemma34.decreasing-in-x"],
      numbers: ["slip.lemma34.factor"]),
    Slip(
      31, .statement, "Lemmas 29 and 32", printed: "decreasing in nu tau",
      truth: "for mu omega > 0; for mu omega < 0 both increase",
      effect: "Where an end of the range is used, it has to be done for either sign.",
      claims: ["lemma29.decreasing-in-x", "lemma32.decreasing-in-x"]),
    Slip(
      37, .typography, "Lemma 33, Eq. 154", printed: ">", truth: "the two sides are equal",
      claims: ["lemma33.increasing-in-x"]),
  ]

  // MARK: Lemma 39

  private static let lemma39 = [
    Slip(
      32, .typography, "Lemma 39, Eq. 192, 193 and 195", printed: "mu_min^2 omega_min^2, with the result 0.0802158",
      truth: """
        with mu_min = omega_min = -0.1 it is {slip.eq192.literal:6}; the printed number has 0 there, which is right
        """,
      claims: ["lemma5.dJ12-dnu"],
      numbers: ["slip.eq192.literal", "slip.eq192.with-zero"]),
    Slip(
      32, .digit, "Lemma 39, Eq. 204", printed: "exp(T4), with the result 0.00894889",
      truth: "exp(-T4) is needed for a lower bound: {slip.eq204.meant:6}", effect: "None: it has to be positive.",
      claims: ["lemma5.dJ21-dmu"],
      numbers: ["slip.eq204.printed", "slip.eq204.meant"]),
    Slip(
      32, .typography, "Lemma 39, Eq. 223",
      printed: """
        plus alpha^2 T22 ... in the second line, with the result -1.17154
        """,
      truth: "the result belongs to minus; with plus it would be {slip.eq223.with-plus:4}",
      claims: ["lemma39.dJ22-dtau.lower"],
      numbers: ["slip.eq223.with-minus", "slip.eq223.with-plus"]),
    Slip(
      32, .typography, "Lemma 39, Eq. 179 to 202",
      printed: """
        exp(t4)
        """, truth: "exp(-t4); t4 = 0, so it is 1 either way"),
  ]

  // MARK: Lemmas 41 to 43

  private static let lowVariance = [
    Slip(
      33, .typography, "Lemma 41", printed: "-0.1 <= mu <= -0.1, -0.1 <= omega <= -0.1",
      truth: "|mu| <= 0.1, |omega| <= 0.1", claims: ["lemma41"]),
    Slip(
      33, .typography, "Lemma 41, Eq. 244", printed: "exp(0.05/2 + 0.01) in an expression of at most 0.21857",
      truth: """
        the expression is {lemma41.upper.expression:6}; with 0.02/2, which belongs to the x = 0.02 of the factor \
        beside it, it is {supplement.lemma41.upper.expression:6}
        """,
      effect: "None: either number is below the bound of the lemma.",
      claims: ["lemma41.upper.expression", "supplement.lemma41.upper.expression"]),
    Slip(
      33, .proof, "Lemma 41, Eq. 245", printed: "-0.289324 as a lower bound of the mean",
      truth: """
        term by term, each at its own end, the bound is {slip.eq245.at-own-ends:6}; the printed number comes out, cut \
        off, with erfc(y/sqrt(2x)) at x = 0.5, where it is not largest: {slip.eq245.at-one-end:7}
        """,
      effect: "The bound that the lemma states is true, with room: |mean| is at most {lemma41:5}.", claims: ["lemma41"],
      numbers: ["slip.eq245.at-own-ends", "slip.eq245.at-one-end"]),
    Slip(
      33, .statement, "Lemma 41, Eq. 243", printed: "|mean| goes to lambda |mu omega| as nu goes to 0",
      truth: """
        for mu omega >= 0; for mu omega < 0 the limit is lambda alpha (1 - exp(mu omega)), at -0.01 \
        {slip.eq243.limit:5} instead of 0.010507
        """,
      effect: "None: the bound of the lemma is far above.",
      numbers: ["slip.eq243.limit", "slip.eq243.printed"]),
    Slip(
      33, .typography, "Figure A6", printed: "x in [0, 1] in the text, [0, 3] in the caption", truth: "one of the two"),
    Slip(
      34, .statement, "Lemma 42", printed: "1.1072 and 0.942286 as bounds for nu tau <= 0.3",
      truth: """
        these bound the values at nu tau = 0.325; at 0.3 they are {slip.lemma42.tail-at-0.3:6} and \
        {slip.lemma42.density-at-0.3:6}
        """,
      effect: "None: what is a bound up to 0.325 is one up to 0.3.", claims: ["lemma42.nu"],
      numbers: [
        "slip.lemma42.tail-at-0.325", "slip.lemma42.tail-at-0.3", "slip.lemma42.density-at-0.325",
        "slip.lemma42.density-at-0.3",
      ]),
    Slip(
      34, .typography, "Lemma 43", printed: "mu nu = -0.01", truth: "mu omega = -0.01",
      effect: "None: the total of Eq. 255 is {lemma43.total:9}, just below 0.005.", claims: ["lemma43.total"]),
    Slip(
      34, .digit, "Figure A7", printed: "0.187342", truth: "{lemma43.argmax:8}", claims: ["lemma43.argmax"]),
  ]

  // MARK: Lemma 47

  private static let lemma47 = [
    Slip(
      35, .typography, "Lemma 47", printed: "the maximum at y = 0.64, x = -0.01, the minimum likewise",
      truth: "x and y are exchanged", claims: ["lemma47.max", "lemma47.min"]),
    Slip(
      35, .proof, "Lemma 47", printed: "decreasing in y, shown at x = 0.64",
      truth: "the minimum at x = 1.875 needs it there as well; it is so for all x of the domain",
      effect: "None: the lemma is true.", claims: ["lemma47.min"],
      numbers: ["slip.lemma47.decreasing-in-y"]),
  ]

  // MARK: Section A6

  private static func appendix6(_ all: [Claim]) -> [Slip] {
    [
      Slip(
        36, .statement, "A6, Eq. 336", printed: "|d J22/d nu| < 0.562302",
        truth:
          "the maximum is {appendix6.dJ22-dnu.absolute-maximum:6}; the printed number is the minimum of d J22/d tau",
        effect: "None: it is a bound.", claims: ["appendix6.dJ22-dnu.absolute-maximum", "appendix6.dJ22-dtau.min"]),
      Slip(
        36, .statement, "A6, Eq. 335", printed: "d J11/d tau is extremal, with 0.015194, at nu = 0.8, tau = 1.25",
        truth: "it is {slip.appendix6.dJ11-dtau.printed-place:6} there; the place is nu = 1.5, tau = 0.8",
        claims: ["appendix6.dJ11-dtau.max", "appendix6.dJ11-dtau.min"],
        numbers: ["slip.appendix6.dJ11-dtau.printed-place", "slip.appendix6.dJ11-dtau.place"]),
      Slip(
        36, .statement, "A6, Eq. 335", printed: "d J12/d omega has both extrema at mu = 0.1, omega = -0.1",
        truth: "the minimum; the maximum is at mu = -0.1, omega = 0.1, where mu omega is the same",
        claims: ["appendix6.dJ12-domega.max", "appendix6.dJ12-domega.min"],
        numbers: ["slip.appendix6.dJ12-domega.printed-place", "slip.appendix6.dJ12-domega.place"]),
      Slip(
        36, .statement, "A6, Eq. 335",
        printed: """
          d J22/d omega is least at mu = 0.1, omega = -0.1, largest at mu = -0.1, omega = 0.1
          """,
        truth: "the places are exchanged", claims: ["appendix6.dJ22-domega.max", "appendix6.dJ22-domega.min"],
        numbers: ["slip.appendix6.dJ22-domega.printed-place", "slip.appendix6.dJ22-domega.place"]),
      Slip(
        36, .statement, "A6, Eq. 335", printed: "d J22/d nu is least at mu = omega = -0.01",
        truth: "at mu = omega = -0.1; at the printed place it is {slip.appendix6.dJ22-dnu.printed-place:6}",
        claims: ["appendix6.dJ22-dnu.min"],
        numbers: ["slip.appendix6.dJ22-dnu.printed-place", "slip.appendix6.dJ22-dnu.place"]),
      Slip(
        36, .digit, "A6, Eq. 336", printed: "strict bounds that are maxima rounded to nearest",
        truth: "several of the maxima were rounded downward, so that the strict inequality fails in a later digit",
        claims: all.filter { claim in
          claim.expected == .refuted && claim.id.hasPrefix("appendix6.") && claim.id.hasSuffix(".absolute")
        }.map(\.id)),
    ]
  }

  // MARK: Text

  private static let text = [
    Slip(
      37, .digit, "Eq. 6", printed: "0.088834", truth: "{equation6.H12:7}, cut off instead of rounded",
      claims: ["equation6.H12"]),
    Slip(
      37, .typography, "Lemmas 9 and 13, Corollary 14",
      printed: "\"sigma and tau\"; derivatives \"with respect to alpha01 and lambda01\"; 0.8 <= mu <= 1.5",
      truth: "nu and tau; mu and nu; 0.8 <= nu <= 1.5", claims: ["corollary14"]),
    Slip(
      37, .typography, "Eq. 6 and A3", printed: "the Jacobian of g is J in the one and H in the other",
      truth: "H in the appendix; J is the Jacobian with the second moment there"),
  ]

  // MARK: Further digits

  private static let furtherDigits = [
    Slip(
      39, .digit, "Lemma 39, Eq. 196 and 200", printed: "upper bounds -1.72296 and 1.96664",
      truth: "the maxima are {lemma39.dJ12-dtau.lemma34-term.upper:8} and {lemma39.dJ12-dtau.2E1.upper:8}",
      effect: "The sum of the maxima has to be larger in its last digits; the bound of Lemma 5 is true.",
      claims: ["lemma39.dJ12-dtau.lemma34-term.upper", "lemma39.dJ12-dtau.2E1.upper", "lemma5.dJ12-dtau"]),
    Slip(
      39, .digit, "Lemma 39, after Eq. 201", printed: "-2.23019 + 0.62046 + 1.45560 = -0.154133",
      truth: "{lemma39.dJ12-dtau.minima-sum:6}", claims: ["lemma39.dJ12-dtau.minima-sum"]),
    Slip(
      40, .digit, "Lemma 7", printed: "0.582677 as a lower bound", truth: "the minimum is {lemma7.density.lower:9}",
      claims: ["lemma7.density.lower"]),
    Slip(
      41, .digit, "Lemmas 27 and 29", printed: "T1 = 0.9734, t3 = -0.0088388, T3 = 0.0088388",
      truth: "the ends are {lemma27.upper:7}, {lemma29.lower:7} and {lemma29.upper:7}",
      effect: "None that is printed: the bounds that rest on them are certified one by one.",
      claims: ["lemma27.upper", "lemma29.lower", "lemma29.upper"]),
    Slip(
      42, .digit, "Theorem 2", printed: "xi - nu is at most -0.0180173",
      truth: "the maximum is {theorem2.second-moment-gap:9}", effect: "None: it has to be negative.",
      claims: ["theorem2.second-moment-gap"]),
    Slip(
      43, .digit, "the authors' notebook", printed: "the minimum of var - nu, and a bound of it, is 0.00773618",
      truth: "the minimum is {notebook.theorem3.low.min:8}", effect: "None: it has to be positive.",
      claims: ["notebook.theorem3.low.min", "notebook.theorem3.low.lower-bound"]),
  ]
}
