import RealArithmetic

// Theorem 1: the stable and attracting fixed point, and Eq. 6 on the Jacobian at (0, 1).
extension Registry {
  private static let paper = ClaimBuilder("1")

  package static let theorem1: [Claim] = [
    paper.statement(
      "equation6.H11", "Eq. 6", .point01, "H11 at (0,0,1,1) rounds to",
      .roundsTo(Quantity(.h(.one, .one)), "0.0")),
    // The value is 0.08883475...: the print cuts it off.
    paper.statement(
      "equation6.H12", "Eq. 6", .point01, "H12 at (0,0,1,1) rounds to",
      .roundsTo(Quantity(.h(.one, .two)), "0.088834"), expected: .refuted),
    paper.statement(
      "equation6.H21", "Eq. 6", .point01, "H21 at (0,0,1,1) rounds to",
      .roundsTo(Quantity(.h(.two, .one)), "0.0")),
    paper.statement(
      "equation6.H22", "Eq. 6", .point01, "H22 at (0,0,1,1) rounds to",
      .roundsTo(Quantity(.h(.two, .two)), "0.782648")),
    paper.statement(
      "equation6.norm", "after Eq. 6", .point01, "S at (0,0,1,1) rounds to",
      .roundsTo(Quantity(.spectralNorm), "0.7877")),
    paper.statement("theorem1.contraction", "Theorem 1 (with Lemma 12)", .omega, "S < 1", .spectralNorm < "1"),
    paper.statement(
      "theorem1.self-map", "Theorem 1, Corollary 14", .omega,
      "(mean, var) stays in mu in [-0.1, 0.1], nu in [0.8, 1.5]",
      .mapsInto(mean: .init("-0.1", "0.1"), variance: .init("0.8", "1.5"))),
    paper.statement(
      "theorem1.stable-at-normalised-weights", "Theorem 1", .point01,
      "for omega = 0, tau = 1 the point (0, 1) is a stable fixed point: spectral norm of H < 1", .spectralNorm < "1"),
    paper.statement(
      "theorem1.fixed-point.unique-attracting", "Theorem 1", .omega,
      """
      for every (omega, tau) there is exactly one fixed point in mu in [-0.1,0.1], nu in [0.8,1.5]; every \
      point of that box converges to it
      """,
      .uniqueAttractingFixedPoint, printed: "1"),
    paper.statement(
      "theorem1.fixed-point.mean.lower", "Theorem 1", .omega, "fixed mean over all (omega, tau) >= bound",
      .fixedPointBound(.mean, .atLeast, "-0.03106")),
    paper.statement(
      "theorem1.fixed-point.mean.upper", "Theorem 1", .omega, "fixed mean over all (omega, tau) <= bound",
      .fixedPointBound(.mean, .atMost, "0.06773")),
    paper.statement(
      "theorem1.fixed-point.variance.lower", "Theorem 1", .omega, "fixed variance over all (omega, tau) >= bound",
      .fixedPointBound(.variance, .atLeast, "0.80009")),
    paper.statement(
      "theorem1.fixed-point.variance.upper", "Theorem 1", .omega, "fixed variance over all (omega, tau) <= bound",
      .fixedPointBound(.variance, .atMost, "1.48617")),
    paper.step(
      "notebook.theorem1.contraction.max", "notebook", .omega, "max of S rounds to",
      .maximumIs(Quantity(.spectralNorm), "0.897608")),
    paper.step(
      "notebook.theorem1.mean.min", "notebook", .omega, "min of mean rounds to",
      .minimumIs(Quantity(.mean), "-0.0310605")),
    paper.step(
      "notebook.theorem1.mean.max", "notebook", .omega, "max of mean rounds to",
      .maximumIs(Quantity(.mean), "0.0677251")),
    paper.step(
      "notebook.theorem1.variance.min", "notebook", .omega, "min of var rounds to",
      .minimumIs(Quantity(.variance), "0.803712")),
    paper.step(
      "notebook.theorem1.variance.max", "notebook", .omega, "max of var rounds to",
      .maximumIs(Quantity(.variance), "1.48157")),
    paper.step(
      "notebook.equation6.norm", "notebook", .point01, "S at (0,0,1,1) rounds to",
      .roundsTo(Quantity(.spectralNorm), "0.787673")),
    paper.step(
      "notebook.equation6.H12", "notebook", .point01, "H12 at (0,0,1,1) rounds to",
      .roundsTo(Quantity(.h(.one, .two)), "0.0888348")),
  ]
}
