import IntervalArithmetic
import RealArithmetic
import Testing

@testable import GridChecker

/// Exact bounds of boxes.
@Suite struct CoordinateTests {
  @Test(arguments: ["0", "0.1", "-0.1", "1/3", "1.5", "1e-400", "-1e300", "0x1p-1074", "0.8", "1e400"])
  func enclosureIsTightest(text: String) throws {
    let exact = try Rational(parsing: text)
    let coordinate = Coordinate(exact)
    #expect(coordinate.exact == exact)
    #expect(coordinate.enclosure == Interval(enclosing: exact))
    #expect(coordinate.enclosure.contains(exact))
    #expect(coordinate.enclosure.isSingleton == (Double(exactly: exact) != nil))
    if let value = Double(exactly: exact) {
      // The same number is the same coordinate, however it came about.
      #expect(Coordinate(splitPoint: value) == coordinate)
      #expect(Coordinate(splitPoint: value).hashValue == coordinate.hashValue)
      #expect(Coordinate(splitPoint: value).exact == exact)
    }
    let nearby = Coordinate(exact + Rational(1, timesTenTo: -500))
    #expect(nearby != coordinate)
  }

  @Test func sidesAreInOrder() throws {
    #expect(Side(from: 1, through: 0) == nil)
    let thin = try #require(Side(from: 1, through: 1))
    #expect(thin.isThin && thin.splitPoint == nil && thin.centre.exact == 1)
    let side = try #require(Side(from: 0, through: 1))
    #expect(!side.isThin && side.splitPoint?.exact == Rational(1, over: 2))
  }

  /// Two different numbers between the same two doubles make a side that is not thin, and cannot be split.
  @Test func numbersBetweenNeighbouringDoubles() throws {
    let (lower, upper) = (try Rational(parsing: "0.1"), try Rational(parsing: "0.10000000000000000001"))
    let side = try #require(Side(from: lower, through: upper))
    #expect(!side.isThin && side.splitPoint == nil && side.centre.exact == lower)
    #expect(side.hull == Interval(enclosing: lower))
    #expect(Coordinate(lower) != Coordinate(upper))
    #expect(Box([side]).split(along: 0) == nil)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func splitPointsAreStrictlyInside(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var splits = 0
    for _ in 0..<500 {
      let lower = generator.number(from: -10, through: 10)
      let scale = Int.random(in: -22...1, using: &generator)
      let upper = lower + generator.number(from: 0, through: Rational(1, timesTenTo: scale))
      let side = try #require(Side(from: lower, through: upper))
      #expect(side.hull.contains(lower) && side.hull.contains(upper))
      #expect(lower <= side.centre.exact && side.centre.exact <= upper)
      guard let middle = side.splitPoint else {
        #expect(upper - lower <= Rational(1, timesTenTo: -14))
        continue
      }
      splits += 1
      #expect(lower < middle.exact && middle.exact < upper && middle.enclosure.isSingleton)
      let (left, right) = try #require(Box([side]).split(along: 0))
      #expect(left.volume + right.volume == upper - lower)
      #expect(left.sides[0].upper == middle && right.sides[0].lower == middle)
    }
    #expect(splits > 200)
  }

  @Test func centresAreMembers() throws {
    let box = try Box(("0.1", "0.3"), ("1/3", "1/3"), ("0.1", "0.10000000000000000001"))
    #expect(box.centre.isPoint && box.contains(box.centre.point))
    #expect(box.centre.point[1] == Rational(1, over: 3))
    #expect(!box.isPoint && box.dimension == 3)
    #expect(!box.contains([Rational(1, over: 5), Rational(1, over: 3), Rational(1, over: 5)]))
  }
}
