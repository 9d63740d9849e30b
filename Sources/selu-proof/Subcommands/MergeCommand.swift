import GridChecker
import Reporting
import SELUClaims
import SELUTheorem

/// `selu-proof merge FILE ...`
enum MergeCommand {
  static let files = Argument.variadic(
    "file", .file, required: true, help: "The results of all parts, in any order.")

  static let command = command(in: .process)

  /// The command in a process with these surroundings.
  static func command(in surroundings: Surroundings) -> Command {
    Command(
      "merge",
      abstract: "Puts the parts of a grid together and decides its claim.",
      discussion: """
        The files are what 'selu-proof check --part I/N' has written, for every I from 1 to N. The report is the one \
        that a single run over the whole grid prints.

        That each part has been examined is taken on trust. A file that is damaged, of another run or version or \
        not finished is refused, as is one whose largest bound does not come out again.

        The status is that of 'check'.
        """,
      parameters: [files, SearchSettings.threads, CheckCommand.format, CheckCommand.output, BaselineFile.option],
      examples: [
        Example(
          "A half of the grid on each of two machines:",
          "selu-proof check --strategy grid --grid paper --part 1/2 --output 1.json"),
        Example("Then:", "selu-proof merge 1.json 2.json"),
      ]
    ) { arguments, context in
      try MergeJob(arguments, context.console, surroundings).run()
    }
  }
}

/// One call of `merge`.
struct MergeJob {
  private typealias Part = (path: String, record: GridRecord)

  private let console: Console
  private let delivery: ReportDelivery
  private let threads: Int
  private let paths: [String]

  init(_ arguments: ParsedArguments, _ console: Console, _ surroundings: Surroundings) throws {
    self.console = console
    delivery = try ReportDelivery(
      arguments, console, surroundings, isCompared: true, requirement: .consistent, isComplete: false)
    threads = try SearchSettings.threads(arguments)
    paths = try arguments[MergeCommand.files]
  }

  func run() throws -> ExitStatus {
    let parts = try Self.complete(try paths.map { ($0, try GridRecord.read($0, calledA: "part")) })
    let report = delivery.compared(Report(tool: .seluProof, entries: [try entry(parts)]))
    try delivery.write(report)
    return delivery.status(of: report)
  }

  /// The parts in order, if these are all, each of them once and finished.
  private static func complete(_ parts: [Part]) throws -> [Part] {
    var byNumber: [Int: Part] = [:]
    for part in parts {
      let job = part.record.job
      if job.part.count != parts[0].record.job.part.count {
        throw refusal(
          part, "it is of \(job.part.count) parts, those before it are of \(parts[0].record.job.part.count)")
      }
      if let other = byNumber[job.part.number] {
        throw refusal(part, "it is part \(job.part), and so is '\(other.path)'")
      }
      guard part.record.isFinished else {
        throw refusal(
          part, "it is not finished: \(part.record.next - job.range.lowerBound) of \(job.range.count) units are done")
      }
      byNumber[job.part.number] = part
    }
    let count = parts[0].record.job.part.count
    if byNumber.count < count, let missing = (1...count).first(where: { byNumber[$0] == nil }) {
      throw CommandError(.dataError, "Part \(missing)/\(count) is missing.")
    }
    return parts.sorted { $0.record.job.part.number < $1.record.job.part.number }
  }

  /// Decides the claim of the first part by what all of them have found.
  private func entry(_ parts: [Part]) throws -> Report.Entry {
    let first = parts[0]
    guard let choice = GridChoice(first.record.job.grid),
      let claim = try Paper.selu2017().claims.claim(first.record.job.claim),
      ContractionGrid.canDecide(claim)
    else { throw Self.refusal(first, "this version knows no such claim or grid") }
    try Self.validating(first) { try choice.validate(limit: nil) }
    let checker = ClaimChecker(budget: SearchBudget(threads: threads), strategy: choice.strategy)
    guard let grid = try checker.grid(for: claim) else {
      throw CommandError(.internalError, "The claim '\(claim.id)' has no grid.")
    }
    let work = GridWork(claim, on: grid, choice, threads: threads, console: console)
    for part in parts { try Self.validating(part) { try work.validate(part.record) } }
    guard let largest = parts.reduce(nil, { GridMaximum.larger($0, $1.record.largest) }) else {
      throw Self.refusal(first, "no part has examined anything")
    }
    return Report.Entry(claim, checker.check(claim, on: grid, largest))
  }

  private static func validating(_ part: Part, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as GridRecordError {
      throw refusal(part, error.reason)
    } catch let error as CommandError {
      throw refusal(part, "its grid is none: \(error.sentence.dropLast())")
    }
  }

  private static func refusal(_ part: Part, _ reason: String) -> CommandError {
    CommandError(.dataError, "The part '\(part.path)' does not fit: \(reason).")
  }
}
