import ClaimsTestSupport
import GridChecker
import IntervalArithmetic
import RealArithmetic
import TestSupport
import Testing

@testable import SELUClaims
@testable import SELUTheorem

@Suite struct ContractionGridTests {
  /// The supremum of S over D, as the adaptive search encloses it.
  static let supremum = ClaimChecker().check(Quantity(.spectralNorm), .less, 1, on: .d).enclosure

  func claim(bound: PrintedDecimal) throws -> Claim {
    try Claim(
      id: "test", source: "test", domain: .d, statement: "S < \(bound.text)",
      proposition: .bound(Quantity(.spectralNorm), .less, bound))
  }

  func checker(_ counts: [Int]) -> ClaimChecker { ClaimChecker(strategy: .uniformGrid(counts)) }

  @Test(arguments: [[1, 1, 1, 1], [2, 2, 2, 2], [3, 1, 7, 4], [6, 12, 12, 12]])
  func theSupremumIsEnclosed(counts: [Int]) throws {
    let finding = checker(counts).check(try claim(bound: "1"))
    let (found, sharp) = (try #require(finding.enclosure), try #require(Self.supremum))
    #expect(found.lowerBound <= sharp.upperBound && sharp.lowerBound <= found.upperBound)
    // The maximum is at a corner of the domain, which is a corner of every grid.
    #expect(found.lowerBound >= sharp.lowerBound - 0x1p-30)
    #expect(finding.boxes == counts.reduce(1, *))
    #expect(finding.coverage?.counts == counts && finding.coverage?.cells == finding.boxes)
  }

  /// Every bound of a cell lies between the values at the cell's corners and the plain interval enclosure on the cell.
  @Test func boundsOfCellsAreNotAboveThoseOfPlainIntervals() throws {
    let grid = try #require(try checker([2, 3, 3, 2]).contractionGrid(for: try claim(bound: "1"))).grid
    let function = QuantityEvaluator(
      Quantity(.spectralNorm), coordinates: [.mu, .omega, .nu, .tau], activation: .selfNormalizing)
    for index in 0..<36 {
      let cell = [index % 2, index / 2 % 3, index / 6 % 3, index / 18]
      let bound = try #require(grid.bound(onCell: cell))
      let box = grid.box(ofCell: cell)
      #expect(try bound <= #require(function.value(over: box.hull)).upperBound, "\(cell)")
      for corner in 0..<16 {
        let point = box.sides.enumerated().map {
          corner >> $0 & 1 == 0 ? Interval(enclosing: $1.lower) : Interval(enclosing: $1.upper)
        }
        #expect(try #require(function.value(over: point)).lowerBound <= bound, "\(cell)")
      }
    }
  }

  /// A bound below the supremum is never proved, and refuted at the corner that contradicts it.
  @Test(arguments: [[1, 1, 1, 1], [5, 6, 7, 8]])
  func aBoundThatIsTooSmallIsRefuted(counts: [Int]) throws {
    let finding = checker(counts).check(try claim(bound: "0.98902"))
    #expect(finding.decision == .refuted)
    #expect(try #require(finding.witness).value.lowerBound > 0.98902)
    #expect(checker(counts).check(try claim(bound: "0.98903")).decision == .undecided)
  }

  /// Decided at once, or unit by unit: the same finding.
  @Test func unitsGiveTheSameFinding() throws {
    let checker = checker([4, 8, 3, 2])
    let claim = try claim(bound: "1")
    let grid = try #require(try checker.contractionGrid(for: claim))
    #expect(grid.grid.units == 4)
    let maximum = (0..<4).reduce(nil) { GridMaximum.larger($0, grid.grid.maximum(ofUnit: $1)) }
    let (pieces, whole) = (checker.check(claim, on: grid, try #require(maximum)), checker.check(claim))
    #expect(pieces.enclosure == whole.enclosure && pieces.decision == whole.decision)
    #expect(pieces.coverage == whole.coverage && pieces.witness?.value == whole.witness?.value)
  }

  /// The paper's grid: the cells along each side and in all, and the bound on the cell where S is largest.
  @Test func thePapersGrid() throws {
    let checker = ClaimChecker(strategy: .spacedGrid(PaperGrid.spacings))
    let claim = try #require(Printed.claim("lemma12.contraction"))
    let grid = try #require(try checker.contractionGrid(for: claim)).grid
    #expect(grid.axes.map(\.count) == [30, 242, 731, 615])
    #expect(grid.cells == 3_263_841_900 && grid.units == 908)
    let bound = try #require(grid.bound(onCell: [0, 0, 0, 614]))
    #expect(0.98902 < bound && bound < 0.9896)
    // The bounds of single cells, not the largest alone, are close to the values at the corners.
    let function = QuantityEvaluator(
      Quantity(.spectralNorm), coordinates: [.mu, .omega, .nu, .tau], activation: .selfNormalizing)
    var generator = SplitMix64(seed: 12)
    for _ in 0..<40 {
      let cell = grid.axes.map { Int.random(in: 0..<$0.count, using: &generator) }
      let bound = try #require(grid.bound(onCell: cell))
      let sides = grid.box(ofCell: cell).sides
      let largest = (0..<16).map { corner in
        function.value(
          over: sides.indices.map {
            corner >> $0 & 1 == 0 ? Interval(enclosing: sides[$0].lower) : Interval(enclosing: sides[$0].upper)
          }
        )?.lowerBound ?? -.infinity
      }.max()
      #expect(try (0...0.003).contains(bound - #require(largest)), "\(cell)")
    }
  }

  /// The grid is that of the points of which the claim speaks, not of the whole domain.
  @Test func conditionsNarrowTheGrid() throws {
    let checker = checker([2, 3, 4, 5])
    let claim = { (conditions: [Variable: ExactRange]) in
      try Claim(
        id: "test", source: "test", domain: .d, at: conditions, statement: "S < 0.9",
        proposition: .bound(Quantity(.spectralNorm), .less, "0.9"))
    }
    let lowest = try claim([.tau: .at("0.8")])
    let grid = try #require(try checker.contractionGrid(for: lowest))
    #expect(grid.grid.axes.map(\.count) == [2, 3, 4, 1])
    let maximum = try #require(grid.grid.maximum(threads: 1))
    #expect(checker.check(lowest, on: grid, maximum).decision == .proved && checker.check(lowest).decision == .proved)
    #expect(checker.check(try claim([:])).decision == .refuted)
    // S depends on nu and tau, not on their product alone.
    #expect(throws: InvalidClaim.self) { try claim([.x: .at("1")]) }
  }

  @Test func otherClaimsHaveNoSuchGrid() throws {
    let checker = checker([2, 2, 2, 2])
    for claim in Printed.claims {
      #expect(
        try (checker.contractionGrid(for: claim) != nil)
          == [
            "lemma12.contraction", "lemma12.grid-maximum", "theorem1.contraction",
            "theorem1.stable-at-normalised-weights",
          ].contains(claim.id)
      )
      #expect(try ClaimChecker().contractionGrid(for: claim) == nil)
    }
  }
}
