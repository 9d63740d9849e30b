// Theorem 2: too large a variance shrinks. Theorem 16 and Lemma 15 are what its proof rests on.
extension Registry {
  private static let paper = ClaimBuilder("2")

  package static let theorem2: [Claim] = [
    paper.statement(
      "theorem2.variance-decreases", "Theorem 2", .high, "var < nu",
      .varianceChange < "0", printed: "nu"),
    paper.step(
      "theorem2.second-moment-gap", "proof of Theorem 2", .high, "xi - nu <= bound",
      .secondMomentChange <= "-0.0180173", expected: .refuted),
    paper.step(
      "theorem2.second-moment-gap.max", "proof of Theorem 2", .high, "max of xi - nu rounds to",
      .maximumIs(Quantity(.secondMomentChange), "-0.0180173")),
    paper.step(
      "theorem2.second-moment-gap.at-zero", "proof of Theorem 2", .none,
      "xi - nu at mu = omega = 0, nu = 3, tau = 1.25 rounds to",
      .roundsTo(Quantity(.secondMomentChange), "-0.148532"),
      at: [.mu: .at("0"), .omega: .at("0"), .nu: .at("3"), .tau: .at("1.25")]),
    paper.step(
      "theorem2.constant", "proof of Theorem 2", .none, "(1/10)(sqrt((960 + 169 pi)/pi) - 13) > bound",
      (.squareRoot((960 + 169 * .pi) / .pi) - 13) / 10 > "0.878"),
    paper.step(
      "theorem2.bracket", "proof of Theorem 2, Eq. 35", .highWide,
      "y (2 - erfc z0)/g + sqrt(2/pi) sqrt(x) - alpha01^2 (E1 - E2) > bound", .bracketJ21 > "0.212234"),
    paper.statement(
      "theorem2.fixed-points-below-3", "Theorem 2", .high,
      "no fixed point of g with mu in [-1,1], nu in [3,16] for (omega, tau) of the domain",
      .noFixedPoint, printed: "3"),
    paper.step(
      "notebook.theorem2.max", "notebook", .high, "max of var - nu rounds to",
      .maximumIs(Quantity(.varianceChange), "-0.119744")),
  ]

  package static let theorem16: [Claim] = [
    paper.statement(
      "theorem16.contraction", "Theorem 16", .highNarrow, "|d var / d nu| < 1",
      Quantity.absolute(.h(.two, .two)) < "1"),
    paper.step(
      "theorem16.second-moment.upper", "Theorem 16, Eq. 121", .highWide, "d xi / d nu <= bound",
      .j(.two, .two) <= "0.995063"),
    paper.step("theorem16.second-moment.positive", "Theorem 16", .highWide, "d xi / d nu > 0", .j(.two, .two) > "0"),
    paper.step("theorem16.mean.lower", "Theorem 16", .highNarrow, "mean >= bound", .mean >= "0.008293"),
    paper.step(
      "theorem16.mean.positive-on-wide-domain", "Theorem 16 as used by Theorem 2", .highWide, "mean > 0",
      .mean > "0", origin: .unprinted, expected: .refuted),
    paper.step("theorem16.J12.positive", "Theorem 16", .highNarrow, "d mean / d nu > 0", .j(.one, .two) > "0"),
    paper.step(
      "theorem16.J12.bracket", "Theorem 16, Eq. 122", .none,
      "sqrt(pi) alpha01 E1 - sqrt2 (alpha01 - 1)/sqrt(x) at x = 20, y = 0.01 rounds to",
      .roundsTo(Quantity(theorem16Bracket), "0.16"), at: [.x: .at("20"), .y: .at("0.01")], expected: .refuted),
  ]

  /// sqrt(pi) alpha E1 - sqrt(2) (alpha - 1)/sqrt(x).
  private static let theorem16Bracket: Expression = {
    let second = Expression.squareRoot(2) * (.alpha - 1) / .rootX
    return .squareRoot(.pi) * .alpha * .e1 - second
  }()

  package static let lemma15: [Claim] = [
    paper.statement("lemma15.negative", "Lemma 15 = Lemma 44", .xyLarge, "F = E1 - 2 E2 < 0", .f < "0"),
    paper.statement(
      "lemma15.increasing-in-x", "Lemma 15 = Lemma 44", .xyLarge, "F strictly increasing in x",
      .monotone(.f, .increasing, in: .x)),
    paper.statement(
      "lemma15.decreasing-in-y", "Lemma 15 = Lemma 44", .xyLarge, "F strictly decreasing in y at x = 1.2",
      .monotone(.f, .decreasing, in: .y), at: [.x: .at("1.2")]),
  ]
}
