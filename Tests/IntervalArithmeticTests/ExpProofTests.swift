import RealArithmetic
import Testing

@testable import IntervalArithmetic

/// Proves the error bound of `Exponential` from its constants alone, by exact arithmetic.
@Suite struct ExpProofTests {
  /// Bounds the distance of two numbers.
  func distance(_ a: ExactBounds, _ b: Dyadic) -> Dyadic {
    (a - ExactBounds(b)).magnitude
  }

  func dyadic(_ value: Double) -> Dyadic { Dyadic(exactly: value) ?? 0 }

  /// |r| after the reduction: half a step, more by the rounding of `x * steps` and of `steps` itself, and the tail.
  static let reduced = Dyadic(exactly: 0x1.63p-8) ?? 0

  /// The multiples of ln2/64 that are subtracted number at most 2^17, because |x| < 746.
  static let multiples = Dyadic(significand: 1, exponent: 17)

  @Test func theStepIsALittleWrongAtMost() {
    let step = ExactBounds(ExactConstants.logarithmOfTwo.lower, ExactConstants.logarithmOfTwo.upper) / 64
    let (a, b, c) = Exponential.logarithm
    let error = distance(step, dyadic(a) + dyadic(b) + dyadic(c))
    #expect(error * Self.multiples < Dyadic(significand: 1, exponent: -115))
    // 36 bits each, so that products with integers below 2^17 are exact.
    #expect(dyadic(a).precision <= 36 && dyadic(b).precision <= 36)
    // The number of steps is wrong by less than 2^-34 on top of the half that rounding to an integer leaves.
    let product = ExactBounds(dyadic(Exponential.steps)) * step
    let relative = distance(product, 1) + Dyadic(significand: 1, exponent: -53)
    let offset =
      Dyadic(significand: 1, exponent: -1) + relative * Self.multiples + Dyadic(significand: 1, exponent: -34)
    #expect(offset * step.magnitude + Dyadic(significand: 1, exponent: -43) < Self.reduced)
  }

  /// Each entry T of the table is 2^(j/64): T^64 lies within a relative 64 * 2^-105 of 2^j.
  @Test func theTableHoldsTheRoots() {
    for index in 0..<64 {
      let root = dyadic(expTable[2 * index]) + dyadic(expTable[2 * index + 1])
      let power = (0..<6).reduce(root) { value, _ in value.squared() }
      let exact = Dyadic(significand: 1, exponent: index)
      let relative = (power - exact).magnitude.scaled(byPowerOfTwo: -index)
      #expect(relative < Dyadic(significand: 64, exponent: -105), "\(index)")
      #expect(expTable[2 * index + 1].magnitude <= expTable[2 * index].ulp)
    }
    #expect(expTable.count == 128)
  }

  /// The table test notices an entry whose correction is off by one unit.
  @Test func aWrongTableEntryIsNoticed() {
    let root = dyadic(expTable[2]) + dyadic(expTable[3] + expTable[2].ulp * 0x1p-50)
    let power = (0..<6).reduce(root) { value, _ in value.squared() }
    #expect((power - 2).magnitude.scaled(byPowerOfTwo: -1) > Dyadic(significand: 64, exponent: -105))
  }

  /// Line by line through `Exponential.approximation`.
  @Test func theBoundHolds() {
    let r = RoundingBound(Self.reduced)
    // The part of the argument below r: the remainder of its two-term sum, the third part of ln2/64, and the tail.
    let tail = RoundingBound(Dyadic(significand: 1, exponent: -43))
    let third = RoundingBound(dyadic(Exponential.logarithm.2)) * RoundingBound(Self.multiples)
    let s = (RoundingBound.remainder(of: Self.reduced) + third) + tail

    // Coefficients 1/2! to 1/7!, each with the error of its double.
    let factorials = [2, 6, 24, 120, 720, 5040]
    let doubles = [
      0x1p-1, 0x1.5555555555555p-3, 0x1.5555555555555p-5, 0x1.1111111111111p-7, 0x1.6c16c16c16c17p-10,
      0x1.a01a01a01a01ap-13,
    ]
    let coefficients = zip(factorials, doubles).map { factorial, double in
      RoundingBound(
        dyadic(double),
        error: distance(ExactBounds(Rational(1, over: factorial), Rational(1, over: factorial)), dyadic(double)))
    }
    let square = r * r
    let high = coefficients[4] + r * coefficients[5]
    let q =
      (coefficients[0] + r * coefficients[1])
      + square * ((coefficients[2] + r * coefficients[3]) + square * high)
    let v = square * q
    let correction = v + (s + s * (r + v))
    // e + f = r + correction exactly, because r is the larger.
    #expect(correction.computed < Self.reduced)
    let e = Self.reduced + correction.computed

    // Left out: s^2/2 and higher terms in s, and the Taylor terms from r^8/8! on (twice the first is enough).
    let power = (0..<8).reduce(Dyadic(1)) { product, _ in product * Self.reduced }
    let omitted = Rational(power) / 40_320 * 2 + Rational(s.magnitude.squared())
    let argument = Rational(Dyadic(significand: 1, exponent: -115))

    // The product with the table, whose first part is less than 2 and whose second is a unit of the first at most.
    let two = RoundingBound(Dyadic(2))
    let entry = RoundingBound(Dyadic(significand: 1, exponent: -52))
    let f = RoundingBound.remainder(of: e)
    let low = .remainder(of: 2 + 2 * e) + (.remainder(of: 2 * e) + (entry + (two * f + entry * RoundingBound(e))))
    // The error of 1 + e + f counts relative to it, that of the low parts to the least value, of the table's first entry.
    let inner = Rational(correction.error) + omitted + argument
    let outer = Rational(low.error + entry.magnitude * f.magnitude)
    let tableError = Rational(Dyadic(significand: 1, exponent: -104))
    let total = (inner + outer) / (1 - 2 * Rational(Self.reduced)) + tableError
    let stated = Rational(exactly: Exponential.relativeError) ?? 0
    #expect(total + Rational(Dyadic(significand: 1, exponent: -99)) < stated)
    // The bound is not generous either: it could not be halved.
    #expect(2 * total > stated)
  }

  /// Line by line through `ExponentialMinusOne.approximation`: s = r + r^2/2 + r^3 q(r), then 2^k T - 1 + 2^k T s.
  ///
  /// With n steps, P = 2^(n/64) and |r| at most R, the magnitude of the result is at least |P - 1| - P (R + R^2); without
  /// steps it is s itself, whose error shrinks faster than r. Beyond 64 steps upward the ratio of P to it falls; downward
  /// P itself falls.
  @Test(arguments: -64...64)
  func theBoundOfExpm1Holds(steps: Int) {
    let rest = Self.reduced
    let r = RoundingBound(rest)
    let tail =
      RoundingBound.remainder(of: rest)
      + RoundingBound(dyadic(Exponential.logarithm.2)) * RoundingBound(Self.multiples)
    let square = RoundingBound(rest.squared(), error: RoundingBound.unitRoundoff * rest.squared())
    let coefficients = [6, 24, 120, 720, 5040, 40_320].map { factorial in
      let value = Dyadic(Rational(1, over: factorial), precision: 60, rounding: .up)
      return RoundingBound(value, error: RoundingBound.unitRoundoff * value)
    }
    let cubic = coefficients.dropLast().reversed().reduce(coefficients[5]) { $1 + r * $0 }
    let lower = r * tail + (RoundingBound.remainder(of: rest.squared()) + r * square * cubic)
    let remainder = RoundingBound.remainder(of: rest + rest.squared())
    let low = remainder + (tail + lower)
    let power = (0..<9).reduce(Dyadic(1)) { product, _ in product * rest }
    let omitted = Rational(power) / 362_880 * 2 + Rational(2 * tail.magnitude * (rest.squared() + tail.magnitude))
    let argument = Rational(Dyadic(significand: 1, exponent: -115))
    let inner = Rational(low.error) + omitted + (steps == 0 ? 0 : argument)

    // The sum with the table: what it and its remainders round, and the table's own error, relative to P.
    let entry =
      steps >= 0 ? (steps < 64 ? expTable[2 * steps] : 2) : (steps > -64 ? expTable[2 * (steps + 64)] / 2 : 0.5)
    let p = RoundingBound((Dyadic(exactly: entry) ?? 0) * (1 + Dyadic(significand: 1, exponent: -50)))
    let ulp = RoundingBound(p.magnitude * Dyadic(significand: 1, exponent: -52))
    let e = rest + rest.squared()
    let product = p.magnitude * e
    let outerLow = RoundingBound.remainder(of: product) + (ulp + (p * low + ulp * RoundingBound(e)))
    let sizes = RoundingBound.remainder(of: p.magnitude + 1)
    let total = sizes + (RoundingBound.remainder(of: p.magnitude + 1 + product) + outerLow)
    let table = Rational(p.magnitude * Dyadic(significand: 1, exponent: -104))
    let outer = steps == 0 ? 0 : Rational(total.error) + table + Rational(p.magnitude) * (omitted + argument)
    let least =
      steps == 0
      ? Rational(rest - rest.squared())
      : Rational((p.magnitude - 1).magnitude - p.magnitude * e - Dyadic(significand: 1, exponent: -45))
    let relative = ((steps == 0 ? inner : 0) + outer) / least
    let stated = Rational(exactly: ExponentialMinusOne.relativeError) ?? 0
    #expect(relative + Rational(Dyadic(significand: 1, exponent: -99)) < stated)
  }

  /// Without steps only the polynomials are left, whose exact values the series gives: their coefficients are right.
  @Test func thePolynomialsKeepTheBounds() {
    var generator = SeededGenerator(seed: 42)
    let largest = 0x1.62p-8
    let random = (0..<200).map { _ in Double.random(in: -largest...largest, using: &generator) }
    for x in random + (0..<100).flatMap({ [largest - 0x1p-20 * Double($0), 0x1p-20 * Double($0) - largest] }) {
      // Terms beyond x^20/20! are less than 2^-200.
      var (sum, term) = (ExactBounds(0), ExactBounds(1))
      for k in 1...20 {
        term = term * ExactBounds(dyadic(x)) / k
        sum = sum + term
      }
      let minusOne = ExponentialMinusOne.approximation(x)
      #expect(minusOne.exponent == 0)
      let error = distance(sum, dyadic(minusOne.high) + dyadic(minusOne.low))
      #expect(error < sum.magnitude * dyadic(ExponentialMinusOne.relativeError), "expm1(\(x))")
      let exponential = Exponential.approximation(x, 0)
      #expect(exponential.exponent == 0)
      let value = dyadic(exponential.high) + dyadic(exponential.low)
      #expect(distance(sum + ExactBounds(1), value) < dyadic(Exponential.relativeError) * value, "exp(\(x))")
    }
  }

  /// The reduction of the argument is exact where the proof says so.
  @Test func reductionIsExact() {
    var generator = SeededGenerator(seed: 41)
    let random = (0..<20_000).map { _ in Double.random(in: -745.2...709.8, using: &generator) }
    let small = (0..<10_000).map { _ in generator.double(exponents: -12...0) }
    let switches = (-70_000...66_000).filter { $0 % 13 == 0 }.flatMap { n -> [Double] in
      let x = (Double(n) + 0.5) / Exponential.steps
      return [x.nextDown, x, x.nextUp]
    }
    for x in random + small + switches {
      let n = (x * Exponential.steps + 0x1.8p52) - 0x1.8p52
      let first = x - n * Exponential.logarithm.0
      #expect(dyadic(x) - dyadic(n) * dyadic(Exponential.logarithm.0) == dyadic(first), "\(x)")
      #expect(dyadic(n) * dyadic(Exponential.logarithm.1) == dyadic(n * Exponential.logarithm.1), "\(x)")
    }
  }

  /// The thresholds beyond which the result is fixed.
  @Test func thresholds() {
    #expect(
      Exponential.enclosure((709.8).nextDown) == Interval(lowerBound: .greatestFiniteMagnitude, upperBound: .infinity))
    #expect(Exponential.enclosure((-745.2).nextUp) == Interval(lowerBound: 0, upperBound: .leastNonzeroMagnitude))
    #expect(ErrorFunctions.complement(27.3) == Interval(lowerBound: 0, upperBound: .leastNonzeroMagnitude))
    #expect(
      ErrorFunctions.scaledComplement(-26.7) == Interval(lowerBound: .greatestFiniteMagnitude, upperBound: .infinity))
    #expect(ErrorFunctions.scaledComplement(.infinity) == Interval(lowerBound: 0, upperBound: .leastNonzeroMagnitude))
    #expect(
      Logarithm.enclosure(.infinity) == Interval(lowerBound: .greatestFiniteMagnitude, upperBound: .infinity))
    #expect(ErrorFunctions.erf(27.3) == Interval(lowerBound: (1.0).nextDown, upperBound: 1))
  }
}
