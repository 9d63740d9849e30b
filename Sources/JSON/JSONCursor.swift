/// A place inside a JSON value, reached by a path that complaints name.
package struct JSONCursor {
  package let value: JSONValue
  /// Such as `claims[3].verdict`; empty for the whole file.
  package let path: String

  package init(_ value: JSONValue, path: String = "") {
    self.value = value
    self.path = path
  }

  /// The top level of a text.
  ///
  /// Throws: `JSONError` with the line, if the text is not JSON.
  package init(parsing text: String) throws(JSONError) {
    do {
      self.init(try JSONParser.parse(text))
    } catch {
      throw .syntax(line: error.line, column: error.column, expected: error.expected)
    }
  }

  /// The member with a key, which has to be there.
  package func member(_ key: String) throws(JSONError) -> JSONCursor {
    guard case .object(let members) = value else { throw unexpected("an object") }
    let path = path.isEmpty ? key : "\(path).\(key)"
    guard let member = members[key] else { throw JSONError.value(path, expected: "a value", found: "nothing") }
    return JSONCursor(member, path: path)
  }

  /// The elements of an array.
  package func elements() throws(JSONError) -> [JSONCursor] {
    guard case .array(let elements) = value else { throw unexpected("an array") }
    return elements.enumerated().map { JSONCursor($1, path: "\(path)[\($0)]") }
  }

  /// A text.
  package func string(_ expected: String = "a string") throws(JSONError) -> String {
    guard case .string(let text) = value else { throw unexpected(expected) }
    return text
  }

  /// The complaint that something else should stand here.
  package func unexpected(_ expected: String) -> JSONError {
    .value(path.isEmpty ? "the top level" : path, expected: expected, found: value.shortDescription)
  }
}

extension JSONValue {
  /// The value in a few words.
  fileprivate var shortDescription: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .number: "a number"
    case .string(let text): text.count <= 40 ? "'\(text)'" : "'\(text.prefix(37))...'"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
