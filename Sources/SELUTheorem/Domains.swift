import RealArithmetic

// The domains of the paper, under the names that the claims use.
extension Domain {
  /// For claims on numbers alone.
  static let none = Domain(name: "none", [:])

  /// The fixed point with normalised weights.
  static let point01 = Domain("point01", mu: ("0", "0"), omega: ("0", "0"), nu: ("1", "1"), tau: ("1", "1"))

  /// Omega of Theorem 1.
  public static let omega = Domain(
    "omega", mu: ("-0.1", "0.1"), omega: ("-0.1", "0.1"), nu: ("0.8", "1.5"), tau: ("0.95", "1.1"))

  /// D of Lemma 12: Omega with a wider range of tau.
  public static let lemma12 = Domain(
    "D", mu: ("-0.1", "0.1"), omega: ("-0.1", "0.1"), nu: ("0.8", "1.5"), tau: ("0.8", "1.25"))

  /// Theorem 2.
  static let high = Domain("high", mu: ("-1", "1"), omega: ("-0.1", "0.1"), nu: ("3", "16"), tau: ("0.8", "1.25"))

  /// The proofs of Theorems 2 and 16.
  static let highWide = Domain(
    "high-wide", mu: ("-1", "1"), omega: ("-0.1", "0.1"), nu: ("1.5", "16"), tau: ("0.8", "1.25"))

  /// Theorem 16.
  static let highNarrow = Domain(
    "high-narrow", mu: ("-0.1", "0.1"), omega: ("-0.1", "0.1"), nu: ("1.5", "16"), tau: ("0.8", "1.25"))

  /// Theorem 3 as the main text states it.
  static let lowMainText = Domain(
    "low.main-text", mu: ("-0.1", "0.1"), omega: ("-0.1", "0.1"), nu: ("0.02", "0.16"), tau: ("0.8", "1.25"))

  /// Theorem 3 as the main text states it, second case.
  static let lowerTauMainText = Domain(
    "lower-tau.main-text", mu: ("-0.1", "0.1"), omega: ("-0.1", "0.1"), nu: ("0.02", "0.24"), tau: ("0.9", "1.25"))

  /// Theorem 3 as the appendix states it.
  static let lowAppendix = Domain(
    "low.appendix", mu: ("-0.1", "0.1"), omega: ("-0.1", "0.1"), nu: ("0.05", "0.16"), tau: ("0.8", "1.25"))

  /// Theorem 3 as the appendix states it, second case.
  static let lowerTauAppendix = Domain(
    "lower-tau.appendix", mu: ("-0.1", "0.1"), omega: ("-0.1", "0.1"), nu: ("0.05", "0.24"), tau: ("0.9", "1.25"))
}
