import Foundation
import IntervalArithmetic
import RealArithmetic

/// A number that a reference file gives to some digits: the exact value is at most `radius` away from the printed one.
struct ReferenceNumber: Sendable {
  let value: Rational
  let radius: Rational

  /// Reads a decimal that is rounded to nearest in its last digit; whole numbers are exact, as the files' README says.
  init(parsing text: String) throws {
    value = try Rational(parsing: text)
    let parts = text.split(separator: "e")
    guard let point = parts[0].firstIndex(of: ".") else {
      radius = 0
      return
    }
    let places = parts[0].distance(from: point, to: parts[0].endIndex) - 1
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    radius = Rational(5, timesTenTo: exponent - places - 1)
  }

  /// The tightest interval around all numbers that print like this one.
  var enclosure: Interval { Interval(enclosing: value - radius, through: value + radius) }

  /// Whether a bounded interval may hold the exact value.
  func isConsistent(with interval: Interval) -> Bool {
    guard let lower = Rational(exactly: interval.lowerBound), let upper = Rational(exactly: interval.upperBound)
    else { return false }
    return lower <= value + radius && value - radius <= upper
  }
}

/// A table of `Tests/References`: arguments as exact decimals, values as 40-digit decimals.
struct ReferenceTable {
  struct Row: Sendable {
    let texts: [String: String]

    /// An argument: the decimal stands for itself.
    func exact(_ column: String) throws -> Rational { try Rational(parsing: texts[column] ?? "") }

    /// A value, rounded to its digits.
    func number(_ column: String) throws -> ReferenceNumber { try ReferenceNumber(parsing: texts[column] ?? "") }
  }

  let rows: [Row]

  init(_ name: String) throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../References/\(name).tsv")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    let columns = lines.first ?? []
    rows = lines.dropFirst().map { Row(texts: Dictionary(uniqueKeysWithValues: zip(columns, $0))) }
  }
}
