import Foundation
import JSON
import Reporting

/// Results that encode themselves, as documents in the form of the others.
enum JSONText {
  /// The document of a format: what the value encodes, which has to be an object, behind the head.
  static func of(_ value: some Encodable, format: JSONDocument.Format) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let text = String(decoding: try encoder.encode(value), as: UTF8.self)
    guard case .object(let members) = try JSONParser.parse(text) else {
      throw CommandError(.internalError, "The result is no object.")
    }
    return try JSONDocument(format, tool: .seluProof, members).text()
  }
}

extension JSONDocument.Format {
  /// Mean and variance behind layers.
  static let map = Self("selu-proof map", version: 1)
  /// Fixed points in a box.
  static let fixedPoint = Self("selu-proof fixed-point", version: 1)
}
