import RealArithmetic
import Testing

@Suite("Rational")
struct RationalTests {
  @Test("lowest terms with a positive denominator")
  func lowestTerms() {
    let a = Rational(6, over: -4)
    #expect(a.numerator == -3 && a.denominator == 2)
    #expect(Rational(0, over: -5) == 0)
    #expect(Rational(0, over: -5).denominator == 1)
    #expect(Rational(-6, over: -3) == 2)
    #expect((2 as Rational).isInteger && !a.isInteger)
  }

  @Test("decimal numbers are exact")
  func decimals() {
    #expect(Rational(3106, timesTenTo: -5) == Rational(3106, over: 100_000))
    #expect(Rational(3106, timesTenTo: -5).denominator == 50_000)
    #expect(Rational(-5, timesTenTo: -1) == Rational(-1, over: 2))
    #expect(Rational(12, timesTenTo: 3) == 12_000)
    #expect(Rational(0, timesTenTo: -7) == 0)
    #expect(Rational(1, timesTenTo: -1) != Rational(exactly: 0.1))
    for exponent in 0...60 {
      for n in [1, 2, 5, 8, 25, 640, 15625, 9_765_625, 12345] {
        let expected = Rational(BigInteger(n), over: BigInteger.powerOfTen(exponent))
        #expect(Rational(BigInteger(n), timesTenTo: -exponent) == expected)
      }
    }
    let quotient = Rational(1, over: 1_000 * .powerOfTwo(77))
    #expect(Rational(BigInteger(5).raised(to: 77), timesTenTo: -80) == quotient)
  }

  @Test("field laws", arguments: seeds)
  func fieldLaws(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for round in 0..<120 {
      let small = round % 2 == 0
      let a = small ? random.smallRational() : random.rational(limbs: 3)
      let b = small ? random.smallRational() : random.rational(limbs: 3)
      let c = random.smallRational()
      #expect(a + b == b + a)
      #expect((a + b) + c == a + (b + c))
      #expect(a * b == b * a)
      #expect((a * b) * c == a * (b * c))
      #expect((a + b) * c == a * c + b * c)
      #expect(a - a == 0)
      #expect(a - b == -(b - a))
      #expect(a.squared() == a * a)
      if !b.isZero {
        #expect(a / b * b == a)
        #expect(b * b.reciprocal() == 1)
        #expect(b.reciprocal().denominator.signum > 0)
      }
      for x in [a + b, a - b, a * b] {
        #expect(BigInteger.greatestCommonDivisor(x.numerator, x.denominator) == 1)
        #expect(x.denominator.signum > 0)
      }
      #expect((a < b) == ((a - b).signum < 0))
      #expect(a.magnitude.signum >= 0 && (a.magnitude == a || a.magnitude == -a))
    }
  }

  @Test("powers")
  func powers() {
    let a = Rational(-2, over: 3)
    #expect(a.raised(to: 0) == 1)
    #expect(a.raised(to: 3) == Rational(-8, over: 27))
    #expect(a.raised(to: -2) == Rational(9, over: 4))
    #expect(a.raised(to: -3) == Rational(-27, over: 8))
    #expect(Rational.zero.raised(to: 0) == 1)
  }

  @Test("floor, ceiling and binary logarithm", arguments: seeds)
  func integerParts(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let a = random.rational(limbs: 2)
      #expect(Rational(a.floor) <= a && a < Rational(a.floor + 1))
      #expect(Rational(a.ceiling - 1) < a && a <= Rational(a.ceiling))
      if let log = a.floorOfBinaryLogarithm {
        #expect((2 as Rational).raised(to: log) <= a.magnitude)
        #expect(a.magnitude < (2 as Rational).raised(to: log + 1))
      } else {
        #expect(a.isZero)
      }
    }
    #expect(Rational.zero.floorOfBinaryLogarithm == nil)
  }
}
