import IntervalArithmetic
import RealArithmetic
import SELUClaims
import SELUTheorem

/// The verdicts and certified values of a run, kept so that later runs can be held against them.
public struct Baseline: Sendable, Equatable {
  /// What was found out about a claim, or about a part of one.
  public struct Record: Sendable, Equatable {
    /// The id of the claim or the name of the part.
    public let name: String
    /// The answer.
    public let verdict: Verdict
    /// The enclosure of the finding, nil where there was none.
    public let enclosure: Interval?
    /// The parts of a compound claim.
    public let parts: [Record]

    /// A record; an empty enclosure counts as none.
    public init(_ name: String, _ verdict: Verdict, _ enclosure: Interval?, parts: [Record] = []) {
      self.name = name
      self.verdict = verdict
      self.enclosure = enclosure.flatMap { $0.isEmpty ? nil : $0 }
      self.parts = parts
    }

    /// The record of a finding.
    public init(_ name: String, _ finding: Finding) {
      self.init(
        name, finding.decision, finding.enclosure, parts: finding.parts.map { Record($0.name, $0.finding) })
    }
  }

  /// How far an end point may lie outside the recorded enclosure: `relative` times its magnitude plus `absolute`.
  public struct Slack: Sendable, Equatable {
    /// The share of the value; not negative.
    public let relative: Rational
    /// The part that does not depend on the value, for values that are zero; not negative.
    public let absolute: Rational

    /// A slack.
    public init(relative: Rational, absolute: Rational) {
      self.relative = relative
      self.absolute = absolute
    }

    /// 1e-9 of the value, which is how sharp enclosures are meant to be, plus 1e-15.
    public static let standard = Slack(
      relative: Rational(1, timesTenTo: -9), absolute: Rational(1, timesTenTo: -15))
  }

  /// How far end points may differ.
  public let slack: Slack
  /// The records, each with a name of its own.
  public let records: [Record]

  /// A baseline; of several records with the same name the first counts.
  public init(_ records: [Record], slack: Slack = .standard) {
    self.slack = slack
    var names: Set<String> = []
    self.records = records.filter { names.insert($0.name).inserted }
  }

  /// The baseline that a report makes.
  public init(_ report: Report) {
    self.init(report.entries.map { Record($0.claim.id, $0.finding) })
  }

  /// The baseline with the records of the claims of a report replaced, or added at the end.
  public func updated(with report: Report) -> Baseline {
    let new = Baseline(report).records
    let byName = Dictionary(new.map { ($0.name, $0) }) { first, _ in first }
    return Baseline(records.map { byName[$0.name] ?? $0 } + new, slack: slack)
  }
}
