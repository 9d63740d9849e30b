// Lemma 5 (= Lemma 39): bounds of the derivatives of J, and the brackets that its proof bounds.
extension Registry {
  private static let paper = ClaimBuilder("1")

  package static let lemma5: [Claim] = [
    derivative(.one, .one, .mu, "0.0031049101995398316"), derivative(.one, .one, .omega, "1.055872374194189"),
    derivative(.one, .one, .nu, "0.031242911235461816"), derivative(.one, .one, .tau, "0.03749149348255419"),
    derivative(.one, .two, .mu, "0.031242911235461816"), derivative(.one, .two, .omega, "0.031242911235461816"),
    derivative(.one, .two, .nu, "0.21232788238624354"), derivative(.one, .two, .tau, "0.2124377655377270"),
    derivative(.two, .one, .mu, "0.02220441024325437"), derivative(.two, .one, .omega, "1.146955401845684"),
    derivative(.two, .one, .nu, "0.14983446469110305"), derivative(.two, .one, .tau, "0.17980135762932363"),
    derivative(.two, .two, .mu, "0.14983446469110305"), derivative(.two, .two, .omega, "0.14983446469110305"),
    derivative(.two, .two, .nu, "1.805740052651535"), derivative(.two, .two, .tau, "2.396685907216327"),
  ]

  private static func derivative(
    _ row: Expression.Index, _ column: Expression.Index, _ variable: Variable, _ bound: PrintedDecimal
  ) -> Claim {
    let entry = "J\(row.rawValue)\(column.rawValue)"
    return paper.statement(
      "lemma5.d\(entry)-d\(variable.rawValue)", "Lemma 5 = Lemma 39", .d,
      "|d \(entry) / d \(variable.rawValue)| < bound",
      Quantity.absolute(.j(row, column), derivative: variable) < bound)
  }

  package static let lemma39: [Claim] = [
    paper.step(
      "lemma39.dJ11-dmu.bracket.upper", "Lemma 39, Eq. 177", .xyD, "alpha E1 - sqrt(2/pi)(alpha-1)/sqrt(x) <= bound",
      .bracketJ12 <= "0.591017"),
    paper.step(
      "lemma39.dJ11-dmu.bracket.lower", "Lemma 39, Eq. 178", .xyD, "alpha E1 - sqrt(2/pi)(alpha-1)/sqrt(x) >= bound",
      .bracketJ12 >= "0.056318"),
    paper.step(
      "lemma39.dJ11-dnu.bracket.upper", "Lemma 39, Eq. 184", .xyD,
      "alpha E1 + sqrt(2/pi)((alpha-1) y / x^(3/2) - alpha/sqrt(x)) <= bound", .alpha * .e1 + .lemma33 <= "0.0104167"),
    paper.step(
      "lemma39.dJ11-dnu.bracket.lower", "Lemma 39, Eq. 185", .xyD,
      "alpha E1 + sqrt(2/pi)((alpha-1) y / x^(3/2) - alpha/sqrt(x)) >= bound", .alpha * .e1 + .lemma33 >= "-0.95153"),
    paper.step(
      "lemma39.dJ12-dtau.lemma34-term.upper", "Lemma 39, Eq. 196", .xyD,
      "sqrt(2/pi)(-(alpha-1) y^2/x^(3/2) + (-alpha + alpha y + 1)/sqrt(x) - alpha sqrt(x)) <= bound",
      .lemma34 <= "-1.72296", expected: .refuted),
    paper.step(
      "lemma39.dJ12-dtau.lemma34-term.lower", "Lemma 39, Eq. 197", .xyD,
      "sqrt(2/pi)(-(alpha-1) y^2/x^(3/2) + (-alpha + alpha y + 1)/sqrt(x) - alpha sqrt(x)) >= bound",
      .lemma34 >= "-2.2302"),
    paper.step(
      "lemma39.dJ12-dtau.xE1.upper", "Lemma 39, Eq. 198", .xyD, "alpha x E1 <= bound",
      .alpha * .x * .e1 <= "1.37381"),
    paper.step(
      "lemma39.dJ12-dtau.xE1.lower", "Lemma 39, Eq. 199", .xyD, "alpha x E1 >= bound",
      .alpha * .x * .e1 >= "0.620462"),
    paper.step(
      "lemma39.dJ12-dtau.2E1.upper", "Lemma 39, Eq. 200", .xyD, "2 alpha E1 <= bound",
      2 * .alpha * .e1 <= "1.96664", expected: .refuted),
    paper.step(
      "lemma39.dJ12-dtau.2E1.lower", "Lemma 39, Eq. 201", .xyD, "2 alpha E1 >= bound",
      2 * .alpha * .e1 >= "1.4556"),
    paper.step(
      "lemma39.dJ21-dmu.upper", "Lemma 39, Eq. 203", .d, "d J21 / d mu <= bound",
      Quantity(.j(.two, .one), derivative: .mu) <= "0.0222044"),
    paper.step(
      "lemma39.dJ21-domega.upper", "Lemma 39, Eq. 206", .d, "d J21 / d omega <= bound",
      Quantity(.j(.two, .one), derivative: .omega) <= "1.14696"),
    paper.step(
      "lemma39.dJ21-domega.lower", "Lemma 39, Eq. 207", .d, "d J21 / d omega >= bound",
      Quantity(.j(.two, .one), derivative: .omega) >= "-0.359403"),
    paper.step(
      "lemma39.dJ21-dnu.upper", "Lemma 39, Eq. 209", .d, "d J21 / d nu <= bound",
      Quantity(.j(.two, .one), derivative: .nu) <= "0.149834"),
    paper.step(
      "lemma39.dJ22-dnu.upper", "Lemma 39, Eq. 219", .d, "d J22 / d nu <= bound",
      Quantity(.j(.two, .two), derivative: .nu) <= "1.19441"),
    paper.step(
      "lemma39.dJ22-dnu.lower", "Lemma 39, Eq. 220", .d, "d J22 / d nu >= bound",
      Quantity(.j(.two, .two), derivative: .nu) >= "-1.80574"),
    paper.step(
      "lemma39.dJ22-dtau.upper", "Lemma 39, Eq. 222", .d, "d J22 / d tau <= bound",
      Quantity(.j(.two, .two), derivative: .tau) <= "2.39669"),
    paper.step(
      "lemma39.dJ22-dtau.lower", "Lemma 39, Eq. 223", .d, "d J22 / d tau >= bound",
      Quantity(.j(.two, .two), derivative: .tau) >= "-1.17154"),
    paper.sum(
      "lemma39.dJ12-dtau.minima-sum", "Lemma 39",
      "-2.23019 + 0.62046 + 1.45560",
      equals: "-0.154133", expected: .refuted),
    paper.sum(
      "lemma39.dJ12-dtau.maxima-sum", "Lemma 39",
      "-1.72295 + 1.37380 + 1.96664",
      equals: "1.61749"),
  ]
}
