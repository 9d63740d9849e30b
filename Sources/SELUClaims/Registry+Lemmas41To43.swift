// Lemmas 41 to 43: the mean and its derivatives where the variance is small.
extension Registry {
  private static let paper = ClaimBuilder("3")

  package static let lemma41: [Claim] = [
    paper.statement(
      "lemma41", "Lemma 41", .xyLemma41, "|mean| < bound",
      Quantity.absolute(.mean) < "0.289324", reading: "domain read as |mu|, |omega| <= 0.1, nu tau in [0.02, 0.5]"),
    paper.step("lemma41.upper", "Lemma 41, Eq. 244", .xyLemma41, "mean < bound", .mean < "0.21857"),
    paper.step(
      "lemma41.upper.expression", "Lemma 41, Eq. 244", .none,
      """
      (lambda01/2)(exp(0.05/2 + 0.01) alpha01 erfc((0.02+0.01)/(sqrt2 sqrt(0.02))) - (alpha01 + 0.01) \
      erfc(0.01/(sqrt2 sqrt(0.02))) + exp(-0.01^2/(2*0.5)) sqrt(0.5) sqrt(2/pi) + 0.02) <= bound
      """,
      lemma41Expression <= "0.21857", expected: .refuted),
  ]

  /// The right-hand side of Eq. 244 as printed, with 0.05 in the first exponent.
  private static let lemma41Expression = lemma41Expression(firstExponent: "0.05")

  /// The right-hand side of Eq. 244, with half of this number in the first exponent.
  package static func lemma41Expression(firstExponent: Expression) -> Expression {
    let root = Expression.squareRoot(2) * .squareRoot("0.02")
    let first = .exponential(firstExponent / 2 + "0.01") * .alpha * .erfc(("0.02" + "0.01") / root)
    let second = (.alpha + "0.01") * .erfc("0.01" / root)
    let third = .exponential(-(.square("0.01") / (2 * "0.5"))) * .squareRoot("0.5") * .rootTwoOverPi
    return .lambda / 2 * (first - second + third + "0.02")
  }

  package static let lemma42: [Claim] = [
    paper.statement(
      "lemma42.mu", "Lemma 42", .omegaMinus, "|d mean / d mu| < bound",
      Quantity.absolute(.j(.one, .one)) < "0.14"),
    paper.statement(
      "lemma42.omega", "Lemma 42", .omegaMinus, "|d mean / d omega| < bound",
      Quantity.absolute(.mean, derivative: .omega) < "0.14"),
    paper.statement(
      "lemma42.nu", "Lemma 42", .omegaMinus, "|d mean / d nu| < bound",
      Quantity.absolute(.j(.one, .two)) < "0.52"),
    paper.statement(
      "lemma42.tau", "Lemma 42", .omegaMinus, "|d mean / d tau| < bound",
      Quantity.absolute(.mean, derivative: .tau) < "0.11"),
    paper.step(
      "lemma42.mu.proof", "Lemma 42, Eq. 248", .omegaMinus, "|d mean / d mu| < bound",
      Quantity.absolute(.j(.one, .one)) < "0.133"),
  ]

  package static let lemma43: [Claim] = [
    paper.statement("lemma43", "Lemma 43", .omegaMinus, "mean^2 < bound", .square(.mean) < "0.005"),
    paper.step(
      "lemma43.grid-maximum", "Lemma 43", .omegaMinus, "max of mean^2 rounds to",
      .maximumIs(Quantity(.square(.mean)), "0.00451457")),
    paper.step(
      "lemma43.argmax", "Lemma 43, Figure A7", .none,
      "the maximum of mean(0.1, -0.1, nu, 1)^2 over nu in [0.1, 0.3] is attained at nu rounding to",
      .maximiserRoundsTo(.square(.mean), .nu, "0.187342"),
      at: [.mu: .at("0.1"), .omega: .at("-0.1"), .nu: .init("0.1", "0.3"), .tau: .at("1")], expected: .refuted),
    paper.sum(
      "lemma43.derivative.mu", "Lemma 43, Eq. 253",
      "2*0.289324*0.14",
      equals: "0.08101072"),
    paper.sum(
      "lemma43.derivative.nu", "Lemma 43, Eq. 253",
      "2*0.289324*0.52",
      equals: "0.30089696"),
    paper.sum(
      "lemma43.derivative.tau", "Lemma 43, Eq. 253",
      "2*0.289324*0.11",
      equals: "0.06365128"),
    paper.sum(
      "lemma43.total", "Lemma 43, Eq. 255",
      "0.00451457 + 2*0.001498041*0.08101072 + 0.0004033190*0.30089696 + 0.0019065994*0.06365128",
      .less, "0.005"),
  ]
}
