import RealArithmetic
import Testing

@testable import MultiPrecision

/// The elementary functions of `Interval128` against those of `DyadicInterval` with many more bits.
@Suite struct Interval128FunctionTests {
  typealias Function = (
    name: String, fixed: @Sendable (Interval128) -> Interval128, dyadic: @Sendable (DyadicInterval) -> DyadicInterval
  )

  static let functions: [Function] = [
    ("exp", { .exp($0) }, { .exp($0) }),
    ("expm1", { .expm1($0) }, { .exp($0.with(precision: 700)) - $0.constant(1) }),
    ("erfcx", { .erfcx($0) }, { .erfcx($0) }),
  ]

  /// Checks that the tight enclosure of the image lies in the one of 128 bits; returns how many bits are lost beside it.
  @discardableResult
  private func check(
    _ function: Function, _ x: Interval128, sourceLocation: SourceLocation = #_sourceLocation
  ) -> Int? {
    let result = function.fixed(x)
    let exact = function.dyadic(DyadicInterval(x).with(precision: 320))
    guard exact.isBounded else {
      #expect(!result.isValid, sourceLocation: sourceLocation)
      return nil
    }
    #expect(exact.isSubset(of: DyadicInterval(result)), "\(function.name)(\(x))", sourceLocation: sourceLocation)
    let excess = Swift.max(
      Dyadic(result.upperBound) - exact.upperBound, exact.lowerBound - Dyadic(result.lowerBound))
    guard let size = exact.lowerBound.leadingExponent, let bit = excess.leadingExponent else { return nil }
    return bit - size + 127
  }

  /// At points of all magnitudes that the series are made for, and at the seams between them.
  @Test(arguments: functions.indices, seeds)
  func pointsAreEnclosedTightly(index: Int, seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var points = [0, 1, 2, 4, 8, 16, 31.96875, 32, 0.03125].compactMap { Dyadic(exactly: $0 as Double) }
    points += points.flatMap { point -> [Dyadic] in
      let ulp = Dyadic(significand: 1, exponent: (point.leadingExponent ?? 0) - 127)
      return [point - ulp, point + ulp]
    }
    for _ in 0..<250 { points.append(generator.dyadic(bits: 128, leading: -8...3, signed: false)) }
    for _ in 0..<100 { points.append(generator.dyadic(bits: 128, leading: -260...(-8), signed: false)) }
    for point in points {
      for x in [point, -point] {
        let lost = check(Self.functions[index], Interval128(x)) ?? 0
        let limit = (x.leadingExponent ?? 0) < 4 && Self.functions[index].name != "expm1" ? 10 : 12
        #expect(lost < limit, "\(Self.functions[index].name)(\(x)) loses \(lost) bits")
      }
    }
  }

  /// Narrow intervals, of which the series takes all at once, wide ones, and such as hold zero or a seam.
  @Test(arguments: functions.indices, seeds)
  func intervalsAreEnclosed(index: Int, seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<400 {
      let start = generator.dyadic(bits: 128, leading: -20...4)
      let width = generator.dyadic(bits: 60, leading: -140...2, signed: false)
      check(
        Self.functions[index],
        Interval128(DyadicInterval(lowerBound: start, upperBound: start + width, precision: 128)))
    }
    for seam in [0.0, 0.03125, 1, 2, 4, 8, 16] {
      for power in [-127, -110, -101, -100, -99, -60, -3] {
        let width = Dyadic(significand: 1, exponent: power)
        for middle in [Dyadic(exactly: seam) ?? 0, -(Dyadic(exactly: seam) ?? 0)] {
          check(
            Self.functions[index],
            Interval128(DyadicInterval(lowerBound: middle - width, upperBound: middle + width, precision: 128)))
        }
      }
    }
  }

  /// Arguments far out, where `DyadicInterval` does the work, and results beyond the exponent range.
  @Test(arguments: functions.indices)
  func argumentsFarOutAreEnclosed(index: Int) {
    for power in [5, 8, 11, 14, 19, 20, 21, 25] {
      for sign in [-1, 1] {
        let x = Dyadic(significand: BigInteger(3 * sign), exponent: power - 1)
        // The exponential of a large square has more digits than a test should take.
        if Self.functions[index].name == "erfcx", sign < 0, power > 14 { continue }
        check(Self.functions[index], Interval128(x))
      }
    }
    let huge = Interval128(0x1p40)
    #expect(!Interval128.exp(huge).isValid && !Interval128.erfcx(-huge).isValid)
    #expect(Interval128.exp(-huge).lowerBound.isZero && Interval128.exp(-huge).isBounded)
    #expect(Interval128.erfcx(huge).isPositive)
  }

  @Test(arguments: seeds)
  func tailsAndConstantsAreEnclosed(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let one = Interval128(1.0)
    #expect(DyadicInterval.pi(precision: 320).isSubset(of: DyadicInterval(one.pi)))
    let inverseRootPi = DyadicInterval(Dyadic(1), precision: 320) / .sqrt(.pi(precision: 320))
    #expect(inverseRootPi.isSubset(of: DyadicInterval(one.inverseRootPi)))
    for _ in 0..<200 {
      let z = DyadicInterval(generator.dyadic(bits: 100, leading: -9...2), precision: 320)
      let exponent = DyadicInterval(generator.dyadic(bits: 60, leading: -9...2), precision: 320)
      let square = z.squared()
      let tail = DyadicInterval.exp(exponent) * .erfc(z)
      let fixed = Interval128.tail(
        Interval128(.exp(exponent - square)), Interval128(z), exponent: Interval128(exponent))
      #expect(tail.isSubset(of: DyadicInterval(fixed)))
      let complement = Interval128.complement(Interval128(.exp(-square)), Interval128(z))
      #expect(DyadicInterval.erfc(z).isSubset(of: DyadicInterval(complement)))
      #expect((DyadicInterval(complement).accurateBits ?? 0) > 100)
    }
  }

  /// The remainder of the Taylor series is enclosed whatever the number of terms and however far away the point is; without
  /// it the sum misses the value.
  @Test func remaindersOfTaylorSeriesAreNeeded() throws {
    for termCount in [2, 3, 4, 9] {
      let segment = ScaledComplement128.Segment(from: 0.5, to: 3, spacing: 0.25, termCount: termCount)
      for step in 1...40 {
        let x = 0.5 + Double(step) * 0x1.fp-5
        let exact = DyadicInterval.erfcx(DyadicInterval(x, precision: 320))
        for guess in [x, 0.5, x - 0.25] where guess >= 0.5 {
          let lower = try #require(segment.bound(Interval128(x), near: guess, .down))
          let upper = try #require(segment.bound(Interval128(x), near: guess, .up))
          #expect(Dyadic(lower) <= exact.lowerBound && exact.upperBound <= Dyadic(upper))
        }
        let cell = (x - 0.5) / 0.25
        let coefficients = segment.coefficients.dropFirst(Int(cell) * (termCount + 1)).prefix(termCount)
        let sum = Interval128.polynomial(coefficients, at: Interval128(x - 0.5 - cell.rounded(.down) * 0.25))
        #expect(!exact.isSubset(of: DyadicInterval(sum)))
      }
      #expect(segment.bound(Interval128(0.6), near: 0.9, .down) == nil)
    }
  }

  /// Horner's rule over intervals, by one bound after the other or by both at once, against rational numbers.
  @Test(arguments: seeds)
  func polynomialsAreEnclosed(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let coefficients = (0..<4).map { _ in Interval128(generator.interval(bits: 128, leading: -3...3)) }
      let t = generator.interval(bits: 128, leading: -3...3, signed: Bool.random(using: &generator))
      let value = Interval128.polynomial(coefficients[...], at: Interval128(t))
      for x in t.samples {
        for end in [\Interval128.lowerBound, \.upperBound] {
          let sum = coefficients.reversed().reduce(Rational(0)) { $0 * Rational(x) + Rational($1[keyPath: end]) }
          #expect(Rational(value.lowerBound) <= sum && sum <= Rational(value.upperBound))
        }
      }
    }
    #expect(!Interval128.polynomial([Interval128(1.0)], at: .notAnInterval).isValid)
    #expect(!Interval128.polynomial([], at: Interval128(1.0)).isValid)
  }

  /// The coefficients of the tables against those made with more bits, and the remainder's form: from zero to the next one.
  @Test func coefficientsOfTablesAreEnclosed() {
    var factorial: Rational = 1
    for (n, coefficient) in ExponentialSeries128.coefficients.dropLast().enumerated() {
      if n > 0 { factorial = factorial * Rational(n) }
      #expect(DyadicInterval(coefficient).contains(1 / factorial))
      #expect((DyadicInterval(coefficient).accurateBits ?? 0) > 120)
    }
    // 2/n! bounds all terms from the n-th on where |r| <= 1/2: 1 + 1/2 + 1/4 + ... = 2.
    let last = ExponentialSeries128.coefficients.count - 1
    let remainder = ExponentialSeries128.coefficients[last]
    #expect(Rational(remainder.upperBound) >= 2 / (factorial * Rational(last)))
    #expect(Rational(remainder.lowerBound) <= -2 / (factorial * Rational(last)))
    for (j, power) in ExponentialSeries128.powers.enumerated() {
      let exact = DyadicInterval.exp(
        .logarithmOfTwo(precision: 320) * DyadicInterval(Rational(j) / 64, precision: 320))
      #expect(exact.isSubset(of: DyadicInterval(power)))
    }
    // Without its remainder the exponential series misses, at the end of where it is used.
    let r = DyadicInterval(Rational(1) / 4, precision: 320)
    let sum = Interval128.polynomial(ExponentialSeries128.coefficients.dropLast(8), at: Interval128(r))
    #expect(!DyadicInterval.exp(r).isSubset(of: DyadicInterval(sum)))
  }
}
