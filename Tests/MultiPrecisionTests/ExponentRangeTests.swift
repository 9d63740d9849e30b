import RealArithmetic
import Testing

@testable import MultiPrecision

/// Results that have no bounds, or none in the exponent range.
@Suite struct ExponentRangeTests {
  static func point(_ value: Int, exponent: Int = 0) -> DyadicInterval {
    DyadicInterval(Dyadic(significand: BigInteger(value), exponent: exponent), precision: 64)
  }

  static let nai = DyadicInterval.notAnInterval(precision: 64)

  static let largest = DyadicInterval.largestExponent

  @Test func operationsWithoutABoundedResult() {
    let holdsZero = DyadicInterval(lowerBound: Rational(-1), upperBound: 1, precision: 64)
    let touchesZero = DyadicInterval(lowerBound: Rational(0), upperBound: 1, precision: 64)
    let results: [DyadicInterval] = [
      Self.point(1) / holdsZero, Self.point(1) / touchesZero, Self.point(1) / Self.point(0),
      Self.point(0) / Self.point(0), touchesZero.reciprocal(), (-touchesZero).reciprocal(),
      .sqrt(holdsZero), .sqrt(Self.point(-1)),
      .log(touchesZero), .log(holdsZero), .log(Self.point(0)), .log(Self.point(-1)),
      .exp(Self.point(744_261_119)), .exp(Self.point(1, exponent: 1 << 25)),
      .erfcx(Self.point(-27_282)), .erfcx(Self.point(-1, exponent: 1 << 20)),
      Self.point(1, exponent: Self.largest - 1) * Self.point(2), Self.point(-1, exponent: Self.largest),
      Self.point(1, exponent: Self.largest - 1) + Self.point(1, exponent: Self.largest - 1),
      Self.point(1, exponent: Self.largest - 1).squared(), Self.point(1) / Self.point(1, exponent: -Self.largest),
      DyadicInterval(Double.infinity, precision: 64), DyadicInterval(Double.nan, precision: 64),
      DyadicInterval(lowerBound: 0, upperBound: Double.infinity, precision: 64),
    ]
    for result in results { #expect(!result.isValid && result.precision == 64) }
  }

  @Test func whatIsNotAnIntervalPassesThrough() {
    let one = Self.point(1)
    let results: [DyadicInterval] = [
      Self.nai + one, one + Self.nai, Self.nai - Self.nai, one * Self.nai, Self.nai * Self.point(0), Self.nai / one,
      one / Self.nai, -Self.nai, Self.nai.squared(), Self.nai.reciprocal(), .sqrt(Self.nai), .abs(Self.nai),
      .exp(Self.nai), .log(Self.nai), .erf(Self.nai), .erfc(Self.nai), .erfcx(Self.nai),
      Self.nai.midpoint, Self.nai.centre, Self.nai.with(precision: 64),
      Self.nai.intersection(one), one.intersection(Self.nai), Self.nai.convexHull(one), one.convexHull(Self.nai),
      Self.nai + .empty(precision: 9), .empty(precision: 9) * Self.nai, Self.nai.intersection(.empty(precision: 9)),
    ]
    for result in results { #expect(!result.isValid && result.precision == 64) }
  }

  @Test func whatIsNotAnIntervalProvesNothing() {
    let (nai, one) = (Self.nai, Self.point(1))
    for other in [nai, one, .empty(precision: 64)] {
      #expect(!nai.isSubset(of: other) && !nai.isInterior(to: other) && !nai.isDisjoint(with: other))
      #expect(!other.isSubset(of: nai) && !other.isInterior(to: nai) && !other.isDisjoint(with: nai))
      #expect(!nai.isEqual(to: other) && !other.isEqual(to: nai))
      #expect(!nai.isStrictlyLess(than: other) && !other.isStrictlyLess(than: nai))
      #expect(!nai.isLessOrEqual(to: other) && !other.isLessOrEqual(to: nai))
    }
    for r in [Rational(0), Rational(1, timesTenTo: 1000), Rational(-1, timesTenTo: 1000)] {
      #expect(!nai.isStrictlyLess(than: r) && !nai.isLessOrEqual(to: r))
      #expect(!nai.isStrictlyGreater(than: r) && !nai.isGreaterOrEqual(to: r) && !nai.contains(r))
      // Nor do the bounds, read by mistake.
      #expect(nai.lowerBound.order(against: r) < 0 && nai.upperBound.order(against: r) > 0)
    }
    #expect(!nai.isPositive && !nai.isNegative && !nai.isVoid && !nai.isEmpty && !nai.isSingleton && !nai.isBounded)
    #expect(!nai.contains(0.0) && !nai.contains(Dyadic.zero) && nai.middle == nil && nai.width == nil)
    #expect(nai.magnitude == nil && nai.mignitude == nil && nai.accurateBits == nil)
    #expect(nai.doubleBounds.lower == -.infinity && nai.doubleBounds.upper == .infinity)
    #expect(nai == .notAnInterval(precision: 5) && nai != one)
  }

  /// Tiny results keep a bound on either side of the exact number.
  @Test func resultsBelowTheRangeAreRoundedOutward() {
    let tiny = Dyadic(significand: 1, exponent: -Self.largest)
    let small = DyadicInterval(tiny, precision: 64)
    #expect(small.isSingleton)
    let positive: [DyadicInterval] = [
      small * small, small / Self.point(3), small.squared(), .exp(Self.point(-800_000_000)),
      .exp(Self.point(-1, exponent: 1 << 25)), .erfc(Self.point(30_000)), .erfc(Self.point(1, exponent: 1 << 20)),
      DyadicInterval(Dyadic(significand: 1, exponent: -Self.largest - 1), precision: 64),
    ]
    for result in positive {
      #expect(result.isBounded && result.lowerBound.isZero && result.upperBound == tiny)
      #expect((-result).lowerBound == -tiny && (-result).upperBound.isZero)
      #expect(result.midpoint.isSubset(of: result))
    }
    #expect((-small * small).lowerBound == -tiny && (-small * small).upperBound.isZero)
    let belowOne = 1 - Dyadic(significand: 1, exponent: -64)
    #expect(Self.point(1) - small == DyadicInterval(lowerBound: belowOne, upperBound: 1, precision: 64))
  }

  @Test func functionsNearTheEndsOfTheRange() {
    let huge = Self.point(1, exponent: 1 << 20)
    let erfcx = DyadicInterval.erfcx(huge)
    // erfcx(x) is 1 / (x sqrt(pi)) to all bits for huge x.
    let expected = huge.constant(1) / (huge * DyadicInterval.sqrt(huge.pi))
    #expect(erfcx.isSubset(of: expected) || erfcx.intersection(expected).isBounded)
    #expect(DyadicInterval.erf(huge).upperBound == 1 && DyadicInterval.erf(-huge).lowerBound == -1)
    #expect(DyadicInterval.erfc(-huge).upperBound == 2)
    let e = DyadicInterval.exp(Self.point(744_000_000))
    #expect(e.isBounded && (e * .exp(Self.point(-744_000_000))).contains(Rational(1)))
    let log = DyadicInterval.log(Self.point(3, exponent: 1 << 29))
    #expect(DyadicInterval.exp(log).contains(Dyadic(significand: 3, exponent: 1 << 29)))
  }

  @Test func doublesThere() {
    #expect(DyadicInterval.empty(precision: 9).doubleBounds == (.infinity, -.infinity))
    #expect(DyadicInterval(lowerBound: Double.infinity, upperBound: -Double.infinity, precision: 9).isEmpty)
    #expect(DyadicInterval(lowerBound: 2.0, upperBound: 1.0, precision: 9).isEmpty)
    #expect(Self.point(1, exponent: 5000).doubleBounds == (Double.greatestFiniteMagnitude, .infinity))
    #expect(Self.point(-1, exponent: -5000).doubleBounds == (-Double.leastNonzeroMagnitude, -0.0))
    let rounded = DyadicInterval(Double.greatestFiniteMagnitude, precision: 2)
    #expect(rounded.upperBound == Dyadic(significand: 1, exponent: 1024))
  }
}
