// Lemmas 17 and 18 (= Lemmas 45 and 46): monotonicity of F = E1 - 2 E2 and of T = tau F(nu tau, y).
extension Registry {
  private static let paper = ClaimBuilder("3")

  package static let lemma17: [Claim] = [
    paper.statement("lemma17.negative", "Lemma 17 = Lemma 45", .xySmall, "F < 0", .f < "0"),
    paper.statement(
      "lemma17.increasing-in-x", "Lemma 17 = Lemma 45", .xySmall, "F strictly increasing in x",
      .monotone(.f, .increasing, in: .x)),
    paper.statement(
      "lemma17.increasing-in-y.0.007", "Lemma 17 = Lemma 45", .xySmall, "F strictly increasing in y at x = 0.007",
      .monotone(.f, .increasing, in: .y), at: [.x: .at("0.007")]),
    paper.step(
      "lemma45.derivative.0.007", "Lemma 45", .xySmall, "d F / d y at x = 0.007 > bound",
      Quantity(.f, derivative: .y) > "3.56", at: [.x: .at("0.007")]),
    paper.statement(
      "lemma17.increasing-in-y.0.56", "Lemma 17 = Lemma 45", .xySmall, "F strictly increasing in y at x = 0.56",
      .monotone(.f, .increasing, in: .y), at: [.x: .at("0.56")]),
    paper.step(
      "lemma45.derivative.0.56", "Lemma 45", .xySmall, "d F / d y at x = 0.56 > bound",
      Quantity(.f, derivative: .y) > "0.00746", at: [.x: .at("0.56")]),
    paper.statement(
      "lemma17.increasing-in-y.0.128", "Lemma 17 = Lemma 45", .xySmall, "F strictly increasing in y at x = 0.128",
      .monotone(.f, .increasing, in: .y), at: [.x: .at("0.128")]),
    paper.step(
      "lemma45.derivative.0.128", "Lemma 45", .xySmall, "d F / d y at x = 0.128 > bound",
      Quantity(.f, derivative: .y) > "0.4468", at: [.x: .at("0.128")]),
    paper.statement(
      "lemma17.increasing-in-y.0.216", "Lemma 17 = Lemma 45", .xySmall, "F strictly increasing in y at x = 0.216",
      .monotone(.f, .increasing, in: .y), at: [.x: .at("0.216")]),
    paper.step(
      "lemma45.derivative.0.216", "Lemma 45", .xySmall, "d F / d y at x = 0.216 > bound",
      Quantity(.f, derivative: .y) > "0.211288", at: [.x: .at("0.216")]),
  ]

  /// Where x = nu tau is fixed, the derivative of T by y is tau times that of F, and tau is positive: T increases in y if F
  /// does.
  package static let lemma18: [Claim] = [
    paper.statement(
      "lemma18.increasing-in-nu", "Lemma 18 = Lemma 46", .nuTauY, "T = tau F(nu tau, y) strictly increasing in nu",
      .monotone(.t, .increasing, in: .nu)),
    paper.statement(
      "lemma18.decreasing-in-tau.0.7", "Lemma 18 = Lemma 46", .nuTauY,
      "T strictly decreasing in tau at nu = 0.7, tau in [0.8, 1.25]",
      .monotone(.t, .decreasing, in: .tau), at: [.nu: .at("0.7"), .tau: .init("0.8", "1.25")]),
    paper.statement(
      "lemma18.decreasing-in-tau.0.16", "Lemma 18 = Lemma 46", .nuTauY,
      "T strictly decreasing in tau at nu = 0.16, tau in [0.8, 1.25]",
      .monotone(.t, .decreasing, in: .tau), at: [.nu: .at("0.16"), .tau: .init("0.8", "1.25")]),
    paper.statement(
      "lemma18.decreasing-in-tau.0.24", "Lemma 18 = Lemma 46", .nuTauY,
      "T strictly decreasing in tau at nu = 0.24, tau in [0.9, 1.25]",
      .monotone(.t, .decreasing, in: .tau), at: [.nu: .at("0.24"), .tau: .init("0.9", "1.25")]),
    paper.statement(
      "lemma18.increasing-in-y.0.007", "Lemma 18 = Lemma 46", .nuTauY,
      "T strictly increasing in y wherever nu tau = 0.007", .monotone(.f, .increasing, in: .y), at: [.x: .at("0.007")]),
    paper.statement(
      "lemma18.increasing-in-y.0.56", "Lemma 18 = Lemma 46", .nuTauY,
      "T strictly increasing in y wherever nu tau = 0.56", .monotone(.f, .increasing, in: .y), at: [.x: .at("0.56")]),
    paper.statement(
      "lemma18.increasing-in-y.0.128", "Lemma 18 = Lemma 46", .nuTauY,
      "T strictly increasing in y wherever nu tau = 0.128", .monotone(.f, .increasing, in: .y), at: [.x: .at("0.128")]),
    paper.statement(
      "lemma18.increasing-in-y.0.216", "Lemma 18 = Lemma 46", .nuTauY,
      "T strictly increasing in y wherever nu tau = 0.216", .monotone(.f, .increasing, in: .y), at: [.x: .at("0.216")]),
  ]
}
