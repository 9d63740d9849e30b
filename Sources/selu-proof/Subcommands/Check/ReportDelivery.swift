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
