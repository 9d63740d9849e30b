import MomentMap

// Eq. 14, section A5 and alpha dropout: the parameters of the activation, and what they keep.
extension Registry {
  private static let paper = ClaimBuilder("definitions")

  package static let definitions: [Claim] = [
    paper.statement(
      "equation14.alpha", "Eq. 14", .none, "alpha01 = -sqrt(2/pi)/(erfc(1/sqrt2) exp(1/2) - 1) rounds to",
      .roundsTo(Quantity(.alpha), "1.67326")),
    paper.statement(
      "equation14.lambda", "Eq. 14", .none,
      """
      lambda01 = (1 - erfc(1/sqrt2) sqrt(e)) sqrt(2 pi) (2 erfc(sqrt2) e^2 + pi erfc(1/sqrt2)^2 e - 2(2+pi) \
      erfc(1/sqrt2) sqrt(e) + pi + 2)^(-1/2) rounds to
      """,
      .roundsTo(Quantity(.lambda), "1.0507")),
    paper.statement(
      "equation14.mean", "after Eq. 14", .point01,
      """
      mean(0,0,1,1) = 0 for alpha01, lambda01: the enclosure contains 0, and (alpha01, lambda01) is the only \
      solution of the two moment equations with lambda > 0
      """,
      .uniqueSolution(Quantity(.mean), "0")),
    paper.statement(
      "equation14.variance", "after Eq. 14", .point01, "var(0,0,1,1) = 1 for alpha01, lambda01",
      .uniqueSolution(Quantity(.variance), "1")),
    paper.statement("main-text.alpha", "main text", .none, "alpha01 rounds to", .roundsTo(Quantity(.alpha), "1.6733")),
    paper.statement(
      "appendix5.alpha", "A5", .none, "alpha for the fixed point (0, 2) with omega = 0, tau = 1 rounds to",
      .parameterRoundsTo(.alpha, FixedPointTarget(variance: 2), "1.97126")),
    paper.statement(
      "appendix5.lambda", "A5", .none, "lambda for the fixed point (0, 2) with omega = 0, tau = 1 rounds to",
      .parameterRoundsTo(.lambda, FixedPointTarget(variance: 2), "1.06071")),
    paper.statement(
      "dropout.mean", "main text", .none,
      """
      with a = (q + alpha'^2 q (1-q))^(-1/2), b = -a (1-q) alpha', alpha' = -lambda01 alpha01, alpha dropout \
      keeps mean 0: q and (1-q) parts cancel for every q in (0, 1]
      """,
      .identity(AlphaDropout.mean, "0")),
    paper.statement(
      "dropout.variance", "main text", .none, "the same a, b keep variance 1 for every q in (0, 1]",
      .identity(AlphaDropout.variance, "1")),
  ]
}

/// Alpha dropout keeps a unit with probability q and else sets it to alpha' = -lambda01 alpha01, and applies the affine
/// map a z + b to the result, with a = (q + alpha'^2 q (1 - q))^(-1/2) and b = -a (1 - q) alpha'. For q in (0, 1] the
/// radicand is positive, so that a is defined.
package enum AlphaDropout {
  private static let a = Polynomial("a")
  private static let q = Polynomial("q")
  private static let alpha = Polynomial("alpha'")
  /// Mean and second moment of a unit before dropout.
  private static let (before, secondMomentBefore): (Polynomial, Polynomial) = (0, 1)
  /// Mean and second moment of a unit after dropout, before the affine map.
  private static let dropped = q * before + (1 - q) * alpha
  private static let secondMomentDropped = q * secondMomentBefore + (1 - q) * alpha.squared()

  /// The mean afterwards, a (q 0 + (1 - q) alpha') + b.
  package static let mean = PolynomialIdentity(a * dropped - a * (1 - q) * alpha)

  /// The variance afterwards, a^2 times the variance after dropout, where a^2 is one over the radicand.
  package static let variance = PolynomialIdentity(
    secondMomentDropped - dropped.squared(), over: q + alpha.squared() * q * (1 - q))
}
