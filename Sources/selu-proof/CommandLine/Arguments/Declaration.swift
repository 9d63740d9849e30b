/// Everything about one parameter that does not depend on the type of its value: what help, completion and the
/// parser of the command line have to know.
struct Declaration: Sendable {
  enum Role: Sendable {
    case argument, option, flag
  }

  let role: Role
  /// The name without dashes or angle brackets.
  let name: String
  /// What stands for the value in help; empty for a flag.
  let valueName: String
  let help: String
  let occurrence: Occurrence
  /// The text that is read when none is given.
  var defaultText: String?
  var vocabulary = Vocabulary()

  /// The parameter as it is typed: `--threads`, `<id>`.
  var key: String { role == .argument ? "<\(valueName)>" : "--\(name)" }

  /// The parameter as help and complaints call it: `--threads <n>`, `<id>`.
  var label: String { role == .option ? "\(key) <\(valueName)>" : key }
}

/// How often a parameter may stand on the command line.
enum Occurrence: Sendable {
  case optional, required, repeated, repeatedAtLeastOnce

  var isRequired: Bool { self == .required || self == .repeatedAtLeastOnce }
  var isRepeated: Bool { self == .repeated || self == .repeatedAtLeastOnce }
}

/// A parameter of a command, which is also the typed key to its value: `try arguments[threads]`.
protocol Parameter<Value>: Sendable {
  associatedtype Value

  var declaration: Declaration { get }

  /// The value that these texts, in the order of the command line, stand for.
  func value(from texts: [String]) throws -> Value
}

extension Declaration {
  /// Reads one text, and names this parameter in the sentence if the text is not acceptable.
  func read<Value>(_ text: String, with parser: ValueParser<Value>) throws -> Value {
    do {
      return try parser.parse(text)
    } catch let error as InvalidValue {
      throw CommandError(.usage, error.sentence(about: label))
    }
  }

  /// The complaint that a required parameter is not there.
  var isMissing: CommandError {
    CommandError(.usage, "Missing expected \(role == .argument ? "argument" : "option") '\(label)'.")
  }
}
