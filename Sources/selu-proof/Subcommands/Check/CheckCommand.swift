import Foundation
import GridChecker
import Reporting
import SELUClaims
import SELUTheorem

/// `selu-proof check [ID or PREFIX ...]`
enum CheckCommand {
  static let format = Option(
    "format", "format", .choice(ReportFormat.self), default: ReportFormat.text.rawValue, help: "The form of the report."
  )
  static let output = OutputOption.output
  static let timings = Flag("timings", help: "Report how long each claim took; without this, output is reproducible.")

  static let command = command(in: .process)

  /// The command in a process with these surroundings.
  static func command(in surroundings: Surroundings) -> Command {
    Command(
      "check",
      abstract: "Decides claims of the paper, or your own: proved, refuted or undecided.",
      discussion: """
        Every verdict rests on outward-rounded interval arithmetic over the whole domain of the claim. A refuted claim \
        comes with a point that contradicts it; some claims are known to be false as printed, and are expected to be \
        refuted.

        With a file of claims ('selu-proof check my.claims', see docs/claims-language.md) it decides those instead. What \
        stands in such a file is expected to be proved, unless its line 'expected: refuted' says otherwise.

        The verdicts and certified values are compared with a baseline, claims of your own only with one that is named. \
        With the usual search a value has to lie within the recorded enclosure, up to the slack that the file states; \
        with a grid or fewer boxes it only has to meet it. An undecided claim is not compared.

        With '--strategy grid --grid paper' the claim is Lemma 12, decided on the grid that the paper prints, as boxes: \
        a bound for every one of its cells. Such a run can be interrupted and resumed with '--checkpoint', and \
        split over machines with '--part' and 'selu-proof merge'.

        With '--certificates' it leaves files that others can replay: 'selu-proof verify' with another arithmetic, and \
        'Proofs/arb/verify.py' with Arb.

        The format 'github' prints annotations for GitHub Actions and appends a table to the file that \
        GITHUB_STEP_SUMMARY names.

        The status is 0 if all verdicts are the expected ones, 1 if one is not or the baseline differs, and 2 if \
        nothing is wrong but something undecided.
        """,
      parameters: [ClaimSelection.ids, ClaimSelection.kinds] + SearchSettings.parameters
        + [
          GridCheckpoint.option, GridDistribution.part, format, output, BaselineFile.option, BaselineFile.update,
          CertificateDirectory.option, timings,
        ],
      examples: [
        Example("Decide everything:", "selu-proof check"),
        Example("Decide Theorem 1 and show the numbers to a program:", "selu-proof check theorem1 --format json"),
        Example("Decide claims of your own:", "selu-proof check my.claims --certificates certificates"),
        Example("Lemma 12 by the paper's grid:", "selu-proof check --strategy grid --grid paper --timings"),
        Example("In a workflow:", "selu-proof check --format junit --output verdicts.xml"),
      ]
    ) { arguments, context in
      try CheckJob(arguments, context.console, surroundings).run()
    }
  }
}

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

/// Decides claims, with progress on the console and, if wanted, with times.
struct CheckRun {
  let settings: SearchSettings
  let measuresTime: Bool
  let console: Console

  let checkpoint: GridCheckpoint?
  let checker: ClaimChecker

  init(_ settings: SearchSettings, measuresTime: Bool, console: Console, checkpoint: GridCheckpoint?) {
    self.settings = settings
    self.measuresTime = measuresTime
    self.console = console
    self.checkpoint = checkpoint
    checker = ClaimChecker(budget: settings.budget, strategy: settings.strategy)
  }

  /// The findings, in the order of the claims.
  ///
  /// Throws: what is wrong with the grid or with its checkpoint.
  func entries(_ claims: [Claim]) throws -> [Report.Entry] {
    if claims.count == 1, let entry = try entry(claims[0]) { return [entry] }
    let progress = CountProgress(of: claims.count, console) { "\($0) of \($1) claims decided" }
    defer { progress.finish() }
    return concurrentMap(claims, threads: settings.budget.threads, share: 1) { claim in
      let start = ContinuousClock.now
      let finding = checker.check(claim)
      progress.advance()
      return Report.Entry(claim, finding, duration: measuresTime ? ContinuousClock.now - start : nil)
    }
  }

  /// The finding on a claim that is decided on a grid of the four variables, the only one of a run; nil for others.
  private func entry(_ claim: Claim) throws -> Report.Entry? {
    let start = ContinuousClock.now
    guard let choice = settings.grid, let grid = try checker.grid(for: claim) else { return nil }
    let work = GridWork(claim, on: grid, choice, threads: settings.budget.threads, console: console)
    let record = try checkpoint.map { try work.run($0) } ?? work.run()
    guard let maximum = record.largest else { return nil }
    let finding = checker.check(claim, on: grid, maximum)
    return Report.Entry(claim, finding, duration: measuresTime ? ContinuousClock.now - start : nil)
  }
}

extension ClaimChecker {
  /// The grid on which a claim is decided; nil for claims that are decided in another way.
  ///
  /// Throws a usage error if the cells cannot be counted.
  func grid(for claim: Claim) throws -> ContractionGrid? {
    do {
      return try contractionGrid(for: claim)
    } catch {
      throw error.usageError
    }
  }
}

/// What `check` takes from the process beside its arguments; tests supply their own.
struct Surroundings: Sendable {
  /// Where a baseline is looked for when none is named.
  static let baselinePath = "Proofs/baseline.json"

  let environment: [String: String]
  let defaultBaseline: String

  /// Those of this process: its environment, and its current directory.
  static let process = Surroundings(
    environment: ProcessInfo.processInfo.environment, defaultBaseline: baselinePath)

  /// The file to which GitHub Actions wants the summary of a job appended.
  var jobSummary: String? { environment["GITHUB_STEP_SUMMARY"].flatMap { $0.isEmpty ? nil : $0 } }
}
