import RealArithmetic

// The domains of the paper, under the names that the claims use.
extension Domain {
  /// For claims on numbers alone.
  package static let none = Domain(name: "none", [:])

  /// The fixed point with normalised weights.
  package static let point01 = Domain("point01", mu: ("0", "0"), omega: ("0", "0"), nu: ("1", "1"), tau: ("1", "1"))

  /// Omega of Theorem 1.
  public static let omega = Domain(
    "omega", mu: ("-0.1", "0.1"), omega: ("-0.1", "0.1"), nu: ("0.8", "1.5"), tau: ("0.95", "1.1"))

  /// Lemmas 5 to 12, 25 to 38 and 47, section A6.
  public static let d = Domain(
    "D", mu: ("-0.1", "0.1"), omega: ("-0.1", "0.1"), nu: ("0.8", "1.5"), tau: ("0.8", "1.25"))

  /// Theorem 2.
  package static let high = Domain(
    "high", mu: ("-1", "1"), omega: ("-0.1", "0.1"), nu: ("3", "16"), tau: ("0.8", "1.25"))

  /// The proofs of Theorems 2 and 16.
  package static let highWide = Domain(
    "high-wide", mu: ("-1", "1"), omega: ("-0.1", "0.1"), nu: ("1.5", "16"), tau: ("0.8", "1.25"))

  /// Theorem 16.
  package static let highNarrow = Domain(
    "high-narrow", mu: ("-0.1", "0.1"), omega: ("-0.1", "0.1"), nu: ("1.5", "16"), tau: ("0.8", "1.25"))

  /// Theorem 3 as the main text states it.
  package static let lowMainText = Domain(
    "low.main-text", mu: ("-0.1", "0.1"), omega: ("-0.1", "0.1"), nu: ("0.02", "0.16"), tau: ("0.8", "1.25"))

  /// Theorem 3 as the main text states it, second case.
  package static let lowerTauMainText = Domain(
    "lower-tau.main-text", mu: ("-0.1", "0.1"), omega: ("-0.1", "0.1"), nu: ("0.02", "0.24"), tau: ("0.9", "1.25"))

  /// Theorem 3 as the appendix states it.
  package static let lowAppendix = Domain(
    "low.appendix", mu: ("-0.1", "0.1"), omega: ("-0.1", "0.1"), nu: ("0.05", "0.16"), tau: ("0.8", "1.25"))

  /// Theorem 3 as the appendix states it, second case.
  package static let lowerTauAppendix = Domain(
    "lower-tau.appendix", mu: ("-0.1", "0.1"), omega: ("-0.1", "0.1"), nu: ("0.05", "0.24"), tau: ("0.9", "1.25"))

  /// Lemmas 42 and 43.
  package static let omegaMinus = Domain(
    "omega-minus", mu: ("-0.1", "0.1"), omega: ("-0.1", "0.1"), nu: ("0.05", "0.24"), tau: ("0.8", "1.25"))

  /// Lemma 15.
  package static let xyLarge = Domain("xy.large", x: ("1.2", "20"), y: ("-0.1", "0.1"))

  /// Lemma 17.
  package static let xySmall = Domain("xy.small", x: ("0.007", "0.875"), y: ("-0.01", "0.01"))

  /// `d` in the variables x = nu tau, y = mu omega.
  package static let xyD = Domain("xy.D", x: ("0.64", "1.875"), y: ("-0.01", "0.01"))

  /// Lemma 41.
  package static let xyLemma41 = Domain("xy.lemma41", x: ("0.02", "0.5"), y: ("-0.01", "0.01"))

  /// Lemma 18.
  package static let nuTauY = Domain(
    name: "nuty",
    [.nu: Range("0.00875", "0.7"), .tau: Range("0.8", "1.25"), .y: Range("-0.01", "0.01")])

  /// Lemmas 22 to 24.
  package static let positiveNumbers = Domain(name: "z>0", [:], open: [.z: .positive])

  /// Lemma 21.
  package static let allNumbers = Domain(name: "z", [:], open: [.z: .all])

  private init(_ name: String, x: (PrintedDecimal, PrintedDecimal), y: (PrintedDecimal, PrintedDecimal)) {
    self.init(name: name, [.x: Range(x.0, x.1), .y: Range(y.0, y.1)])
  }
}
