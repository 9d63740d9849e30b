import IntervalArithmetic
import RealArithmetic
import Testing

@testable import GridChecker

@Suite struct UniformGridTests {
  static let grids: [(ranges: [(String, String)], cells: [Int])] = [
    ([("0", "1")], [1]), ([("0", "1")], [7]), ([("0.1", "0.3"), ("-0.1", "0.1")], [3, 4]),
    ([("-1/3", "1/7"), ("0.8", "1.5"), ("2", "2")], [5, 2, 9]), ([("0.95", "1.1")], [100]),
    ([("0x1p0", "0x1.0000000000004p0")], [3]), ([("0x1p0", "0x1.0000000000001p0")], [5]),
  ]

  func domain(_ ranges: [(String, String)]) throws -> Box { Box(try ranges.map { try Box($0).sides[0] }) }

  /// Along every side the cells follow each other without a gap, from bound to bound of the domain.
  @Test(arguments: grids.indices)
  func cellsTileTheDomain(index: Int) throws {
    let (ranges, counts) = Self.grids[index]
    let domain = try domain(ranges)
    let grid = try #require(UniformGrid(domain: domain, cells: counts))
    let cells = (0..<grid.count).map { grid.cell($0) }
    #expect(Set(cells).count == cells.count || ranges[0].1.hasPrefix("0x"))
    #expect(cells.reduce(0) { $0 + $1.volume } == domain.volume)
    for axis in domain.sides.indices {
      let sides = Array(Set(cells.map { $0.sides[axis] }))
        .sorted { ($0.lower, $0.upper) < ($1.lower, $1.upper) }
      #expect(sides.first?.lower == domain.sides[axis].lower)
      #expect(sides.last?.upper == domain.sides[axis].upper)
      for (left, right) in zip(sides, sides.dropFirst()) { #expect(left.upper == right.lower) }
      for side in sides { #expect(side.lower <= side.upper) }
      // The cells of a side are equal up to rounding.
      let count = domain.sides[axis].isPoint ? 1 : max(1, counts[axis])
      #expect(sides.count <= count)
      let width = (domain.sides[axis].upper - domain.sides[axis].lower) / Rational(count)
      let slack = Rational(exactly: domain.sides[axis].hull.magnitude.ulp) ?? 0
      for side in sides { #expect((side.upper - side.lower - width).magnitude <= slack) }
    }
  }

  /// Also where the domain's bounds lie between doubles that are hardly farther apart than the bounds.
  @Test(arguments: [
    ("0.1", "0.10000000000000000001", 2), ("1/3", "0.3333333333333333335", 10), ("0.7", "0.70000000000000006", 4),
  ])
  func cellsOfShortSidesStayInside(lower: String, upper: String, count: Int) throws {
    let domain = try domain([(lower, upper)])
    let grid = try #require(UniformGrid(domain: domain, cells: [count]))
    let sides = (0..<grid.count).map { grid.cell($0).sides[0] }
    #expect(sides.allSatisfy { $0.lower <= $0.upper })
    #expect(sides.allSatisfy { domain.contains([$0.lower]) && domain.contains([$0.upper]) })
    for kind in [RangeEnd.supremum, .infimum] {
      let found = Sum().extremum(kind, over: domain, strategy: .uniformGrid([count]))
      let side = domain.sides[0]
      #expect(found.enclosure.contains(kind == .supremum ? side.upper : side.lower))
      let witness = try #require(found.witness)
      #expect(domain.contains(witness.point.lowerCorner))
    }
  }

  @Test(arguments: SearchTests.problems)
  func extremaAreEnclosed(problem: SearchTests.Problem) throws {
    let domain = try problem.domain()
    let (coarse, fine) = (
      problem.function.extremum(problem.kind, over: domain, strategy: .uniformGrid(domain.sides.map { _ in 3 })),
      problem.function.extremum(problem.kind, over: domain, strategy: .uniformGrid(domain.sides.map { _ in 12 }))
    )
    for found in [coarse, fine] {
      #expect(found.enclosure.contains(problem.value))
      #expect(!found.isSharp)
      let (point, value) = try #require(found.witness)
      #expect(domain.contains(point.lowerCorner))
      #expect(value.contains(problem.function.trueValue(at: point.lowerCorner)))
    }
    #expect(fine.boxes > coarse.boxes)
    // Narrower cells narrow the enclosure, unless a wide cell happens to give the very value.
    #expect(fine.enclosure.width < coarse.enclosure.width || coarse.enclosure.isSingleton)
  }

  /// Each cell's bound holds in it.
  @Test func boundsHoldAtRandomPoints() throws {
    var generator = SeededGenerator(seed: 31)
    let found = Himmelblau().extremum(
      .supremum, over: try Box(("-5.1", "5"), ("-1/3", "4")), strategy: .uniformGrid([9, 8]))
    #expect(found.boxes == 72 && found.leaves.count == 72)
    for leaf in found.leaves {
      let bound = try #require(leaf.bound.flatMap { Rational(exactly: $0.upperBound) })
      for _ in 0..<4 { #expect(Himmelblau().trueValue(at: generator.point(in: leaf.box)) <= bound) }
    }
    // Not all bounds are so large that they would hold anywhere.
    let bounds = found.leaves.map { $0.bound?.upperBound ?? .infinity }
    let least = try #require(bounds.min())
    #expect(least < found.enclosure.lowerBound / 4)
  }

  @Test(arguments: [2, 5])
  func threadsMakeNoDifference(threads: Int) throws {
    let domain = try Box(("-5.1", "5"), ("-1/3", "4"))
    let single = Himmelblau().extremum(.supremum, over: domain, strategy: .uniformGrid([20, 20]))
    let several = Himmelblau().extremum(
      .supremum, over: domain, strategy: .uniformGrid([20, 20]), budget: SearchBudget(threads: threads))
    #expect(several.enclosure == single.enclosure)
    #expect(
      several.leaves.map(LeafCheckTests.Signature.init)
        == single.leaves.map(LeafCheckTests.Signature.init))
    #expect(several.witness?.point == single.witness?.point)
  }

  /// With a number of counts that does not fit the domain the search is adaptive.
  @Test func anotherNumberOfCountsIsAdaptive() throws {
    let domain = try Box(("-5", "5"), ("-5", "5"))
    let adaptive = Himmelblau().supremum(over: domain)
    let found = Himmelblau().extremum(.supremum, over: domain, strategy: .uniformGrid([10]))
    #expect(found.enclosure == adaptive.enclosure && found.boxes == adaptive.boxes)
    let grid = Himmelblau().extremum(.supremum, over: domain, strategy: .uniformGrid([10, 10]))
    #expect(grid.boxes == 100)
  }

  /// Of a large grid there is a leaf a block: the blocks tile the domain, and hold the cells each once.
  @Test func manyCellsAreSeenInBlocks() throws {
    let domain = try Box(("-5.1", "5"), ("-1/3", "4"), ("0", "1"))
    let grid = try #require(UniformGrid(domain: domain, cells: [7, 19, 5], maximumBlocks: 40))
    #expect(grid.count == 665 && (2...40).contains(grid.blockCount))
    let blocks = (0..<grid.blockCount).map { grid.block($0) }
    #expect(blocks.reduce(0) { $0 + $1.volume } == domain.volume)
    var cells: Set<Box> = []
    for (index, block) in blocks.enumerated() {
      for cell in grid.cells(ofBlock: index) {
        cells.insert(cell)
        for (inner, outer) in zip(cell.sides, block.sides) {
          #expect(outer.lower <= inner.lower && inner.upper <= outer.upper)
        }
      }
    }
    #expect(cells.count == grid.count)
  }

  /// Too many cells are no grid, and no trap; and no work: twenty million division points would take a minute.
  @Test(arguments: [
    [Int.max, 2], [1_000_001, 1], [1_000_000, 1_000_000, 1_000_000, 1_000_000], Array(repeating: 1_000_000, count: 20),
  ])
  func tooManyCellsAreNoGrid(counts: [Int]) throws {
    let domain = Box(try counts.map { _ in try Box(("0", "1")).sides[0] })
    #expect(UniformGrid(domain: domain, cells: counts) == nil)
  }
}
