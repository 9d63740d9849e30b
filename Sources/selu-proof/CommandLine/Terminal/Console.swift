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
