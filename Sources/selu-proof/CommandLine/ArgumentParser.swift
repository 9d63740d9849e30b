/// Takes a command line apart according to the declarations of a command.
///
/// `--` ends the options. An option takes the token after it whatever that looks like, so that `--mean -0.1` works,
/// unless it is `--` or an option of the command, in which case the value has been forgotten.
struct ArgumentParser {
  private let declarations: [Declaration]
  private let command: Command
  private var parsed: ParsedArguments
  private var positionals: [String] = []

  private init(_ command: Command) {
    self.command = command
    declarations = command.parameters.map(\.declaration)
    parsed = ParsedArguments(of: command)
  }

  /// The arguments of `command`, all of them valid.
  static func parse(_ tokens: some Sequence<String>, for command: Command) throws -> ParsedArguments {
    var parser = ArgumentParser(command)
    try parser.consume(Array(tokens)[...])
    try parser.assignPositionals()
    for parameter in command.parameters { try parser.validate(parameter) }
    return parser.parsed
  }

  private mutating func consume(_ tokens: ArraySlice<String>) throws {
    var rest = tokens
    while let token = rest.popFirst() {
      if token == "--" {
        positionals += rest
        return
      } else if token.hasPrefix("-") && token != "-" {
        try consumeOption(token, &rest)
      } else {
        positionals.append(token)
      }
    }
  }

  private mutating func consumeOption(_ token: String, _ rest: inout ArraySlice<String>) throws {
    let parts = token.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = parts[0]
    guard let declaration = declarations.first(where: { $0.role != .argument && $0.key == name }) else {
      throw StandardOption(name) == nil ? unknownOption(name) : surplusValue(name)
    }
    if declaration.role == .flag {
      guard parts.count == 1 else { throw surplusValue(name) }
      return parsed.append("", to: declaration)
    }
    let isRepetition = try !parsed.texts(for: declaration).isEmpty
    guard declaration.occurrence.isRepeated || !isRepetition else {
      throw CommandError(.usage, "The option '\(declaration.label)' may be given only once.")
    }
    parsed.append(parts.count == 2 ? parts[1] : try value(of: declaration, from: &rest), to: declaration)
  }

  private func value(of declaration: Declaration, from rest: inout ArraySlice<String>) throws -> String {
    guard let token = rest.first, token != "--", !isKnownOption(token) else {
      throw CommandError(.usage, "Missing value for '\(declaration.label)'.")
    }
    rest.removeFirst()
    return token
  }

  private func isKnownOption(_ token: String) -> Bool {
    let name = token.prefix { $0 != "=" }
    return declarations.contains { $0.role != .argument && $0.key == name }
  }

  private mutating func assignPositionals() throws {
    var rest = positionals[...]
    for declaration in declarations where declaration.role == .argument {
      let count = declaration.occurrence.isRepeated ? rest.count : min(1, rest.count)
      for text in rest.prefix(count) { parsed.append(text, to: declaration) }
      rest.removeFirst(count)
    }
    guard let surplus = rest.first else { return }
    throw CommandError(.usage, "Unexpected argument '\(surplus)'.")
  }

  private func validate(_ parameter: some Parameter) throws {
    _ = try parsed[parameter]
  }

  private func surplusValue(_ name: String) -> CommandError {
    CommandError(.usage, "The flag '\(name)' does not take a value.")
  }

  private func unknownOption(_ name: String) -> CommandError {
    let known = declarations.filter { $0.role != .argument }.map(\.name) + StandardOption.allCases.map(\.name)
    let nearest = Spelling.nearest(to: String(name.drop { $0 == "-" }), among: known)
    let hint = nearest.map { " Did you mean '--\($0)'?" } ?? ""
    return CommandError(.usage, "Unknown option '\(name)'.\(hint)")
  }
}

/// The command line of one command, taken apart; every text in it has been found acceptable to its parameter.
struct ParsedArguments: Sendable {
  private let command: String
  private var texts: [String: [String]] = [:]

  init(of command: Command) {
    self.command = command.name
    for parameter in command.parameters { texts[parameter.declaration.key] = [] }
  }

  /// The value of a parameter. Throws only if the command does not declare the parameter, a mistake of its author.
  subscript<P: Parameter>(parameter: P) -> P.Value {
    get throws { try parameter.value(from: texts(for: parameter.declaration)) }
  }

  /// Whether the parameter stands on the command line, as opposed to having its default.
  func isGiven(_ parameter: some Parameter) -> Bool { texts[parameter.declaration.key]?.isEmpty == false }

  /// The texts given for a parameter, in order.
  func texts(for declaration: Declaration) throws -> [String] {
    guard let found = texts[declaration.key] else {
      throw CommandError(.internalError, "The command '\(command)' does not declare '\(declaration.label)'.")
    }
    return found
  }

  /// Adds a text for a parameter.
  mutating func append(_ text: String, to declaration: Declaration) {
    texts[declaration.key, default: []].append(text)
  }
}
