import Foundation

/// The reader of the output has gone away. Not an error to report: the process ends as it would by SIGPIPE.
struct BrokenPipe: Error {}

/// One direction of output, to a descriptor or, in tests, to memory. Any thread may write.
final class OutputChannel: @unchecked Sendable {  // the lock guards `buffer` and the order of calls to `sink`
  let capabilities: TerminalCapabilities
  private let name: String
  private let isBuffered: Bool
  private let sink: @Sendable ([UInt8]) throws -> Void
  private let lock = NSLock()
  private var buffer: [UInt8] = []

  init(
    name: String, capabilities: TerminalCapabilities = .none, isBuffered: Bool,
    sink: @escaping @Sendable ([UInt8]) throws -> Void
  ) {
    self.name = name
    self.capabilities = capabilities
    self.isBuffered = isBuffered
    self.sink = sink
  }

  /// Writes text: at the next `flush` if this channel is buffered, else now, and then a failure is ignored.
  func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes bytes, under the same rule.
  func write(_ bytes: [UInt8]) {
    lock.withLock {
      if isBuffered { buffer += bytes } else { try? sink(bytes) }
    }
  }

  /// Sends what has been kept back; what could not be sent is dropped, so that it is tried once.
  func flush() throws {
    try lock.withLock {
      let bytes = buffer
      buffer = []
      guard !bytes.isEmpty else { return }
      do {
        try sink(bytes)
      } catch let error as SystemError {
        throw error.isBrokenPipe ? BrokenPipe() : CommandError(.ioError, "Cannot write to \(name): \(error.reason).")
      }
    }
  }
}
