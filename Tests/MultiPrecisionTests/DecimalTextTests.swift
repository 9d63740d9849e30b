import RealArithmetic
import Testing

@testable import MultiPrecision

@Suite struct DecimalTextTests {
  static func interval(_ lower: String, _ upper: String, precision: Int = 200) throws -> DyadicInterval {
    DyadicInterval(
      lowerBound: try Rational(parsing: lower), upperBound: try Rational(parsing: upper), precision: precision)
  }

  @Test func digitsAreThoseThatAreProved() throws {
    let x = try Self.interval("1.23444", "1.23456")
    #expect(x.decimal(significantDigits: 3) == "1.23" && x.decimal(significantDigits: 4) == nil)
    #expect(x.decimal(significantDigits: 5) == nil && x.decimal(fractionDigits: 2) == "1.23")
    let y = try Self.interval("0.9994", "1.0004")
    #expect(y.decimal(significantDigits: 3) == nil && y.decimal(fractionDigits: 3) == nil)
    #expect(y.decimal(fractionDigits: 1) == "1.0" && y.decimal(significantDigits: 2) == "1.0")
    #expect(try Self.interval("-1", "1").decimal(significantDigits: 1) == nil)
    #expect(try Self.interval("-1e-9", "1e-9").decimal(fractionDigits: 3) == "0.000")
    #expect(try Self.interval("0.125", "0.125").decimal(significantDigits: 2) == "0.12")
    #expect(try Self.interval("0", "0").decimal(significantDigits: 5) == "0")
    #expect(DyadicInterval.pi(precision: 100).decimal(significantDigits: 28) == "3.141592653589793238462643383")
  }

  @Test func boundsAreRoundedOutward() throws {
    let x = try Self.interval("1.23449", "1.23451")
    let (lower, upper) = try #require(x.outwardDecimals(significantDigits: 3))
    #expect(lower == "1.23" && upper == "1.24")
    let (low, high) = try #require((-x).outwardDecimals(significantDigits: 3))
    #expect(low == "-1.24" && high == "-1.23")
    #expect(try Self.interval("0.1", "0.1", precision: 10).description == "[0.099975, 0.10010]")
    #expect(try Self.interval("1", "2", precision: 10).description == "[1.0000, 2.0000]")
  }

  @Test(arguments: seeds)
  func outwardTextsEnclose(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let x = generator.interval(bits: Int.random(in: 2...100, using: &generator), leading: -100...100)
      let digits = Int.random(in: 1...40, using: &generator)
      let (lower, upper) = try #require(x.outwardDecimals(significantDigits: digits))
      #expect(try Rational(parsing: lower) <= Rational(x.lowerBound))
      #expect(try Rational(parsing: upper) >= Rational(x.upperBound))
    }
  }

  @Test func whatHasNoText() {
    let huge = DyadicInterval(Dyadic(significand: 1, exponent: 2_000_000), precision: 9)
    for x in [huge, .exp(-.exp(huge.constant(20))), .empty(precision: 9), .notAnInterval(precision: 9)] {
      #expect(x.decimal(significantDigits: 3) == nil && x.decimal(fractionDigits: 3) == nil)
      #expect(x.outwardDecimals(significantDigits: 3) == nil)
    }
    let one = huge.constant(1)
    #expect(one.decimal(significantDigits: .max) == nil && one.outwardDecimals(significantDigits: .max) == nil)
    #expect(huge.description == "[1 * 2^2000000, 1 * 2^2000000]")
    #expect(DyadicInterval.empty(precision: 9).description == "[empty]")
    #expect(DyadicInterval.notAnInterval(precision: 9).description == "[nai]")
  }
}
