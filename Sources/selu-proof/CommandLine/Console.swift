import Foundation

/// Where a command writes: results to `output`, progress and complaints to `errors`.
struct Console: Sendable {
  /// Standard output. Kept until the end and written at once, so that a failure cannot leave half a table.
  let output: OutputChannel
  /// Standard error. Written at once; a failure has nobody left to be told to.
  let errors: OutputChannel

  init(output: OutputChannel, errors: OutputChannel) {
    self.output = output
    self.errors = errors
  }

  /// The console of the process.
  static func standard(environment: [String: String]) -> Console {
    func channel(_ descriptor: Descriptor, _ name: String, isBuffered: Bool) -> OutputChannel {
      let capabilities = TerminalCapabilities(isTerminal: descriptor.isTerminal, environment: environment)
      return OutputChannel(name: name, capabilities: capabilities, isBuffered: isBuffered, sink: descriptor.writeAll)
    }
    return Console(
      output: channel(.standardOutput, "standard output", isBuffered: true),
      errors: channel(.standardError, "standard error", isBuffered: false))
  }

  /// Adds a line to the results.
  func print(_ line: String) { output.write(line + "\n") }

  /// Writes a line beside the results: a remark, a warning.
  func remark(_ line: String) { errors.write(line + "\n") }
}

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

/// What may be sent to a channel besides plain text.
struct TerminalCapabilities: Equatable, Sendable {
  /// Whether a line can be drawn again, as progress needs.
  let canRedraw: Bool
  /// Whether text may be coloured.
  let canColour: Bool

  /// Neither, as for a file or a pipe.
  static let none = TerminalCapabilities(isTerminal: false, environment: [:])

  /// A terminal that knows more than lines of text (`TERM` is set and is not `dumb`) can do both; `NO_COLOR`, set to
  /// anything but the empty text (https://no-color.org), takes the colour away.
  init(isTerminal: Bool, environment: [String: String]) {
    let kind = environment["TERM"] ?? ""
    canRedraw = isTerminal && !kind.isEmpty && kind != "dumb"
    canColour = canRedraw && (environment["NO_COLOR"] ?? "").isEmpty
  }
}

/// The few styles that results need, as ANSI codes.
enum TextStyle: Int, Sendable {
  case bold = 1
  case faint = 2
  case red = 31
  case green = 32
  case yellow = 33
}

extension OutputChannel {
  /// `text` in a style if this channel shows colours, else unchanged.
  func styled(_ text: String, _ style: TextStyle) -> String {
    capabilities.canColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
