import RealArithmetic

// Lemmas 21 to 24: exp, erfc and erfcx on unbounded domains.
extension Registry {
  private static let paper = ClaimBuilder("appendix")

  package static let elementaryLemmas: [Claim] = [
    paper.statement(
      "lemma21.exp-increasing", "Lemma 21", .allNumbers, "exp strictly increasing",
      .monotone(.exponential(.z), .increasing, in: .z)),
    paper.statement(
      "lemma21.erfc-decreasing", "Lemma 21", .allNumbers, "erfc strictly decreasing",
      .monotone(.erfc(.z), .decreasing, in: .z)),
    paper.statement(
      "lemma22.lower", "Lemma 22 (Abramowitz-Stegun 7.1.13)", .positiveNumbers,
      "2 exp(-z^2)/(sqrt(pi)(sqrt(z^2+2)+z)) < erfc(z)", .tailComparison(lemma22Lower)),
    paper.statement(
      "lemma22.upper", "Lemma 22 (Abramowitz-Stegun 7.1.13)", .positiveNumbers,
      "erfc(z) <= 2 exp(-z^2)/(sqrt(pi)(sqrt(z^2+4/pi)+z))", .tailComparison(lemma22Upper)),
    paper.statement(
      "lemma23.decreasing", "Lemma 23", .positiveNumbers, "erfcx strictly decreasing",
      .tailComparison(belowLimit("decreasing-in", "z", limit: 0))),
    paper.statement(
      "lemma23.convex", "Lemma 23", .positiveNumbers, "second derivative of erfcx > 0",
      .tailComparison(aboveReciprocal(">", "0"))),
    paper.statement(
      "lemma24.increasing", "Lemma 24", .positiveNumbers, "z erfcx(z) strictly increasing",
      .tailComparison(aboveReciprocal("increasing-in", "z"))),
    paper.statement(
      "lemma24.limit", "Lemma 24", .positiveNumbers, "z erfcx(z) < 1/sqrt(pi), its limit",
      .tailComparison(belowLimit("<", "1/sqrt(pi)", limit: 1 / .squareRoot(.pi)))),
  ]

  // The equivalences that lead to these comparisons are those at `TailComparison`.

  private static let lemma22Lower = TailComparison(
    .root(limit: 1, constant: 2, overPi: 0), isAbove: true, relation: "<", printed: "erfc(z)")

  private static let lemma22Upper = TailComparison(
    .root(limit: 1, constant: 0, overPi: 4), isAbove: false, relation: "<=", printed: "rhs")

  /// u < 1: z erfcx(z) lies below its limit, and erfcx decreases.
  private static func belowLimit(_ relation: String, _ printed: String, limit: Expression) -> TailComparison {
    TailComparison(
      .root(limit: 1, constant: 0, overPi: 0), isAbove: false, relation: relation, printed: printed, limit: limit)
  }

  /// u > 1 / (1 + w/2): z erfcx(z) increases, and erfcx is convex.
  private static func aboveReciprocal(_ relation: String, _ printed: String) -> TailComparison {
    TailComparison(.reciprocal(slope: Rational(1, over: 2)), isAbove: true, relation: relation, printed: printed)
  }
}
