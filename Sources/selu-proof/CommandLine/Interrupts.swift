import Foundation

/// Set by the signal handler, which may do nothing more than this.
nonisolated(unsafe) private var pendingSignal: Int32 = 0

/// Signals, so far as they matter to a program that must not leave rubbish behind.
enum Interrupts {
  /// Thrown out of work that a signal has put an end to.
  struct Interrupted: Error {}

  private static let lock = NSRecursiveLock()
  /// Guarded by `lock`: whether the signals are being held back already.
  nonisolated(unsafe) private static var isDeferring = false

  /// Makes a closed pipe (and a file that may not grow) an error of `write` instead of the death of the process.
  static func prepare() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  /// Ends the process as the signal of a closed pipe does, whatever we have inherited: quietly, seen by a shell as
  /// status 141.
  static func dieOfBrokenPipe() -> Never {
    _ = signal(SIGPIPE, SIG_DFL)
    _ = raise(SIGPIPE)
    exit(128 + SIGPIPE)
  }

  /// Does `body` with SIGINT, SIGTERM and SIGHUP held back, and then lets the one that came, if any, have its effect.
  ///
  /// So a temporary file is either renamed or removed before Ctrl-C ends the process. A signal that the process ignores
  /// (`nohup`) stays ignored. Bodies run one at a time; one inside another is a part of that.
  ///
  /// If `body` throws `Interrupted`, `lastWork` is done before the process ends; it may write files, and only another
  /// signal interrupts it.
  static func deferred<Result>(_ body: () throws -> Result, lastWork: () -> Void = {}) throws -> Result {
    lock.lock()
    defer { lock.unlock() }
    if isDeferring { return try body() }
    isDeferring = true
    let saved = [SIGINT, SIGTERM, SIGHUP].map { ($0, hold($0)) }
    defer {
      for (number, handler) in saved { _ = signal(number, handler) }
      isDeferring = false
      let caught = pendingSignal
      pendingSignal = 0
      if caught != 0 { _ = kill(getpid(), caught) }  // not `raise`: this thread may have signals blocked
    }
    do {
      return try body()
    } catch let error as Interrupted {
      let caught = pendingSignal
      pendingSignal = 0
      lastWork()
      if pendingSignal == 0 { pendingSignal = caught }
      throw error
    }
  }

  /// Whether a signal is being held back.
  static var isPending: Bool { pendingSignal != 0 }

  /// Throws `Interrupted` if a signal is being held back.
  static func check() throws {
    if isPending { throw Interrupted() }
  }

  /// Replaces the handler of a signal, unless the signal is ignored; returns the one to put back.
  private static func hold(_ number: Int32) -> (@convention(c) (Int32) -> Void)? {
    let previous = signal(number) { pendingSignal = $0 }
    let isIgnored = unsafeBitCast(previous, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    if isIgnored { _ = signal(number, SIG_IGN) }
    return previous
  }
}
