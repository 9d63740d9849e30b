import Foundation

/// A line on standard error that tells how far a long computation has come. Any thread may update it.
///
/// Drawn only on a terminal, at most ten times a second, cut to the width of 80 columns so that it never wraps, and
/// wiped at the end: `defer { progress.finish() }`.
final class ProgressLine: @unchecked Sendable {  // the lock guards the two variables below
  private static let width = 79
  private static let interval = Duration.milliseconds(100)
  private static let wipe = "\r\u{1B}[K"

  private let channel: OutputChannel
  private let now: @Sendable () -> ContinuousClock.Instant
  private let lock = NSLock()
  private var lastDrawn: ContinuousClock.Instant?
  private var isFinished = false

  init(_ console: Console, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
    channel = console.errors
    self.now = now
  }

  /// Shows `text` in place of the line before, unless that one is too young; then `text` is not even made.
  func update(_ text: @autoclosure () -> String) {
    guard channel.capabilities.canRedraw else { return }
    lock.withLock {
      let time = now()
      let isDue = lastDrawn.map { time - $0 >= Self.interval } ?? true
      guard isDue, !isFinished else { return }
      lastDrawn = time
      channel.write(Self.wipe + text().prefix(Self.width))
    }
  }

  /// Wipes the line; later updates are ignored.
  func finish() {
    lock.withLock {
      if lastDrawn != nil && !isFinished { channel.write(Self.wipe) }
      isFinished = true
    }
  }
}

/// Counts what is done of a number of equal pieces of work on a progress line.
final class CountProgress: @unchecked Sendable {  // the lock guards `done`
  private let total: Int
  private let text: @Sendable (Int, Int) -> String
  private let line: ProgressLine
  private let lock = NSLock()
  private var done = 0

  /// Shows `text(done, total)`, from the beginning on.
  init(of total: Int, _ console: Console, text: @escaping @Sendable (Int, Int) -> String) {
    self.total = total
    self.text = text
    line = ProgressLine(console)
    line.update(text(0, total))
  }

  func advance() {
    let done = lock.withLock {
      self.done += 1
      return self.done
    }
    line.update(text(done, total))
  }

  func finish() { line.finish() }
}
