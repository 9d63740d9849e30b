import SELUClaims
import SELUTheorem

/// A verdict, measured against the one that the claim is known to have.
public enum Outcome: Sendable, Equatable, CaseIterable {
  /// The known verdict, be it "proved" or "refuted".
  case expected
  /// The opposite of the known verdict.
  case unexpected
  /// No verdict. Never counts as expected, whatever the claim says.
  case undecided
}

extension Report.Entry {
  /// How the verdict compares with the expected one.
  public var outcome: Outcome {
    if finding.decision == .undecided { return .undecided }
    return finding.decision == claim.expected ? .expected : .unexpected
  }
}

extension Report {
  /// The entries with this outcome, in order.
  public func entries(_ outcome: Outcome) -> [Entry] {
    entries.filter { $0.outcome == outcome }
  }

  /// What the report says as a whole: `unexpected` if a verdict is not the expected one or a recorded run differs, else
  /// `undecided` if something is, else `expected`.
  public var outcome: Outcome {
    if !entries(.unexpected).isEmpty || comparison?.differences.isEmpty == false { return .unexpected }
    return entries(.undecided).isEmpty ? .expected : .undecided
  }
}
