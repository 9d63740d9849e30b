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

/// Why a text is not the JSON that it should be.
public enum JSONError: Error, Equatable, Sendable {
  /// It is not JSON: the line and the column in bytes, from 1, where that shows, and what should stand there.
  case syntax(line: Int, column: Int, expected: String)
  /// A value is not what it has to be: its path, as `claims[3].verdict`, and two noun phrases.
  case value(String, expected: String, found: String)
  /// It is a document of another format, or of none.
  case format(expected: String, found: String?)
  /// It is of the right format, but of a version that this program does not read.
  case version(expected: Int, found: Int)
}

extension JSONError: CustomStringConvertible {
  /// What is wrong, to stand behind the name of the file and before a full stop.
  public var description: String {
    switch self {
    case .syntax(let line, let column, let expected): "line \(line), column \(column): expected \(expected)"
    case .value(let path, let expected, let found): "\(path): expected \(expected), found \(found)"
    case .format(let expected, let found):
      "format: expected '\(expected)', found \(found.map { "'\($0.prefix(40))'" } ?? "none")"
    case .version(let expected, let found): "version: expected \(expected), found \(found)"
    }
  }

  /// A sentence about the file that was read as what `noun` says, such as `baseline`.
  public func sentence(about path: String, readAs noun: String) -> String {
    switch self {
    case .syntax, .value: "The \(noun) '\(path)' is damaged at \(description)."
    case .format(let expected, let found):
      "The file '\(path)' is no \(noun): it says "
        + (found.map { "that its format is '\($0.prefix(40))', not '\(expected)'." }
          ?? "nothing of its format, '\(expected)'.")
    case .version(let expected, let found):
      "The \(noun) '\(path)' is of version \(found) of its format, but this program reads version \(expected)."
    }
  }
}
