import Reporting
import SELUClaims
import SELUTheorem

/// One call of `check`: everything that can be found wrong is found wrong before the work begins.
struct CheckJob {
  private let console: Console
  private let selection: ClaimSelection
  private let settings: SearchSettings
  private let distribution: GridDistribution
  private let output: String?
  private let measuresTime: Bool
  private let delivery: ReportDelivery
  private let update: BaselineFile?
  private let certificates: CertificateDirectory?

  init(_ arguments: ParsedArguments, _ console: Console, _ surroundings: Surroundings) throws {
    self.console = console
    settings = try SearchSettings(arguments)
    selection = try ClaimSelection(arguments, for: settings)
    distribution = try GridDistribution(arguments, selection.claims, settings)
    output = try arguments[CheckCommand.output]
    measuresTime = try arguments[CheckCommand.timings]
    certificates = try CertificateDirectory(arguments, selection.claims, settings)
    let isUpdate = try arguments[BaselineFile.update]
    let namesBaseline = arguments.isGiven(BaselineFile.option)
    if !selection.isPaper {
      guard distribution.part == nil, distribution.checkpoint == nil else {
        throw CommandError(.usage, "The options '--part' and '--checkpoint' are for claims of the paper.")
      }
      guard !isUpdate || namesBaseline else {
        throw CommandError(.usage, "With a file of claims the option '--update-baseline' needs '--baseline <file>'.")
      }
    }
    delivery = try ReportDelivery(
      arguments, console, surroundings, isCompared: !isUpdate && (selection.isPaper || namesBaseline),
      requirement: settings.isThorough ? .asSharp : .consistent, isComplete: selection.isComplete)
    guard isUpdate else {
      update = nil
      return
    }
    guard settings.isThorough else {
      throw CommandError(.usage, "The option '--update-baseline' needs the usual search: no grid, no fewer boxes.")
    }
    update = try BaselineFile.forUpdate(
      try arguments[BaselineFile.option], keepsOthers: !selection.isComplete, in: surroundings)
  }

  func run() throws -> ExitStatus {
    if let part = distribution.part { return try run(part) }
    let run = CheckRun(
      settings, measuresTime: measuresTime, console: console, checkpoint: distribution.checkpoint)
    let report = delivery.compared(Report(tool: .seluProof, entries: try run.entries(selection.claims)))
    try certificates?.write(report.entries, run.checker, on: console)
    try delivery.write(report)
    try record(report)
    return delivery.status(of: report)
  }

  /// Examines a part of a grid and writes its record instead of a report.
  private func run(_ part: GridPart) throws -> ExitStatus {
    let checker = ClaimChecker(budget: settings.budget, strategy: settings.strategy)
    guard let choice = settings.grid, let grid = try checker.grid(for: selection.claims[0]) else {
      throw CommandError(.internalError, "The claim '\(selection.claims[0].id)' has no grid.")
    }
    let work = GridWork(
      selection.claims[0], on: grid, choice, part: part, threads: settings.budget.threads, console: console)
    let record = try distribution.checkpoint.map { try work.run($0) } ?? work.run()
    try OutputFile.write(try record.text(), to: output ?? "-", on: console)
    return .success
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
}
