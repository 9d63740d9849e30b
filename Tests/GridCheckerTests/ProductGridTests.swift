import IntervalArithmetic
import RealArithmetic
import TestSupport
import Testing

@testable import GridChecker

@Suite struct ProductGridTests {
  struct Problem: Sendable, CustomTestStringConvertible {
    let name: String
    let matrix: PolynomialMatrix
    let ranges: [(String, String)]
    let counts: [Int]

    var testDescription: String { "\(name) \(counts)" }

    func grid() throws -> ProductGrid {
      let axes = try zip(ranges, counts).map { range, count in
        try GridAxis(from: Rational(parsing: range.0), through: Rational(parsing: range.1), count: count)
      }
      return try ProductGrid(matrix, p: axes[0], q: axes[1], r: axes[2], s: axes[3])
    }
  }

  static let domain = [("-0.1", "0.1"), ("-0.1", "0.1"), ("0.8", "1.5"), ("0.8", "1.25")]
  static let wide = [("-2", "1/3"), ("-0.7", "1.9"), ("0.01", "3"), ("0.3", "2")]
  static let thin = [("1/3", "1/3"), ("-0.7", "-0.7"), ("0.1", "0.1"), ("3", "3")]

  static let problems: [Problem] = [
    Problem(name: "typical", matrix: .typical, ranges: domain, counts: [3, 4, 3, 5]),
    Problem(name: "typical", matrix: .typical, ranges: domain, counts: [1, 1, 1, 1]),
    Problem(name: "typical, wide", matrix: .typical, ranges: wide, counts: [5, 3, 4, 2]),
    Problem(name: "turning", matrix: .turning, ranges: wide, counts: [2, 7, 3, 3]),
    Problem(name: "zero", matrix: .zero, ranges: wide, counts: [2, 2, 1, 1]),
    Problem(name: "large", matrix: .typical.scaled(0x1p480), ranges: wide, counts: [2, 2, 2, 2]),
    Problem(name: "small", matrix: .typical.scaled(0x1p-480), ranges: wide, counts: [2, 2, 2, 2]),
    Problem(name: "thin", matrix: .typical, ranges: thin, counts: [4, 4, 4, 4]),
  ]

  static func cells(_ grid: ProductGrid) -> [[Int]] {
    grid.axes.reduce([[]]) { cells, axis in cells.flatMap { cell in (0..<axis.count).map { cell + [$0] } } }
  }

  // MARK: Soundness

  /// The corners of each cell, and points inside, do not exceed its bound; decided without error.
  @Test(arguments: problems)
  func boundsHold(problem: Problem) throws {
    let grid = try problem.grid()
    var generator = SplitMix64(seed: 12)
    for cell in Self.cells(grid) {
      let bound = try #require(grid.bound(onCell: cell))
      guard let exact = Rational(exactly: bound) else {
        #expect(bound == .infinity && problem.name == "large")
        continue
      }
      let box = grid.box(ofCell: cell)
      let inside = (0..<3).map { _ in
        box.sides.map { side in
          side.lower + (side.upper - side.lower) * Rational(Int.random(in: 0...64, using: &generator))
            / 64
        }
      }
      for point in box.corners.map(\.lowerCorner) + inside {
        #expect(try problem.matrix.isBounded(by: exact, at: point), "\(cell)")
      }
    }
  }

  /// The premise: for fixed (y, x) the difference of H H^T at larger and smaller factors has no negative eigenvalue, so
  /// that the largest singular value does not fall.
  @Test func growingFactorsDoNotLowerTheSingularValue() throws {
    var generator = SplitMix64(seed: 4)
    func number() -> Rational { Rational(Int.random(in: -9...9, using: &generator)) / 4 }
    for _ in 0..<300 {
      let m = (0..<4).map { _ in number() }
      let (q, s) = (number(), number())
      let (qMore, sMore) = (q.magnitude + number().magnitude, s.magnitude + number().magnitude)
      func gram(_ q: Rational, _ s: Rational) -> [Rational] {
        let h = [q * m[0], s * m[1], q * m[2], s * m[3]]
        return [h[0] * h[0] + h[1] * h[1], h[0] * h[2] + h[1] * h[3], h[2] * h[2] + h[3] * h[3]]
      }
      let (less, more) = (gram(q, s), gram(qMore, sMore))
      let difference = zip(more, less).map { $0 - $1 }
      #expect(difference[0] >= 0 && difference[2] >= 0)
      #expect(difference[0] * difference[2] >= difference[1].squared())
    }
  }

  /// On a single point the bound is the value but for rounding: nothing but that, and the table's margin, is lost.
  @Test func boundsOfPointsAreSharp() throws {
    let problem = try #require(Self.problems.last)
    let grid = try problem.grid()
    let bound = try #require(grid.bound(onCell: [0, 0, 0, 0]))
    let point = grid.box(ofCell: [0, 0, 0, 0]).sides.map(\.lower)
    let lower = try #require(Rational(exactly: bound * (1 - 0x1p-38)))
    #expect(try !problem.matrix.isBounded(by: lower, at: point))
  }

  /// The bound of a cell of a coarse grid is not above what interval arithmetic gives on the cell as a whole.
  @Test(arguments: problems.prefix(2))
  func boundsAreNotAboveThoseOfPlainIntervals(problem: Problem) throws {
    let grid = try problem.grid()
    for cell in Self.cells(grid) {
      let v = grid.box(ofCell: cell).hull
      let m = try #require(problem.matrix.entries(v[0] * v[1], v[2] * v[3]))
      let (a, b, c, d) = (v[1] * m.a11, v[3] * m.a12, v[1] * m.a21, v[3] * m.a22)
      let plain =
        (Interval.sqrt((a + d).squared() + (c - b).squared()) + Interval.sqrt((a - d).squared() + (c + b).squared()))
        / Interval(2)
      #expect(try #require(grid.bound(onCell: cell)) <= plain.upperBound, "\(cell)")
    }
  }

  /// Where nothing is known of the matrix there is no finite bound.
  @Test func whatIsNotKnownHasNoBound() throws {
    let axes = try Self.domain.map {
      try GridAxis(from: Rational(parsing: $0.0), through: Rational(parsing: $0.1), count: 3)
    }
    let grid = try ProductGrid(VeiledMatrix(limit: 1.25), p: axes[0], q: axes[1], r: axes[2], s: axes[3])
    #expect(grid.maximum(threads: 1)?.bound == .infinity)
    #expect(try #require(grid.bound(onCell: [0, 0, 0, 0])).isFinite)
    #expect(grid.bound(onCell: [0, 0, 2, 2]) == .infinity)
  }

  // MARK: Units

  /// Each cell belongs to one unit, and the maximum of a unit is the largest bound of its cells, found on that cell.
  @Test(arguments: problems)
  func unitsCoverTheGrid(problem: Problem) throws {
    let grid = try problem.grid()
    let cells = Self.cells(grid)
    #expect(cells.count == grid.cells)
    let byUnit = Dictionary(grouping: cells) { grid.unit(ofCell: $0) ?? -1 }
    #expect(byUnit.keys.sorted() == Array(0..<grid.units))
    for (unit, cells) in byUnit {
      let maximum = try #require(grid.maximum(ofUnit: unit))
      #expect(maximum.bound == cells.compactMap { grid.bound(onCell: $0) }.max())
      #expect(cells.contains(maximum.cell) && grid.bound(onCell: maximum.cell) == maximum.bound)
    }
  }

  @Test func aLongSideIsCutIntoUnits() throws {
    let axes = try zip(Self.domain, [2, 1, 60_000, 20]).map { range, count in
      try GridAxis(from: Rational(parsing: range.0), through: Rational(parsing: range.1), count: count)
    }
    let grid = try ProductGrid(PolynomialMatrix.typical, p: axes[0], q: axes[1], r: axes[2], s: axes[3])
    #expect(grid.units == 3)
    #expect((0..<20).map { grid.unit(ofCell: [1, 0, 59_999, $0]) } == (0..<20).map { $0 / 8 })
  }

  @Test(arguments: [2, 5])
  func threadsMakeNoDifference(threads: Int) throws {
    let grid = try Self.problems[2].grid()
    #expect(grid.units == 2)
    #expect(grid.maximum(threads: threads) == grid.maximum(threads: 1))
  }

  @Test(arguments: [
    [0, 0, 0], [0, 0, 0, 0, 0], [-1, 0, 0, 0], [3, 0, 0, 0], [0, 0, 0, 5], [Int.max, 0, 0, 0], [],
  ])
  func cellsThatAreNotThereHaveNoBound(cell: [Int]) throws {
    let grid = try Self.problems[0].grid()
    #expect(grid.bound(onCell: cell) == nil && grid.unit(ofCell: cell) == nil)
  }

  @Test func badGridsAreErrors() throws {
    let long = try GridAxis(from: 1, through: 2, count: 1_000_000)
    #expect(throws: GridError.tooManyCells(BigInteger.powerOfTen(24))) {
      try ProductGrid(PolynomialMatrix.zero, p: long, q: long, r: long, s: long)
    }
    let (short, zero) = (try GridAxis(from: 1, through: 2, count: 2), try GridAxis(from: 0, through: 2, count: 2))
    #expect(throws: GridError.notPositive) {
      try ProductGrid(PolynomialMatrix.zero, p: zero, q: zero, r: zero, s: short)
    }
    #expect(throws: GridError.notPositive) {
      try ProductGrid(PolynomialMatrix.zero, p: zero, q: zero, r: short, s: zero)
    }
  }

  @Test func theFirstOfEqualMaximaIsKept() {
    let (a, b) = (GridMaximum(bound: 1, cell: [0]), GridMaximum(bound: 1, cell: [1]))
    #expect(GridMaximum.larger(a, b) == a && GridMaximum.larger(b, a) == b)
    #expect(GridMaximum.larger(nil, b) == b && GridMaximum.larger(a, nil) == a && GridMaximum.larger(nil, nil) == nil)
    #expect(GridMaximum.larger(a, GridMaximum(bound: 2, cell: [2]))?.cell == [2])
  }
}
