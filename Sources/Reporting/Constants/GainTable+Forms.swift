import Constants
import JSON

// The gains in their forms.
extension GainTable {
  private static let head = ["function", "E f", "E f^2", "gain (second moment)", "gain (variance)"]
  private static let literalHead = ["function", "literal", "makes 1 the", "error", "source"]

  private var numbers: [[String]] {
    rows.map { [$0.function.name, $0.mean, $0.secondMoment, $0.gain, $0.varianceGain] }
  }

  private var literals: [[String]] {
    rows.flatMap { row in
      row.comparisons.map {
        [row.function.name, $0.literal.text, $0.literal.measure.rawValue, $0.error, $0.literal.source]
      }
    }
  }

  /// What the numbers are.
  private var sentence: String {
    "Z ~ N(0, 1); slope of leaky_relu \(slope.shortText). Initialisations use the gain G that keeps the second moment: tau = G^2."
  }

  /// The tables for people; ends with a new line.
  public var text: String {
    let tables = [[Self.head] + numbers, [Self.literalHead] + literals].map { rows in
      TextTable(Array(repeating: .left, count: 5), lines: rows.map { .cells($0) }).render()
    }
    return ([sentence, ""] + tables[0] + ["", "Gains in libraries"] + tables[1]).map { $0 + "\n" }.joined()
  }

  /// The tables as Markdown; ends with a new line.
  public var markdown: String { (["## Gains", ""] + markdownLines).map { $0 + "\n" }.joined() }

  /// The tables as Markdown without a title.
  var markdownLines: [String] {
    let escaped = { (rows: [[String]]) in rows.map { MarkdownText.row($0.map(MarkdownText.escaped)) } }
    let heads = [Self.head, Self.literalHead].map { MarkdownText.head($0.map(MarkdownText.escaped)) }
    return [MarkdownText.escaped(sentence), ""] + heads[0] + escaped(numbers) + [""] + heads[1] + escaped(literals)
  }

  /// The numbers for programs; ends with a new line. Throws only what Foundation's encoder throws.
  public func json(tool: Report.Tool) throws -> String {
    try JSONDocument(.gain, tool: tool, members).text()
  }

  /// Everything but the head of the document.
  var members: [String: JSONValue] {
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
