import RealArithmetic
import Testing

@testable import IntervalArithmetic

/// Integer powers against exact arithmetic where the exact power can be written down, and against bounds of far higher
/// precision where it cannot.
@Suite struct IntervalPowerTests {
  func exact(_ value: Double) -> Dyadic { Dyadic(exactly: value) ?? 0 }

  /// The tightest interval around `a^n` for finite `a` other than 0, from the exact power.
  func tightestPower(_ a: Double, _ n: Int) -> Interval {
    Interval(enclosing: Rational(exact(a)).raised(to: n))
  }

  /// Bounds of `a^n` for `a > 0`, from the binary digits of `n` upwards, with 600 bits. A bound whose exponent has more
  /// than 20 digits is not followed any further.
  func widePower(_ a: Double, _ n: Int) -> (lower: Dyadic, upper: Dyadic)? {
    var (lower, upper): (Dyadic, Dyadic) = (1, 1)
    var (low, high) = (exact(a), exact(a))
    var rest = n.magnitude
    while rest > 0 {
      if rest & 1 == 1 {
        lower = (lower * low).rounded(toPrecision: 600, .down)
        upper = (upper * high).rounded(toPrecision: 600, .up)
      }
      rest >>= 1
      low = low.squared().rounded(toPrecision: 600, .down)
      high = high.squared().rounded(toPrecision: 600, .up)
      guard rest == 0 || (low.leadingExponent ?? 0).magnitude < 1 << 20 else { return nil }
    }
    if n > 0 { return (lower, upper) }
    return (
      Dyadic(1 / Rational(upper), precision: 600, rounding: .down),
      Dyadic(1 / Rational(lower), precision: 600, rounding: .up)
    )
  }

  static let smallExponents = [3, 4, 5, 6, 7, 8, 10, 11, 16, 17, 33, 53, 54, 64, 100]

  @Test(arguments: smallExponents)
  func pointPowersAreTightest(exponent: Int) {
    var generator = SeededGenerator(seed: UInt64(exponent))
    // Anywhere; near 1, where the power is in the range of doubles; and of few digits, where it may be exact.
    let anywhere = (0..<60).map { _ in generator.double() } + specialDoubles
    let reach = 1100 / exponent
    let near = (0..<300).map { _ in generator.double(exponents: -reach...reach) }
    let short = (0..<200).map { _ in
      Double(Int.random(in: -64...64, using: &generator)) * generator.double(exponents: 0...0).rounded(.up)
    }
    let scaled = short.map {
      Double(sign: .plus, exponent: Int.random(in: -reach...reach, using: &generator), significand: $0)
    }
    for a in anywhere + near + short + scaled where a != 0 && a.isFinite {
      for n in [exponent, -exponent] {
        #expect(Interval.pow(Interval(a), n) == tightestPower(a, n), "\(a.hexText) ^ \(n)")
      }
    }
  }

  /// Bases for which the power is at the ends of the range: subnormal, the least and the largest double, overflow.
  @Test(arguments: [3, 5, 6, 9, 20, 29, 37, 89, 341, 1023, 1074, 2000])
  func powersAtTheEndsOfTheRange(exponent: Int) {
    for limit in [-1076, -1075, -1074, -1073, -1050, -1023, -1022, -1021, 1022, 1023, 1024] {
      let (quotient, remainder) = limit.quotientAndRemainder(dividingBy: exponent)
      for offset in -1...1 {
        let power = Double(sign: .plus, exponent: quotient + offset, significand: 1)
        for step in [
          1.0, 1.5, 0x1.0000000000001p0, 0x1.fffffffffffffp0, 1 + Double(remainder.magnitude) / Double(exponent),
        ] {
          let a = power * step
          guard a > 0, a.isFinite else { continue }
          for n in [exponent, -exponent] {
            #expect(Interval.pow(Interval(a), n) == tightestPower(a, n), "\(a.hexText) ^ \(n)")
          }
        }
      }
    }
  }

  /// The doubles on both sides of each root of 2^1022 and 2^-1022: their powers are next to the least normal double, where
  /// a scaled result may be rounded up to it.
  @Test(arguments: 3...40)
  func powersNextToTheLeastNormalDouble(exponent: Int) {
    for limit in [1022, -1022] {
      let power = Dyadic(significand: 1, exponent: limit)
      var (low, high) = ((1e-200).bitPattern, (1e200).bitPattern)
      while high - low > 1 {
        let middle = low + (high - low) / 2
        let root = exact(Double(bitPattern: middle))
        let isBelow =
          Dyadic(significand: root.significand.raised(to: exponent), exponent: root.exponent * exponent) < power
        (low, high) = isBelow ? (middle, high) : (low, middle)
      }
      for bits in [low - 1, low, high, high + 1] {
        let a = Double(bitPattern: bits)
        let n = limit < 0 ? exponent : -exponent
        #expect(Interval.pow(Interval(a), n) == tightestPower(a, n), "\(a.hexText) ^ \(n)")
      }
    }
  }

  /// All exponents up to the ends of `Int`, with bases so near to 1 that the powers stay doubles.
  @Test func hugeExponentsAreTightest() throws {
    var generator = SeededGenerator(seed: 71)
    let exponents = [
      1 << 10, 1 << 20, (1 << 20) + 1, 1 << 32, (1 << 52) + 1, 1 << 53, (1 << 53) + 1, 1 << 60, Int.max - 1, Int.max,
      Int.min, Int.min + 1, -(1 << 40), -1_000_003, 10_007,
    ]
    for n in exponents {
      for _ in 0..<12 {
        // |log a| at most 700 / |n|, but at least the distance of 1 from its neighbours.
        let distance = Double.random(in: 0..<700, using: &generator) / Double(n.magnitude)
        let a = generator.next() % 2 == 0 ? 1 + Swift.max(distance, 0x1p-52) : 1 - Swift.max(distance, 0x1p-53)
        let result = Interval.pow(Interval(a), n)
        guard let wide = widePower(a, n) else {
          let isLarge = (a > 1) == (n > 0)
          #expect(isLarge ? result.upperBound == .infinity : result.lowerBound == 0)
          continue
        }
        #expect(result.lowerBound == Double(wide.lower, rounding: .down), "\(a.hexText) ^ \(n)")
        #expect(result.upperBound == Double(wide.upper, rounding: .up), "\(a.hexText) ^ \(n)")
        #expect(Double(wide.lower, rounding: .down) == Double(wide.upper, rounding: .down), "the bounds are too wide")
      }
    }
  }

  /// The error that the double-double arithmetic is allowed is far above the one it has.
  @Test func approximationsAreWithinTheirError() {
    var generator = SeededGenerator(seed: 74)
    var worst = 0.0
    for _ in 0..<2_000 {
      let m = generator.double(exponents: 0...0).magnitude
      let n = Int.random(in: 2...600, using: &generator) * (generator.next() % 2 == 0 ? 1 : -1)
      let approximation = IntegerPower.approximation(m, n)
      let scale = Rational(Dyadic(significand: 1, exponent: approximation.exponent))
      let value = Rational(exact(approximation.high) + exact(approximation.low)) * scale
      let error = (value / Rational(exact(m)).raised(to: n) - 1).magnitude
      worst = Swift.max(worst, Double(error, rounding: .up) / IntegerPower.relativeError(n))
    }
    #expect(worst < 0.5 && worst > 0)
  }

  /// Two doubles decide nearly all powers, but not those next to a double: (1 + 2^-52)^n is n^2 2^-105 above the one nearest
  /// to it, and the error may be n 2^-98.
  @Test func approximationsKnowWhatTheyDecide() {
    var generator = SeededGenerator(seed: 77)
    for _ in 0..<500 {
      let m = generator.double(exponents: 0...0).magnitude
      let n = Int.random(in: 2...300, using: &generator) * (generator.next() % 2 == 0 ? 1 : -1)
      #expect(IntegerPower.approximatePower(of: m, exponent: 0, n) == tightestPower(m, n), "\(m.hexText) ^ \(n)")
    }
    let m = (1.0).nextUp
    for n in [3, 8, 30, 64, 100, -3, -8, -30, -64, -100] {
      #expect(IntegerPower.approximatePower(of: m, exponent: 0, n) == nil, "\(m.hexText) ^ \(n)")
      #expect(Interval.pow(Interval(m), n) == tightestPower(m, n), "\(m.hexText) ^ \(n)")
    }
    #expect(IntegerPower.approximatePower(of: m, exponent: 0, 1000) != nil)
  }

  /// The multiple-precision bounds are on the right sides and close, with any number of bits.
  @Test(arguments: [4, 12, 53, 100])
  func preciseBoundsEnclose(bits: Int) {
    var generator = SeededGenerator(seed: 75)
    for _ in 0..<400 {
      let a = exact(generator.double(exponents: -4...4).magnitude)
      let n = Int.random(in: 2...60, using: &generator) * (generator.next() % 2 == 0 ? 1 : -1)
      guard let bounds = IntegerPower.powerBounds(of: a, n, bits: bits) else { continue }
      let power = Rational(a).raised(to: n)
      #expect(Rational(bounds.lower) <= power && power <= Rational(bounds.upper), "\(a) ^ \(n)")
      // Each of the at most |n| errors is less than 2^(1 - bits).
      let width = Rational(bounds.upper - bounds.lower) / power
      let errors = Rational(Dyadic(significand: BigInteger(4 * n.magnitude), exponent: 1 - bits))
      #expect(bits < 12 || width <= errors, "\(a) ^ \(n)")
    }
  }

  /// Each of the three methods decides cases of its own.
  @Test func exactPowers() {
    #expect(Interval.pow(Interval(3), 33) == Interval(5_559_060_566_555_523))
    #expect(Interval.pow(Interval(-3), 33) == Interval(-5_559_060_566_555_523))
    #expect(Interval.pow(Interval(10), 22) == Interval(1e22))
    #expect(
      Interval.pow(Interval(10), 23) == Interval(lowerBound: 0x1.52d02c7e14af6p76, upperBound: 0x1.52d02c7e14af7p76))
    #expect(
      Interval.pow(Interval(0x1p-537), -3) == Interval(lowerBound: .greatestFiniteMagnitude, upperBound: .infinity))
    #expect(Interval.pow(Interval(0x1p-358), 3) == Interval(0x1p-1074))
    #expect(Interval.pow(Interval(0x1p358), -3) == Interval(0x1p-1074))
    #expect(
      Interval.pow(Interval(0x1p-1074), -1) == Interval(lowerBound: .greatestFiniteMagnitude, upperBound: .infinity))
    #expect(Interval.pow(Interval(1), Int.min) == Interval(1))
    #expect(Interval.pow(Interval(-1), Int.max) == Interval(-1))
    #expect(Interval.pow(Interval(2), Int.min) == Interval(lowerBound: 0, upperBound: .leastNonzeroMagnitude))
    #expect(
      Interval.pow(Interval(-2), Int.max) == Interval(lowerBound: -.infinity, upperBound: -.greatestFiniteMagnitude))
  }

  @Test func exponentsOfZeroOneAndTwo() {
    var generator = SeededGenerator(seed: 72)
    for _ in 0..<500 {
      let x = generator.interval()
      #expect(Interval.pow(x, 0) == (x.isEmpty ? .empty : Interval(1)))
      #expect(Interval.pow(x, 1) == x)
      #expect(Interval.pow(x, 2) == x.squared())
      #expect(Interval.pow(x, -1) == x.reciprocal())
    }
  }

  /// The bounds of the power of an interval are those of the powers of its end points, its least or its largest member.
  @Test(arguments: [3, 4, 17, 18, -2, -3, -4, -17, 1_001, Int.max, Int.min])
  func intervalsAreHullsOfPointPowers(n: Int) {
    var generator = SeededGenerator(seed: 73)
    for _ in 0..<400 {
      var x = generator.interval()
      if generator.next() % 2 == 0 {
        let (a, b) = (generator.double(exponents: -3...3), generator.double(exponents: -3...3))
        x = Interval(lowerBound: Swift.min(a, b), upperBound: Swift.max(a, b))
      }
      let result = Interval.pow(x, n)
      guard !x.isEmpty else {
        #expect(result.isEmpty)
        continue
      }
      // Point powers at the end points, and the limits at the end points and inside where the power has no value.
      var powers = [x.lowerBound, x.upperBound].filter { $0.isFinite && $0 != 0 }.map { Interval.pow(Interval($0), n) }
      var limits: [Double] = []
      let sign = n & 1 == 0 ? 1.0 : -1.0
      if x.contains(0), n > 0 { powers.append(Interval(0)) }
      if x.contains(0), n < 0, x.upperBound > 0 { limits.append(.infinity) }
      if x.contains(0), n < 0, x.lowerBound < 0 { limits.append(sign * .infinity) }
      if x.upperBound == .infinity { limits.append(n > 0 ? .infinity : 0) }
      if x.lowerBound == -.infinity { limits.append(n > 0 ? sign * .infinity : 0) }
      let hull = Interval(
        lowerBound: (powers.map(\.lowerBound) + limits).reduce(.infinity, Swift.min),
        upperBound: (powers.map(\.upperBound) + limits).reduce(-.infinity, Swift.max))
      #expect(result == hull, "\(x.hexText) ^ \(n)")
    }
  }

  @Test(arguments: [
    ("[0, 0]", 3, "[0, 0]"), ("[0, 0]", -3, "[empty]"), ("[0, 0]", -2, "[empty]"), ("[0, 0]", 0, "[1, 1]"),
    ("[empty]", 3, "[empty]"), ("[empty]", 0, "[empty]"), ("[empty]", -1, "[empty]"),
    ("[entire]", 3, "[entire]"), ("[entire]", 4, "[0, inf]"), ("[entire]", -3, "[entire]"),
    ("[entire]", -4, "[0, inf]"),
    ("[-2, 3]", -3, "[entire]"), ("[-2, 4]", -2, "[0x1p-4, inf]"), ("[0, 2]", -3, "[0x1p-3, inf]"),
    ("[-2, 0]", -3, "[-inf, -0x1p-3]"), ("[-2, 0]", -2, "[0x1p-2, inf]"), ("[1, inf]", -3, "[0, 1]"),
    ("[-inf, -1]", -3, "[-1, 0]"), ("[-inf, -2]", 3, "[-inf, -8]"), ("[-3, 2]", 3, "[-27, 8]"),
    ("[-3, 2]", 4, "[0, 81]"),
  ])
  func edgeCases(x: String, n: Int, expected: String) throws {
    #expect(try Interval.pow(Interval(parsing: x), n) == Interval(parsing: expected))
  }
}
