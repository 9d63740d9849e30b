extension Program {
  /// Runs the program with all that the process was given, its own name first.
  ///
  /// Where a system hides the command line, even the name is not there. That is no wish for help: a script would take the
  /// status of help for a verdict.
  func run(commandLine: [String], on console: Console) throws(BrokenPipe) -> ExitStatus {
    guard !commandLine.isEmpty else {
      return report(
        CommandError(
          .internalError, "The command line cannot be read. On Linux it is read from /proc, which has to be mounted."),
        for: [], on: console)
    }
    return try run(commandLine.dropFirst(), on: console)
  }

  /// Runs the program in this process: does what the command line asks for, reports an error on the console, and
  /// flushes standard output once.
  ///
  /// Throws only `BrokenPipe`: whoever read the output has gone, and there is nobody to tell.
  func run(_ tokens: some Sequence<String>, on console: Console) throws(BrokenPipe) -> ExitStatus {
    let tokens = Array(tokens)
    do {
      let status = try perform(tokens, on: console)
      try console.output.flush()
      return status
    } catch let error as BrokenPipe {
      throw error
    } catch {
      try deliver(console.output)
      return report(error, for: tokens, on: console)
    }
  }

  private func perform(_ tokens: [String], on console: Console) throws -> ExitStatus {
    switch try Request(tokens, of: self) {
    case .version:
      console.output.write(version + "\n")
      return .success
    case .help(let command):
      console.output.write(command.map { HelpText.of($0, in: self) } ?? HelpText.of(self))
      return .success
    case .run(let command, let rest):
      if let obstacle = obstacle() { throw CommandError(.internalError, obstacle) }
      let arguments = try ArgumentParser.parse(rest, for: command)
      return try command.run(arguments, Context(console: console, program: self))
    }
  }

  /// Results found before an error are still results; that they cannot be written either is no second error.
  private func deliver(_ channel: OutputChannel) throws(BrokenPipe) {
    do {
      try channel.flush()
    } catch let error as BrokenPipe {
      throw error
    } catch {}
  }

  private func report(_ error: any Error, for tokens: [String], on console: Console) -> ExitStatus {
    let failure = error as? CommandError ?? CommandError(.internalError, "\(error).")
    console.errors.write("\(console.errors.styled("Error:", .red)) \(failure.sentence)\n")
    if failure.status == .usage { console.errors.write("See '\(helpLine(for: tokens))'.\n") }
    return failure.status
  }

  private func helpLine(for tokens: [String]) -> String {
    let command = commands.first { $0.name == tokens.first }
    return ([name] + (command.map { [$0.name] } ?? []) + ["--help"]).joined(separator: " ")
  }
}
