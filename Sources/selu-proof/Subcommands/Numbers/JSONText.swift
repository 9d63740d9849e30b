import Foundation

/// Results as JSON, in the form of the other reports: keys in alphabetical order, two blanks a level, a new line at the
/// end.
enum JSONText {
  static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}

/// What made a report.
struct ToolMark: Encodable {
  let name = "selu-proof"
  let version = Version.string
}
