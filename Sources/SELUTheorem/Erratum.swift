import IntervalArithmetic
import RealArithmetic
import SELUClaims

/// A printed statement, step or sum that does not hold, with what a person has to say about it.
///
/// The numbers come from the run: in the sentences, `{value}` stands for the certified value, `{id}` or `{id:digits}`
/// for that of another claim or of a number of a `Slip`.
public struct Erratum: Sendable {
  /// How much a slip matters.
  public enum Group: String, Sendable, CaseIterable {
    /// Something is false that is more than a digit: an argument needs another number or another reason.
    case substantive
    /// A quantity was evaluated at the wrong end of a range, or another quantity's number was printed.
    case wrongConstant
    /// The last printed digits are not those of a bound, or not those of the number.
    case lastDigit
    /// A strict inequality with a maximum that was rounded down.
    case strictness
    /// The paper does not say it, but a printed argument would need it: not an error of print, and not counted as one.
    case unprinted
  }

  /// The claim.
  public let claim: String
  /// How much it matters.
  public let group: Group
  /// How it looks to have come about, or that this is not evident.
  public let cause: String
  /// What it means for the theorem.
  public let consequence: String
  /// The argument that shows so, if there is one.
  public let chain: String?
  /// The digits behind the point of the number that would be right; those of the printed one if nil.
  public let fractionDigits: Int?

  init(
    _ claim: String, _ group: Group, _ cause: String, _ consequence: String, chain: String? = nil,
    fractionDigits: Int? = nil
  ) {
    self.claim = claim
    self.group = group
    self.cause = cause
    self.consequence = consequence
    self.chain = chain
    self.fractionDigits = fractionDigits
  }

  /// What may be printed instead of the claim's number: a bound that the finding proves, or the number rounded to
  /// nearest, with as many digits. Nil where no number is wrong, or the finding's enclosure is too wide to tell.
  public func correction(_ claim: Claim, _ finding: Finding) -> String? {
    claim.correction(finding, fractionDigits: fractionDigits)
  }
}

extension Claim {
  /// What may be printed instead of the claim's number, with so many digits behind the point or as many as are printed.
  func correction(_ finding: Finding, fractionDigits: Int? = nil) -> String? {
    guard let printed = proposition.printedDecimal, let enclosure = finding.enclosure,
      let lower = Rational(exactly: enclosure.lowerBound), let upper = Rational(exactly: enclosure.upperBound)
    else { return nil }
    let digits = fractionDigits ?? printed.fractionDigits
    switch proposition {
    case .bound(_, let inequality, _), .fixedPointBound(_, let inequality, _):
      return inequality.boundsAbove
        ? upper.decimal(fractionDigits: digits, rounding: .up) : lower.decimal(fractionDigits: digits, rounding: .down)
    default:
      let ends = [lower, upper].map { $0.decimal(fractionDigits: digits, rounding: .toNearestOrAwayFromZero) }
      return ends[0] == ends[1] ? ends[0] : nil
    }
  }
}
