import Foundation

/// A system call that failed.
struct SystemError: Error, Equatable, Sendable {
  let code: Int32

  /// The error of the call that has just failed in this thread.
  static var last: SystemError { SystemError(code: errno) }

  var isBrokenPipe: Bool { code == EPIPE }

  /// What the system says about it, without a full stop.
  var reason: String { String(cString: strerror(code)) }
}
