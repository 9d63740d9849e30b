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
