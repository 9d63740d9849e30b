import RealArithmetic
import Testing

@Suite("Dyadic")
struct DyadicTests {
  @Test("the form is unique")
  func normalForm() {
    #expect(Dyadic(significand: 12, exponent: -2) == 3)
    #expect(Dyadic(significand: 12, exponent: -2).exponent == 0)
    #expect(Dyadic(significand: 0, exponent: 99) == .zero)
    #expect(Dyadic(significand: -40, exponent: 0).significand == -5)
    #expect(Dyadic(significand: -40, exponent: 0).exponent == 3)
  }

  @Test("Double in and out is exact", arguments: seeds)
  func doubles(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let x = random.finiteDouble()
      let dyadic = try #require(Dyadic(exactly: x))
      #expect(Double(exactly: dyadic) == x)
      #expect(dyadic.significand.bitWidth <= 53)
      #expect(Rational(dyadic) == Rational(exactly: x))
      #expect(Dyadic(exactly: Rational(dyadic)) == dyadic)
      if x != 0 { #expect(dyadic.leadingExponent.map { Double($0) } == Double(x.magnitude.exponent)) }
    }
    #expect(Dyadic(exactly: Double.infinity) == nil)
    #expect(Dyadic(exactly: -Double.infinity) == nil)
    #expect(Dyadic(exactly: Double.nan) == nil)
    #expect(Dyadic(exactly: -0.0) == .zero)
    #expect(Dyadic(exactly: Rational(1, over: 3)) == nil)
    #expect(Dyadic(exactly: Rational(3, over: 8)) == Dyadic(significand: 3, exponent: -3))
    #expect(Double(exactly: Dyadic(significand: 1, exponent: -1075)) == nil)
    #expect(Double(exactly: Dyadic(significand: 1, exponent: 1024)) == nil)
  }

  @Test("arithmetic and order agree with the rational numbers", arguments: seeds)
  func arithmetic(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let a = Dyadic(significand: random.integer(limbs: 2), exponent: Int.random(in: -150...150, using: &random))
      let b = Dyadic(significand: random.integer(limbs: 2), exponent: Int.random(in: -150...150, using: &random))
      let (x, y) = (Rational(a), Rational(b))
      #expect(Rational(a + b) == x + y)
      #expect(Rational(a - b) == x - y)
      #expect(Rational(a * b) == x * y)
      #expect(Rational(-a) == -x)
      #expect(Rational(a.squared()) == x.squared())
      #expect(Rational(a.magnitude) == x.magnitude)
      #expect((a < b) == (x < y))
      #expect(a.signum == x.signum)
      #expect(a.leadingExponent == x.floorOfBinaryLogarithm)
      #expect(Rational(a.scaled(byPowerOfTwo: 7)) == x * 128)
      #expect(a.scaled(byPowerOfTwo: -9).scaled(byPowerOfTwo: 9) == a)
    }
  }

  @Test("rounding to a precision brackets the number", arguments: seeds)
  func rounding(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let a = Dyadic(significand: random.integer(limbs: 3), exponent: Int.random(in: -50...50, using: &random))
      let bits = Int.random(in: 1...80, using: &random)
      let (down, up) = (a.rounded(toPrecision: bits, .down), a.rounded(toPrecision: bits, .up))
      #expect(down <= a && a <= up)
      #expect(down.precision <= bits && up.precision <= bits)
      if a.precision <= bits {
        #expect(down == a && up == a)
      } else if let leading = a.leadingExponent {
        #expect(up - down == Dyadic(significand: 1, exponent: leading - bits + 1))
      }
      let nearest = a.rounded(toPrecision: bits, .toNearestOrEven)
      #expect(nearest == down || nearest == up)
      #expect((nearest - a).magnitude <= (nearest == down ? up - a : a - down))
      #expect(a.rounded(toPrecision: bits, .towardZero) == (a.signum < 0 ? up : down))
      #expect(a.rounded(toPrecision: bits, .awayFromZero) == (a.signum < 0 ? down : up))
      #expect(Dyadic(Rational(a), precision: bits, rounding: .up) == up)
      #expect(Dyadic(Rational(a), precision: bits, rounding: .down) == down)
    }
  }

  @Test("description")
  func description() {
    #expect(Dyadic(5).description == "5")
    #expect(Dyadic(-40).description == "-40")
    #expect(Dyadic(significand: 5, exponent: -3).description == "5 * 2^-3")
    #expect(Dyadic(significand: 1, exponent: 100).description == "1 * 2^100")
  }
}
