import RealArithmetic
import Testing

@testable import MultiPrecision

@Suite struct DyadicIntervalSetTests {
  static func interval(_ lower: Int, _ upper: Int, precision: Int = 20) -> DyadicInterval {
    DyadicInterval(lowerBound: Rational(lower), upperBound: Rational(upper), precision: precision)
  }

  let empty = DyadicInterval.empty(precision: 20)

  @Test func makingIntervals() {
    #expect(Self.interval(1, 2).isBounded && Self.interval(2, 1).isEmpty)
    #expect(DyadicInterval(lowerBound: Dyadic(3), upperBound: Dyadic(2), precision: 9).isEmpty)
    let rounded = DyadicInterval(lowerBound: Dyadic(-1001), upperBound: Dyadic(1001), precision: 4)
    #expect(rounded == DyadicInterval(lowerBound: Dyadic(-1024), upperBound: Dyadic(1024), precision: 4))
    let tenth = Rational(1, timesTenTo: -1)
    let enclosure = DyadicInterval(tenth, precision: 30)
    #expect(enclosure.contains(tenth) && !enclosure.isSingleton && enclosure.widthInUlps == 1)
    #expect(DyadicInterval(0.1, precision: 53).isSingleton && !DyadicInterval(0.1, precision: 53).contains(tenth))
  }

  @Test func intersectionAndHull() {
    #expect(Self.interval(0, 3).intersection(Self.interval(2, 5)) == Self.interval(2, 3))
    #expect(Self.interval(0, 3).intersection(Self.interval(3, 5)).isSingleton)
    #expect(Self.interval(0, 1).intersection(Self.interval(2, 3)).isEmpty)
    #expect(Self.interval(0, 1).intersection(empty).isEmpty)
    #expect(Self.interval(0, 1).convexHull(Self.interval(4, 5)) == Self.interval(0, 5))
    #expect(Self.interval(0, 1).convexHull(empty) == Self.interval(0, 1))
    #expect(empty.convexHull(empty).isEmpty)
    #expect(Self.interval(0, 1).convexHull(Self.interval(4, 5, precision: 90)).precision == 90)
  }

  @Test func inclusion() {
    #expect(Self.interval(1, 2).isSubset(of: Self.interval(1, 2)))
    #expect(!Self.interval(1, 2).isInterior(to: Self.interval(1, 3)))
    #expect(!Self.interval(1, 2).isInterior(to: Self.interval(0, 2)))
    #expect(Self.interval(1, 2).isInterior(to: Self.interval(0, 3)))
    #expect(!Self.interval(1, 4).isSubset(of: Self.interval(1, 3)))
    #expect(empty.isSubset(of: empty) && empty.isInterior(to: empty) && !Self.interval(1, 2).isSubset(of: empty))
    #expect(Self.interval(1, 2).isDisjoint(with: Self.interval(3, 4)))
    #expect(!Self.interval(1, 3).isDisjoint(with: Self.interval(3, 4)) && empty.isDisjoint(with: empty))
    #expect(Self.interval(1, 2).isEqual(to: Self.interval(1, 2, precision: 50)))
    #expect(!Self.interval(1, 2).isEqual(to: Self.interval(1, 3)))
    #expect(Self.interval(1, 2).contains(1.5) && !Self.interval(1, 2).contains(Double.nan))
    #expect(!Self.interval(1, 2).contains(Double.infinity) && !empty.contains(Rational(1)))
  }

  @Test func comparisonsWithRationalsAreExact() {
    let third = Rational(1) / 3
    let x = DyadicInterval(third, precision: 300)
    let tiny = Rational(1, timesTenTo: -89)
    #expect(x.isStrictlyLess(than: third + tiny) && x.isStrictlyGreater(than: third - tiny))
    #expect(!x.isStrictlyLess(than: third) && !x.isLessOrEqual(to: third) && !x.isGreaterOrEqual(to: third))
    let one = Self.interval(1, 1)
    #expect(one.isLessOrEqual(to: 1) && one.isGreaterOrEqual(to: 1))
    #expect(!one.isStrictlyLess(than: 1) && !one.isStrictlyGreater(than: 1))
    #expect(Self.interval(1, 2).isStrictlyLess(than: Self.interval(3, 4)))
    #expect(!Self.interval(1, 3).isStrictlyLess(than: Self.interval(3, 4)))
    #expect(Self.interval(1, 3).isLessOrEqual(to: Self.interval(3, 4)))
    #expect(Self.interval(1, 3).isPositive && !Self.interval(0, 3).isPositive)
    #expect(Self.interval(-3, -1).isNegative && !Self.interval(-3, 0).isNegative)
  }

  /// Nothing is true of all members of the empty set here: `true` is to say something about at least one number.
  @Test func theEmptySetProvesNothing() {
    #expect(!empty.isStrictlyLess(than: 1) && !empty.isLessOrEqual(to: 1) && !empty.isStrictlyGreater(than: 1))
    #expect(!empty.isGreaterOrEqual(to: 1) && !empty.isPositive && !empty.isNegative && !empty.isSingleton)
    #expect(!empty.isStrictlyLess(than: Self.interval(1, 2)) && !Self.interval(1, 2).isStrictlyLess(than: empty))
    #expect(empty.middle == nil && empty.width == nil && empty.magnitude == nil && empty.mignitude == nil)
    #expect(empty.midpoint.isEmpty && empty.isVoid && empty.isValid)
    for result in [
      empty + empty, -empty, empty * Self.interval(1, 2), Self.interval(1, 2) / empty, empty.squared(), .sqrt(empty),
      .exp(empty), .log(empty), .erfcx(empty), .abs(empty), empty.reciprocal(),
    ] {
      #expect(result.isEmpty)
    }
  }

  @Test(arguments: seeds)
  func numbersOfAnInterval(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let x = generator.interval(bits: Int.random(in: 2...60, using: &generator), leading: -70...70)
      let middle = try #require(x.middle)
      #expect(x.contains(middle) && x.midpoint.isSingleton && x.midpoint.isSubset(of: x) && x.centre == x.midpoint)
      let exact = (Rational(x.lowerBound) + Rational(x.upperBound)) / 2
      #expect(middle == Dyadic(exact, precision: x.precision, rounding: .toNearestOrEven))
      let width = try #require(x.width)
      let distance = Rational(x.upperBound) - Rational(x.lowerBound)
      #expect(width == Dyadic(distance, precision: x.precision, rounding: .up))
      let (least, greatest) = (try #require(x.mignitude), try #require(x.magnitude))
      for sample in x.samples { #expect(least <= sample.magnitude && sample.magnitude <= greatest) }
      let (low, high) = x.doubleBounds
      #expect(x.isSubset(of: DyadicInterval(lowerBound: low, upperBound: high, precision: 60)))
      #expect(DyadicInterval(lowerBound: low.nextUp, upperBound: high, precision: 60).contains(x.lowerBound) == false)
      #expect(DyadicInterval(lowerBound: low, upperBound: high.nextDown, precision: 60).contains(x.upperBound) == false)
    }
  }

  @Test func accurateBits() {
    #expect(Self.interval(8, 8).accurateBits == Int.max && Self.interval(0, 0).accurateBits == Int.max)
    #expect(Self.interval(1023, 1024).accurateBits == 9 && empty.accurateBits == nil)
    #expect(Self.interval(-1, 1).accurateBits == -2)
  }
}
