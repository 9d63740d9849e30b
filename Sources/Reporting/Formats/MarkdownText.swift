/// Texts inside Markdown (GitHub's flavour).
enum MarkdownText {
  /// `text` as words: nothing in it is markup, and it fits into a cell of a table.
  static func escaped(_ text: String) -> String {
    text.map { character in
      if character.isNewline { return " " }
      return "\\`*_[]<>|~$&#".contains(character) ? "\\\(character)" : String(character)
    }.joined()
  }

  /// A name as code; names hold neither accents nor bars.
  static func code(_ name: String) -> String { "`\(name)`" }

  /// A row of a table.
  static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }

  /// The head of a table and the line below it; the columns in `right` are aligned to the right.
  static func head(_ titles: [String], right: Set<Int> = []) -> [String] {
    [row(titles), row(titles.indices.map { right.contains($0) ? "---:" : "---" })]
  }
}
