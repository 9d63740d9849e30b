import GridChecker
import Foundation
import RealArithmetic
import SELUClaims
import SELUTheorem

/// The list of what the paper prints, `Proofs/arb/claims.json`.
struct PaperClaims: Decodable {
  /// A string, or several, with or without names.
  enum Texts: Decodable, Equatable {
    case one(String)
    case several([String])
    case named([String: String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .one(text)
      } else if let texts = try? container.decode([String].self) {
        self = .several(texts)
      } else {
        self = .named(try container.decode([String: String].self))
      }
    }

    /// The texts in one line, with their names if they have any.
    var text: String {
      switch self {
      case .one(let text): text
      case .several(let texts): texts.joined(separator: ", ")
      case .named(let texts): texts.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }.joined(separator: ", ")
      }
    }

    var isUnbounded: Bool { all.contains { $0.hasSuffix("inf") } }

    var all: [String] {
      switch self {
      case .one(let text): [text]
      case .several(let texts): texts
      case .named(let texts): texts.sorted { $0.key < $1.key }.map(\.value)
      }
    }
  }

  struct Entry: Decodable {
    let id: String
    let source: String
    let kind: String
    let domain: String
    let relation: String
    let bound: Texts
    let theorem: String
    let statement: String
    let reading: String?
    let at: [String: Texts]?
  }

  let claims: [Entry]
  let domains: [String: [String: Texts]]

  /// The bounded ranges of a domain.
  func ranges(of domain: String) throws -> [Variable: ExactRange] {
    try Self.ranges(domains[domain] ?? [:])
  }

  /// The ranges of variables by their names; anything else, and ranges that are not bounded, are left out.
  static func ranges(_ texts: [String: Texts]) throws -> [Variable: ExactRange] {
    var ranges: [Variable: ExactRange] = [:]
    for (name, texts) in texts {
      guard let variable = Variable(rawValue: name), !texts.isUnbounded else { continue }
      let numbers = try texts.all.map { try Rational(parsing: $0) }
      ranges[variable] = ExactRange(numbers[0], numbers[numbers.count - 1])
    }
    return ranges
  }

  /// The ranges of a domain that are not bounded.
  func openRanges(of domain: String) -> [Variable: Domain.OpenRange] {
    var ranges: [Variable: Domain.OpenRange] = [:]
    for (name, texts) in domains[domain] ?? [:] {
      guard let variable = Variable(rawValue: name), texts.isUnbounded else { continue }
      ranges[variable] = Domain.OpenRange(rawValue: "(\(texts.text))")
    }
    return ranges
  }

  /// The list as the Arb replay reads it, which was made from the paper before the program.
  static let url = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("../../../Proofs/arb/claims.json").standardizedFileURL

  static func load() throws -> PaperClaims {
    try JSONDecoder().decode(PaperClaims.self, from: Data(contentsOf: url))
  }
}
