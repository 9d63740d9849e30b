import SELUClaims

// Theorems 2, 16 and 3: slopes of the second moment, the size of the mean, and the ratio of variances.
extension SELU2017.Repairs {
  private typealias Constant = ArgumentChain.Constant
  private typealias Step = ArgumentChain.Step

  // MARK: Theorem 16

  static let theorem16 = ArgumentChain(
    id: "theorem16", title: "Theorem 16: the derivative of the variance by nu, |mu| <= 0.1",
    conclusion: "|d var / d nu| < 1, where d var / d nu = d xi / d nu - 2 mean d mean / d nu",
    constants: [
      .upper("slope", "0.995063", "theorem16.second-moment.upper"),
      .lower("slope-", "0", "theorem16.second-moment.positive"), .lower("mean-", "0.008293", "theorem16.mean.lower"),
      .lower("bracket", "0.16", "theorem16.J12.bracket"),
      .unrounded("mean+", .upper, "supplement.theorem16.mean.upper"),
      .unrounded("J12+", .upper, "supplement.theorem16.J12.upper"),
    ],
    steps: [
      .require("Eq. 121", "slope", .less, 1),
      .require("Eq. 122, d mean / d nu has the sign of", "bracket", .greater, 0),
      .require("the mean is positive", "mean-", .greater, 0),
      .require("the lower side", "slope-" - 2 * "mean+" * "J12+", .greater, -1),
    ],
    variants: [
      .corrected, .certified(["bracket"], "the bracket's certified value for 0.16"),
    ],
    direct: ["theorem16.contraction"])

  // MARK: Theorem 2

  static let theorem2 = ArgumentChain(
    id: "theorem2", title: "Theorem 2: the second moment is below nu, and so is the variance",
    conclusion: "var - nu <= xi - nu < 0",
    constants: [
      .upper("slope", "0.995063", "theorem16.second-moment.upper"),
      .upper("gap", "-0.0180173", "supplement.theorem2.gap-at-3"),
    ],
    steps: [
      .require("Eq. 121: xi - nu decreases in nu", "slope", .less, 1), .require("the gap at nu = 3", "gap", .less, 0),
    ],
    variants: [.corrected], direct: ["theorem2.variance-decreases", "theorem2.fixed-points-below-3"])

  /// Without mean > 0 the derivative of the variance has to be bounded with the most negative mean.
  static let theorem2Slope = ArgumentChain(
    id: "theorem2.variance-slope", title: "Theorem 16 as Theorem 2 uses it: the derivative of the variance, |mu| <= 1",
    conclusion: "d var / d nu = d xi / d nu - 2 mean d mean / d nu < 1",
    constants: [
      .upper("slope", "0.995063", "theorem16.second-moment.upper"),
      .lower("mean-", "0", "theorem16.mean.positive-on-wide-domain").rounded(fractionDigits: 7),
      .unrounded("J12+", .upper, "supplement.theorem16.J12.upper"),
    ],
    steps: [.require("Theorem 16", "slope" - 2 * "mean-" * "J12+", .less, 1)],
    variants: [
      .corrected, .certified(["slope"], "corrected, and the certified maximum of the slope", fractionDigits: 7),
    ],
    direct: ["theorem2.variance-decreases"])

  // MARK: Lemma 43

  static let lemma43 = ArgumentChain(
    id: "lemma43", title: "Lemmas 41 and 42 to Lemma 43: the square of the mean", conclusion: "mean^2 < 0.005",
    constants: [
      .upper("most mean", "0.21857", "lemma41.upper.expression"), .upper("M", "0.289324", "lemma41"),
      .upper("by mu", "0.14", "lemma42.mu"), .upper("by omega", "0.14", "lemma42.omega"),
      .upper("by nu", "0.52", "lemma42.nu"), .upper("by tau", "0.11", "lemma42.tau"),
      .upper("max mean^2", "0.00451457", "lemma43.grid-maximum"), .exact("step mu", "0.001498041"),
      .exact("step nu", "0.0004033190"), .exact("step tau", "0.0019065994"),
    ],
    steps: [
      .require("Lemma 41, Eq. 244", "most mean", .less, "M"), .require("Eq. 253", "by omega", .atMost, "by mu"),
      .derive("square by mu", "Eq. 253", 2 * "M" * "by mu", .atMost, "0.08101072"),
      .derive("square by nu", "Eq. 253", 2 * "M" * "by nu", .atMost, "0.30089696"),
      .derive("square by tau", "Eq. 253", 2 * "M" * "by tau", .atMost, "0.06365128"),
      .require(
        "Eq. 255",
        "max mean^2" + 2 * "step mu" * "square by mu" + "step nu" * "square by nu" + "step tau" * "square by tau",
        .less, .decimal("0.005")),
    ],
    variants: [.corrected], direct: ["lemma43"],
    note: """
      That the printed maximum over the grid is a bound is judged here by the supremum on the whole domain, which is \
      what the argument is to show: the runs say what follows from that number, not how it was found.
      """)

  // MARK: Theorem 3

  static let theorem3Low = theorem3(
    "low", "49", slope: "0.969231", secondMoment: "0.0662727", offset: "0.01281115", factor: "0.08006969",
    most: "0.16", ratio: "1.049301")

  static let theorem3LowerTau = theorem3(
    "lower-tau", "51", slope: "0.976952", secondMoment: "0.0738404", offset: "0.0199928", factor: "0.08330333",
    most: "0.24", ratio: "1.060255")

  /// xi >= xi(0.05) + slope (nu - 0.05), and mean^2 <= 0.005: var >= slope nu + offset >= (slope + offset/most) nu.
  private static func theorem3(
    _ part: String, _ equation: String, slope: PrintedDecimal, secondMoment: PrintedDecimal, offset: PrintedDecimal,
    factor: PrintedDecimal, most: PrintedDecimal, ratio: PrintedDecimal
  ) -> ArgumentChain {
    ArgumentChain(
      id: "theorem3.\(part)", title: "Theorem 3, Eq. \(equation): the ratio of the variances, nu <= \(most.text)",
      conclusion: "var / nu > 1",
      constants: [
        .lower("slope", slope, "theorem3.\(part).slope"),
        .lower("xi(0.05)", secondMoment, "theorem3.\(part).second-moment"),
        .upper("mean^2", "0.005", "lemma43"),
      ],
      steps: [
        .derive(
          "offset", "Eq. \(equation)", "xi(0.05)" - "slope" * .decimal("0.05") - "mean^2", .atLeast, offset),
        .derive("factor", "Eq. \(equation)", "offset" / .decimal(most), .atLeast, factor),
        .derive("ratio", "Eq. \(equation)", "factor" + "slope", .atLeast, ratio),
        .require("Theorem 3", "ratio", .greater, 1),
      ],
      variants: [.corrected], direct: ["theorem3.\(part).main-text", "theorem3.\(part).appendix"],
      note: """
        Only last digits are wrong here: with bounds in their place the ratio is {slip.theorem3.\(part).own-ratio:7}, \
        where 1 is needed. The least ratio on the domain is {theorem3.\(part).ratio:7}.
        """)
  }
}
