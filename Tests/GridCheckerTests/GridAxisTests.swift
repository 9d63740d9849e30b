import IntervalArithmetic
import RealArithmetic
import Testing

@testable import GridChecker

@Suite struct GridAxisTests {
  func number(_ text: String) throws -> Rational { try Rational(parsing: text) }

  /// The number of cells is the length over the spacing, rounded up; counted here with other means.
  @Test(arguments: [
    ("-0.1", "0.1", "0.0068097371", 30), ("-0.1", "0.1", "0.0008292885", 242), ("0.8", "1.5", "0.0009580840", 731),
    ("0.8", "1.25", "0.0007323095", 615), ("0", "1", "0.25", 4), ("0", "1", "0.250000000000000000001", 4),
    ("0", "1", "0.249999999999999999999", 5), ("0", "1", "7", 1), ("3", "3", "1", 1),
  ])
  func aSpacingDividesUpToAShorterLastCell(lower: String, upper: String, spacing: String, count: Int) throws {
    let (a, b, step) = (try number(lower), try number(upper), try number(spacing))
    let axis = try GridAxis(from: a, through: b, spacing: step)
    #expect(axis.count == count)
    #expect(axis.point(0) == a && axis.point(count) == b)
    for index in 0..<count {
      let cell = axis.cell(index)
      #expect(cell.lower == axis.point(index) && cell.upper == axis.point(index + 1))
      let length = cell.upper - cell.lower
      #expect(index == count - 1 ? length <= step : length == step)
      #expect(length > 0 || a == b)
    }
  }

  @Test(arguments: [1, 2, 3, 7, 1000])
  func aCountDividesEvenly(count: Int) throws {
    let axis = try GridAxis(from: number("-0.1"), through: number("1/3"), count: count)
    #expect(axis.count == count)
    #expect(axis.point(count) == (try number("1/3")))
    #expect((0..<count).allSatisfy { axis.point($0 + 1) - axis.point($0) == axis.spacing })
    let enclosures = axis.enclosures
    #expect(enclosures.count == count)
    for index in 0..<count {
      #expect(enclosures[index] == axis.cell(index).hull)
    }
    #expect(try GridAxis(from: number("0.1"), through: number("0.1"), count: count).count == 1)
  }

  @Test func badDivisionsAreErrors() throws {
    #expect(throws: GridError.noGrid) { try GridAxis(from: 1, through: 0, spacing: 1) }
    #expect(throws: GridError.noGrid) { try GridAxis(from: 0, through: 1, spacing: 0) }
    #expect(throws: GridError.noGrid) { try GridAxis(from: 0, through: 1, spacing: -1) }
    #expect(throws: GridError.noGrid) { try GridAxis(from: 0, through: 1, count: 0) }
    #expect(throws: GridError.tooManyAlongSide(BigInteger(1_000_001))) {
      try GridAxis(from: 0, through: 1, count: 1_000_001)
    }
    let spacing = try number("1e-40")
    #expect(throws: GridError.tooManyAlongSide(BigInteger.powerOfTen(40))) {
      try GridAxis(from: 0, through: 1, spacing: spacing)
    }
  }
}
