import Foundation
import GridChecker
import Reporting
import SELUClaims
import SELUTheorem

/// The bounds of a claim's grid, or of a part of it, found unit by unit: with progress on the console, and with
/// a checkpoint if wanted.
struct GridWork {
  let grid: ContractionGrid
  let job: GridRecord.Job
  let threads: Int
  let console: Console

  /// How many units are handed out at a time to each thread; after that the results are put together.
  private static let share = 16

  init(
    _ claim: Claim, on grid: ContractionGrid, _ choice: GridChoice, part: GridPart = .whole, threads: Int,
    console: Console
  ) {
    self.grid = grid
    self.threads = threads
    self.console = console
    job = GridRecord.Job(
      tool: .seluProof, claim: claim.id, grid: choice.text, cells: grid.grid.axes.map(\.count), units: grid.grid.units,
      parameters: Digest.text(of: grid.parameters), part: part)
  }

  /// The finished record, without checkpoints.
  func run() throws -> GridRecord {
    var record = GridRecord(job)
    try complete(&record) { _ in }
    return record
  }

  /// The finished record, from where a checkpoint has come to. The checkpoint is kept up to date from the
  /// start on, also when a signal ends the process.
  func run(_ checkpoint: GridCheckpoint) throws -> GridRecord {
    var record = try checkpoint.record(for: self) ?? GridRecord(job)
    try Interrupts.deferred {
      try checkpoint.save(record, on: console)
      var clock = CheckpointClock()
      try complete(&record) { record in
        try Interrupts.check()
        if clock.isDue() { try checkpoint.save(record, on: console) }
      }
      try checkpoint.save(record, on: console)
    } lastWork: {
      do {
        try checkpoint.save(record, on: console)
        console.remark("Interrupted. The checkpoint '\(checkpoint.path)' holds what has been done.")
      } catch {
        console.remark("Interrupted. \((error as? CommandError)?.sentence ?? "The checkpoint was not written.")")
      }
    }
    return record
  }

  /// Throws `GridRecordError` if a record is of another job, or its cell is not where it has to be or has another bound.
  func validate(_ record: GridRecord) throws {
    if let difference = job.difference(from: record.job) { throw GridRecordError(difference) }
    guard let largest = record.largest else { return }
    guard let unit = grid.grid.unit(ofCell: largest.cell), record.job.range.lowerBound <= unit, unit < record.next
    else { throw GridRecordError("its cell is none of those that it has examined") }
    guard grid.grid.bound(onCell: largest.cell) == largest.bound else {
      throw GridRecordError("the bound of its cell does not come out again")
    }
  }

  /// Works on a record until it is finished, or for so many rounds; `pause` is called between rounds.
  func complete(_ record: inout GridRecord, rounds: Int = .max, pause: (GridRecord) throws -> Void) throws {
    let progress = GridProgress(of: self, from: record)
    defer { progress.finish() }
    var round = 0
    while !record.isFinished && round < rounds {
      let units = Array(record.next..<min(record.next + threads * Self.share, job.range.upperBound))
      let found = concurrentMap(units, threads: threads, share: 1) { unit -> GridMaximum? in
        // What a thread does not begin any more is nil, and so is all that comes after it here.
        guard !Interrupts.isPending else { return nil }
        defer { progress.advance() }
        return grid.grid.maximum(ofUnit: unit)
      }
      for case let maximum? in found.prefix(while: { $0 != nil }) { record.note(maximum) }
      try pause(record)
      round += 1
    }
  }
}

/// Says when a checkpoint has to be written again.
private struct CheckpointClock {
  private static let interval = Duration.seconds(5)
  private var last = ContinuousClock.now

  mutating func isDue() -> Bool {
    guard ContinuousClock.now - last >= Self.interval else { return false }
    last = .now
    return true
  }
}

/// The file in which a run over a grid keeps how far it has come.
struct GridCheckpoint {
  static let option = Option(
    "checkpoint", "file", .file,
    help: """
      Where a run over a grid keeps how far it has come, and from where it goes on if the file exists; for a single \
      claim that bounds S.
      """)

  let path: String

  /// What the file holds; nil if it does not exist.
  ///
  /// Throws: status 65 if it is damaged or of another run.
  func record(for work: GridWork) throws -> GridRecord? {
    do {
      guard try FileStatus(ofFileAt: path) != nil else { return nil }
    } catch let error as SystemError {
      throw CommandError(.noInput, "Cannot open '\(path)': \(error.reason).")
    }
    let record = try GridRecord.read(path, calledA: "checkpoint")
    do {
      if work.job.part != record.job.part {
        throw GridRecordError("it is of part \(record.job.part), not of part \(work.job.part)")
      }
      try work.validate(record)
    } catch let error as GridRecordError {
      throw CommandError(.dataError, "The checkpoint '\(path)' is not of this run: \(error.reason).")
    }
    return record
  }

  /// Replaces the file by a record.
  func save(_ record: GridRecord, on console: Console) throws {
    try OutputFile.write(try record.text(), to: path, on: console)
  }
}

/// Why a record cannot be used; a sentence without its subject and its full stop.
struct GridRecordError: Error {
  let reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}

extension GridRecord {
  /// The record in a file, which a complaint calls a checkpoint or a part.
  ///
  /// Throws: status 65 if the file is damaged, or another document.
  static func read(_ path: String, calledA name: String) throws -> GridRecord {
    let text = try InputFile.text(of: path)
    do {
      return try GridRecord(parsing: text)
    } catch {
      throw CommandError(.dataError, error.sentence(about: path, readAs: name))
    }
  }
}

extension GridRecord.Job {
  /// What keeps two jobs from being parts of one, in the words of a complaint about the other; nil if nothing does.
  func difference(from other: GridRecord.Job) -> String? {
    if other.tool != tool {
      return "it was written by \(other.tool.name) \(other.tool.version), not by \(tool.name) \(tool.version)"
    }
    if other.claim != claim { return "its claim is '\(other.claim)', not '\(claim)'" }
    if other.grid != grid { return "its grid is \(other.grid), not \(grid)" }
    if other.cells != cells || other.units != units || other.parameters != parameters {
      return "its grid of the same name has other cells"
    }
    return nil
  }
}

/// Counts examined units on the progress line.
final class GridProgress: @unchecked Sendable {  // the lock guards `done`
  private let title: String
  private let cells: Int
  private let total: Int
  private let line: ProgressLine
  private let lock = NSLock()
  private var done: Int

  init(of work: GridWork, from record: GridRecord) {
    title = work.job.claim + (work.job.part == .whole ? "" : ", part \(work.job.part)")
    cells = work.grid.grid.cells
    total = work.job.range.count
    done = record.next - work.job.range.lowerBound
    line = ProgressLine(work.console)
  }

  func advance() {
    let done = lock.withLock {
      self.done += 1
      return self.done
    }
    line.update(text(done))
  }

  func finish() { line.finish() }

  private func text(_ done: Int) -> String {
    let tenths = Int(Double(done) / Double(max(1, total)) * 1000)
    return "\(title): \(tenths / 10).\(tenths % 10) % of \(cells) cells"
  }
}
