import Foundation
import Reporting

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
