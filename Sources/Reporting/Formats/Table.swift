/// A table of texts: laid out in columns for a terminal, or as Markdown, where the first line is the head.
package struct Table {
  /// How a column is set.
  package enum Alignment {
    case left, right
  }

  /// A line of the table.
  package enum Line {
    case cells([String])
    /// A line that is set as it is, across all columns: a title, a remark. Not for Markdown.
    case free(String)
  }

  private static let gap = "  "

  private let alignments: [Alignment]
  private let lines: [Line]

  /// A table of any lines.
  package init(_ alignments: [Alignment], lines: [Line]) {
    self.alignments = alignments
    self.lines = lines
  }

  /// A table of rows; the columns in `right` are aligned to the right.
  package init(_ rows: [[String]], right: Set<Int> = []) {
    let count = rows.map(\.count).max() ?? 0
    self.init((0..<count).map { right.contains($0) ? .right : .left }, lines: rows.map { .cells($0) })
  }

  // MARK: Text

  /// The lines, rows of cells `indent` blanks from the margin, without blanks at their ends; `style` may colour a cell.
  package func text(
    indent: Int = 2, style: (_ line: Int, _ column: Int, _ cell: String) -> String = { $2 }
  ) -> [String] {
    let widths = alignments.indices.map(width)
    return lines.enumerated().map { index, line in
      switch line {
      case .free(let text): text
      case .cells(let cells): String(repeating: " ", count: indent) + row(cells, widths) { style(index, $0, $1) }
      }
    }
  }

  /// As wide as the widest cell; but what a row ends with takes no room from the rows that go on.
  private func width(of column: Int) -> Int {
    lines.reduce(0) { width, line in
      guard case .cells(let cells) = line, column < cells.count else { return width }
      return alignments[column] == .left && column == cells.count - 1 ? width : max(width, cells[column].count)
    }
  }

  private func row(_ cells: [String], _ widths: [Int], _ style: (Int, String) -> String) -> String {
    // Blanks behind the last cell are never wanted, and a style would hide them from trimming.
    let last = cells.lastIndex { !$0.isEmpty } ?? 0
    let texts = cells.indices.prefix(last + 1).map { column in
      let padding = String(repeating: " ", count: max(0, widths[column] - cells[column].count))
      switch alignments[column] {
      case .right: return padding + style(column, cells[column])
      case .left: return style(column, cells[column]) + (column == last ? "" : padding)
      }
    }
    return texts.joined(separator: Self.gap)
  }

  // MARK: Markdown

  /// The lines of the table in Markdown; the cells are plain words.
  package var markdown: [String] {
    let rows = lines.compactMap { line -> [String]? in
      guard case .cells(let cells) = line else { return nil }
      return cells.map(MarkdownText.escaped)
    }
    let right = Set(alignments.indices.filter { alignments[$0] == .right })
    return MarkdownText.head(rows.first ?? [], right: right) + rows.dropFirst().map(MarkdownText.row)
  }
}

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

/// Fills lines with pieces of text.
package enum LineFilling {
  /// The pieces in lines of at most `width` characters, a blank between any two; a longer piece has a line of its own.
  package static func fill(_ pieces: [String], width: Int) -> [String] {
    pieces.reduce(into: []) { lines, piece in
      if let last = lines.last, last.count + 1 + piece.count <= width {
        lines[lines.count - 1] = "\(last) \(piece)"
      } else {
        lines.append(piece)
      }
    }
  }
}
