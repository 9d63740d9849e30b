import RealArithmetic
import Testing

@testable import MultiPrecision

/// The fixed-point loops against exact rational arithmetic.
@Suite struct FixedPointTests {
  static let series: [(name: String, series: PowerSeries, largest: Int)] = [
    ("exponential", .exponential, 5), ("odd factorials", .oddFactorials, 7),
    ("artanh", .inverseHyperbolicTangent, 0),
  ]

  static func exact(_ series: PowerSeries, _ t: Rational, count: Int) -> Rational {
    var (term, sum) = (Rational.one, Rational.one)
    for k in 1..<max(count, 1) {
      let (n, d) = series.coefficientRatio(k)
      term *= t * Rational(BigInteger(n), over: BigInteger(d))
      sum = sum + term
    }
    return count < 1 ? 0 : sum
  }

  /// Whatever number of terms is asked for, the bounds include the whole sum: too few terms only widen them.
  @Test(arguments: series.indices)
  func boundsIncludeTheWholeSum(index: Int) {
    let (name, series, largest) = Self.series[index]
    for numerator in [0, 1, 3, 7, 64 * largest] {
      let t = Rational(BigInteger(numerator), over: 64)
      // With 120 terms the rest is far below what 60 fraction bits show, for these arguments.
      let whole = Self.exact(series, t, count: 120)
      for count in [1, 2, 3, 4, 5, 9, 16, 30, 90] {
        let lower = bound(series, t, .down) { $0.sum(at: $1, count: count, in: $2) }
        let upper = bound(series, t, .up) { $0.sum(at: $1, count: count, in: $2) }
        #expect(lower <= whole && whole <= upper, "\(name)(\(t)), \(count) terms")
        #expect(lower >= Self.exact(series, t, count: count) - Rational(1, timesTenTo: -13))
      }
      let lower = bound(series, t, .down) { $0.sum(at: $1, count: 90, in: $2) }
      let upper = bound(series, t, .up) { $0.sum(at: $1, count: 90, in: $2) }
      #expect(upper - lower < Rational(1, timesTenTo: -12), "\(name)(\(t))")
    }
  }

  @Test func partialSumsAreIncluded() {
    for (series, top) in [(PowerSeries.evenAsymptotic, 40), (.oddAsymptotic, 40), (.exponential, 1)] {
      for numerator in [1, 3, 7] {
        let t = Rational(BigInteger(numerator), over: BigInteger(top * top))
        for count in 1...12 {
          let sum = Self.exact(series, t, count: count)
          let lower = bound(series, t, .down) { $0.partialSum(at: $1, count: count, in: $2) }
          let upper = bound(series, t, .up) { $0.partialSum(at: $1, count: count, in: $2) }
          #expect(lower <= sum && sum <= upper)
          #expect(upper - lower < Rational(1, timesTenTo: -5))
        }
      }
    }
  }

  private func bound(
    _ series: PowerSeries, _ t: Rational, _ direction: Direction,
    _ evaluate: (PowerSeries, BigInteger, DirectedFixedPoint) -> BigInteger
  ) -> Rational {
    let arithmetic = DirectedFixedPoint(fractionBits: 60, direction: direction)
    let argument = arithmetic.value(Dyadic(t, precision: 40, rounding: direction.rule))
    return Rational(arithmetic.dyadic(evaluate(series, argument, arithmetic)))
  }

  @Test(arguments: seeds)
  func operationsRoundToTheirSide(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let bits = Int.random(in: 1...80, using: &generator)
      let a = generator.dyadic(bits: 90, leading: -40...20, signed: false)
      let b = generator.dyadic(bits: 90, leading: -40...20, signed: false)
      let divisor = Int.random(in: 1...Int.max, using: &generator)
      let unit = Rational(Dyadic(significand: 1, exponent: -bits))
      for direction in [Direction.down, .up] {
        let arithmetic = DirectedFixedPoint(fractionBits: bits, direction: direction)
        let (x, y) = (arithmetic.value(a), arithmetic.value(b))
        let (p, q) = (Rational(arithmetic.dyadic(x)), Rational(arithmetic.dyadic(y)))
        let results = [
          (x, Rational(a)), (arithmetic.product(x, y), p * q), (arithmetic.square(x), p * p),
          (arithmetic.quotient(x, by: divisor), p / Rational(divisor)),
        ]
        for (result, exact) in results {
          let error = Rational(arithmetic.dyadic(result)) - exact
          #expect(direction == .up ? error >= 0 && error < unit : error <= 0 && error > -unit)
        }
      }
    }
  }

  @Test func artanhOfReciprocalsIsIncluded() {
    for n in [2, 5, 26, 4801, 8749, 32_767] {
      let t = Rational(1, over: BigInteger(n * n))
      let whole = Self.exact(.inverseHyperbolicTangent, t, count: 60) / Rational(n)
      let lower = DirectedFixedPoint(fractionBits: 100, direction: .down)
      let upper = DirectedFixedPoint(fractionBits: 100, direction: .up)
      #expect(Rational(lower.dyadic(lower.inverseHyperbolicTangent(ofReciprocalOf: n))) <= whole)
      let above = Rational(upper.dyadic(upper.inverseHyperbolicTangent(ofReciprocalOf: n)))
      #expect(whole <= above && above - whole < Rational(1, timesTenTo: -27))
    }
  }
}
