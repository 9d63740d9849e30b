// Slips in the proof of Theorem 1: Lemmas 6 to 13 and 20.
extension SELU2017.Slips {
  static let theorem1 = lemma10 + lemmas6To9 + lemma20 + lemma13 + grid

  // MARK: Lemmas 10 and 12

  private static let lemma10 = [
    Slip(
      1, .proof, "Lemma 10, Eq. 101", printed: "the sum is below 2.28242",
      truth: "the printed terms add up to {lemma10.nu.sum:7}; the last one was not added",
      effect: """
        Eq. 108 becomes {slip.eq108.with-eq101:6} and the total of Eq. 109 {slip.eq109.with-eq101:8}, not below 1. \
        The bound of |dS/dnu| that the lemma states is true.
        """,
      claims: ["lemma10.nu.sum", "lemma10.nu"],
      numbers: ["slip.eq108.with-eq101", "slip.eq109.with-eq101"]),
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
        "slip.norm-J.corner", "slip.norm-J.difference", "slip.norm-J.maximum", "slip.norm-H.corner",
        "slip.norm-J.mixed-corner", "slip.norm-H.mixed-corner", "slip.norm-J.is-no-bound",
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
      numbers: ["slip.eq103.by-symmetry", "slip.eq103.sum"]),
    Slip(
      4, .statement, "Lemma 10, Eq. 98", printed: "|J11| and |J12| in the products with the mean",
      truth: "|d J11/d mu| and |d J12/d mu| belong there; they are smaller, and the sum is {slip.eq98.meant:6}",
      effect: """
        None for the lemma. With this sum and those of the slips 1 and 3 corrected Eq. 108 is {slip.eq108.meant:6} \
        and the total of Eq. 109 {slip.eq109.meant:6}, below 1.
        """,
      claims: ["lemma10.mu.sum"],
      numbers: ["slip.eq98.meant", "slip.eq108.meant", "slip.eq109.meant"]),
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
      numbers: ["slip.lemma6.far-end", "slip.lemma6.product"]),
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
      numbers: ["slip.lemma9.mean-at-15", "slip.lemma9.second-moment-at-15"]),
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
      numbers: ["slip.eq71.without-half"]),
  ]

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
      numbers: ["slip.lemma20.sum", "slip.lemma20.total"]),
    Slip(
      6, .digit, "Lemma 20", printed: "eps is about 1e-16", truth: "2^-53 is {slip.lemma20.unit:5}, larger",
      numbers: ["slip.lemma20.unit"]),
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
      numbers: ["slip.lemma13.square"]),
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
      numbers: ["slip.grid.mu", "slip.grid.omega", "slip.grid.nu", "slip.grid.tau"])
  ]

}
