// Lemmas 25 to 38 and 47: elementary functions of mean and variance of the net input on D.
extension Registry {
  private static let paper = ClaimBuilder("appendix")

  package static let netInputLemmas: [Claim] =
    netInputBounds + netInputMonotonicity + [
      paper.step(
        "lemma34.maximum", "Lemma 34", .xyD, "max of the lemma34 expression rounds to",
        .maximumIs(Quantity(.lemma34), "-1.72296")),
      paper.step(
        "lemma35.maximum", "Lemma 35", .xyD, "max of the lemma35 expression rounds to",
        .maximumIs(Quantity(.lemma35), "-4.88869")),
      paper.step(
        "lemma36.maximum", "Lemma 36", .xyD, "max of the lemma36 expression rounds to",
        .maximumIs(Quantity(.lemma36), "-5.34347")),
      paper.step("lemma37.E1.lower", "Lemma 37", .xyD, "E1 > bound", .e1 > "0.4349"),
      paper.step("lemma38.E2.lower", "Lemma 38", .xyD, "E2 > bound", .e2 > "0.261772"),
      // e^((2 y + x)/2) erfc(z1) = e^(z1^2 - z0^2) erfc(z1)
      paper.statement(
        "lemma47.max", "Lemma 47", .xyD, "exp((2y+x)/2) erfc((x+y)/sqrt(2x)) is largest at x = 0.64, y = -0.01",
        .argmax(.tail(.one), at: [.x: "0.64", .y: "-0.01"]), reading: "x and y as defined here"),
      paper.statement(
        "lemma47.min", "Lemma 47", .xyD, "exp((2y+x)/2) erfc((x+y)/sqrt(2x)) is smallest at x = 1.875, y = 0.01",
        .argmin(.tail(.one), at: [.x: "1.875", .y: "0.01"]), reading: "x and y as defined here"),
    ]

  private static let netInputBounds: [Claim] = [
    paper.statement("lemma25.lower", "Lemma 25", .xyD, "y >= bound", .y >= "-0.01"),
    paper.statement("lemma25.upper", "Lemma 25", .xyD, "y <= bound", .y <= "0.01"),
    paper.statement("lemma26.lower", "Lemma 26", .xyD, "x >= bound", .x >= "0.64"),
    paper.statement("lemma26.upper", "Lemma 26", .xyD, "x <= bound", .x <= "1.875"),
    paper.statement(
      "lemma27.lower", "Lemma 27", .xyD, "(y+x)/(sqrt2 sqrt(x)) >= bound",
      .tailArgument(.one) >= "0.5568"),
    paper.statement(
      "lemma27.upper", "Lemma 27", .xyD, "(y+x)/(sqrt2 sqrt(x)) <= bound",
      .tailArgument(.one) <= "0.9734", expected: .refuted),
    paper.statement(
      "lemma28.lower", "Lemma 28", .xyD, "(y+2x)/(sqrt2 sqrt(x)) >= bound",
      .tailArgument(.two) >= "1.1225"),
    paper.statement(
      "lemma28.upper", "Lemma 28", .xyD, "(y+2x)/(sqrt2 sqrt(x)) <= bound",
      .tailArgument(.two) <= "1.9417"),
    paper.statement(
      "lemma29.lower", "Lemma 29", .xyD, "y/(sqrt2 sqrt(x)) >= bound",
      .tailArgument(.zero) >= "-0.0088388", expected: .refuted),
    paper.statement(
      "lemma29.upper", "Lemma 29", .xyD, "y/(sqrt2 sqrt(x)) <= bound",
      .tailArgument(.zero) <= "0.0088388", expected: .refuted),
    paper.statement(
      "lemma30.lower", "Lemma 30", .xyD, "(y/(sqrt2 sqrt(x)))^2 >= bound",
      .square(.tailArgument(.zero)) >= "0"),
    paper.statement(
      "lemma30.upper", "Lemma 30", .xyD, "(y/(sqrt2 sqrt(x)))^2 <= bound",
      .square(.tailArgument(.zero)) <= "0.000078126"),
  ]

  private static let netInputMonotonicity: [Claim] = [
    slope(27, "(y+x)/(sqrt2 sqrt(x))", .tailArgument(.one), .increasing, .x),
    slope(27, "(y+x)/(sqrt2 sqrt(x))", .tailArgument(.one), .increasing, .y),
    slope(28, "(y+2x)/(sqrt2 sqrt(x))", .tailArgument(.two), .increasing, .x),
    slope(28, "(y+2x)/(sqrt2 sqrt(x))", .tailArgument(.two), .increasing, .y),
    // For y < 0 the quotient increases.
    slope(29, "y/(sqrt2 sqrt(x))", .tailArgument(.zero), .decreasing, .x, .refuted),
    slope(29, "y/(sqrt2 sqrt(x))", .tailArgument(.zero), .increasing, .y),
    sign(31, "sqrt(2/pi)(alpha01-1)/sqrt(x)", .lemma31, .greater),
    slope(31, "sqrt(2/pi)(alpha01-1)/sqrt(x)", .lemma31, .decreasing, .x),
    sign(32, "2 - erfc(y/(sqrt2 sqrt(x)))", 2 - .tail(.zero), .greater),
    // As in Lemma 29.
    slope(32, "2 - erfc(y/(sqrt2 sqrt(x)))", 2 - .tail(.zero), .decreasing, .x, .refuted),
    slope(32, "2 - erfc(y/(sqrt2 sqrt(x)))", 2 - .tail(.zero), .increasing, .y),
    sign(33, text33, .lemma33, .less), slope(33, text33, .lemma33, .increasing, .x),
    slope(33, text33, .lemma33, .increasing, .y),
    sign(34, text34, .lemma34, .less), slope(34, text34, .lemma34, .decreasing, .x),
    slope(34, text34, .lemma34, .increasing, .y),
    sign(35, text35, .lemma35, .less), slope(35, text35, .lemma35, .increasing, .x),
    slope(35, text35, .lemma35, .increasing, .y),
    sign(36, text36, .lemma36, .less), slope(36, text36, .lemma36, .decreasing, .x),
    slope(36, text36, .lemma36, .increasing, .y),
    sign(37, "x E1", .x * .e1, .greater), slope(37, "x E1", .x * .e1, .increasing, .x),
    slope(37, "x E1", .x * .e1, .decreasing, .y),
    sign(38, "x E2", .x * .e2, .greater), slope(38, "x E2", .x * .e2, .increasing, .x),
    slope(38, "x E2", .x * .e2, .decreasing, .y),
  ]

  private static let text33 = "sqrt(2/pi)((alpha01-1) y/x^(3/2) - alpha01/sqrt(x))"
  private static let text34 = """
    sqrt(2/pi)(-(alpha01-1) y^2/x^(3/2) + (-alpha01 + alpha01 y + 1)/sqrt(x) - alpha01 sqrt(x))
    """
  private static let text35 = "sqrt(2/pi)((alpha01^2-1) y/x^(3/2) - 3 alpha01^2/sqrt(x))"
  private static let text36 = "sqrt(2/pi)((alpha01^2-1) y/sqrt(x) - 3 alpha01^2 sqrt(x))"

  /// A lemma's claim that an expression has one sign.
  private static func sign(
    _ lemma: Int, _ text: String, _ expression: Expression, _ inequality: Inequality
  ) -> Claim {
    paper.statement(
      "lemma\(lemma).sign", "Lemma \(lemma)", .xyD, "\(text) \(inequality.rawValue) 0",
      .bound(Quantity(expression), inequality, "0"))
  }

  /// A lemma's claim that an expression is monotone in a variable.
  private static func slope(
    _ lemma: Int, _ text: String, _ expression: Expression, _ direction: Direction, _ variable: Variable,
    _ expected: Decision = .proved
  ) -> Claim {
    paper.statement(
      "lemma\(lemma).\(direction.rawValue)-\(variable.rawValue)", "Lemma \(lemma)", .xyD,
      "\(text) \(direction == .increasing ? "increasing" : "decreasing") in \(variable.rawValue)",
      .monotone(expression, direction, in: variable), expected: expected)
  }
}
