import Constants

/// The table of constants as Markdown.
public enum ConstantsMarkdown {
  /// The text; it ends with a new line.
  public static func text(_ table: ConstantsTable) -> String {
    let rows = ConstantsRows(table: table)
    let head = ["## SELU constants for \(MarkdownText.escaped(rows.targetText))", "", rows.countSentence]
    return (head + table.solutions.flatMap(lines)).map { $0 + "\n" }.joined()
  }

  /// The tables of one solution, an empty line before each.
  static func lines(_ solution: ConstantsTable.Solution) -> [String] {
    let tables =
      [
        tableLines(["number", "value"], ConstantsRows.digits(solution)),
        tableLines(ConstantsRows.formatHead, ConstantsRows.formats(solution), right: [5]),
        tableLines(ConstantsRows.displacementHead, ConstantsRows.displacements(solution), right: [1, 2]),
      ]
      + (solution.literals.isEmpty
        ? []
        : [
          tableLines(ConstantsRows.literalHead(solution), ConstantsRows.literals(solution), right: Set(2...9)),
          tableLines(ConstantsRows.sourceHead, ConstantsRows.literalSources(solution)),
        ])
    return tables.flatMap { [""] + $0 }
  }

  private static func tableLines(_ head: [String], _ rows: [[String]], right: Set<Int> = []) -> [String] {
    MarkdownText.head(head, right: right) + rows.map { MarkdownText.row($0.map(MarkdownText.escaped)) }
  }
}
