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
