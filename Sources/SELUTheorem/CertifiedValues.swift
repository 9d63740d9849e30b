import IntervalArithmetic
import RealArithmetic
import SELUClaims

/// What a run has found out, for those who calculate with it.
public struct CertifiedValues: Sendable {
  private let findings: [String: (claim: Claim, finding: Finding)]

  /// The values of these claims, found by one run.
  public init(_ findings: [(claim: Claim, finding: Finding)]) {
    self.findings = Dictionary(findings.map { ($0.claim.id, $0) }) { first, _ in first }
  }

  /// What was found out about a claim.
  public func finding(_ id: String) -> Finding? { findings[id]?.finding }

  /// A claim on which the run has a finding.
  public func claim(_ id: String) -> Claim? { findings[id]?.claim }

  /// A bound that the claim's certified value proves, rounded outward to so many digits behind the point.
  ///
  /// Nil if the run has no finite value for the claim.
  public func bound(_ side: Side, of id: String, fractionDigits: Int) -> Rational? {
    end(side, of: id)?.rounded(toFractionDigits: fractionDigits, side == .upper ? .up : .down)
  }

  /// Whether a printed number is the bound that it is meant to be. Undecided where the enclosure does not tell.
  public func decide(_ printed: Rational, isBound side: Side, of id: String) -> Verdict {
    guard let outer = end(side, of: id), let inner = end(side.opposite, of: id) else { return .undecided }
    switch side {
    case .upper: return outer <= printed ? .proved : printed < inner ? .refuted : .undecided
    case .lower: return printed <= outer ? .proved : inner < printed ? .refuted : .undecided
    }
  }

  private func end(_ side: Side, of id: String) -> Rational? {
    guard let enclosure = finding(id)?.enclosure, !enclosure.isEmpty else { return nil }
    return Rational(exactly: side == .upper ? enclosure.upperBound : enclosure.lowerBound)
  }

  /// Which end of an enclosure.
  public enum Side: Sendable, Hashable {
    /// The upper bound.
    case upper
    /// The lower bound.
    case lower

    var opposite: Side { self == .upper ? .lower : .upper }
  }
}
