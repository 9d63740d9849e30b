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
