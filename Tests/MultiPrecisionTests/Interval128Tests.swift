import RealArithmetic
import Testing

@testable import MultiPrecision

/// `Interval128` against exact rational numbers and against `DyadicInterval`, whose results it has to repeat bit for bit.
@Suite struct Interval128Tests {
  /// Ranges of exponents: equal ones for cancellation, others for every distance that the shifts tell apart.
  static let ranges = [0...0, -1...1, -40...40, -70...70, -140...140, -300...300]

  typealias Operation = (
    name: String, fixed: @Sendable (Interval128, Interval128) -> Interval128,
    dyadic: @Sendable (DyadicInterval, DyadicInterval) -> DyadicInterval
  )

  static let operations: [Operation] = [
    ("+", { $0 + $1 }, { $0 + $1 }), ("-", { $0 - $1 }, { $0 - $1 }), ("*", { $0 * $1 }, { $0 * $1 }),
    ("/", { $0 / $1 }, { $0 / $1 }), ("hull", { $0.convexHull($1) }, { $0.convexHull($1) }),
    ("and", { $0.intersection($1) }, { $0.intersection($1) }),
    ("square", { a, _ in a.squared() }, { a, _ in a.squared() }),
    ("sqrt", { a, _ in .sqrt(a) }, { a, _ in .sqrt(a) }), ("abs", { a, _ in .abs(a) }, { a, _ in .abs(a) }),
    ("negative", { a, _ in -a }, { a, _ in -a }), ("half", { a, _ in a.half }, { a, _ in a.half }),
  ]

  private static func expectSame(
    _ operation: Operation, _ a: DyadicInterval, _ b: DyadicInterval, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let result = operation.fixed(Interval128(a), Interval128(b))
    let expected = operation.dyadic(a.with(precision: 128), b.with(precision: 128))
    #expect(DyadicInterval(result) == expected, "\(a) \(operation.name) \(b)", sourceLocation: sourceLocation)
    #expect(result.isValid == expected.isValid && result.isEmpty == expected.isEmpty, sourceLocation: sourceLocation)
  }

  @Test(arguments: operations.indices, seeds)
  func operationsAreThoseOfDyadicIntervals(index: Int, seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for range in Self.ranges {
      for _ in 0..<300 {
        let signed = Int.random(in: 0..<4, using: &generator) > 0
        let a = generator.interval(bits: 128, leading: range, signed: signed)
        let b = generator.interval(bits: 128, leading: range, signed: signed)
        Self.expectSame(Self.operations[index], a, b)
      }
    }
  }

  /// Differences of neighbours, of numbers with long runs of zeros and of ones, and around powers of two.
  @Test(arguments: operations.indices)
  func operationsAtTheEdgesAreThoseOfDyadicIntervals(index: Int) {
    let ones = Dyadic(significand: BigInteger.powerOfTwo(128) - 1, exponent: -127)
    let ulp = Dyadic(significand: 1, exponent: -127)
    var numbers: [Dyadic] = [0, 1, 2, 3, ones, ones - ulp, 1 + ulp, 1 + 2 * ulp, ulp]
    for power in [62, 63, 64, 65, 126, 127, 128, 129, 130, 191, 192, 193] {
      numbers += [Dyadic(significand: 1, exponent: -power), ones.scaled(byPowerOfTwo: -power)]
    }
    for power in [63, 64, 65] {
      numbers.append(Dyadic(significand: BigInteger.powerOfTwo(128) - BigInteger.powerOfTwo(power), exponent: -127))
      numbers.append(Dyadic(significand: BigInteger.powerOfTwo(127) + BigInteger.powerOfTwo(power) - 1, exponent: -127))
    }
    numbers += numbers.map { -$0 }
    for x in numbers {
      for y in numbers {
        let (a, b) = (DyadicInterval(x, precision: 128), DyadicInterval(y, precision: 128))
        Self.expectSame(Self.operations[index], a, b)
        Self.expectSame(Self.operations[index], a.convexHull(b), b)
        Self.expectSame(Self.operations[index], b, a.convexHull(b))
      }
    }
  }

  /// Results beyond the exponent range, and too small for it.
  @Test(arguments: operations.indices)
  func exponentRangeIsThatOfDyadicIntervals(index: Int) {
    let limit = DyadicInterval.largestExponent
    let ones = BigInteger.powerOfTwo(128) - 1
    var numbers: [Dyadic] = [0, 1]
    for exponent in [-limit, -limit + 1, -limit / 2 - 1, -limit / 2, limit / 2 - 1, limit / 2, limit - 1] {
      numbers.append(Dyadic(significand: 1, exponent: exponent))
      numbers.append(Dyadic(significand: ones, exponent: exponent - 127))
    }
    numbers += numbers.map { -$0 }
    for x in numbers {
      for y in numbers {
        Self.expectSame(
          Self.operations[index], DyadicInterval(x, precision: 128),
          DyadicInterval(lowerBound: min(x, y), upperBound: max(x, y), precision: 128))
        Self.expectSame(
          Self.operations[index], DyadicInterval(lowerBound: min(x, y), upperBound: max(x, y), precision: 128),
          DyadicInterval(y, precision: 128))
      }
    }
  }

  /// The directions of rounding against exact rational numbers, without another interval arithmetic in between.
  @Test(arguments: seeds)
  func boundsAreOnTheirSideAndNoOtherNumberIsNearer(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    func check(_ result: Interval128, _ exact: Rational) {
      let (lower, upper) = (Rational(result.lowerBound), Rational(result.upperBound))
      #expect(lower <= exact && exact <= upper)
      #expect(lower == Rational(Dyadic(exact, precision: 128, rounding: .down)))
      #expect(upper == Rational(Dyadic(exact, precision: 128, rounding: .up)))
    }
    for range in Self.ranges {
      for _ in 0..<200 {
        let (x, y) = (generator.dyadic(bits: 128, leading: range), generator.dyadic(bits: 128, leading: range))
        let (a, b) = (Interval128(x), Interval128(y))
        check(a + b, Rational(x) + Rational(y))
        check(a - b, Rational(x) - Rational(y))
        check(a * b, Rational(x) * Rational(y))
        check(a / b, Rational(x) / Rational(y))
        check(a.squared(), Rational(x) * Rational(x))
        let root = Interval128.sqrt(.abs(a))
        #expect(Rational(root.lowerBound).squared() <= Rational(x.magnitude))
        #expect(Rational(root.upperBound).squared() >= Rational(x.magnitude))
        #expect(Interval128.sqrt(a.squared()).lowerBound <= Interval128.abs(a).lowerBound)
      }
    }
  }

  /// Squares have exact roots, and their neighbours have not.
  @Test(arguments: seeds)
  func rootsOfSquares(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<2_000 {
      let x = generator.dyadic(bits: 64, leading: -9...9, signed: false)
      let root = Interval128.sqrt(Interval128(x.squared()))
      #expect(Dyadic(root.lowerBound) == x && Dyadic(root.upperBound) == x)
      let ulp = Dyadic(significand: 1, exponent: 2 * (x.leadingExponent ?? 0) - 127)
      let below = Interval128.sqrt(Interval128(x.squared() - ulp))
      #expect(Dyadic(below.lowerBound) < x && Dyadic(below.upperBound) <= x)
      let above = Interval128.sqrt(Interval128(x.squared() + ulp))
      #expect(Dyadic(above.lowerBound) >= x && Dyadic(above.upperBound) > x)
    }
  }

  @Test func whatHasNoResult() {
    let one = Interval128(1.0)
    let zero = Interval128(0.0)
    let around = Interval128(lowerBound: -1.0, upperBound: 1.0)
    #expect(!(one / zero).isValid && !(one / around).isValid && !(zero / zero).isValid)
    #expect(!Interval128.sqrt(around).isValid && !Interval128.sqrt(-one).isValid)
    #expect(Interval128.sqrt(zero).isEqual(to: zero))
    #expect(!Interval128(Double.nan).isValid && !Interval128(Double.infinity).isValid)
    #expect(Interval128(lowerBound: 2.0, upperBound: 1.0).isEmpty)
    #expect(Interval128(lowerBound: Double.infinity, upperBound: -.infinity).isEmpty)
    #expect(Interval128(lowerBound: 2 as Rational, upperBound: 1).isEmpty)
    #expect(one.intersection(zero).isEmpty && !one.intersection(.notAnInterval).isValid)
    #expect(Interval128.empty.convexHull(one).isEqual(to: one))
  }

  /// What is known of nothing passes through everything, and no statement is true of it.
  @Test func whatIsNoIntervalStaysSo() {
    let one = Interval128(1.0)
    let functions: [(Interval128) -> Interval128] = [
      { $0 + one }, { one - $0 }, { $0 * one }, { one / $0 }, { $0.squared() }, { .sqrt($0) }, { .exp($0) },
      { .erfcx($0) }, { -$0 }, { .abs($0) }, { $0.half }, { $0.midpoint }, { .tail($0, one, exponent: one) },
      { .complement(one, $0) },
    ]
    for function in functions {
      #expect(!function(.notAnInterval).isValid)
      #expect(function(.empty).isEmpty)
    }
    for value in [Interval128.notAnInterval, .empty] {
      #expect(!value.isPositive && !value.isNegative && !value.isBounded)
      #expect(!value.isLessOrEqual(to: 0) && !value.isGreaterOrEqual(to: 0))
      #expect(!one.isInterior(to: value) && !(value.isValid && one.isEqual(to: value)))
    }
    #expect(!Interval128.notAnInterval.isEqual(to: .notAnInterval))
    #expect(!Interval128.notAnInterval.isInterior(to: Interval128(lowerBound: -9.0, upperBound: 9.0)))
    // A bound that is read by mistake proves nothing.
    #expect(Interval128.notAnInterval.lowerBound < Interval128(-1e300).lowerBound)
    #expect(Interval128.notAnInterval.upperBound > Interval128(1e300).upperBound)
  }

  @Test(arguments: seeds)
  func doublesRationalsAndIntegersAreRead(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for value in [0.0, -0.0, 0x1p-1074, -0x1.8p-1073, 0x1p-1022, .greatestFiniteMagnitude, 1, -0.1] {
      #expect(Rational(Interval128(value).lowerBound) == Rational(exactly: value))
      #expect(DyadicInterval(Interval128(value)).isSingleton)
    }
    for integer in [0, 1, -1, 3, Int.max, Int.min, Int.min + 1] {
      #expect(Rational(Interval128(1.0).constant(integer).upperBound) == Rational(integer))
      #expect(DyadicInterval(Interval128(1.0).constant(integer)).isSingleton)
    }
    for _ in 0..<500 {
      let value = Double(bitPattern: generator.next())
      if value.isFinite { #expect(Rational(Interval128(value).upperBound) == Rational(exactly: value)) }
      let rational =
        Rational(generator.dyadic(bits: 200, leading: -99...99)) / Rational(generator.dyadic(bits: 90, leading: -9...9))
      #expect(DyadicInterval(Interval128(rational)) == DyadicInterval(rational, precision: 128))
      let interval = Interval128(rational)
      #expect(interval.isGreaterOrEqual(to: Rational(interval.lowerBound)))
      #expect(interval.isGreaterOrEqual(to: rational) == (Rational(interval.lowerBound) == rational))
      #expect(interval.isLessOrEqual(to: rational) == (Rational(interval.upperBound) == rational))
    }
  }

  @Test(arguments: seeds)
  func orderAndInteriorAreThoseOfDyadicIntervals(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<1_000 {
      let a = generator.interval(bits: 128, leading: -1...1)
      let b = Bool.random(using: &generator) ? a : generator.interval(bits: 128, leading: -1...1)
      let (c, d) = (Interval128(a), Interval128(b))
      #expect((c.lowerBound < d.upperBound) == (a.lowerBound < b.upperBound))
      #expect(c.isInterior(to: d) == a.isInterior(to: b) && c.isEqual(to: d) == a.isEqual(to: b))
      #expect(c.isPositive == a.isPositive && c.isNegative == a.isNegative)
      let middle = Dyadic(c.midpoint.lowerBound)
      #expect(a.contains(middle) && DyadicInterval(c.midpoint).isSingleton)
    }
  }
}
