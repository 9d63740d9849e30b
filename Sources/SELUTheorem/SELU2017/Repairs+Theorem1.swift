import SELUClaims

// Theorem 1: from the brackets of Lemma 39 to the contraction of Lemma 12, and from Lemma 13 to the image of the box.
extension SELU2017.Repairs {
  private typealias Constant = ArgumentChain.Constant
  private typealias Step = ArgumentChain.Step

  // MARK: Lemma 5

  /// d J12/d tau = (lambda/8) g (Lemma 34's term + alpha x E1 + 2 alpha E1) with 0 < g <= 1.
  static let lemma5 = ArgumentChain(
    id: "lemma5", title: "Lemma 39 to Lemma 5: the bound of |d J12 / d tau|",
    conclusion: "|d J12 / d tau| < 0.2124377655377270",
    constants: lambda + bracketsOfDJ12,
    steps: sumsOfDJ12 + [
      .require("Lemma 5", slopeOfJ12, .atMost, .decimal("0.2124377655377270"))
    ],
    variants: [
      .corrected,
      .certified(["maxima"], "corrected, and the certified maximum of the sum of the terms at one point"),
    ],
    direct: ["lemma5.dJ12-dtau"],
    note: """
      The sums contain 1.37380 and -2.23019 where Eq. 198 and 197 have 1.37381 and -2.2302; the former are no bounds. \
      The number that Lemma 5 prints comes from maxima that were not rounded. With these it agrees with the left-hand \
      side to its last digits, closer than enclosures in binary64 can tell, so nothing is claimed about it but that \
      it is a bound, which the direct proof shows.
      """)

  private static let lambda = [Constant.unrounded("lambda", .upper, "equation14.lambda")]

  private static let slopeOfJ12: ChainTerm = "lambda" * "maxima" / 8

  private static let bracketsOfDJ12: [Constant] = [
    .upper("T", "-1.72295", "lemma39.dJ12-dtau.lemma34-term.upper"),
    .upper("P", "1.37380", "lemma39.dJ12-dtau.xE1.upper"), .upper("Q", "1.96664", "lemma39.dJ12-dtau.2E1.upper"),
    .lower("T-", "-2.23019", "lemma39.dJ12-dtau.lemma34-term.lower"),
    .lower("P-", "0.62046", "lemma39.dJ12-dtau.xE1.lower"), .lower("Q-", "1.45560", "lemma39.dJ12-dtau.2E1.lower"),
  ]

  private static let sumsOfDJ12: [Step] = [
    .derive("minima", "sum of the minima", "T-" + "P-" + "Q-", .atLeast, "-0.154133"),
    .derive(
      "maxima", "sum of the maxima", "T" + "P" + "Q", .atMost, "1.61749",
      certifiedBy: "supplement.lemma39.dJ12-dtau.sum"),
    .require("the maxima decide", 0 - "minima", .atMost, "maxima"),
  ]

  // MARK: Lemma 7

  static let lemma7 = ArgumentChain(
    id: "lemma7", title: "Lemma 7: the bound of |J12|", conclusion: "|J12| <= 0.194145",
    constants: parameters + [tailFactor, density],
    steps: stepsOfLemma7 + [.require("Lemma 7", "J12", .atMost, .decimal("0.194145"))],
    variants: [.corrected], direct: ["lemma7", "lemma7.proof"])

  private static let parameters =
    lambda + [
      .unrounded("alpha", .upper, "equation14.alpha"), .unrounded("alpha-", .lower, "equation14.alpha"),
    ]
  private static let tailFactor = Constant.upper("E", "0.587622", "lemma7.exponential.upper")
  private static let density = Constant.lower("R", "0.582677", "lemma7.density.lower")

  private static let stepsOfLemma7: [Step] = [
    .derive("A", "Eq. 75, first term", "alpha" * "E", .atMost, "0.983247"),
    .derive("B", "Eq. 75, second term", ("alpha-" - 1) * "R", .atLeast, "0.392294"),
    .derive(
      "J12", "Eq. 75", "lambda" * .decimal("1.25") * ("A" - "B") / 4, .atMost, "0.194035", certifiedBy: "lemma7.proof"),
  ]

  // MARK: Lemma 9

  static let lemma9 = ArgumentChain(
    id: "lemma9", title: "Lemma 9: the range of the variance", conclusion: "0.695574 < var < 1.636023",
    constants: [
      .lower("xi-", "0.703257", "lemma9.second-moment.lower"), .upper("xi+", "1.643705", "lemma9.second-moment.upper"),
      .upper("most mean^2", "0.007683", "supplement.lemma9.mean-square.upper"),
      .lower("least mean^2", "0.007682", "supplement.lemma9.mean-square.lower"),
    ],
    steps: [
      .require("Eq. 78, left", "xi-" - "most mean^2", .atLeast, .decimal("0.695574")),
      .require("Eq. 78, right", "xi+" - "least mean^2", .atMost, .decimal("1.636023")),
    ],
    variants: [.corrected], direct: ["lemma9.variance.lower", "lemma9.variance.upper"],
    note: """
      Eq. 78 subtracts the largest square of the mean from the largest second moment. That bounds the variance only \
      if both are attained at the same point; over the domain the least square of the mean is to be subtracted, which \
      is 0. None of the sums of Lemma 10 uses the bounds of the variance.
      """)

  // MARK: Lemma 12

  static let lemma12 = ArgumentChain(
    id: "lemma12", title: "Lemmas 5, 6, 7, 9 and 10 to Lemma 12: the contraction", conclusion: "S < 1",
    constants: parameters + bracketsOfDJ12 + [tailFactor, density] + constantsOfLemma12,
    steps: sumsOfDJ12 + stepsOfLemma7 + stepsOfLemma6 + sumsOfLemma5 + stepsOfLemma10 + stepsOfLemma12,
    variants: [
      .corrected,
      .certified(["max S"], "corrected, and the certified maximum of S for the printed one"),
      .meaning(
        ["dS/dmu": byMu("dJ11/dmu", "dJ12/dmu")],
        "corrected, and the derivatives of J11 and J12 in Eq. 98 where |J11| and |J12| are printed for them"),
      .certified(
        ["dS/dmu", "dS/domega", "dS/dnu", "dS/dtau"], "corrected, and certified derivatives of S for those of Lemma 10"),
    ],
    direct: ["lemma12.contraction", "theorem1.contraction"],
    note: """
      In Eq. 98 the first and third products have |J11| and |J12| where the derivatives of J11 and J12 by mu belong. \
      These are smaller, as two steps below say, so the sum remains a bound. The spacings of the grid are taken as \
      printed.

      The certified maximum of S is its supremum on the whole domain. Where it is put in for the maximum over the \
      grid, the conclusion is put in, and the argument shows nothing; that run only tells how much room there would \
      be. The runs with the other Eq. 98 and with certified derivatives need no more than what the paper means to \
      use: S <= 0.9912524171058772 at the points of the grid. The paper's own evaluation looks to have \
      taken the norm of J ({slip.norm-J.corner:14} at the corner) for S, and then does not show that. It is true of S, \
      and can be shown cell by cell without this argument: grid.md says how.
      """)

  private static let constantsOfLemma12: [Constant] =
    [
      .upper("C", "1.00584", "lemma6.factor"), .upper("mean", "0.087653", "lemma9.mean.upper"),
      .lower("mean-", "-0.041160", "lemma9.mean.lower"),
    ] + boundsOfLemma5 + [
      .upper("max S", "0.9912524171058772", "lemma12.grid-maximum"), .exact("step mu", "0.0068097371"),
      .exact("step omega", "0.0008292885"), .exact("step nu", "0.0009580840"), .exact("step tau", "0.0007323095"),
    ]

  /// All of Lemma 5 but the bound of d J12/d tau, which the chain derives.
  private static let boundsOfLemma5: [Constant] = [
    lemma5("11", "mu", "0.0031049101995398316"), lemma5("11", "omega", "1.055872374194189"),
    lemma5("11", "nu", "0.031242911235461816"), lemma5("11", "tau", "0.03749149348255419"),
    lemma5("12", "mu", "0.031242911235461816"), lemma5("12", "omega", "0.031242911235461816"),
    lemma5("12", "nu", "0.21232788238624354"), lemma5("21", "mu", "0.02220441024325437"),
    lemma5("21", "omega", "1.146955401845684"), lemma5("21", "nu", "0.14983446469110305"),
    lemma5("21", "tau", "0.17980135762932363"), lemma5("22", "mu", "0.14983446469110305"),
    lemma5("22", "omega", "0.14983446469110305"), lemma5("22", "nu", "1.805740052651535"),
    lemma5("22", "tau", "2.396685907216327"),
  ]

  private static func lemma5(_ entry: String, _ variable: String, _ printed: PrintedDecimal) -> Constant {
    .upper("dJ\(entry)/d\(variable)", printed, "lemma5.dJ\(entry)-d\(variable)")
  }

  private static let stepsOfLemma6: [Step] = [
    .derive(
      "J11", "Lemma 6", "lambda" * .decimal("0.1") * ("alpha" * "E" + "C") / 2, .atMost, "0.104497",
      certifiedBy: "lemma6")
  ]

  private static let sumsOfLemma5: [Step] = [
    .derive("dJ12/dtau", "Lemma 5", slopeOfJ12, .atMost, "0.2124377655377270"),
    .derive("sum omega", "Eq. 100", sum("omega"), .atMost, "2.38392"),
    .derive("sum nu", "Eq. 101", sum("nu"), .atMost, "2.19916"),
    .derive("sum tau", "Eq. 103", sum("tau"), .atMost, "2.82643"),
    .require("Lemma 9, |mean|", 0 - "mean-", .atMost, "mean"),
    // Eq. 98 has |J11| and |J12| where the derivatives of J11 and J12 by mu belong; they are larger.
    .require("Eq. 98, first term", "dJ11/dmu", .atMost, "J11"),
    .require("Eq. 98, third term", "dJ12/dmu", .atMost, "J12"),
    // The mean depends on nu and tau through their product, so d mean/d tau = (nu/tau) d mean/d nu: with the bound of
    // J12, which is one for tau <= 1.25, the bound for nu <= 1.5 is larger.
    .derive(
      "by tau", "Eq. 103, |d mean / d tau| by symmetry", "J12" * .decimal("1.5") / .decimal("1.25"), .atMost,
      "0.194035",
      certifiedBy: "lemma10.tau.mean-derivative"),
  ]

  private static func sum(_ variable: String) -> ChainTerm {
    ["11", "12", "21", "22"].map { ChainTerm.named("dJ\($0)/d\(variable)") }.dropFirst()
      .reduce(.named("dJ11/d\(variable)"), +)
  }

  /// The sum of Eq. 98 with these bounds in the products with the mean.
  private static func byMu(_ first: ChainTerm, _ second: ChainTerm) -> ChainTerm {
    sum("mu") + 2 * first * "mean" + 2 * "J11" * "J11" + 2 * second * "mean" + 2 * "J11" * "J12"
  }

  private static let stepsOfLemma10: [Step] = [
    .derive("dS/dmu", "Lemma 10, Eq. 98", byMu("J11", "J12"), .less, "0.32112", certifiedBy: "lemma10.mu"),
    .derive(
      "dS/domega", "Lemma 10, Eq. 100",
      "sum omega" + 2 * "dJ11/domega" * "mean" + 2 * "J11" * "J11" + 2 * "dJ12/domega" * "mean" + 2 * "J12" * "J11",
      .less, "2.63690", certifiedBy: "lemma10.omega"),
    .derive(
      "dS/dnu", "Lemma 10, Eq. 101",
      "sum nu" + 2 * "dJ11/dnu" * "mean" + 2 * "J11" * "J12" + 2 * "dJ12/dnu" * "mean" + 2 * "J12" * "J12", .less,
      "2.28242", certifiedBy: "lemma10.nu"),
    .derive(
      "dS/dtau", "Lemma 10, Eq. 103",
      "sum tau" + 2 * "dJ11/dtau" * "mean" + 2 * "J11" * "by tau" + 2 * "dJ12/dtau" * "mean" + 2 * "J12" * "by tau",
      .less, "2.98610", certifiedBy: "lemma10.tau"),
  ]

  private static let stepsOfLemma12: [Step] = [
    .derive(
      "slack", "Eq. 108",
      "dS/dmu" * "step mu" + "dS/domega" * "step omega" + "dS/dnu" * "step nu" + "dS/dtau" * "step tau", .less,
      "0.008747"),
    .require("Eq. 109", "max S" + "slack", .less, 1),
  ]

  // MARK: Lemma 13 and Corollary 14

  static let corollary14 = ArgumentChain(
    id: "corollary14", title: "Lemma 13 to Corollary 14: the box is mapped into itself",
    conclusion: "mean in [-0.1, 0.1], var in [0.8, 1.5]",
    constants: constantsOfLemma13,
    steps: stepsOfLemma13 + [
      .require("Corollary 14", "mean-", .atLeast, .decimal("-0.1")),
      .require("Corollary 14", "mean+", .atMost, .decimal("0.1")),
      .require("Corollary 14", "var-", .atLeast, .decimal("0.8")),
      .require("Corollary 14", "var+", .atMost, .decimal("1.5")),
    ],
    variants: [.corrected], direct: ["corollary14", "theorem1.self-map"])

  static let theorem1Range = ArgumentChain(
    id: "theorem1.range", title: "Lemma 13 to the ranges that Theorem 1 prints for the fixed point",
    conclusion: "fixed mean in [-0.03106, 0.06773], fixed variance in [0.80009, 1.48617]",
    constants: constantsOfLemma13,
    steps: stepsOfLemma13 + [
      .require("Theorem 1", "mean-", .atLeast, .decimal("-0.03106")),
      .require("Theorem 1", "mean+", .atMost, .decimal("0.06773")),
      .require("Theorem 1", "var-", .atLeast, .decimal("0.80009")),
      .require("Theorem 1", "var+", .atMost, .decimal("1.48617")),
    ],
    variants: [
      .corrected,
      .certified(
        ["xi-", "xi+", "mean-", "mean+", "mean^2"], "certified extrema of Lemma 13, 12 digits", fractionDigits: 12),
    ],
    direct: [
      "theorem1.fixed-point.mean.lower", "theorem1.fixed-point.mean.upper", "theorem1.fixed-point.variance.lower",
      "theorem1.fixed-point.variance.upper",
    ])

  private static let constantsOfLemma13: [Constant] = [
    .lower("mean-", "-0.03106", "lemma13.mean.lower"), .upper("mean+", "0.06773", "lemma13.mean.upper"),
    .lower("xi-", "0.80467", "lemma13.second-moment.lower"), .upper("xi+", "1.48617", "lemma13.second-moment.upper"),
    .upper("mean^2", "0.004597", "lemma13.mean-square"),
  ]

  private static let stepsOfLemma13: [Step] = [
    .derive("var-", "Lemma 13", "xi-" - "mean^2", .atLeast, "0.80009", certifiedBy: "lemma13.variance.lower"),
    .derive("var+", "Lemma 13", "xi+", .atMost, "1.48617", certifiedBy: "lemma13.variance.upper"),
  ]
}
