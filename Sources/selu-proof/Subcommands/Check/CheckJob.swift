import Reporting

/// One call of `check`: everything that can be found wrong is found wrong before the work begins.
struct CheckJob {
  private let console: Console
  private let surroundings: Surroundings
  private let selection: ClaimSelection
  private let settings: SearchSettings
  private let format: ReportFormat
  private let output: String?
  private let measuresTime: Bool
  private let comparison: BaselineFile?
  private let update: BaselineFile?

  init(_ arguments: ParsedArguments, _ console: Console, _ surroundings: Surroundings) throws {
    self.console = console
    self.surroundings = surroundings
    selection = try ClaimSelection(arguments)
    settings = try SearchSettings(arguments)
    format = try arguments[CheckCommand.format]
    output = try arguments[CheckCommand.output]
    measuresTime = try arguments[CheckCommand.timings]
    if let output { try OutputFile.check(output) }
    let baseline = try arguments[BaselineFile.option]
    guard try arguments[BaselineFile.update] else {
      comparison = try BaselineFile.forComparison(baseline, in: surroundings)
      update = nil
      return
    }
    guard settings.isThorough else {
      throw CommandError(.usage, "The option '--update-baseline' needs the usual search: no grid, no fewer boxes.")
    }
    comparison = nil
    update = try BaselineFile.forUpdate(baseline, keepsOthers: !selection.isComplete, in: surroundings)
  }

  func run() throws -> ExitStatus {
    let report = compared(decided())
    try write(report)
    for difference in report.differences ?? [] {
      console.remark("\(console.errors.styled("Difference:", .red)) \(difference.sentence)")
    }
    try record(report)
    return status(of: report)
  }

  private func decided() -> Report {
    let run = CheckRun(settings: settings, measuresTime: measuresTime, console: console)
    return Report(tool: .seluProof, entries: run.entries(selection.claims))
  }

  private func compared(_ report: Report) -> Report {
    guard let baseline = comparison?.baseline else { return report }
    return report.compared(
      baseline.differences(
        from: report, requiring: settings.isThorough ? .asSharp : .consistent, isComplete: selection.isComplete))
  }

  private func write(_ report: Report) throws {
    if let output {
      try OutputFile.write(try format.text(report, for: nil), to: output, on: console)
    } else {
      console.output.write(try format.text(report, for: console.output))
    }
    if format == .github, let path = surroundings.jobSummary {
      try JobSummary.append(MarkdownReport.text(report), to: path)
    }
  }

  /// Rewrites the baseline, but not with claims about which nothing is known.
  private func record(_ report: Report) throws {
    guard let update else { return }
    guard report.entries(.undecided).isEmpty else {
      console.remark("The baseline '\(update.path)' stays as it is, because something is undecided.")
      return
    }
    try update.update(with: report, on: console)
  }

  private func status(of report: Report) -> ExitStatus {
    switch report.outcome {
    case .expected: .success
    case .unexpected: .unexpected
    case .undecided: .undecided
    }
  }
}
