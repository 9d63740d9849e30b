import Foundation

@testable import selu_proof

/// `Testing` has an `ExitStatus` of its own.
typealias Status = selu_proof.ExitStatus

/// A console in memory.
final class CapturedConsole: Sendable {
  private final class Memory: @unchecked Sendable {
    private let lock = NSLock()
    private var bytes: [UInt8] = []

    func append(_ more: [UInt8]) { lock.withLock { bytes += more } }

    var text: String { lock.withLock { String(decoding: bytes, as: UTF8.self) } }
  }

  let console: Console
  private let outputMemory: Memory
  private let errorMemory: Memory

  init(capabilities: TerminalCapabilities = .none) {
    let (output, errors) = (Memory(), Memory())
    func channel(_ name: String, isBuffered: Bool, _ memory: Memory) -> OutputChannel {
      OutputChannel(name: name, capabilities: capabilities, isBuffered: isBuffered, sink: memory.append)
    }
    console = Console(
      output: channel("standard output", isBuffered: true, output),
      errors: channel("standard error", isBuffered: false, errors))
    outputMemory = output
    errorMemory = errors
  }

  /// What has been written to standard output and flushed.
  var output: String { outputMemory.text }

  /// What has been written to standard error.
  var errors: String { errorMemory.text }
}

extension Program {
  /// Runs a command line, its words separated by blanks, and returns all that can be seen of it.
  func result(of line: String) throws -> (status: Status, output: String, errors: String) {
    try result(of: line.split(separator: " ").map(String.init))
  }

  func result(of words: [String]) throws -> (status: Status, output: String, errors: String) {
    let captured = CapturedConsole()
    let status = try run(words, on: captured.console)
    return (status, captured.output, captured.errors)
  }
}
