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
