/// Rows of cells, laid out in columns as wide as their widest cell.
struct TextTable {
  enum Alignment {
    case left, right
  }

  /// A line of the table.
  enum Line {
    case cells([String])
    /// A line that is set as it is, across all columns: a title, a remark.
    case free(String)
  }

  static let gap = "  "

  let alignments: [Alignment]
  let lines: [Line]
  private let widths: [Int]

  init(_ alignments: [Alignment], lines: [Line]) {
    self.alignments = alignments
    self.lines = lines
    widths = alignments.indices.map { column in
      lines.reduce(0) { width, line in
        guard case .cells(let cells) = line, column < cells.count else { return width }
        return max(width, cells[column].count)
      }
    }
  }

  /// The lines, rows of cells behind a gap, without blanks at their ends; `style` may colour a cell.
  func render(style: (_ line: Int, _ column: Int, _ cell: String) -> String = { $2 }) -> [String] {
    lines.enumerated().map { index, line in
      switch line {
      case .free(let text): return text
      case .cells(let cells): return row(cells) { style(index, $0, $1) }
      }
    }
  }

  private func row(_ cells: [String], _ style: (Int, String) -> String) -> String {
    // Blanks behind the last cell are never wanted, and a style would hide them from trimming.
    let last = cells.lastIndex { !$0.isEmpty } ?? 0
    let texts = cells.indices.prefix(last + 1).map { column in
      let padding = String(repeating: " ", count: max(0, widths[column] - cells[column].count))
      switch alignments[column] {
      case .right: return padding + style(column, cells[column])
      case .left: return style(column, cells[column]) + (column == last ? "" : padding)
      }
    }
    return Self.gap + texts.joined(separator: Self.gap)
  }
}
