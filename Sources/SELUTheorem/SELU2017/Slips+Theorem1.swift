import SELUClaims

// Slips in the proof of Theorem 1: Lemmas 6 to 13 and 20.
extension Slips {
  static let theorem1 = lemma10 + lemmas6To9 + lemma20 + lemma13 + grid

  // MARK: Lemmas 10 and 12

  private static let corner = at(mu: "0.1", omega: "0.1", nu: "0.8", tau: "1.25")
  private static let mixedCorner = at(mu: "0.1", omega: "-0.1", nu: "0.8", tau: "1.25")

  /// The largest singular value of J, by Eq. 69.
  static let normOfJ: Expression = {
    let (a, b, c, d) = (
      Expression.j(.one, .one), Expression.j(.one, .two), Expression.j(.two, .one), Expression.j(.two, .two)
    )
    let (first, second) = (Expression.square(a + d) + .square(c - b), Expression.square(a - d) + .square(b + c))
    return (.squareRoot(first) + .squareRoot(second)) / 2
  }()

  private static let lemma10 = [
    Slip(
      1, .proof, "Lemma 10, Eq. 101", printed: "the sum is below 2.28242",
      truth: "the printed terms add up to {lemma10.nu.sum:7}; the last one was not added",
      effect: """
        Eq. 108 becomes {slip.eq108.with-eq101:6} and the total of Eq. 109 {slip.eq109.with-eq101:8}, not below 1. \
        The bound of |dS/dnu| that the lemma states is true.
        """,
      claims: ["lemma10.nu.sum", "lemma10.nu"],
      numbers: [
        sum(
          "eq108.with-eq101",
          "0.32112*0.0068097371 + 2.63690*0.0008292885 + 2.35772*0.0009580840 + 2.98610*0.0007323095", .less,
          "0.008747",
          holds: false),
        sum(
          "eq109.with-eq101",
          """
          0.9912524171058772 + 0.32112*0.0068097371 + 2.63690*0.0008292885 + 2.35772*0.0009580840 + 2.98610*0.0007323095
          """, .less, "1", holds: false),
      ]),
    Slip(
      2, .proof, "Lemma 12, A3.4.5", printed: "on the grid the norm of H is at most 0.9912524171058772",
      truth: """
        to {slip.norm-J.difference:2} that number is the maximum of the norm of J, {slip.norm-J.corner:14}, at \
        mu = omega = 0.1, nu = 0.8, tau = 1.25; the maximum of the norm of H, at the same point, is \
        {lemma12.grid-maximum.attained:8}
        """,
      effect: """
        The numerical step looks to have bounded another matrix. Its norm is no bound of that of H point by point: \
        {slip.norm-J.mixed-corner:5} against {slip.norm-H.mixed-corner:5} at omega = -0.1. The lemma is true and is \
        proved here directly.
        """,
      claims: ["lemma12.grid-maximum.attained", "lemma12.grid-maximum", "lemma12.contraction"],
      numbers: [
        rounds("norm-J.corner", "the norm of J", normOfJ, to: "0.99125241710587", at: corner),
        rounds(
          "norm-J.difference", "0.9912524171058772 - the norm of J", "0.9912524171058772" - normOfJ,
          to: "0.0000000000000027", at: corner),
        number(
          "norm-J.maximum", "max of the norm of J rounds to", .maximumIs(Quantity(normOfJ), "0.991252417106"), on: .d),
        rounds("norm-H.corner", "S", .spectralNorm, to: "0.9912524171058772", at: corner, holds: false),
        rounds("norm-J.mixed-corner", "the norm of J", normOfJ, to: "0.97963", at: mixedCorner),
        rounds("norm-H.mixed-corner", "S", .spectralNorm, to: "0.98191", at: mixedCorner),
        number(
          "norm-J.is-no-bound", "S - the norm of J <= bound", .spectralNorm - normOfJ <= "0", at: mixedCorner,
          holds: false),
      ]),
    Slip(
      3, .proof, "Lemma 10, Eq. 103",
      printed: """
        |d mean/d tau| <= 0.194035 by symmetry in nu and tau; the sum is below 2.98610
        """,
      truth: """
        nu goes up to 1.5 and tau to 1.25, so symmetry gives 0.194035*1.5/1.25 = {slip.eq103.by-symmetry:6}, and the \
        sum {slip.eq103.sum:6}
        """,
      effect: "The printed bound of |d mean/d tau| is true, and so is that of |dS/dtau|; the reason given is not one.",
      claims: ["lemma10.tau.mean-derivative", "lemma10.tau"],
      numbers: [
        number(
          "eq103.by-symmetry", "0.194035*1.5/1.25 <= bound", "0.194035" * "1.5" / "1.25" <= "0.194035", holds: false),
        sum(
          "eq103.sum",
          """
          2.82643 + 2*0.03749149348255419*0.087653 + 2*0.104497*0.232842 + 2*0.2124377655377270*0.087653 \
          + 2*0.194035*0.232842
          """, .less, "2.98610", holds: false),
      ]),
    Slip(
      4, .statement, "Lemma 10, Eq. 98", printed: "|J11| and |J12| in the products with the mean",
      truth: "|d J11/d mu| and |d J12/d mu| belong there; they are smaller, and the sum is {slip.eq98.meant:6}",
      effect: """
        None for the lemma. With this sum and those of the slips 1 and 3 corrected Eq. 108 is {slip.eq108.meant:6} \
        and the total of Eq. 109 {slip.eq109.meant:6}, below 1.
        """,
      claims: ["lemma10.mu.sum"],
      numbers: [
        sum(
          "eq98.meant",
          """
          0.0031049101995398316 + 0.031242911235461816 + 0.02220441024325437 + 0.14983446469110305 \
          + 2*0.0031049101995398316*0.087653 + 2*0.104497^2 + 2*0.031242911235461816*0.087653 + 2*0.104497*0.194035
          """, .less, "0.27480"),
        sum(
          "eq108.meant",
          "0.27480*0.0068097371 + 2.63690*0.0008292885 + 2.35772*0.0009580840 + 3.00927*0.0007323095", .less, "0.008747"
        ),
        sum(
          "eq109.meant",
          """
          0.9912524171058772 + 0.27480*0.0068097371 + 2.63690*0.0008292885 + 2.35772*0.0009580840 + 3.00927*0.0007323095
          """, .less, "1"),
      ]),
  ]

  // MARK: Lemmas 6 to 9, Eq. 71

  private static let lemmas6To9 = [
    Slip(
      5, .proof, "Lemma 6", printed: "|2 - erfc(0.01/(sqrt2 sqrt(x)))| <= 1.00584",
      truth: """
        the maximum, at x = 0.64, is {lemma6.factor:8}; the printed number bounds the value at x = 1.875, \
        {slip.lemma6.far-end:7}
        """,
      effect: """
        The product of the proof becomes {slip.lemma6.product:6}, above the bound that the lemma states; that bound \
        is true: the maximum of |J11| is {lemma6:7}.
        """,
      claims: ["lemma6.factor", "lemma6"],
      numbers: [
        number(
          "lemma6.far-end", "2 - erfc(0.01/(sqrt2 sqrt(x))) <= bound", positiveProbability <= "1.00584",
          at: at(x: "1.875", y: "0.01")),
        number(
          "lemma6.product", "(1/2) lambda01 0.1 (alpha01 0.587622 + 1.00998) <= bound",
          .lambda / 2 * "0.1" * (.alpha * "0.587622" + "1.00998") <= "0.104497", holds: false),
      ]),
    Slip(
      5, .statement, "Lemma 6", printed: "the exponential factor at y = 0.01 is 0.587622",
      truth: """
        it is {lemma6.exponential-factor:6} there; the printed number bounds the value at y = -0.01, \
        {lemma7.exponential.upper:8}
        """,
      effect: "None: the number is the larger one, as is needed.",
      claims: ["lemma6.exponential-factor", "lemma7.exponential.upper"]),
    Slip(
      8, .typography, "Lemma 9", printed: "nu in [0.8, 15]",
      truth: """
        nu in [0.8, 1.5] is meant: at mu = omega = 0.1, nu = 15, tau = 1.25 the mean is {slip.lemma9.mean-at-15:5} \
        and the second moment {slip.lemma9.second-moment-at-15:5}
        """,
      claims: ["lemma9.mean.upper", "lemma9.second-moment.upper"],
      numbers: [
        number("lemma9.mean-at-15", "mean < bound", .mean < "0.087653", at: at15, holds: false),
        number("lemma9.second-moment-at-15", "xi < bound", .secondMoment < "1.643705", at: at15, holds: false),
      ]),
    Slip(
      8, .proof, "Lemma 9, Eq. 78", printed: "var < 1.643705 - 0.007682",
      truth: """
        the largest mean^2, {supplement.lemma9.mean-square.upper:6}, is subtracted from the largest second moment; \
        the least mean^2 is 0
        """,
      effect: """
        The printed argument does not give the bound of the variance, which is true: the maximum is \
        {lemma9.variance.upper:8}. Nothing uses it.
        """,
      claims: ["lemma9.variance.upper", "supplement.lemma9.mean-square.lower"]),
    Slip(
      9, .digit, "Lemma 7, Eq. 75", printed: "0.194145 in the lemma, 0.194035 in its proof and in Lemma 10",
      truth: "the product of the proof is {lemma7.product:8}; two digits of the lemma look exchanged",
      effect: "The bound that Lemma 10 takes from here grows in its last digit. Both printed bounds of |J12| are true.",
      claims: ["lemma7.product", "lemma7", "lemma7.proof"]),
    Slip(
      10, .typography, "Eq. 71", printed: "the first line has no factor 1/2",
      truth: """
        with that line the norm at (0, 0, 1, 1) would be {slip.eq71.without-half:6}, twice the {equation6.norm:6} \
        that the paper gives there
        """,
      claims: ["equation6.norm"],
      numbers: [
        rounds(
          "eq71.without-half", "2 S", 2 * .spectralNorm, to: "0.7877",
          at: at(mu: "0", omega: "0", nu: "1", tau: "1"), holds: false)
      ]),
  ]

  private static let at15 = at(mu: "0.1", omega: "0.1", nu: "15", tau: "1.25")

  // MARK: Lemma 20

  private static let lemma20 = [
    Slip(
      6, .proof, "Lemma 20, Eq. 142", printed: "the error of S is below 292 eps, that of J22 below 405 eps",
      truth: """
        the bounds of the errors of the four entries of H, made from the printed ones of J and of the mean, add up to \
        {slip.lemma20.sum:6} eps
        """,
      effect: """
        With eps = 2^-53 the sum is {slip.lemma20.total:3}, still below the 1e-13 that is used. Only errors of the \
        input are propagated, not the rounding of each operation.
        """,
      numbers: [
        sum(
          "lemma20.sum",
          "6 + 78 + 189 + 2*0.087653*6 + 2*0.104497*52 + 405 + 2*0.087653*78 + 2*0.194035*52", .less, "292",
          holds: false),
        number(
          "lemma20.total", "the same, times 2^-53 < bound",
          Expression(
            printedSum: "6 + 78 + 189 + 2*0.087653*6 + 2*0.104497*52 + 405 + 2*0.087653*78 + 2*0.194035*52")
            / 9_007_199_254_740_992 < "0.0000000000001"),
      ]),
    Slip(
      6, .digit, "Lemma 20", printed: "eps is about 1e-16", truth: "2^-53 is {slip.lemma20.unit:5}, larger",
      numbers: [
        number(
          "lemma20.unit", "2^-53 <= bound", (1 as Expression) / 9_007_199_254_740_992 <= "0.0000000000000001",
          holds: false)
      ]),
    Slip(
      6, .statement, "Lemma 20, Eq. 136",
      printed: "nu tau times the error of sqrt2 in the error of sqrt2 sqrt(nu tau)",
      truth: "sqrt(nu tau) times it is meant",
      effect: "None: the printed factor is the larger one."),
    Slip(
      6, .typography, "Lemma 20, Eq. 139 and text",
      printed: "the error of exp stands on both sides; \"precision larger than 1e-13\"; \"error at least one ulp\"",
      truth: "the error of the exponent is meant on the right; an error smaller than 1e-13; an error of at most one ulp"
    ),
    Slip(
      6, .proof, "Lemma 12, A3.4.5",
      printed: """
        the facts on rounding are those of the GNU C library; some runs were on GPUs
        """,
      truth: "nothing is said about the functions of a GPU library",
      effect: "Not decided here. The direct proof evaluates every function with proved bounds."),
  ]

  // MARK: Lemma 13

  private static let lemma13 = [
    Slip(
      7, .digit, "Lemma 13, Theorem 1", printed: "-0.03106 < mean",
      truth: "the minimum is {lemma13.mean.lower:8}: it was rounded to nearest, not downward",
      effect: "None for Corollary 14. The fixed points have a mean of at least {theorem1.fixed-point.mean.lower:5}.",
      claims: ["lemma13.mean.lower", "theorem1.fixed-point.mean.lower"]),
    Slip(
      7, .digit, "Lemma 9", printed: "-0.041160 < mean", truth: "the minimum is {lemma9.mean.lower:8}",
      claims: ["lemma9.mean.lower"]),
    Slip(
      7, .proof, "Lemma 13", printed: "0.80009 < var, from 0.80467 and 0.004597",
      truth: """
        the difference is {lemma13.variance.lower.difference:6}; with unrounded extrema it is below 0.80009 as well
        """,
      effect: """
        The lower end of the printed range of the fixed variance does not follow in this way. It is true: the least \
        variance is {lemma13.variance.lower:8}.
        """,
      claims: ["lemma13.variance.lower.difference", "lemma13.variance.lower", "theorem1.fixed-point.variance.lower"]),
    Slip(
      7, .digit, "Lemma 13", printed: "mean^2 < 0.004597",
      truth: "0.06773^2 is {slip.lemma13.square:8}: a digit looks mistyped",
      effect: "None: the printed number is a bound.", claims: ["lemma13.mean-square"],
      numbers: [rounds("lemma13.square", "0.06773^2", .square("0.06773"), to: "0.004597", holds: false)]),
  ]

  // MARK: The grid

  private static let grid = [
    Slip(
      38, .typography, "Lemma 12, A3.4.5", printed: "four spacings, and no number of points",
      truth: """
        the sides are {slip.grid.mu:5}, {slip.grid.omega:6}, {slip.grid.nu:6} and {slip.grid.tau:6} spacings long, so \
        that the far ends are no points of a grid that begins at the near ones
        """,
      effect: """
        None: Eq. 108 allows for a whole spacing of each variable, and no point of the domain is farther above one of \
        that grid.
        """,
      numbers: [
        length("mu", "0.2", "0.0068097371", "30"), length("omega", "0.2", "0.0008292885", "242"),
        length("nu", "0.7", "0.0009580840", "731"), length("tau", "0.45", "0.0007323095", "615"),
      ])
  ]

  /// That a side is shorter than so many spacings.
  private static func length(
    _ name: String, _ side: PrintedDecimal, _ spacing: PrintedDecimal, _ cells: PrintedDecimal
  ) -> Claim {
    number(
      "grid.\(name)", "\(side.text)/\(spacing.text) < bound",
      .bound(Quantity(.number(side.value) / .number(spacing.value)), .less, cells))
  }
}
