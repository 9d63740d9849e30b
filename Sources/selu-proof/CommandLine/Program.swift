/// The whole program as data: its name and its subcommands.
struct Program: Sendable {
  let name: String
  let version: String
  /// One sentence.
  let abstract: String
  /// Paragraphs, separated by an empty line.
  let discussion: String
  let commands: [Command]
  let examples: [Example]
  /// Why no command can do its work in this process, as a sentence; nil if nothing is in the way. Help is given all the same.
  let obstacle: @Sendable () -> String?

  init(
    _ name: String, version: String, abstract: String, discussion: String = "", commands: [Command],
    examples: [Example] = [], obstacle: @escaping @Sendable () -> String? = { nil }
  ) {
    self.name = name
    self.version = version
    self.abstract = abstract
    self.discussion = discussion
    self.commands = commands
    self.examples = examples
    self.obstacle = obstacle
  }

  /// The command of that name; throws a usage error that names the nearest one.
  func command(named name: String) throws -> Command {
    if let found = commands.first(where: { $0.name == name }) { return found }
    let hint = Spelling.nearest(to: name, among: commands.map(\.name)).map { " Did you mean '\($0)'?" } ?? ""
    throw CommandError(.usage, "Unknown subcommand '\(name)'.\(hint)")
  }
}

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

/// What the command line asks for.
enum Request: Sendable {
  case version
  /// Help about a command, or about the program.
  case help(Command?)
  case run(Command, ArraySlice<String>)

  /// Reads the command line up to the name of the subcommand, and looks ahead for `--help` and `--version`, which win
  /// over every other option wherever they stand before `--`.
  init(_ tokens: some Sequence<String>, of program: Program) throws {
    var rest = Array(tokens)[...]
    guard let first = rest.popFirst() else {
      self = .help(nil)
      return
    }
    if let option = StandardOption(first) {
      self = Request(option, about: nil)
    } else if first == "help" {
      let topic = rest.first { !$0.hasPrefix("-") }
      self = .help(try topic.map(program.command(named:)))
    } else if first.hasPrefix("-") {
      throw Self.unknownOption(first)
    } else {
      let command = try program.command(named: first)
      let option = rest.prefix { $0 != "--" }.lazy.compactMap(StandardOption.init).first
      self = option.map { Request($0, about: command) } ?? .run(command, rest)
    }
  }

  private init(_ option: StandardOption, about command: Command?) {
    switch option {
    case .version: self = .version
    case .help: self = .help(command)
    }
  }

  private static func unknownOption(_ token: String) -> CommandError {
    let known = StandardOption.allCases.map(\.name)
    let hint = Spelling.nearest(to: String(token.drop { $0 == "-" }), among: known).map { " Did you mean '--\($0)'?" }
    return CommandError(.usage, "Unknown option '\(token)'.\(hint ?? "")")
  }
}

/// The options that every command has without declaring them.
enum StandardOption: CaseIterable, Sendable {
  case version, help

  var name: String {
    switch self {
    case .version: "version"
    case .help: "help"
    }
  }

  /// Every way to type it.
  var spellings: [String] {
    switch self {
    case .version: ["--version"]
    case .help: ["-h", "--help"]
    }
  }

  var summary: String {
    switch self {
    case .version: "Show the version."
    case .help: "Show help information."
    }
  }

  /// The option that a token is, if it is one.
  init?(_ token: String) {
    guard let found = Self.allCases.first(where: { $0.spellings.contains(token) }) else { return nil }
    self = found
  }
}
