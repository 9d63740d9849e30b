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
