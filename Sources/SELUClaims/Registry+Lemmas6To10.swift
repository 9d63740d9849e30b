// Lemmas 6 to 10, with Lemma 40 (= Lemma 8): bounds of J, of the moments and of the derivatives of S on D.
extension Registry {
  private static let paper = ClaimBuilder("1")

  package static let lemma6: [Claim] = [
    paper.statement("lemma6", "Lemma 6", .d, "|J11| <= bound", Quantity.absolute(.j(.one, .one)) <= "0.104497"),
    paper.step(
      "lemma6.factor", "proof of Lemma 6", .xyD, "|2 - erfc(0.01/(sqrt2 sqrt(x)))| <= bound, x in [0.64, 1.875]",
      Quantity.absolute(2 - .erfc("0.01" / (.squareRoot(2) * .rootX))) <= "1.00584", expected: .refuted),
    // e^(y + x/2) erfc(z1)
    paper.step(
      "lemma6.exponential-factor", "proof of Lemma 6", .none,
      "exp(0.01 + 0.64/2) erfc((0.01+0.64)/(sqrt2 sqrt(0.64))) rounds to",
      .roundsTo(Quantity(.tail(.one)), "0.587622"), at: [.y: .at("0.01"), .x: .at("0.64")], expected: .refuted),
    paper.step(
      "lemma6.product", "proof of Lemma 6", .none, "(1/2) lambda01 0.1 (alpha01 0.587622 + 1.00584) <= bound",
      .lambda / 2 * "0.1" * (.alpha * "0.587622" + "1.00584") <= "0.104497"),
  ]

  package static let lemma7: [Claim] = [
    paper.statement("lemma7", "Lemma 7", .d, "|J12| <= bound", Quantity.absolute(.j(.one, .two)) <= "0.194145"),
    paper.step(
      "lemma7.proof", "proof of Lemma 7, Eq. 75", .d, "|J12| <= bound",
      Quantity.absolute(.j(.one, .two)) <= "0.194035"),
    paper.step(
      "lemma7.product", "proof of Lemma 7, Eq. 75", .none, "(1/4) lambda01 1.25 |0.983247 - 0.392294| <= bound",
      .lambda / 4 * "1.25" * ("0.983247" - "0.392294") <= "0.194035", expected: .refuted),
    paper.step(
      "lemma7.exponential.lower", "proof of Lemma 7", .xyD, "exp(y + x/2) erfc((x+y)/sqrt(2x)) >= bound",
      .tail(.one) >= "0.434947"),
    paper.step(
      "lemma7.exponential.upper", "proof of Lemma 7", .xyD, "exp(y + x/2) erfc((x+y)/sqrt(2x)) <= bound",
      .tail(.one) <= "0.587622"),
    // sqrt(2/(pi x)) e^(-y^2/(2 x)) is twice the density at 0.
    paper.step(
      "lemma7.density.lower", "proof of Lemma 7", .xyD, "sqrt(2/(pi x)) exp(-y^2/(2x)) >= bound",
      2 * .density >= "0.582677", expected: .refuted),
    paper.step(
      "lemma7.density.upper", "proof of Lemma 7", .xyD, "sqrt(2/(pi x)) exp(-y^2/(2x)) <= bound",
      2 * .density <= "0.997356"),
  ]

  /// The derivatives of the moments by mu are omega times those by y.
  package static let lemma8: [Claim] = [
    paper.statement(
      "lemma8.mean-mu", "Lemma 8 = Lemma 40", .d, "d mean / d mu has the sign of omega",
      .sign(of: .omega, cofactor: Quantity(.mean, derivative: .y))),
    paper.statement("lemma8.mean-nu", "Lemma 8 = Lemma 40", .d, "d mean / d nu > 0", .j(.one, .two) > "0"),
    paper.statement(
      "lemma8.second-moment-mu", "Lemma 8 = Lemma 40", .d, "d xi / d mu has the sign of omega",
      .sign(of: .omega, cofactor: Quantity(.secondMoment, derivative: .y))),
    paper.statement("lemma8.second-moment-nu", "Lemma 8 = Lemma 40", .d, "d xi / d nu > 0", .j(.two, .two) > "0"),
    paper.step(
      "lemma40.bracket-J12", "Lemma 40 (2)", .none,
      "alpha01 exp(z1^2) erfc(z1) at x = 1.875, y = 0.01, minus sqrt(2/(pi 0.64))(alpha01 - 1), rounds to",
      .roundsTo(Quantity(lemma40Bracket), "0.056"), at: [.x: .at("1.875"), .y: .at("0.01")]),
    paper.step(
      "lemma40.constant", "Lemma 40 (3)", .none, "(1/20)(sqrt((2048 + 169 pi)/pi) - 13) > bound",
      (.squareRoot((2048 + 169 * .pi) / .pi) - 13) / 20 > "0.782"),
    paper.step(
      "lemma40.bracket-J21", "Lemma 40 (3), Eq. 234", .xyD,
      "y (2 - erfc z0)/g + sqrt(2/pi) sqrt(x) - alpha01^2 (E1 - E2), the bracket of J21 divided by g, > bound",
      .bracketJ21 > "0.0923765"),
    paper.step("lemma40.2E2-E1", "Lemma 40 (4)", .xyD, "2 E2 - E1 > 0", 2 * .e2 - .e1 > "0"),
  ]

  private static let lemma40Bracket: Expression = {
    let root = Expression.squareRoot(2 / (.pi * "0.64"))
    return .alpha * .e1 - root * (.alpha - 1)
  }()

  package static let lemma9: [Claim] = [
    paper.statement(
      "lemma9.mean.lower", "Lemma 9", .d, "mean > bound",
      .mean > "-0.041160", reading: "domain read as D", expected: .refuted),
    paper.statement(
      "lemma9.mean.upper", "Lemma 9", .d, "mean < bound",
      .mean < "0.087653", reading: "domain read as D"),
    paper.statement(
      "lemma9.second-moment.lower", "Lemma 9", .d, "xi > bound",
      .secondMoment > "0.703257", reading: "domain read as D"),
    paper.statement(
      "lemma9.second-moment.upper", "Lemma 9", .d, "xi < bound",
      .secondMoment < "1.643705", reading: "domain read as D"),
    paper.statement(
      "lemma9.variance.lower", "Lemma 9", .d, "var > bound",
      .variance > "0.695574", reading: "domain read as D"),
    paper.statement(
      "lemma9.variance.upper", "Lemma 9", .d, "var < bound",
      .variance < "1.636023", reading: "domain read as D"),
    paper.sum(
      "lemma9.variance.lower.difference", "Lemma 9, Eq. 78",
      "0.703257 - 0.007683",
      .atLeast, "0.695574"),
    paper.sum(
      "lemma9.variance.upper.difference", "Lemma 9, Eq. 78",
      "1.643705 - 0.007682",
      .atMost, "1.636023"),
  ]

  package static let lemma10: [Claim] = [
    paper.statement(
      "lemma10.mu", "Lemma 10", .d, "|d S / d mu| < bound",
      Quantity.absolute(.spectralNorm, derivative: .mu) < "0.32112"),
    paper.statement(
      "lemma10.omega", "Lemma 10", .d, "|d S / d omega| < bound",
      Quantity.absolute(.spectralNorm, derivative: .omega) < "2.63690"),
    paper.statement(
      "lemma10.nu", "Lemma 10", .d, "|d S / d nu| < bound",
      Quantity.absolute(.spectralNorm, derivative: .nu) < "2.28242"),
    paper.statement(
      "lemma10.tau", "Lemma 10", .d, "|d S / d tau| < bound",
      Quantity.absolute(.spectralNorm, derivative: .tau) < "2.98610"),
    paper.sum(
      "lemma10.mu.sum", "Lemma 10, Eq. 98",
      """
      0.0031049101995398316 + 0.031242911235461816 + 0.02220441024325437 + 0.14983446469110305 + \
      2*0.104497*0.087653 + 2*0.104497^2 + 2*0.194035*0.087653 + 2*0.104497*0.194035
      """,
      .less, "0.32112"),
    paper.sum(
      "lemma10.omega.sum", "Lemma 10, Eq. 100",
      "2.38392 + 2*1.055872374194189*0.087653 + 2*0.104497^2 + 2*0.031242911235461816*0.087653 + 2*0.194035*0.104497",
      .less, "2.63690"),
    paper.sum(
      "lemma10.nu.sum", "Lemma 10, Eq. 101",
      "2.19916 + 2*0.031242911235461816*0.087653 + 2*0.104497*0.194035 + 2*0.21232788238624354*0.087653 + 2*0.194035^2",
      .less, "2.28242", expected: .refuted),
    paper.sum(
      "lemma10.tau.sum", "Lemma 10, Eq. 103",
      "2.82643 + 2*0.03749149348255419*0.087653 + 2*0.104497*0.194035 + 2*0.2124377655377270*0.087653 + 2*0.194035^2",
      .less, "2.98610"),
    paper.step(
      "lemma10.tau.mean-derivative", "Lemma 10, Eq. 103", .d, "|d mean / d tau| <= bound",
      Quantity.absolute(.mean, derivative: .tau) <= "0.194035"),
  ]
}
