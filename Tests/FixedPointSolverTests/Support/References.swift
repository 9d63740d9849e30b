import Foundation
import IntervalArithmetic
import MultiPrecision
import RealArithmetic

/// A number of a reference file: the exact value is at most half a unit of the last digit away from the printed one, and
/// a whole number is exact.
struct ReferenceNumber: Sendable {
  let lower: Rational
  let upper: Rational

  init(parsing text: String) throws {
    let value = try Rational(parsing: text)
    let parts = text.split(separator: "e")
    let places = parts[0].split(separator: ".").dropFirst().first?.count
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let radius = places.map { Rational(5, timesTenTo: exponent - $0 - 1) } ?? 0
    (lower, upper) = (value - radius, value + radius)
  }

  /// Whether an interval holds all numbers that the text may stand for.
  func isInside(_ interval: Interval) -> Bool {
    guard let least = Rational(exactly: interval.lowerBound), let greatest = Rational(exactly: interval.upperBound)
    else { return interval.isEntire }
    return least <= lower && upper <= greatest
  }

  /// Whether an interval, as narrow as the text or narrower, may hold the exact number.
  func isConsistent(with interval: DyadicInterval) -> Bool {
    interval.isBounded && Rational(interval.lowerBound) <= upper && lower <= Rational(interval.upperBound)
  }
}

/// A table of reference numbers, its rows by the names of the columns.
struct ReferenceTable: Sendable {
  struct Row: Sendable, CustomStringConvertible {
    let texts: [String: String]

    func exact(_ column: String) throws -> Rational { try Rational(parsing: texts[column] ?? "") }

    func number(_ column: String) throws -> ReferenceNumber { try ReferenceNumber(parsing: texts[column] ?? "") }

    var description: String {
      texts.filter { $0.value.count < 6 }.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        .joined(separator: ", ")
    }
  }

  let rows: [Row]

  /// Reads a table beside the tests, or, with `shared`, one of Tests/References.
  init(_ name: String, shared: Bool = false) throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent(shared ? "../../References" : "../References").appendingPathComponent("\(name).tsv")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    let columns = lines.first ?? []
    rows = lines.dropFirst().map { Row(texts: Dictionary(uniqueKeysWithValues: zip(columns, $0))) }
  }

  static let fixedPoints = Result { try ReferenceTable("fixed-points") }
  static let parameters = Result { try ReferenceTable("parameters") }

  /// A number of constants.tsv.
  static func constant(_ name: String) throws -> ReferenceNumber {
    let row = try ReferenceTable("constants", shared: true).rows.first { $0.texts["name"] == name }
    return try ReferenceNumber(parsing: row?.texts["value"] ?? "")
  }
}
