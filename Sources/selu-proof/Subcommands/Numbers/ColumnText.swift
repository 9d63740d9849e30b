/// Rows of cells, in columns as wide as their widest cell and two blanks apart.
enum ColumnText {
  static func of(_ rows: [[String]], indent: Int = 0) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.compactMap { column < $0.count ? $0[column].count : nil }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
      }
      return String(repeating: " ", count: indent) + cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}
