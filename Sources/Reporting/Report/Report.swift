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
