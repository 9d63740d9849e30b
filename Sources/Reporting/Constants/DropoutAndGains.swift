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

// The gains in their forms.
extension GainTable {
  private static let head = ["function", "E f", "E f^2", "gain (second moment)", "gain (variance)"]
  private static let literalHead = ["function", "literal", "makes 1 the", "error", "source"]

  /// The numbers, and what libraries have, with their heads.
  private var tables: [Table] {
    let numbers = rows.map { [$0.function.name, $0.mean, $0.secondMoment, $0.gain, $0.varianceGain] }
    let literals = rows.flatMap { row in
      row.comparisons.map {
        [row.function.name, $0.literal.text, $0.literal.measure.rawValue, $0.error, $0.literal.source]
      }
    }
    return [Table([Self.head] + numbers), Table([Self.literalHead] + literals)]
  }

  /// What the numbers are.
  private var sentence: String {
    "Z ~ N(0, 1); slope of leaky_relu \(slope.shortText). Initialisations use the gain G that keeps the second moment: tau = G^2."
  }

  /// The tables for people; ends with a new line.
  public var text: String {
    ([sentence, ""] + tables[0].text() + ["", "Gains in libraries"] + tables[1].text()).map { $0 + "\n" }.joined()
  }

  /// The tables as Markdown; ends with a new line.
  public var markdown: String { (["## Gains", ""] + markdownLines).map { $0 + "\n" }.joined() }

  /// The tables as Markdown without a title.
  var markdownLines: [String] {
    [MarkdownText.escaped(sentence), ""] + tables[0].markdown + [""] + tables[1].markdown
  }

  /// The numbers for programs; ends with a new line. Throws only what Foundation's encoder throws.
  public func json(tool: Report.Tool) throws -> String {
    try JSONDocument(self, tool: tool).text()
  }
}

/// Gains for initialisations.
extension GainTable: JSONContent {
  package static let format = JSONDocument.Format("selu-proof gain", version: 1)

  package var members: [String: JSONValue] {
    [
      "digits": .integer(digits), "slope": .string(slope.description),
      "functions": .array(rows.map { .object($0.members) }),
    ]
  }
}

extension GainTable.Row {
  fileprivate var members: [String: JSONValue] {
    [
      "function": .string(function.name), "mean": .string(mean), "secondMoment": .string(secondMoment),
      "gain": .string(gain), "varianceGain": .string(varianceGain),
      "literals": .array(
        comparisons.map {
          .object([
            "literal": .string($0.literal.text), "measure": .string($0.literal.measure.rawValue),
            "source": .string($0.literal.source), "error": .string($0.error),
          ])
        }),
    ]
  }
}
