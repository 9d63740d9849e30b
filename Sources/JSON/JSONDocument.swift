/// A file or a result of the program as JSON: `format`, `version` and `tool` come first, so that its beginning says what it
/// is; the other members follow in alphabetical order.
package struct JSONDocument: Sendable {
  /// What kinds of documents there are, and which versions of them this program writes and reads.
  package struct Format: Equatable, Sendable {
    /// Such as `selu-proof check`.
    package let name: String
    /// Grows when a member goes or changes its meaning; not when one is added.
    package let version: Int

    /// A format.
    package init(_ name: String, version: Int) {
      self.name = name
      self.version = version
    }

    /// Throws the `JSONError` that a document deserves which is not of this format and version.
    package func check(_ document: JSONCursor) throws(JSONError) {
      guard case .object(let members) = document.value else { throw document.unexpected("an object") }
      switch members["format"] {
      case .string(name)?: break
      case .string(let other)?: throw .format(expected: name, found: other)
      default: throw .format(expected: name, found: nil)
      }
      let found = try document.member("version")
      guard case .integer(let number) = found.value else { throw found.unexpected("an integer") }
      guard number == version else { throw .version(expected: version, found: number) }
    }
  }

  private let head: [(key: String, value: JSONValue)]
  private let members: [String: JSONValue]

  /// A document; of its members those count that are not in the head.
  package init(_ format: Format, tool: (name: String, version: String), _ members: [String: JSONValue]) {
    head = [
      ("format", .string(format.name)), ("version", .integer(format.version)),
      ("tool", .object(["name": .string(tool.name), "version": .string(tool.version)])),
    ]
    self.members = members
  }

  /// The text; it ends with a new line.
  ///
  /// Throws: only what Foundation's encoder throws, which no document is known to cause.
  package func text() throws -> String {
    let names = Set(head.map(\.key))
    let rest = members.sorted { $0.key < $1.key }.filter { !names.contains($0.key) }
    // The encoder knows no order but that of the alphabet: each member is encoded by itself, and loses its braces.
    let lines = try (head + rest).map { key, value in
      String(try JSONValue.object([key: value]).text().dropFirst("{\n".count).dropLast("\n}\n".count))
    }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }
}

/// What stands in a JSON document behind its head. A type is a kind of document, so that what a member means, and the version
/// that says when it has changed, stand in one place.
package protocol JSONContent {
  /// The name and the version.
  static var format: JSONDocument.Format { get }
  /// All members but those of the head.
  var members: [String: JSONValue] { get throws }
}
