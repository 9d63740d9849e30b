import RealArithmetic

// Theorem 1: the stable and attracting fixed point, and Eq. 6 on the Jacobian at (0, 1).
extension Registry {
  static let theorem1: [Claim] = [
    Claim(
      id: "equation6.H11", source: "Eq. 6", domain: .point01, statement: "H11 at (0,0,1,1) rounds to",
      proposition: .roundsTo(Quantity(.jacobian(row: .one, column: .one)), "0.0")),
    // The value is 0.08883475...: the print cuts it off.
    Claim(
      id: "equation6.H12", source: "Eq. 6", domain: .point01, statement: "H12 at (0,0,1,1) rounds to",
      proposition: .roundsTo(Quantity(.jacobian(row: .one, column: .two)), "0.088834"), expected: .refuted),
    Claim(
      id: "equation6.H21", source: "Eq. 6", domain: .point01, statement: "H21 at (0,0,1,1) rounds to",
      proposition: .roundsTo(Quantity(.jacobian(row: .two, column: .one)), "0.0")),
    Claim(
      id: "equation6.H22", source: "Eq. 6", domain: .point01, statement: "H22 at (0,0,1,1) rounds to",
      proposition: .roundsTo(Quantity(.jacobian(row: .two, column: .two)), "0.782648")),
    Claim(
      id: "equation6.norm", source: "after Eq. 6", domain: .point01, statement: "S at (0,0,1,1) rounds to",
      proposition: .roundsTo(Quantity(.spectralNorm), "0.7877")),
    Claim(
      id: "theorem1.contraction", source: "Theorem 1 (with Lemma 12)", domain: .omega, statement: "S < 1",
      proposition: .bound(Quantity(.spectralNorm), .less, "1")),
    Claim(
      id: "theorem1.self-map", source: "Theorem 1, Corollary 14", domain: .omega,
      statement: "(mean, var) stays in mu in [-0.1, 0.1], nu in [0.8, 1.5]",
      proposition: .mapsInto(mean: .init("-0.1", "0.1"), variance: .init("0.8", "1.5"))),
    Claim(
      id: "theorem1.stable-at-normalised-weights", source: "Theorem 1", domain: .point01,
      statement: "for omega = 0, tau = 1 the point (0, 1) is a stable fixed point: spectral norm of H < 1",
      proposition: .bound(Quantity(.spectralNorm), .less, "1")),
    Claim(
      id: "theorem1.fixed-point.unique-attracting", source: "Theorem 1", domain: .omega,
      statement: """
        for every (omega, tau) there is exactly one fixed point in mu in [-0.1,0.1], nu in [0.8,1.5]; every point of \
        that box converges to it
        """,
      proposition: .uniqueAttractingFixedPoint, printed: "1"),
    Claim(
      id: "theorem1.fixed-point.mean.lower", source: "Theorem 1", domain: .omega,
      statement: "fixed mean over all (omega, tau) >= bound",
      proposition: .fixedPointBound(.mean, .atLeast, "-0.03106")),
    Claim(
      id: "theorem1.fixed-point.mean.upper", source: "Theorem 1", domain: .omega,
      statement: "fixed mean over all (omega, tau) <= bound",
      proposition: .fixedPointBound(.mean, .atMost, "0.06773")),
    Claim(
      id: "theorem1.fixed-point.variance.lower", source: "Theorem 1", domain: .omega,
      statement: "fixed variance over all (omega, tau) >= bound",
      proposition: .fixedPointBound(.variance, .atLeast, "0.80009")),
    Claim(
      id: "theorem1.fixed-point.variance.upper", source: "Theorem 1", domain: .omega,
      statement: "fixed variance over all (omega, tau) <= bound",
      proposition: .fixedPointBound(.variance, .atMost, "1.48617")),
    Claim(
      id: "lemma12.contraction", source: "Lemma 12", domain: .lemma12, statement: "S < 1",
      proposition: .bound(Quantity(.spectralNorm), .less, "1")),
  ]
}
