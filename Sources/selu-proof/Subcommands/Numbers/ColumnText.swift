/// Rows of cells, in columns two blanks apart; what a row ends with does not widen its column.
enum ColumnText {
  static func of(_ rows: [[String]], indent: Int = 0) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.filter { column < $0.count - 1 }.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.dropLast().enumerated().map { column, cell in
        cell + String(repeating: " ", count: widths[column] - cell.count)
      }
      return String(repeating: " ", count: indent) + (cells + row.suffix(1)).joined(separator: "  ") + "\n"
    }.joined()
  }
}
