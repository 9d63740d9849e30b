import IntervalArithmetic

/// Bounds of a matrix M(y, x) on the rectangles of a fine division of the plane of (y, x): the only place where M is
/// evaluated.
struct GramTable: Sendable {
  /// The bounds of the rows, increasing; the y-range of row i lies between numbers i and i + 1.
  let rows: [Double]
  /// The same for the columns and x.
  let columns: [Double]
  /// Row after row.
  private let bounds: [GramBound]

  /// A table over two ranges, which have to be bounded.
  init(
    _ matrix: some PlanarMatrix, y: Interval, x: Interval, rows rowCount: Int, columns columnCount: Int, threads: Int
  ) {
    let (rows, columns) = (Self.division(of: y, rowCount), Self.division(of: x, columnCount))
    bounds = concurrentMap(Array(0..<(rows.count - 1)), threads: threads, share: 1) { row in
      (0..<(columns.count - 1)).map { column in
        GramBound(
          matrix.entries(
            Interval(lowerBound: rows[row], upperBound: rows[row + 1]),
            Interval(lowerBound: columns[column], upperBound: columns[column + 1])))
      }
    }.flatMap { $0 }
    self.rows = rows
    self.columns = columns
  }

  /// The number of rectangles, on each of which M was enclosed once.
  var count: Int { bounds.count }

  /// What holds on the rectangle in this row and column.
  func bound(_ row: Int, _ column: Int) -> GramBound { bounds[row * (columns.count - 1) + column] }

  /// What holds in several rows, column by column.
  func union(ofRows range: Range<Int>) -> [GramBound] {
    (0..<(columns.count - 1)).map { column in
      var union = bound(range.lowerBound, column)
      for row in range.dropFirst() { union.formUnion(bound(row, column)) }
      return union
    }
  }

  /// The rows that a range of y meets, or nil if it does not lie inside the table.
  func rows(meeting y: Interval) -> Range<Int>? {
    guard let first = rows.lastIndex(where: { $0 <= y.lowerBound }),
      let end = rows.firstIndex(where: { y.upperBound <= $0 })
    else { return nil }
    return first < end ? first..<end : Swift.min(first, rows.count - 2)..<Swift.min(first, rows.count - 2) + 1
  }

  /// About equally many increasing doubles from bound to bound of a range, both included; at least two, which are the
  /// same for a single number.
  private static func division(of range: Interval, _ count: Int) -> [Double] {
    let width = range.upperBound - range.lowerBound
    let inner = (1..<Swift.max(1, count)).map { range.lowerBound + width * (Double($0) / Double(count)) }
    var points = [range.lowerBound]
    for point in inner where points[points.count - 1] < point && point < range.upperBound { points.append(point) }
    return points + [range.upperBound]
  }
}
