import IntervalArithmetic
import RealArithmetic

/// How a certified extremum is sought.
public enum SearchStrategy: Sendable, Hashable {
  /// Adaptive subdivision with gradient signs and the mean-value form.
  case adaptive
  /// A uniform grid of cells, each bounded by the interval extension alone: the rigorous form of a grid search. One
  /// count a variable.
  case uniformGrid([Int])
  /// A grid of cells with these distances between their bounds, from the lower bounds on; one a variable. Only for what
  /// a `ProductGrid` can bound: other extrema are sought adaptively.
  case spacedGrid([Rational])
}

extension BoxFunction where Scalar == Interval {
  /// Encloses the least upper bound of the function over a box by bounding it on every cell of a uniform grid.
  ///
  /// There is a leaf for every block of the grid, with the largest bound of its cells.
  func supremum(on grid: UniformGrid, threads: Int = 1) -> Extremum {
    let share = grid.blockCount / 1024 + 1
    let found = concurrentMap(Array(0..<grid.blockCount), threads: threads, share: share) { block in
      self.bound(onBlock: block, of: grid)
    }
    let best = found.compactMap { found in found.value.map { (point: found.point, value: $0) } }
      .max { $0.value.lowerBound < $1.value.lowerBound }
    let upper = found.reduce(-Double.infinity) { max($0, $1.leaf.bound?.upperBound ?? .infinity) }
    return Extremum(
      kind: .supremum, enclosure: Interval(lowerBound: best?.value.lowerBound ?? -.infinity, upperBound: upper),
      witness: best, boxes: grid.count, isSharp: false, leaves: found.map(\.leaf))
  }

  /// The largest bound of the cells of a block, and the largest value at the centres of these.
  private func bound(onBlock index: Int, of grid: UniformGrid) -> (leaf: Leaf<Interval>, point: Box, value: Interval?) {
    let block = grid.block(index)
    var upper = -Double.infinity
    var best: (point: Box, value: Interval?) = (block.centre, nil)
    for cell in grid.cells(ofBlock: index) {
      upper = max(upper, value(over: cell.hull, within: nil)?.upperBound ?? .infinity)
      if let value = value(over: cell.centre.hull, within: nil),
        best.value.map({ value.lowerBound > $0.lowerBound }) ?? true
      {
        best = (cell.centre, value)
      }
    }
    let leaf = Leaf(box: block, face: block, bound: Interval(lowerBound: -.infinity, upperBound: upper))
    return (leaf, best.point, best.value)
  }
}

/// A partition of a box into equal cells: equal up to the rounding of the division points to doubles, and fewer than
/// asked for where a side has not enough doubles inside.
///
/// Only the division points are kept, not the cells. The cells come in blocks, which partition the box as well; there
/// are as many blocks as cells, as long as these are not too many.
public struct UniformGrid: Sendable {
  /// The most blocks, if nothing else is asked for.
  static let maximumBlocks = 50_000

  private let domain: Box
  /// The division points inside each side.
  private let points: [[Double]]
  /// The number of cells.
  public let count: Int
  /// How many cells lie side by side along each axis of a block.
  private let blockLengths: [Int]

  /// The partition of `domain` that a strategy asks for; nil if the strategy is no uniform grid, if it has not one count
  /// a side, or if more cells are asked for along a side than `GridAxis.maximumCount`, or in all than can be counted.
  init?(domain: Box, _ strategy: SearchStrategy) {
    guard case .uniformGrid(let cells) = strategy else { return nil }
    self.init(domain: domain, cells: cells)
  }

  /// The partition of `domain` with so many cells along each side; nil if that is too many along one, or in all.
  ///
  /// A side has at least one cell; a thin side has one whatever its count.
  public init?(domain: Box, cells: [Int]) {
    self.init(domain: domain, cells: cells, maximumBlocks: Self.maximumBlocks)
  }

  /// As above, with at most so many blocks.
  init?(domain: Box, cells: [Int], maximumBlocks: Int) {
    guard cells.count == domain.dimension, cells.allSatisfy({ $0 <= GridAxis.maximumCount }) else { return nil }
    // Before the division points are made: there are up to a million a side.
    let asked = zip(domain.sides, cells).reduce(BigInteger.one) { $0 * BigInteger(Self.mostCells(of: $1.0, $1.1)) }
    guard Int(exactly: asked) != nil else { return nil }
    let points = zip(domain.sides, cells).map { Self.points(inside: $0, $1) }
    let counts = points.map { $0.count + 1 }
    self.domain = domain
    self.points = points
    count = counts.reduce(1, *)
    blockLengths = Self.blockLengths(counts, maximumBlocks: maximumBlocks)
  }

  /// The most cells that a side is divided into if so many are asked for.
  private static func mostCells(of side: ExactRange, _ count: Int) -> Int { side.isPoint ? 1 : max(count, 1) }

  /// The doubles at which a side is divided: between its bounds, and each once.
  private static func points(inside side: ExactRange, _ count: Int) -> [Double] {
    let count = mostCells(of: side, count)
    guard count > 1 else { return [] }
    let (lower, upper) = (side.lower, side.upper)
    var points: [Double] = []
    for index in 1..<count {
      let share = Rational(BigInteger(index), over: BigInteger(count))
      let point = Double(lower + (upper - lower) * share, rounding: .toNearestOrEven)
      guard side.isInside(point) else { continue }
      if points.last.map({ $0 < point }) ?? true { points.append(point) }
    }
    return points
  }

  /// Doubles the lengths where there are most blocks, until there are not too many of them.
  private static func blockLengths(_ counts: [Int], maximumBlocks: Int) -> [Int] {
    var lengths = counts.map { _ in 1 }
    func blocks(_ axis: Int) -> Int { (counts[axis] - 1) / lengths[axis] + 1 }
    func total() -> BigInteger { counts.indices.reduce(BigInteger.one) { $0 * BigInteger(blocks($1)) } }
    while total() > BigInteger(maximumBlocks), let axis = counts.indices.max(by: { blocks($0) < blocks($1) }) {
      lengths[axis] *= 2
    }
    return lengths
  }

  // MARK: Cells and blocks

  /// The cell with this number, from 0 up to `count`.
  public func cell(_ index: Int) -> Box {
    box(Self.digits(of: index, points.map { $0.count + 1 }).map { $0..<($0 + 1) })
  }

  /// The number of blocks.
  var blockCount: Int { blocksAlong.reduce(1, *) }

  /// The block with this number, from 0 up to `blockCount`.
  func block(_ index: Int) -> Box { box(ranges(ofBlock: index)) }

  /// The cells of a block, one after the other.
  func cells(ofBlock index: Int) -> some Sequence<Box> {
    let ranges = ranges(ofBlock: index)
    let lengths = ranges.map(\.count)
    return (0..<lengths.reduce(1, *)).lazy.map { cell in
      box(zip(ranges, Self.digits(of: cell, lengths)).map { $0.lowerBound + $1..<$0.lowerBound + $1 + 1 })
    }
  }

  private var blocksAlong: [Int] { zip(points, blockLengths).map { $0.count / $1 + 1 } }

  /// The numbers of a block's cells along each axis.
  private func ranges(ofBlock index: Int) -> [Range<Int>] {
    let digits = Self.digits(of: index, blocksAlong)
    return digits.indices.map { axis in
      let length = blockLengths[axis]
      return (digits[axis] * length)..<min((digits[axis] + 1) * length, points[axis].count + 1)
    }
  }

  /// The box between division points, counted along each axis from the lower bound of the domain.
  private func box(_ ranges: [Range<Int>]) -> Box {
    Box(
      ranges.indices.map { axis in
        ExactRange(coordinate(axis, ranges[axis].lowerBound), coordinate(axis, ranges[axis].upperBound))
      })
  }

  private func coordinate(_ axis: Int, _ index: Int) -> Coordinate {
    switch index {
    case 0: domain.sides[axis].lowerEnd
    case points[axis].count + 1: domain.sides[axis].upperEnd
    default: Coordinate(points[axis][index - 1])
    }
  }

  /// An index in a system of numbers with these bases, the first digit the one that changes fastest.
  private static func digits(of index: Int, _ bases: [Int]) -> [Int] {
    var rest = index
    return bases.map { base in
      defer { rest /= base }
      return rest % base
    }
  }
}
