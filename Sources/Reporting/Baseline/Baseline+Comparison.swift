import IntervalArithmetic
import RealArithmetic
import SELUClaims
import SELUTheorem

extension Baseline {
  /// A way in which a run is not what has been recorded.
  public struct Difference: Sendable, Equatable {
    /// The id of the claim.
    public let claim: String
    /// One sentence that says what differs.
    public let sentence: String

    /// A difference in a claim.
    public init(claim: String, _ sentence: String) {
      self.claim = claim
      self.sentence = sentence
    }
  }

  /// What is asked of an enclosure.
  public enum Requirement: Sendable {
    /// It lies within the recorded one, widened by the slack: for a run with the same search as the recorded one.
    case asSharp
    /// It meets the recorded one. Both contain the same number, so of two that do not meet one is wrong, however little
    /// work went into them: for runs with another search.
    case consistent
  }

  /// The differences of a report from this baseline, in the order of the report.
  ///
  /// An undecided claim or part is no difference, since nothing is said about it. Claims that were recorded but are not
  /// in the report count only if the report is complete; they come last.
  public func differences(
    from report: Report, requiring requirement: Requirement = .asSharp, isComplete: Bool
  ) -> [Difference] {
    let recorded = Dictionary(records.map { ($0.name, $0) }) { first, _ in first }
    let found = report.entries.flatMap { entry -> [Difference] in
      let id = entry.claim.id
      guard let record = recorded[id] else {
        return [Difference(claim: id, "The claim '\(id)' is not in the baseline.")]
      }
      let comparison = Comparison(claim: id, slack: slack, requirement: requirement)
      return comparison.differences(record, Record(id, entry.finding), called: "'\(id)'")
    }
    guard isComplete else { return found }
    let checked = Set(report.entries.map(\.claim.id))
    return found
      + records.filter { !checked.contains($0.name) }.map {
        Difference(claim: $0.name, "The claim '\($0.name)' of the baseline has not been checked.")
      }
  }
}

/// Holds the findings on one claim against its record.
private struct Comparison {
  let claim: String
  let slack: Baseline.Slack
  let requirement: Baseline.Requirement

  func differences(
    _ recorded: Baseline.Record, _ found: Baseline.Record, called name: String
  ) -> [Baseline.Difference] {
    if found.verdict == .undecided { return [] }
    let sentence =
      recorded.verdict != found.verdict
      ? "\(name) is \(found.verdict.rawValue), but \(recorded.verdict.rawValue) in the baseline."
      : enclosureSentence(recorded.enclosure, found.enclosure, name)
    return (sentence.map { [Baseline.Difference(claim: claim, $0)] } ?? []) + parts(recorded, found, name)
  }

  private func parts(
    _ recorded: Baseline.Record, _ found: Baseline.Record, _ name: String
  ) -> [Baseline.Difference] {
    guard recorded.parts.map(\.name) == found.parts.map(\.name) else {
      return [Baseline.Difference(claim: claim, "The parts of \(name) are not those of the baseline.")]
    }
    return zip(recorded.parts, found.parts).flatMap { differences($0, $1, called: "'\($0.name)' of \(name)") }
  }

  private func enclosureSentence(_ recorded: Interval?, _ found: Interval?, _ name: String) -> String? {
    switch (recorded, found) {
    case (nil, nil): return nil
    case (nil, _?): return "\(name) has an enclosure, but none in the baseline."
    case (_?, nil): return "\(name) has no enclosure, but one in the baseline."
    case (let recorded?, let found?):
      let texts = [found, recorded].map { $0.outwardText(significantDigits: 17) }
      switch requirement {
      case .asSharp:
        return slack.allows(found, within: recorded)
          ? nil : "The enclosure of \(name), \(texts[0]), is not within that of the baseline, \(texts[1])."
      case .consistent:
        return found.intersection(recorded).isEmpty
          ? "The enclosure of \(name), \(texts[0]), does not meet that of the baseline, \(texts[1])." : nil
      }
    }
  }
}

extension Baseline.Slack {
  /// Whether `found` lies within `recorded` when each of its end points is moved outward by the slack; exact.
  func allows(_ found: Interval, within recorded: Interval) -> Bool {
    isNotAbove(recorded.lowerBound, found.lowerBound) && isNotAbove(-recorded.upperBound, -found.upperBound)
  }

  /// Whether `recorded` less the slack is at most `found`.
  private func isNotAbove(_ recorded: Double, _ found: Double) -> Bool {
    guard let limit = Rational(exactly: recorded), let value = Rational(exactly: found) else {
      return recorded <= found
    }
    return limit - (relative * limit.magnitude + absolute) <= value
  }
}
