import Dispatch
import Foundation

/// A line on standard error that tells how far a long computation has come. Any thread may update it.
///
/// Drawn only on a terminal, at most ten times a second, cut to the width of 80 columns so that it never wraps, and
/// wiped at the end: `defer { progress.finish() }`. From the first second on it says how many have passed, and is drawn
/// anew every second, whether or not there is anything else to tell.
final class ProgressLine: @unchecked Sendable {  // the lock guards the variables below
  private static let width = 79
  private static let interval = Duration.milliseconds(100)
  private static let wipe = "\r\u{1B}[K"

  private let channel: OutputChannel
  private let delay: Duration
  private let now: @Sendable () -> ContinuousClock.Instant
  private let start: ContinuousClock.Instant
  private let lock = NSLock()
  private var text: String?
  private var lastChange: ContinuousClock.Instant?
  private var isDrawn = false
  private var isFinished = false
  private var timer: (any DispatchSourceTimer)?

  /// A line that is not drawn before so much time has passed: what is mostly done at once need not flicker.
  init(
    _ console: Console, delay: Duration = .zero, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
  ) {
    channel = console.errors
    self.delay = delay
    self.now = now
    start = now()
  }

  deinit { timer?.cancel() }

  /// Shows `text` in place of the line before, unless that one is too young; then `text` is not even made.
  func update(_ text: @autoclosure () -> String) {
    guard channel.capabilities.canRedraw else { return }
    lock.withLock {
      let time = now()
      let isDue = lastChange.map { time - $0 >= Self.interval } ?? true
      guard isDue, !isFinished else { return }
      lastChange = time
      self.text = text()
      if timer == nil { timer = startedTimer() }
      draw(at: time)
    }
  }

  /// Draws the line again with the time that has passed.
  func tick() {
    lock.withLock { draw(at: now()) }
  }

  private func draw(at time: ContinuousClock.Instant) {
    guard let text, !isFinished, time - start >= delay else { return }
    isDrawn = true
    let seconds = (time - start).components.seconds
    let clock = seconds > 0 ? " (\(seconds) s)" : ""
    channel.write(Self.wipe + text.prefix(Self.width - clock.count) + clock)
  }

  private func startedTimer() -> any DispatchSourceTimer {
    let timer = DispatchSource.makeTimerSource(queue: .global(qos: .utility))
    timer.schedule(deadline: .now() + (delay > .zero ? 0.5 : 1), repeating: 1)
    timer.setEventHandler { [weak self] in self?.tick() }
    timer.resume()
    return timer
  }

  /// Wipes the line; later updates are ignored.
  func finish() {
    lock.withLock {
      if isDrawn && !isFinished { channel.write(Self.wipe) }
      timer?.cancel()
      timer = nil
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
