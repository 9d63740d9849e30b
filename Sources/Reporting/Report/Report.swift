import Certificates
import JSON
import SELUClaims
import SELUTheorem

/// What a run of the checker found: the material of every form in which it can be printed.
///
/// All forms are functions of this value, so they do not depend on the number of threads that made it. Times are the
/// exception; they are printed only if the report has them.
public struct Report: Sendable {
  /// The program that made a report.
  public typealias Tool = Certificate.Tool

  /// A claim and what was found out about it.
  public struct Entry: Sendable {
    /// The claim.
    public let claim: Claim
    /// The answer and its evidence.
    public let finding: Finding
    /// How long it took to decide the claim, on the clock of the wall; nil if no times are wanted. Work that several
    /// claims share counts for the one that did it, and for those that waited.
    public let duration: Duration?

    /// A claim with its finding.
    public init(_ claim: Claim, _ finding: Finding, duration: Duration? = nil) {
      self.claim = claim
      self.finding = finding
      self.duration = duration
    }
  }

  /// A recorded run beside this one.
  public struct Comparison: Sendable, Equatable {
    /// The name of the file in which the run is recorded.
    public let baseline: String
    /// How this run differs from it.
    public let differences: [Baseline.Difference]

    /// A comparison.
    public init(baseline: String, differences: [Baseline.Difference]) {
      self.baseline = baseline
      self.differences = differences
    }
  }

  /// The program.
  public let tool: Tool
  /// The claims, in the order in which they are printed.
  public let entries: [Entry]
  /// How a recorded run differs from this one; nil if none was compared.
  public let comparison: Comparison?

  /// A report.
  public init(tool: Tool, entries: [Entry], comparison: Comparison? = nil) {
    self.tool = tool
    self.entries = entries
    self.comparison = comparison
  }

  /// The same report with the result of a comparison.
  public func compared(_ comparison: Comparison) -> Report {
    Report(tool: tool, entries: entries, comparison: comparison)
  }
}

extension JSONDocument {
  /// The document of a result, made by a program.
  package init<Content: JSONContent>(_ content: Content, tool: Report.Tool) throws {
    self.init(Content.format, tool: (tool.name, tool.version), try content.members)
  }
}

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

/// How many claims got which verdict.
struct Summary: Equatable {
  let proved: Int
  let refuted: Int
  let undecided: Int
  /// How many of the proved claims should have been refuted, and the other way round.
  let unexpectedlyProved: Int
  let unexpectedlyRefuted: Int

  init(_ entries: [Report.Entry]) {
    func count(_ decision: Verdict, unexpected: Bool = false) -> Int {
      entries.filter { $0.finding.decision == decision && (!unexpected || $0.outcome == .unexpected) }.count
    }
    proved = count(.proved)
    refuted = count(.refuted)
    undecided = count(.undecided)
    unexpectedlyProved = count(.proved, unexpected: true)
    unexpectedlyRefuted = count(.refuted, unexpected: true)
  }

  /// For example `23 proved, 1 refuted (as expected), 0 undecided`.
  var line: String {
    "\(provedPart), \(refutedPart), \(undecided) undecided"
  }

  private var provedPart: String {
    "\(proved) proved" + (unexpectedlyProved > 0 ? " (\(unexpectedlyProved) unexpectedly)" : "")
  }

  /// Says of refuted claims also that they were expected: a reader must not take them for failures.
  private var refutedPart: String {
    switch (refuted, unexpectedlyRefuted) {
    case (0, _): "0 refuted"
    case (_, 0): "\(refuted) refuted (as expected)"
    default: "\(refuted) refuted (\(unexpectedlyRefuted) unexpectedly)"
    }
  }
}

/// The claims that belong together: a theorem with all that its proof rests on, or another part of the paper.
struct ReportSection {
  /// The part of the paper, such as `theorem1` or `definitions`.
  let name: String
  /// The entries, in the order of the report.
  let entries: [Report.Entry]

  /// The name for readers: `Theorem 1`, `Main text`.
  var title: String {
    let words = name.replacing("-", with: " ")
    let digits = words.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let stem = words.dropLast(digits)
    let separator = digits > 0 && stem.last?.isLetter == true ? " " : ""
    return stem.prefix(1).uppercased() + stem.dropFirst() + separator + words.suffix(digits)
  }
}

extension Report {
  /// The entries in sections, in the order in which the sections first appear.
  var sections: [ReportSection] {
    var names: [String] = []
    var entriesByName: [String: [Entry]] = [:]
    for entry in entries {
      let theorem = entry.claim.theorem
      let name = theorem.allSatisfy(\.isNumber) ? "theorem\(theorem)" : theorem
      if entriesByName[name] == nil { names.append(name) }
      entriesByName[name, default: []].append(entry)
    }
    return names.map { ReportSection(name: $0, entries: entriesByName[$0] ?? []) }
  }
}

extension Claim {
  /// Which end of the quantity's range the enclosure is about, `sup` or `inf`; empty where it is neither.
  var extremumName: String {
    switch proposition.relation {
    case "<", "<=", "max-is": "sup"
    case ">", ">=", "min-is": "inf"
    default: ""
    }
  }
}
