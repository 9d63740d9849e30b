import Foundation
import Reporting

/// What becomes of a report: it is held against a baseline, written, and made the status of the process.
struct ReportDelivery {
  private let console: Console
  private let surroundings: Surroundings
  private let format: ReportFormat
  private let output: String?
  private let comparison: BaselineFile?
  private let requirement: Baseline.Requirement
  private let isComplete: Bool

  /// Throws what can be found wrong with the files before the work begins.
  init(
    _ arguments: ParsedArguments, _ console: Console, _ surroundings: Surroundings, isCompared: Bool,
    requirement: Baseline.Requirement, isComplete: Bool
  ) throws {
    self.console = console
    self.surroundings = surroundings
    self.requirement = requirement
    self.isComplete = isComplete
    format = try arguments[CheckCommand.format]
    output = try arguments[CheckCommand.output]
    if let output { try OutputFile.check(output) }
    comparison =
      isCompared ? try BaselineFile.forComparison(try arguments[BaselineFile.option], in: surroundings) : nil
  }

  /// The report with the result of the comparison, if there is something to compare with.
  func compared(_ report: Report) -> Report {
    guard let file = comparison, let baseline = file.baseline else { return report }
    return report.compared(
      Report.Comparison(
        baseline: file.path,
        differences: baseline.differences(from: report, requiring: requirement, isComplete: isComplete)))
  }

  /// Writes the report, and the differences beside it.
  func write(_ report: Report) throws {
    if let output {
      try OutputFile.write(try format.text(report, for: nil), to: output, on: console)
    } else {
      console.output.write(try format.text(report, for: console.output))
    }
    if format == .github, let path = surroundings.jobSummary {
      try JobSummary.append(MarkdownReport.text(report), to: path)
    }
    for difference in report.comparison?.differences ?? [] {
      console.remark("\(console.errors.styled("Difference:", .red)) \(difference.sentence)")
    }
  }

  /// The status that a report stands for.
  func status(of report: Report) -> ExitStatus {
    switch report.outcome {
    case .expected: .success
    case .unexpected: .unexpected
    case .undecided: .undecided
    }
  }
}

/// The forms in which `check` can report.
enum ReportFormat: String, CaseIterable, Sendable {
  case text, json, junit, markdown, github

  /// The whole report; `channel` tells whether a table may be coloured, nil for a file.
  func text(_ report: Report, for channel: OutputChannel?) throws -> String {
    switch self {
    case .text: TextReport(report) { text, tone in channel?.styled(text, tone.style) ?? text }.text
    case .json: try JSONReport.text(report)
    case .junit: JUnitReport.text(report)
    case .markdown: MarkdownReport.text(report)
    case .github: GitHubReport.text(report)
    }
  }
}

extension TextReport.Tone {
  fileprivate var style: TextStyle {
    switch self {
    case .title: .bold
    case .good: .green
    case .bad: .red
    case .open: .yellow
    }
  }
}

extension Report.Tool {
  /// This program.
  static let seluProof = Report.Tool(name: "selu-proof", version: Version.string)
}

/// The file with the verdicts and values that a run is held against.
struct BaselineFile {
  static let option = Option(
    "baseline", "file", .file,
    help: "Recorded verdicts and values to compare with; \(Surroundings.baselinePath), if it exists, when not given.")
  static let update = Flag(
    "update-baseline", help: "Record the verdicts and values of this run instead of comparing them.")

  let path: String
  /// What it holds; nil if there is no such file.
  let baseline: Baseline?

  /// The file to compare with; nil if none is given and the usual one does not exist.
  ///
  /// Throws: status 66 if a given file does not exist, 65 if the file is damaged.
  static func forComparison(_ given: String?, in surroundings: Surroundings) throws -> BaselineFile? {
    if let given { return BaselineFile(path: given, baseline: try read(given)) }
    let usual = surroundings.defaultBaseline
    return try exists(usual) ? BaselineFile(path: usual, baseline: try read(usual)) : nil
  }

  /// The file to write; what it holds is read only if some of that has to be kept.
  ///
  /// Throws: status 73 if the file cannot be written, 65 if it is damaged and has to be kept.
  static func forUpdate(_ given: String?, keepsOthers: Bool, in surroundings: Surroundings) throws -> BaselineFile {
    let path = given ?? surroundings.defaultBaseline
    try OutputFile.check(path)
    return BaselineFile(path: path, baseline: try keepsOthers && exists(path) ? read(path) : nil)
  }

  /// Records a report, and keeps what has been recorded of claims that are not in it.
  func update(with report: Report, on console: Console) throws {
    let new = baseline?.updated(with: report) ?? Baseline(report)
    try OutputFile.write(try new.text(tool: report.tool), to: path, on: console)
  }

  private static func exists(_ path: String) throws -> Bool {
    do {
      return try FileStatus(ofFileAt: path) != nil
    } catch let error as SystemError {
      throw CommandError(.noInput, "Cannot open '\(path)': \(error.reason).")
    }
  }

  private static func read(_ path: String) throws -> Baseline {
    let text = try InputFile.text(of: path)
    do {
      return try Baseline(parsing: text)
    } catch {
      throw CommandError(.dataError, error.sentence(about: path, readAs: "baseline"))
    }
  }
}

/// The summary of a job of GitHub Actions: a file to which every step appends Markdown.
enum JobSummary {
  /// Appends a text, which is the one thing that is not written atomically: the file belongs to others as well.
  ///
  /// Throws: status 73 if the file cannot be opened, 74 if it cannot be written.
  static func append(_ text: String, to path: String) throws {
    let descriptor = try reporting(.cannotCreate, "open", path) {
      try Descriptor.opening(path, O_WRONLY | O_APPEND | O_CREAT)
    }
    defer { try? descriptor.release() }
    try reporting(.ioError, "write", path) { try descriptor.writeAll(Array(text.utf8)) }
  }

  private static func reporting<Result>(
    _ status: ExitStatus, _ verb: String, _ path: String, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let error as SystemError {
      throw CommandError(status, "Cannot \(verb) the job summary '\(path)': \(error.reason).")
    }
  }
}
