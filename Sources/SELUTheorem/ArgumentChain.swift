import RealArithmetic
import SELUClaims

/// A printed argument as data: constants, and a chain of inequalities in which each uses what stands before it.
///
/// A chain can be run with the constants as printed and with certified ones; every step is decided in exact arithmetic.
public struct ArgumentChain: Sendable {
  /// The stable name.
  public let id: String
  /// What is argued, and where.
  public let title: String
  /// What the chain is to show, in words.
  public let conclusion: String
  /// The constants, each with a name of its own.
  public let constants: [Constant]
  /// The inequalities, in the order of the argument.
  public let steps: [Step]
  /// With which constants the chain is run; the first run is always the one as printed.
  public let variants: [Variant]
  /// The claims that say the same and are proved without the chain.
  public let direct: [String]
  /// What a reader has to know beside the numbers; empty if there is nothing.
  public var note = ""

  /// A number with which the argument begins.
  public struct Constant: Sendable {
    /// How the formulas of the chain call it.
    public let name: String
    /// The printed number; nil for one that the paper does not round, such as lambda.
    public let printed: PrintedDecimal?
    /// The claim whose certified value bounds the constant, and from which side; nil for a number that is exact.
    public let evidence: Evidence?
  }

  /// The end of a claim's certified value.
  public struct Evidence: Sendable {
    /// The side on which the bound has to lie.
    public let side: CertifiedValues.Side
    /// The claim.
    public let claim: String
    /// The digits behind the point to which the bound is rounded outward.
    public let fractionDigits: Int
  }

  /// An inequality between a formula and a bound.
  public struct Step: Sendable {
    /// Where it stands, or what it is.
    public let source: String
    /// The left-hand side.
    public let term: ChainTerm
    /// How it has to compare with the right-hand side.
    public let relation: Inequality
    /// The right-hand side.
    public let bound: Bound
    /// A claim that bounds the result of the step without the chain.
    public let evidence: Evidence?
  }

  /// The right-hand side of an inequality.
  public enum Bound: Sendable {
    /// A number that the paper derives at this place and uses later under this name. If it is no bound, a correct run
    /// goes on with the value of the formula, rounded outward to the same number of digits.
    case derived(name: String, PrintedDecimal)
    /// What has to hold, or the argument fails.
    case required(ChainTerm)
  }

  /// A choice of constants.
  public struct Variant: Sendable {
    /// What is different from the print, in words.
    public let title: String
    /// The constants and results for which the certified value is used even though the printed one is a bound; printed
    /// numbers that are no bounds are replaced in any case.
    public let replaced: Set<String>
    /// The digits behind the point for replaced constants and results; nil for as many as the paper prints.
    public let fractionDigits: Int?
    /// The formulas that are meant for these results where the paper prints others.
    let meant: [String: ChainTerm]
    /// Whether nothing at all is replaced.
    public let isPrinted: Bool

    /// Everything as printed, right or wrong.
    public static let asPrinted = Variant(
      title: "as printed", replaced: [], fractionDigits: nil, meant: [:], isPrinted: true)
    /// Printed numbers that are no bounds are replaced by certified ones with as many digits.
    public static let corrected = Variant(
      title: "false constants replaced by bounds with as many digits", replaced: [], fractionDigits: nil, meant: [:],
      isPrinted: false)

    /// Beside the corrections, certified values for these constants and results.
    static func certified(_ names: Set<String>, _ title: String, fractionDigits: Int? = nil) -> Variant {
      Variant(title: title, replaced: names, fractionDigits: fractionDigits, meant: [:], isPrinted: false)
    }

    /// Beside the corrections, results by the formulas that are meant, rounded to as many digits as the printed ones.
    static func meaning(_ terms: [String: ChainTerm], _ title: String) -> Variant {
      Variant(title: title, replaced: [], fractionDigits: nil, meant: terms, isPrinted: false)
    }
  }
}

// MARK: - Writing chains

extension ArgumentChain.Constant {
  /// A printed upper bound of what a claim is about.
  static func upper(_ name: String, _ printed: PrintedDecimal, _ claim: String) -> Self {
    bound(name, printed, .upper, claim)
  }

  /// A printed lower bound of what a claim is about.
  static func lower(_ name: String, _ printed: PrintedDecimal, _ claim: String) -> Self {
    bound(name, printed, .lower, claim)
  }

  /// A number of the argument that nothing has to bound, such as the spacing of a grid.
  static func exact(_ name: String, _ printed: PrintedDecimal) -> Self {
    Self(name: name, printed: printed, evidence: nil)
  }

  /// A number that the paper does not round: a certified bound with 15 digits stands for it.
  static func unrounded(_ name: String, _ side: CertifiedValues.Side, _ claim: String) -> Self {
    Self(name: name, printed: nil, evidence: .init(side: side, claim: claim, fractionDigits: 15))
  }

  /// The same constant, replaced by a number with so many digits where it has to be replaced.
  func rounded(fractionDigits: Int) -> Self {
    Self(
      name: name, printed: printed,
      evidence: evidence.map { .init(side: $0.side, claim: $0.claim, fractionDigits: fractionDigits) })
  }

  private static func bound(
    _ name: String, _ printed: PrintedDecimal, _ side: CertifiedValues.Side, _ claim: String
  ) -> Self {
    Self(
      name: name, printed: printed,
      evidence: .init(side: side, claim: claim, fractionDigits: printed.fractionDigits))
  }
}

extension ArgumentChain.Step {
  /// A bound that the paper derives and uses later; `certifiedBy` is a claim that bounds the same directly.
  static func derive(
    _ name: String, _ source: String, _ term: ChainTerm, _ relation: Inequality, _ printed: PrintedDecimal,
    certifiedBy claim: String? = nil
  ) -> Self {
    let side: CertifiedValues.Side = relation.boundsAbove ? .upper : .lower
    return Self(
      source: source, term: term, relation: relation, bound: .derived(name: name, printed),
      evidence: claim.map { .init(side: side, claim: $0, fractionDigits: printed.fractionDigits) })
  }

  /// What has to hold.
  static func require(_ source: String, _ term: ChainTerm, _ relation: Inequality, _ bound: ChainTerm) -> Self {
    Self(source: source, term: term, relation: relation, bound: .required(bound), evidence: nil)
  }
}
