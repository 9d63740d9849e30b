import Constants
import JSON
import MultiPrecision
import RealArithmetic

// The numbers of alpha dropout in their forms.
extension DropoutTable {
  /// The numbers for people; ends with a new line.
  public var text: String {
    let head = ["rate \(rate), keeping \(target)"]
    let blocks = solutions.enumerated().flatMap { index, solution in
      ["", solutions.count > 1 ? "Solution \(index + 1)" : nil].compactMap { $0 } + solution.lines
    }
    return (head + blocks).map { $0 + "\n" }.joined()
  }

  /// The numbers for programs; ends with a new line. Throws only what Foundation's encoder throws.
  public func json(tool: Report.Tool) throws -> String {
    try JSONDocument(self, tool: tool).text()
  }

}

/// The numbers of alpha dropout.
extension DropoutTable: JSONContent {
  package static let format = JSONDocument.Format("selu-proof dropout", version: 1)

  package var members: [String: JSONValue] {
    [
      "target": ConstantsJSON.target(target), "rate": .string(rate.description), "digits": .integer(digits),
      "solutions": .array(
        solutions.map {
          .object([
            "saturation": .string($0.saturation), "a": .string($0.a), "b": .string($0.b),
            "mean": ConstantsJSON.bounds($0.mean), "variance": ConstantsJSON.bounds($0.variance),
          ])
        }),
    ]
  }
}

extension DropoutTable.Solution {
  fileprivate var lines: [String] {
    Table([
      ["alpha'", saturation], ["a", a], ["b", b], ["deviation of the mean", meanError.outwardText],
      ["deviation of the variance", varianceError.outwardText],
    ]).text()
  }
}

extension DyadicInterval {
  /// Bounds with 2 digits, rounded outward.
  fileprivate var outwardText: String {
    outwardDecimals(significantDigits: 2).map { "[\($0.lower), \($0.upper)]" } ?? description
  }
}
