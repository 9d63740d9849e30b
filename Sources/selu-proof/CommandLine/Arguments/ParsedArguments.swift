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
