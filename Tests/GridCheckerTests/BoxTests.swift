import GridChecker

import IntervalArithmetic
import RealArithmetic
import Testing

@testable import GridChecker

/// Exact bounds of boxes.
@Suite struct BoxTests {
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
      #expect(Coordinate(value) == coordinate)
      #expect(Coordinate(value).hashValue == coordinate.hashValue)
      #expect(Coordinate(value).exact == exact)
    }
    let nearby = Coordinate(exact + Rational(1, timesTenTo: -500))
    #expect(nearby != coordinate)
  }

  @Test func sidesAreInOrder() throws {
    #expect(!ExactRange(1, 0).isValid && ExactRange(1, 0).hull.isEmpty)
    let thin = ExactRange(1)
    #expect(thin.isPoint && thin.isValid && thin.splitPoint == nil && thin.centre.exact == 1)
    let side = ExactRange(0, 1)
    #expect(!side.isPoint && side.splitPoint == 0.5)
    // Bounds between the same two doubles, or one of them such a double.
    let (tenth, beyond) = (Rational(1, over: 10), try Rational(parsing: "0.10000000000000000001"))
    let (below, above) = (try #require(Rational(exactly: 0.1.nextDown)), try #require(Rational(exactly: 0.1)))
    for (lower, upper) in [(tenth, beyond), (tenth, above), (below, tenth)] {
      #expect(ExactRange(lower, upper).isValid && !ExactRange(upper, lower).isValid)
    }
  }

  /// Two different numbers between the same two doubles make a side that is not thin, and cannot be split.
  @Test func numbersBetweenNeighbouringDoubles() throws {
    let (lower, upper) = (try Rational(parsing: "0.1"), try Rational(parsing: "0.10000000000000000001"))
    let side = ExactRange(lower, upper)
    #expect(!side.isPoint && side.splitPoint == nil && side.centre.exact == lower)
    #expect(side.hull == Interval(enclosing: lower))
    #expect(Coordinate(lower) != Coordinate(upper))
    // The only double that is near lies beyond both.
    #expect(!side.isInside(0.1) && !side.isInside(0.1.nextDown) && side.split(at: 0.1) == nil)
    #expect(ExactRange(lower, 1).isInside(0.1) && !ExactRange(upper, 1).isInside(0.1.nextDown))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func splitPointsAreStrictlyInside(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var splits = 0
    for _ in 0..<500 {
      let lower = generator.number(from: -10, through: 10)
      let scale = Int.random(in: -22...1, using: &generator)
      let upper = lower + generator.number(from: 0, through: Rational(1, timesTenTo: scale))
      let side = ExactRange(lower, upper)
      #expect(side.hull.contains(lower) && side.hull.contains(upper))
      #expect(lower <= side.centre.exact && side.centre.exact <= upper)
      guard let middle = side.splitPoint else {
        #expect(upper - lower <= Rational(1, timesTenTo: -14))
        continue
      }
      splits += 1
      let exact = try #require(Rational(exactly: middle))
      #expect(lower < exact && exact < upper)
      let (left, right) = try #require(Box([side]).split(0, at: middle))
      #expect(left.volume + right.volume == upper - lower)
      #expect(left.sides[0].upper == exact && right.sides[0].lower == exact)
      #expect(side.split(at: side.hull.lowerBound) == nil && side.split(at: .nan) == nil)
    }
    #expect(splits > 200)
  }

  @Test func centresAreMembers() throws {
    let box = try Box(("0.1", "0.3"), ("1/3", "1/3"), ("0.1", "0.10000000000000000001"))
    #expect(box.centre.isPoint && box.contains(box.centre.lowerCorner))
    #expect(box.centre.lowerCorner[1] == Rational(1, over: 3))
    #expect(!box.isPoint && box.dimension == 3)
    #expect(!box.contains([Rational(1, over: 5), Rational(1, over: 3), Rational(1, over: 5)]))
  }
}
