// Slips in Theorems 2, 3 and 16 and their proofs.
extension SELU2017.Slips {
  static let theorems2And3 = theorem3 + theorem16 + theorem2

  // MARK: Theorem 3

  private static let theorem3 = [
    Slip(
      11, .proof, "Theorem 3, main text", printed: "from nu = 0.02 on",
      truth: "the appendix states it, and proves it, from nu = 0.05 on",
      effect: """
        The printed proof does not reach the statement of the main text, which is true and is proved here directly.
        """,
      claims: [
        "theorem3.low.main-text", "theorem3.lower-tau.main-text", "theorem3.low.appendix",
        "theorem3.lower-tau.appendix",
      ]),
    Slip(
      11, .statement, "Theorem 3, Eq. 48 and 50", printed: "0.969231 and 0.976952",
      truth: """
        the printed expressions are {slip.theorem3.low.slope-at-0.05:6} and \
        {slip.theorem3.lower-tau.slope-at-0.05:6}; with 0.02 for 0.05 they are the printed numbers
        """,
      effect: "None: both are lower bounds of d xi/d nu.", claims: ["theorem3.low.slope", "theorem3.lower-tau.slope"],
      numbers: [
        "slip.theorem3.low.slope-at-0.05", "slip.theorem3.low.slope-at-0.02", "slip.theorem3.lower-tau.slope-at-0.05",
        "slip.theorem3.lower-tau.slope-at-0.02",
      ]),
    Slip(
      12, .typography, "Theorem 3, Eq. 49 and 51",
      printed: "xi(0.01, 0.01, 0.05, 0.8) = 0.0662727 and xi(0.01, 0.01, 0.05, 0.9) = 0.0738404",
      truth: """
        mu omega = 0.01 is meant, as with mu = omega = 0.1; at mu = omega = 0.01 they are \
        {slip.theorem3.low.literal:6} and {slip.theorem3.lower-tau.literal:6}
        """,
      claims: ["theorem3.low.second-moment", "theorem3.lower-tau.second-moment"],
      numbers: ["slip.theorem3.low.literal", "slip.theorem3.lower-tau.literal"]),
    Slip(
      12, .typography, "Theorem 16", printed: "mean(0.01, 0.01, 1.5, 0.8) = 0.008293",
      truth: """
        mu omega = -0.01 is meant; at mu = omega = 0.01 the mean is {slip.theorem16.mean-literal:6}, at mu omega = \
        0.01 it is {slip.theorem16.mean-at-plus:6}
        """,
      claims: ["theorem16.mean.lower"],
      numbers: ["slip.theorem16.mean-literal", "slip.theorem16.mean-at-plus", "slip.theorem16.mean-at-minus"]),
    Slip(
      13, .proof, "Theorem 3, least second moment",
      printed: """
        as in Lemma 8, the least value is at the largest mu omega
        """,
      truth: """
        Lemma 8 has nu >= 0.8 and says that xi increases with mu omega; here it decreases, which is proved by this \
        program
        """,
      effect: "The place is right, the reason is not.", claims: ["lemma8.second-moment-mu"],
      numbers: ["slip.theorem3.decreasing-in-y"]),
    Slip(
      14, .typography, "Theorem 3, Eq. 47 to 51",
      printed: "\"minimal value of sub-term (322)\"; +erfc + 2; \"smallest nu~(nu)\"",
      truth: "the largest value is meant, since the term enters with a minus; -erfc + 2; the smallest xi"),
    Slip(
      14, .proof, "Lemma 18, as Theorem 3 uses it",
      printed: "the largest value is at the least tau and y = 0.01; T decreases in tau for y = 0.01",
      truth: "T has to decrease in tau for every y, which is true",
      effect: "The place is right: with that and the increase in y at the least tau it follows.",
      claims: [
        "lemma18.decreasing-in-tau.0.16", "lemma18.decreasing-in-tau.0.24", "lemma18.increasing-in-y.0.128",
        "lemma18.increasing-in-y.0.216",
      ]),
    Slip(
      15, .digit, "Theorem 3, Eq. 49 and 51", printed: "0.08006969 and 1.049301; xi >= 0.0662727, xi >= 0.0738404",
      truth: """
        rounded the wrong way: with 0.0662726 the ratio of Eq. 49 is {slip.theorem3.low.own-ratio:7}, with 0.0738403 \
        that of Eq. 51 is {slip.theorem3.lower-tau.own-ratio:7}
        """,
      effect: """
        None: 1 is needed. The least ratios on the domains of the appendix are {theorem3.low.ratio:7} and \
        {theorem3.lower-tau.ratio:7}.
        """,
      claims: [
        "theorem3.low.factor", "theorem3.low.final", "theorem3.low.second-moment", "theorem3.lower-tau.second-moment",
        "theorem3.low.ratio", "theorem3.lower-tau.ratio",
      ],
      numbers: ["slip.theorem3.low.own-ratio", "slip.theorem3.lower-tau.own-ratio"]),
  ]

  // MARK: Theorem 16

  private static let theorem16 = [
    Slip(
      16, .proof, "Theorem 16, as Theorem 2 uses it", printed: "stated for |mu| <= 0.1, used for |mu| <= 1",
      truth: """
        its proof needs a positive mean, which goes down to {theorem16.mean.positive-on-wide-domain:5} for |mu| <= 1
        """,
      effect: "Theorem 2 can do without: xi - nu decreases in nu, and var <= xi.",
      claims: [
        "theorem16.mean.positive-on-wide-domain", "theorem16.second-moment.upper", "theorem2.variance-decreases",
      ]),
    Slip(
      16, .proof, "Theorem 16, Eq. 117", printed: "|A - B| < |A| from A > 0, B > 0",
      truth: """
        B < 2 A is needed as well; d var/d nu is in [{slip.theorem16.slope.min:6}, {theorem16.contraction:6}]
        """,
      effect: "None for the theorem, which is true: the derivative is positive and below 1.",
      claims: ["theorem16.contraction"],
      numbers: ["slip.theorem16.slope.min"]),
    Slip(
      16, .statement, "Theorem 16, Eq. 122", printed: "the term is 0.16",
      truth: "it is {theorem16.J12.bracket:5}; divided by sqrt(pi) it is {slip.theorem16.bracket-by-root:4}",
      effect: "None: it has to be positive.", claims: ["theorem16.J12.bracket"],
      numbers: ["slip.theorem16.bracket-by-root"]),
    Slip(16, .typography, "Theorem 16", printed: "\"sixth inequality\"", truth: "there is no fifth"),
  ]

  // MARK: Theorem 2

  private static let theorem2 = [
    Slip(
      17, .statement, "main text, after Theorem 2", printed: "a variance in [3, 16] is mapped to a value below 3",
      truth: "one step maps it to less than itself; the largest variance reached is {slip.theorem2.largest-variance:6}",
      effect: """
        Below 3 it is after many steps, if the mean stays in the domain.
        """, claims: ["theorem2.variance-decreases"],
      numbers: ["slip.theorem2.largest-variance"]),
    Slip(
      17, .statement, "after Theorems 2 and 3",
      printed: """
        all fixed points have a variance below 3, and above 0.16 or 0.24
        """,
      truth: """
        only those with |mu| <= 1 and nu <= 16, or with |mu| <= 0.1 and nu >= 0.02 or 0.05. At nu = 0.00001, tau = \
        0.8, mu = omega = 0.1 the variance shrinks: var/nu is {slip.theorem3.at-small-nu:4}
        """,
      effect: "The sentences hold within the domains of the theorems.", claims: ["theorem2.fixed-points-below-3"],
      numbers: ["slip.theorem3.at-small-nu"]),
    Slip(
      18, .typography, "Theorems 2, 3 and 16",
      printed: "Omega^+ in the main text, Omega^{++} in the appendix, Omega^+ again in Theorem 16; Omega^- likewise",
      truth:
        "these are different domains: |mu| <= 1 and nu >= 3; |mu| <= 0.1 and nu >= 1.5; for Omega^- there are three"),
    Slip(
      19, .typography, "Eq. 20 to 24, 29, 36, 38",
      printed: "alpha 01; a bracket that closes before -sqrt2 (alpha^2 - 1) x^(3/2); d/d nu; d/d mu",
      truth: "alpha01; it closes after, as in Eq. 30; d/d mu is meant in Eq. 36, and d/d omega after Eq. 38"),
    Slip(
      19, .typography, "Eq. 31, 230 and 237",
      printed: """
        0 < 2 y
        """, truth: "y can be negative; y > -1/2 is needed, and holds"),
    Slip(
      20, .typography, "A3.4.4", printed: "x = mu omega, y = nu tau, and later x = nu tau, y = mu omega",
      truth: "the second is meant throughout"),
  ]
}
