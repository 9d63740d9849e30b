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

/// How the texts given for a parameter become its value: one of them, perhaps none, or all.
///
/// Keeping this as a function of the texts, instead of storing parsed values, is what makes the typed look-up
/// `arguments[parameter]` possible without a cast.
struct Reading<Value: Sendable>: Sendable {
  let value: @Sendable (_ texts: [String], _ declaration: Declaration) throws -> Value

  static func first(_ parser: ValueParser<Value>, default text: String? = nil) -> Self {
    Reading { texts, declaration in
      guard let text = texts.first ?? text else { throw declaration.isMissing }
      return try declaration.read(text, with: parser)
    }
  }

  static func optional<Wrapped>(_ parser: ValueParser<Wrapped>) -> Self where Value == Wrapped? {
    Reading { texts, declaration in try texts.first.map { try declaration.read($0, with: parser) } }
  }

  static func all<Element>(_ parser: ValueParser<Element>) -> Self where Value == [Element] {
    Reading { texts, declaration in
      if texts.isEmpty && declaration.occurrence.isRequired { throw declaration.isMissing }
      return try texts.map { try declaration.read($0, with: parser) }
    }
  }
}

/// `--name <value>` or `--name=<value>`.
///
/// The initializer decides the type of the value: with a default `Value`, without one `Value?`; `required` gives
/// `Value` and `repeated` gives `[Value]`.
struct Option<Value: Sendable>: Parameter {
  let declaration: Declaration
  private let read: Reading<Value>

  /// An option that reads `default`, as if it had been typed, when it is not given.
  init(_ name: String, _ valueName: String, _ parser: ValueParser<Value>, default text: String, help: String) {
    self.init(name, valueName, parser, .optional, help, default: text, read: .first(parser, default: text))
  }

  /// An option that is `nil` when it is not given.
  init<Wrapped>(_ name: String, _ valueName: String, _ parser: ValueParser<Wrapped>, help: String)
  where Value == Wrapped? {
    self.init(name, valueName, parser, .optional, help, read: .optional(parser))
  }

  /// An option that has to be given.
  static func required(_ name: String, _ valueName: String, _ parser: ValueParser<Value>, help: String) -> Self {
    Option(name, valueName, parser, .required, help, read: .first(parser))
  }

  /// An option that may be given several times; its values in the order of the command line.
  static func repeated<Element>(_ name: String, _ valueName: String, _ parser: ValueParser<Element>, help: String)
    -> Self where Value == [Element]
  {
    Option(name, valueName, parser, .repeated, help, read: .all(parser))
  }

  private init<Element>(
    _ name: String, _ valueName: String, _ parser: ValueParser<Element>, _ occurrence: Occurrence, _ help: String,
    default text: String? = nil, read: Reading<Value>
  ) {
    self.read = read
    declaration = Declaration(
      role: .option, name: name, valueName: valueName, help: help, occurrence: occurrence, defaultText: text,
      vocabulary: parser.vocabulary)
  }

  func value(from texts: [String]) throws -> Value { try read.value(texts, declaration) }
}

/// A positional argument; shown as `<name>`. Commands list them in the order in which they are filled.
///
/// As for an option, the initializer decides the type of the value.
struct Argument<Value: Sendable>: Parameter {
  let declaration: Declaration
  private let read: Reading<Value>

  /// An argument that has to be given.
  init(_ name: String, _ parser: ValueParser<Value>, help: String) {
    self.init(name, parser, .required, help, read: .first(parser))
  }

  /// An argument that may be left out.
  static func optional<Wrapped>(_ name: String, _ parser: ValueParser<Wrapped>, help: String) -> Self
  where Value == Wrapped? {
    Argument(name, parser, .optional, help, read: .optional(parser))
  }

  /// All that is left on the command line; stands last, and takes at least one value if `required`.
  static func variadic<Element>(
    _ name: String, _ parser: ValueParser<Element>, required: Bool = false, help: String
  ) -> Self where Value == [Element] {
    Argument(name, parser, required ? .repeatedAtLeastOnce : .repeated, help, read: .all(parser))
  }

  private init<Element>(
    _ name: String, _ parser: ValueParser<Element>, _ occurrence: Occurrence, _ help: String, read: Reading<Value>
  ) {
    self.read = read
    declaration = Declaration(
      role: .argument, name: name, valueName: name, help: help, occurrence: occurrence, vocabulary: parser.vocabulary)
  }

  func value(from texts: [String]) throws -> Value { try read.value(texts, declaration) }
}

/// `--name`: true if it is given. Giving it twice says nothing new and is no error.
struct Flag: Parameter {
  let declaration: Declaration

  init(_ name: String, help: String) {
    declaration = Declaration(role: .flag, name: name, valueName: "", help: help, occurrence: .optional)
  }

  func value(from texts: [String]) -> Bool { !texts.isEmpty }
}
