import SELUClaims

/// The printed arguments whose numbers are run anew.
public enum Repairs {
  /// All chains, in the order of the paper.
  public static let chains = [
    lemma5, lemma7, lemma9, lemma12, corollary14, theorem1Range, theorem16, theorem2, theorem2Slope, lemma43,
    theorem3Low, theorem3LowerTau,
  ]

  /// The chain with this id.
  public static func chain(_ id: String) -> ArgumentChain? { chains.first { $0.id == id } }

  /// Bounds that the paper does not print but an argument needs. They are decided in the same run as the claims.
  public static let supplements: [Claim] = [
    supplement(
      "lemma39.dJ12-dtau.sum", .xyD, "the sum of the three terms of Eq. 196 to 201, at one point, <= bound",
      .lemma34 + .alpha * .x * .e1 + 2 * .alpha * .e1 <= "1.61749"),
    supplement("lemma9.mean-square.lower", .d, "mean^2 >= bound", .square(.mean) >= "0"),
    supplement("lemma9.mean-square.upper", .d, "mean^2 <= bound", .square(.mean) <= "0.007683"),
    supplement(
      "lemma10.nu.sum.without-last-term", .none, "the sum of Eq. 101 without its last term < bound",
      .bound(
        Quantity(
          Expression(
            printedSum:
              "2.19916 + 2*0.031242911235461816*0.087653 + 2*0.104497*0.194035 + 2*0.21232788238624354*0.087653")),
        .less,
        "2.28242")),
    supplement(
      "lemma41.upper.expression", .none, "Eq. 244 with 0.02/2 in the first exponent <= bound",
      Registry.lemma41Expression(firstExponent: "0.02") <= "0.21857"),
    supplement(
      "theorem2.gap-at-3", .high, "xi - nu <= bound at nu = 3", .secondMomentChange <= "-0.0180172",
      at: [.nu: .at("3")]),
    supplement("theorem16.J12.upper", .highWide, "d mean / d nu <= bound", .j(.one, .two) <= "1"),
    supplement("theorem16.mean.upper", .highNarrow, "mean <= bound", .mean <= "2"),
  ]

  private static func supplement(
    _ name: String, _ domain: Domain, _ statement: String, _ proposition: Proposition,
    at conditions: [Variable: Domain.Range] = [:]
  ) -> Claim {
    .listed {
      try Claim(
        id: "supplement.\(name)", source: "not printed", origin: .unprinted, kind: .step, domain: domain,
        at: conditions, statement: statement, proposition: proposition)
    }
  }
}
