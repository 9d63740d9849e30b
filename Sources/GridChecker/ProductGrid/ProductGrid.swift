import IntervalArithmetic
import RealArithmetic

/// A grid of cells over four variables p, q, r, s, on each of which the largest singular value of M(p q, r s) diag(q, s)
/// is bounded from above; r and s are positive.
///
/// This is the rigorous form of a grid search for matrices that depend on two products only, as the Jacobian of the SELU
/// paper does with p, q, r, s = mu, omega, nu, tau. M is enclosed once on every rectangle of a fine table over the plane
/// of (y, x) = (p q, r s). The products of a cell lie in a rectangle of the plane, which meets a few rectangles of the
/// table; what holds on all of these bounds the singular value on the cell (see `ScaledNormKernel`). Every cell gets a
/// bound of its own; what the cells share is the enclosures of M.
///
/// The cells of a *row* share p and q, that is a range of y. Eight rows, or as many as there are, by some or all cells
/// of s and all cells of r make up a *unit*: the piece of work after which a run can stop. The units and their results
/// depend on the grid alone.
public struct ProductGrid: Sendable {
  /// The divisions of p, q, r and s.
  public let axes: [GridAxis]
  /// The number of cells.
  public let cells: Int

  private let table: GramTable
  /// The cells along each axis.
  private let sides: [[Interval]]
  /// The number of columns in a window.
  private let windowLength: Int
  /// How many cells of s belong to a unit.
  private let unitDepth: Int

  /// About the most cells of a unit.
  private static let unitSize = 1 << 22

  /// Prepares a grid, that is encloses M on the table.
  ///
  /// Throws: `GridError` if the cells cannot be counted or r or s is not positive.
  public init(
    _ matrix: some PlanarMatrix, p: GridAxis, q: GridAxis, r: GridAxis, s: GridAxis, threads: Int = 1
  ) throws(GridError) {
    axes = [p, q, r, s]
    let count = axes.reduce(BigInteger.one) { $0 * BigInteger($1.count) }
    guard let cells = Int(exactly: count) else { throw .tooManyCells(count) }
    guard r.lower > 0, s.lower > 0 else { throw .notPositive }
    self.cells = cells
    sides = axes.map(\.enclosures)
    let (y, x) = (ProductRange(sides[0], sides[1]), ProductRange(sides[2], sides[3]))
    table = GramTable(
      matrix, y: y.whole, x: x.whole, rows: y.divisions(within: 32...512), columns: x.divisions(within: 128...4096),
      threads: threads)
    windowLength = x.windowLength(columns: table.columns.count - 1)
    unitDepth = min(max(1, Self.unitSize / (ScaledNormKernel.Lanes.scalarCount * r.count)), s.count)
  }

  /// How often M was enclosed.
  public var evaluations: Int { table.count }

  /// The number of units; at least one.
  public var units: Int { rowGroups * depths }

  private var rows: Int { axes[0].count * axes[1].count }
  private var rowGroups: Int { (rows - 1) / ScaledNormKernel.Lanes.scalarCount + 1 }
  private var depths: Int { (axes[3].count - 1) / unitDepth + 1 }
}

// MARK: - Bounds

extension ProductGrid {
  /// The largest bound on the cells of a unit, numbered from 0.
  public func maximum(ofUnit unit: Int) -> GridMaximum? {
    let lanes = ScaledNormKernel.Lanes.scalarCount
    let (group, depth) = unit.quotientAndRemainder(dividingBy: depths)
    return maximum(
      rows: (group * lanes)..<min((group + 1) * lanes, rows),
      s: (depth * unitDepth)..<min((depth + 1) * unitDepth, axes[3].count), r: 0..<axes[2].count)
  }

  /// The bound on one cell, or nil if there is none of that number.
  public func bound(onCell cell: [Int]) -> Double? {
    guard has(cell) else { return nil }
    let row = cell[0] + axes[0].count * cell[1]
    return maximum(rows: row..<(row + 1), s: cell[3]..<(cell[3] + 1), r: cell[2]..<(cell[2] + 1))?.bound
  }

  /// The unit to which a cell belongs, or nil if there is no such cell.
  public func unit(ofCell cell: [Int]) -> Int? {
    guard has(cell) else { return nil }
    return (cell[0] + axes[0].count * cell[1]) / ScaledNormKernel.Lanes.scalarCount * depths + cell[3] / unitDepth
  }

  private func has(_ cell: [Int]) -> Bool {
    cell.count == axes.count && zip(cell, axes).allSatisfy { 0 <= $0 && $0 < $1.count }
  }

  /// A cell with its exact bounds.
  public func box(ofCell cell: [Int]) -> Box {
    Box(zip(axes, cell).map { $0.cell($1) })
  }

  /// The largest bound on the cells of up to eight rows.
  private func maximum(rows: Range<Int>, s depths: Range<Int>, r: Range<Int>) -> GridMaximum? {
    var starts = [Int32](repeating: 0, count: r.count)
    var best = ScaledNormKernel.Lanes()
    var bestDepth = SIMD8<Int64>()
    guard let kernel = kernel(rows) else { return unbounded(rows, depths, r) }
    for depth in depths {
      guard findWindows(&starts, r, s: sides[3][depth]) else { return unbounded(rows, depths, r) }
      let scale = ScaledNormKernel.Scale(sides[3][depth])
      let found = starts.withUnsafeBufferPointer { kernel.largest($0, scale) }
      let isLarger = found .> best
      best.replace(with: found, where: isLarger)
      bestDepth.replace(with: SIMD8(repeating: Int64(depth)), where: isLarger)
    }
    return location(of: best, bestDepth, rows, r, kernel)
  }

  private func kernel(_ rows: Range<Int>) -> ScaledNormKernel? {
    var prepared: [(bounds: [GramBound], factor: Interval)] = []
    for row in rows {
      let (p, q) = (sides[0][row % axes[0].count], sides[1][row / axes[0].count])
      guard let range = table.rows(meeting: p * q) else { return nil }
      prepared.append((table.union(ofRows: range), q))
    }
    return ScaledNormKernel(rows: prepared, length: windowLength)
  }

  /// Where the windows start that hold the ranges of x of the cells of r; false if one does not fit.
  private func findWindows(_ starts: inout [Int32], _ r: Range<Int>, s: Interval) -> Bool {
    let (low, high) = (ScaledNormKernel.lowered(s.lowerBound), ScaledNormKernel.raised(s.upperBound))
    return table.columns.withUnsafeBufferPointer { columns in
      sides[2].withUnsafeBufferPointer { sides in
        var start = 0
        for (position, index) in r.enumerated() {
          // Rounding to nearest is made up for in `low` and `high`; both factors are positive.
          let (lower, upper) = (sides[index].lowerBound * low, sides[index].upperBound * high)
          while start + 2 < columns.count && columns[start + 1] <= lower { start += 1 }
          guard columns[start] <= lower, upper <= columns[min(start + windowLength, columns.count - 1)] else {
            return false
          }
          starts[position] = Int32(truncatingIfNeeded: start)
        }
        return true
      }
    }
  }

  /// The cell behind the largest of the lanes' values: the first row, the first s and the first r.
  private func location(
    of values: ScaledNormKernel.Lanes, _ depths: SIMD8<Int64>, _ rows: Range<Int>, _ r: Range<Int>,
    _ kernel: ScaledNormKernel
  ) -> GridMaximum? {
    var lane = 0
    for other in 1..<max(1, rows.count) where values[other] > values[lane] { lane = other }
    let (value, depth) = (values[lane], Int(depths[lane]))
    var starts = [Int32](repeating: 0, count: r.count)
    _ = findWindows(&starts, r, s: sides[3][depth])
    let scale = ScaledNormKernel.Scale(sides[3][depth])
    let position = starts.withUnsafeBufferPointer { starts in
      starts.indices.first { kernel.largest(.init(rebasing: starts[$0..<($0 + 1)]), scale)[lane] == value }
    }
    let row = rows.lowerBound + lane
    return GridMaximum(
      bound: Self.singularValue(value),
      cell: [row % axes[0].count, row / axes[0].count, r.lowerBound + (position ?? 0), depth])
  }

  /// The answer where a table does not reach: no bound at all. It is not known to be needed.
  private func unbounded(_ rows: Range<Int>, _ depths: Range<Int>, _ r: Range<Int>) -> GridMaximum {
    let row = rows.lowerBound
    return GridMaximum(
      bound: .infinity, cell: [row % axes[0].count, row / axes[0].count, r.lowerBound, depths.lowerBound])
  }

  /// At least S, from an upper bound of 2 S^2.
  private static func singularValue(_ twiceSquare: Double) -> Double {
    guard twiceSquare.isFinite else { return .infinity }
    return Interval.sqrt(Interval(twiceSquare / 2)).upperBound
  }
}

/// The products of two sides, cell by cell: how long they are, and so how fine a table of them ought to be.
private struct ProductRange {
  /// Contains all products, and those that `findWindows` makes a little wider.
  let whole: Interval
  /// About the width of the longest product of two cells, with what `findWindows` adds.
  private let cellWidth: Double

  /// How many pieces of the table a cell's range should span.
  private static let resolution = 4.0

  init(_ a: [Interval], _ b: [Interval]) {
    let (aHull, bHull) = (Self.hull(a), Self.hull(b))
    let product = aHull * bHull
    let margin = product.magnitude * (4 * ScaledNormKernel.slack)
    whole = Interval(lowerBound: product.lowerBound - margin, upperBound: product.upperBound + margin)
    cellWidth = Self.longest(a) * bHull.magnitude + Self.longest(b) * aHull.magnitude + margin
  }

  /// How many pieces the table should have.
  func divisions(within limits: ClosedRange<Double>) -> Int {
    guard whole.width > 0 && cellWidth > 0 else { return 1 }
    let wanted = (whole.width / cellWidth * Self.resolution).rounded(.up)
    return Int(min(max(wanted, limits.lowerBound), limits.upperBound))
  }

  /// How many of so many equal pieces a cell's range can meet. Should rounding make it meet one more, the cell has no
  /// bound: the result is of no use, but not wrong.
  func windowLength(columns: Int) -> Int {
    let meeting = (cellWidth / whole.width * Double(columns) * (1 + 0x1p-20)).rounded(.up)
    return meeting.isFinite ? min(columns, Int(min(meeting, 1e6)) + 1) : columns
  }

  private static func hull(_ sides: [Interval]) -> Interval {
    sides.reduce(.empty) { $0.convexHull($1) }
  }

  private static func longest(_ sides: [Interval]) -> Double {
    sides.reduce(0) { max($0, $1.width) }
  }
}
