import Constants
import JSON

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
