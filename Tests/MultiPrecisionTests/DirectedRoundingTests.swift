import RealArithmetic
import Testing

@testable import MultiPrecision

/// Every primitive against exact rational arithmetic: the result is on the right side, and no number with so many bits
/// lies between it and the exact one.
@Suite struct DirectedRoundingTests {
  /// Whether `rounded` is the number of at most `bits` bits next to `exact` on the given side.
  static func isTightest(_ rounded: Dyadic, _ exact: Rational, bits: Int, _ direction: Direction) -> Bool {
    rounded == Dyadic(exact, precision: bits, rounding: direction.rule)
  }

  static let directions: [Direction] = [.down, .up]

  @Test(arguments: seeds)
  func sumsAreTightest(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let bits = Int.random(in: 2...90, using: &generator)
      let a = generator.dyadic(bits: 120, leading: -140...140)
      let b = generator.dyadic(bits: 120, leading: -140...140)
      for direction in Self.directions {
        let sum = Dyadic.sum(a, b, bits: bits, direction.rule)
        #expect(Self.isTightest(sum, Rational(a) + Rational(b), bits: bits, direction), "\(a) + \(b)")
        let difference = Dyadic.difference(a, b, bits: bits, direction.rule)
        #expect(Self.isTightest(difference, Rational(a) - Rational(b), bits: bits, direction), "\(a) - \(b)")
      }
    }
  }

  /// Every rule, and summands that meet at, above and below the bits where the small one is replaced.
  @Test(arguments: [-1, 1])
  func sumsOfUnequalSizeRoundCorrectly(sign: Int) {
    let rules: [FloatingPointRoundingRule] = [
      .down, .up, .toNearestOrEven, .toNearestOrAwayFromZero, .towardZero, .awayFromZero,
    ]
    for large in [1, 3, 5, 11, 255, 257] {
      for small in [1, 3, 7] {
        for distance in 0...24 {
          let (a, b) = (Dyadic(large), Dyadic(significand: BigInteger(sign * small), exponent: -distance))
          for bits in [2, 3, 8] {
            for rule in rules {
              let expected = (a + b).rounded(toPrecision: bits, rule)
              #expect(Dyadic.sum(a, b, bits: bits, rule) == expected, "\(a) + \(b), \(bits) bits, \(rule)")
              #expect(Dyadic.sum(b, a, bits: bits, rule) == expected, "\(b) + \(a), \(bits) bits, \(rule)")
            }
          }
        }
      }
    }
  }

  @Test func aSumOfNumbersFarApartTakesNoMemory() {
    let far = Dyadic(significand: 1, exponent: -(1 << 60))
    #expect(Dyadic.sum(1, far, bits: 8, .down) == 1)
    #expect(Dyadic.sum(1, far, bits: 8, .up) == Dyadic(significand: 129, exponent: -7))
    #expect(Dyadic.sum(1, -far, bits: 8, .down) == Dyadic(significand: 255, exponent: -8))
    #expect(Dyadic.sum(-far, 1, bits: 8, .up) == 1)
  }

  @Test(arguments: seeds)
  func productsAreTightest(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let bits = Int.random(in: 2...90, using: &generator)
      let a = generator.dyadic(bits: 120, leading: -140...140)
      let b = generator.dyadic(bits: 120, leading: -140...140)
      for direction in Self.directions {
        let product = Dyadic.product(a, b, bits: bits, direction.rule)
        #expect(Self.isTightest(product, Rational(a) * Rational(b), bits: bits, direction), "\(a) * \(b)")
      }
    }
  }

  @Test(arguments: seeds)
  func quotientsAreTightest(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let bits = Int.random(in: 2...90, using: &generator)
      let a = generator.dyadic(bits: 120, leading: -140...140)
      let b = generator.dyadic(bits: 120, leading: -140...140)
      for direction in Self.directions {
        for dividend in [a, (a * b).rounded(toPrecision: bits, .down)] {
          let quotient = Dyadic.quotient(dividend, b, bits: bits, direction.rule)
          let exact = Rational(dividend) / Rational(b)
          #expect(Self.isTightest(quotient, exact, bits: bits, direction), "\(dividend) / \(b)")
        }
      }
    }
  }

  @Test(arguments: seeds)
  func squareRootsAreTightest(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let bits = Int.random(in: 2...90, using: &generator)
      let a = generator.dyadic(bits: 120, leading: -140...140, signed: false)
      for square in [a, a.squared(), a.squared() + Dyadic(significand: 1, exponent: -600)] {
        let lower = Dyadic.squareRoot(square, bits: bits, .down)
        let upper = Dyadic.squareRoot(square, bits: bits, .up)
        #expect(lower.squared() <= square && square <= upper.squared(), "sqrt(\(square))")
        #expect(lower.precision <= bits && upper.precision <= bits)
        // The next number above the lower bound is the upper one, or the root is exact.
        let isExact = lower.squared() == square
        let step = Dyadic(significand: 1, exponent: (lower.leadingExponent ?? 0) - bits + 1)
        #expect(isExact ? upper == lower : upper == lower + step, "sqrt(\(square))")
      }
    }
  }

  @Test(arguments: seeds)
  func orderAgainstRationalsIsExact(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let a = generator.dyadic(bits: 60, leading: -80...80)
      let r = Rational(generator.dyadic(bits: 60, leading: -80...80)) / 3
      #expect(a.order(against: r) == (Rational(a) < r ? -1 : 1))
      #expect(a.order(against: Rational(a)) == 0)
      let above = Rational(a) + Rational(1, timesTenTo: -40)
      #expect(a.order(against: above) == -1)
      #expect((-a).order(against: -above) == 1)
    }
    #expect(Dyadic.zero.order(against: 0) == 0)
    #expect(Dyadic(significand: 1, exponent: 1 << 60).order(against: 7) == 1)
    #expect(Dyadic(significand: -1, exponent: 1 << 60).order(against: -7) == -1)
    #expect(Dyadic(significand: 1, exponent: -(1 << 60)).order(against: 7) == -1)
  }
}
