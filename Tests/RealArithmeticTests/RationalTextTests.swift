import RealArithmetic
import Testing

@Suite("Rational text")
struct RationalTextTests {
  @Test(
    "texts that are numbers",
    arguments: [
      ("-0.1", -1, 10), ("+12", 12, 1), (".5", 1, 2), ("3.", 3, 1), ("1e-9", 1, 1_000_000_000), ("1.5E+3", 1500, 1),
      ("1/3", 1, 3), ("-6/4", -3, 2), ("+0/7", 0, 1), ("0x1.8p-3", 3, 16), ("-0X.8P1", -1, 1), ("0xfF", 255, 1),
      ("0x1p0", 1, 1), ("0x1.", 1, 1), ("0", 0, 1), ("-0.000", 0, 1), ("000120", 120, 1), ("0.25e2", 25, 1),
      ("2.50", 5, 2), ("1e0000000000000000000001", 10, 1), ("0e5", 0, 1), ("0.03106", 1553, 50000),
      ("010/020", 1, 2), ("100e-2", 1, 1), ("0x10p-4", 1, 1),
    ])
  func numbers(text: String, numerator: Int, denominator: Int) throws {
    #expect(try Rational(parsing: text) == Rational(BigInteger(numerator), over: BigInteger(denominator)))
    #expect(try Rational(parsing: Substring(text)) == Rational(BigInteger(numerator), over: BigInteger(denominator)))
  }

  @Test(
    "texts that are not numbers, and where they stop being one",
    arguments: [
      ("", 0, nil, "a number"), ("-", 1, nil, "a number"), ("--1", 1, "-", "a number"), ("+-1", 1, "-", "a number"),
      (".", 1, nil, "a digit"), (".e1", 1, "e", "a digit"),
      ("1..2", 2, ".", "a digit, an exponent or the end of the text"),
      ("1.2.3", 3, ".", "a digit, an exponent or the end of the text"), ("nan", 0, "n", "a number"),
      ("inf", 0, "i", "a number"), ("-inf", 1, "i", "a number"), (" 1", 0, " ", "a number"),
      ("1 ", 1, " ", "a digit, a point, a fraction bar, an exponent or the end of the text"),
      ("1,5", 1, ",", "a digit, a point, a fraction bar, an exponent or the end of the text"),
      ("1_000", 1, "_", "a digit, a point, a fraction bar, an exponent or the end of the text"),
      ("1e", 2, nil, "a digit of the exponent"), ("1e+", 3, nil, "a digit of the exponent"),
      ("1e+-2", 3, "-", "a digit of the exponent"), ("1e5x", 3, "x", "a digit or the end of the text"),
      ("1e5.0", 3, ".", "a digit or the end of the text"),
      ("1e999999999999", 2, "999999999999", "an exponent of at most 100000"),
      ("1e-100001", 3, "100001", "an exponent of at most 100000"),
      ("0x1p99999999999999999999", 4, "99999999999999999999", "an exponent of at most 100000"),
      ("1/", 2, nil, "a digit"), ("/3", 0, "/", "a number"), ("1/-3", 2, "-", "a digit"),
      ("1/3/5", 3, "/", "a digit or the end of the text"), ("1/2.5", 3, ".", "a digit or the end of the text"),
      ("1.5/3", 3, "/", "a digit, an exponent or the end of the text"),
      ("1e2/3", 3, "/", "a digit or the end of the text"), ("1/0", 2, "0", "a denominator other than zero"),
      ("-5/000", 3, "000", "a denominator other than zero"), ("0x", 2, nil, "a hexadecimal digit"),
      ("0x.p1", 3, "p", "a hexadecimal digit"), ("0xg", 2, "g", "a hexadecimal digit"),
      ("0x1g", 3, "g", "a hexadecimal digit, a point, an exponent or the end of the text"),
      ("0x1.8.", 5, ".", "a hexadecimal digit, an exponent or the end of the text"),
      ("0x1p", 4, nil, "a digit of the exponent"), ("0x1pf", 4, "f", "a digit of the exponent"),
      ("0x1/2", 3, "/", "a hexadecimal digit, a point, an exponent or the end of the text"),
      ("٣", 0, "٣", "a number"), ("1٣", 1, "٣", "a digit, a point, a fraction bar, an exponent or the end of the text"),
      ("１", 0, "１", "a number"), ("−1", 0, "−", "a number"), ("∞", 0, "∞", "a number"),
      ("1\n", 1, "\n", "a digit, a point, a fraction bar, an exponent or the end of the text"),
      ("1\u{0}", 1, "\u{0}", "a digit, a point, a fraction bar, an exponent or the end of the text"),
      // A combining accent makes one character with the digit before it.
      ("12\u{301}", 1, "2\u{301}", "a digit, a point, a fraction bar, an exponent or the end of the text"),
    ] as [(String, Int, String?, String)])
  func errors(text: String, offset: Int, found: String?, expected: String) {
    let error = #expect(throws: TextError.self) { try Rational(parsing: text) }
    #expect(error == TextError(offset: offset, found: found, expected: expected))
  }

  @Test("the sentence of an error")
  func sentences() {
    #expect(
      TextError(offset: 2, found: ".", expected: "a digit").description
        == #"Expected a digit at offset 2, found "."."#)
    #expect(
      TextError(offset: 0, found: nil, expected: "a number").description
        == "Expected a number at offset 0, found the end of the text.")
    #expect(
      TextError(offset: 1, found: "\n", expected: "a digit").description
        == #"Expected a digit at offset 1, found "\n"."#)
    let long = TextError(offset: 0, found: String(repeating: "9", count: 500), expected: "less").description
    #expect(long == #"Expected less at offset 0, found "99999999999999999999..."."#)
  }

  @Test("the largest exponents are accepted, and long texts")
  func limits() throws {
    let large = try Rational(parsing: "1e100000")
    #expect(large.numerator == BigInteger.powerOfTen(100_000))
    #expect(try Rational(parsing: "1e-100000") == large.reciprocal())
    #expect(try Rational(parsing: "0x1p-100000").denominator == BigInteger.powerOfTwo(100_000))
    let digits = String(repeating: "123456789", count: 300)
    let value = try Rational(parsing: "0." + digits)
    #expect(value == Rational(try BigInteger(parsing: digits), timesTenTo: -2700))
    #expect(value.exactDecimal == "0." + digits)
  }

  @Test("printed and parsed again is the same", arguments: seeds)
  func roundTrip(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let a = random.rational(limbs: 3)
      #expect(try Rational(parsing: a.description) == a)
      let small = random.smallRational()
      #expect(try Rational(parsing: small.description) == small)
      let exponent = Int.random(in: -40...40, using: &random)
      let decimal = Rational(random.integer(limbs: 2), timesTenTo: exponent)
      #expect(try Rational(parsing: #require(decimal.exactDecimal)) == decimal)
      let double = try #require(Rational(exactly: random.finiteDouble()))
      #expect(try Rational(parsing: #require(double.exactDecimal)) == double)
    }
  }

  @Test("exact decimals")
  func exactDecimals() {
    #expect(Rational(-1, over: 8).exactDecimal == "-0.125")
    #expect((0 as Rational).exactDecimal == "0")
    #expect((-120 as Rational).exactDecimal == "-120")
    #expect(Rational(1, over: 3).exactDecimal == nil)
    #expect(Rational(7, over: 30).exactDecimal == nil)
    #expect(Rational(1, timesTenTo: 20).exactDecimal == "100000000000000000000")
    #expect(Rational(exactly: 0.1)?.exactDecimal == "0.1000000000000000055511151231257827021181583404541015625")
  }

  @Test("descriptions")
  func descriptions() {
    #expect(Rational(-1, timesTenTo: -1).description == "-0.1")
    #expect(Rational(1, over: 3).description == "1/3")
    #expect((7 as Rational).description == "7")
    #expect(Rational(1, timesTenTo: -19).description == "0.0000000000000000001")
    #expect(Rational(1, timesTenTo: -30).description == "1/1000000000000000000000000000000")
  }

  @Test("directed decimals bracket the number, one unit apart", arguments: seeds)
  func directedDecimals(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for round in 0..<80 {
      let a = round % 2 == 0 ? random.rational(limbs: 3) : random.smallRational()
      let digits = Int.random(in: 0...25, using: &random)
      let down = try Rational(parsing: a.decimal(fractionDigits: digits, rounding: .down))
      let up = try Rational(parsing: a.decimal(fractionDigits: digits, rounding: .up))
      let unit = Rational(1, timesTenTo: -digits)
      #expect(down <= a && a <= up)
      #expect(down == up ? down == a : up - down == unit)
      for rule in rules {
        let rounded = a.rounded(toFractionDigits: digits, rule)
        #expect(try Rational(parsing: a.decimal(fractionDigits: digits, rounding: rule)) == rounded)
        #expect(rounded == down || rounded == up)
      }
      let nearest = a.rounded(toFractionDigits: digits, .toNearestOrEven)
      #expect((nearest - a).magnitude * 2 <= unit)
      if a.isZero { continue }
      let significant = max(digits, 1)
      let below = try Rational(parsing: a.decimal(significantDigits: significant, rounding: .down))
      let above = try Rational(parsing: a.decimal(significantDigits: significant, rounding: .up))
      #expect(below <= a && a <= above)
      #expect((above - below) <= a.magnitude * Rational(1, timesTenTo: 1 - significant))
      // Negative control: one unit in the last place less than the upper bound is no upper bound.
      if above != a { #expect(above - a.magnitude * Rational(1, timesTenTo: 1 - significant) < a) }
    }
  }

  @Test(
    "significant digits",
    arguments: [
      ("0.5", 3, .up, "0.500"), ("123456", 3, .down, "1.23e5"), ("123456", 3, .up, "1.24e5"),
      ("1050700987.4", 3, .up, "1.06e9"),
      ("999.96", 4, .up, "1000"),
      ("999.96", 4, .down, "999.9"), ("0.000012345", 2, .up, "0.000013"), ("0.00000999999", 3, .up, "0.0000100"),
      ("0.0000012345", 4, .down, "1.234e-6"), ("0.00000999999", 3, .down, "9.99e-6"), ("-1e-20", 1, .down, "-1e-20"),
      ("-1.5e-20", 1, .up, "-1e-20"), ("-1.5e-20", 1, .down, "-2e-20"), ("2.5", 1, .toNearestOrEven, "2"),
      ("3.5", 1, .toNearestOrEven, "4"), ("2.5", 1, .toNearestOrAwayFromZero, "3"), ("0", 5, .up, "0"),
      ("999999999999999", 15, .up, "999999999999999"), ("999999999999999.5", 15, .up, "1.00000000000000e15"),
      ("1e15", 2, .up, "1.0e15"), ("1/3", 5, .up, "0.33334"), ("-1/3", 5, .up, "-0.33333"), ("1e100", 1, .up, "1e100"),
      ("9.5e-7", 0, .up, "1e-6"), ("-2/3", 4, .towardZero, "-0.6666"), ("-2/3", 4, .awayFromZero, "-0.6667"),
    ] as [(String, Int, FloatingPointRoundingRule, String)])
  func significantDigits(text: String, digits: Int, rule: FloatingPointRoundingRule, expected: String) throws {
    #expect(try Rational(parsing: text).decimal(significantDigits: digits, rounding: rule) == expected)
  }

  @Test(
    "fraction digits",
    arguments: [
      ("0.5", 3, .up, "0.500"), ("-0.0001", 3, .up, "0.000"), ("-0.0001", 3, .down, "-0.001"), ("12.5", 0, .up, "13"),
      ("12.5", -4, .down, "12"), ("0.999", 2, .up, "1.00"), ("-1/3", 2, .down, "-0.34"), ("1e5", 1, .up, "100000.0"),
      ("0", 2, .down, "0.00"),
    ] as [(String, Int, FloatingPointRoundingRule, String)])
  func fractionDigits(text: String, digits: Int, rule: FloatingPointRoundingRule, expected: String) throws {
    #expect(try Rational(parsing: text).decimal(fractionDigits: digits, rounding: rule) == expected)
  }

  @Test("rounding to a power of ten")
  func roundingToPowersOfTen() {
    #expect((1250 as Rational).rounded(toFractionDigits: -2, .toNearestOrEven) == 1200)
    #expect((1250 as Rational).rounded(toFractionDigits: -2, .up) == 1300)
    #expect((-1250 as Rational).rounded(toFractionDigits: -2, .up) == -1200)
    #expect(Rational(1, over: 3).rounded(toFractionDigits: 2, .up) == Rational(34, timesTenTo: -2))
  }

  // MARK: Limits

  /// More digits than `largestDigitCount` are that many, and no endless work.
  @Test("numbers of digits beyond every limit")
  func tooManyDigits() {
    let (half, third) = (Rational(1, over: 2), Rational(1, over: 3))
    let limit = Rational.largestDigitCount
    #expect(half.decimal(significantDigits: 1 << 62, rounding: .down).utf8.count == limit + 2)
    #expect(Rational.zero.decimal(fractionDigits: .max, rounding: .down).utf8.count == limit + 2)
    #expect(third.rounded(toFractionDigits: .max, .down) == third.rounded(toFractionDigits: limit, .down))
    #expect(third.rounded(toFractionDigits: -.max, .down) == 0)
    #expect(half.decimal(significantDigits: -.max, rounding: .down) == "0.5")
    #expect(half.decimal(fractionDigits: -.max, rounding: .down) == "0")
  }

  /// The limit is one of demands, not of numbers.
  @Test("all digits of a long number")
  func longNumbersKeepAllDigits() throws {
    let zeros = String(repeating: "0", count: Rational.largestDigitCount)
    #expect(try Rational(parsing: "0.\(zeros)1").exactDecimal == "0.\(zeros)1")
  }

  @Test(
    "short texts",
    arguments: [
      ("0.5", "0.5"), ("1e99999", "1e99999"), ("-1/3", "-1/3"), ("12345678901234567890", "12345678901234567890"),
      ("1e-9", "1e-9"), ("0x1p-1000", "about 9.3326361850321888e-302"),
      ("1\(String(repeating: "0", count: 60))1", "about 1.0000000000000000e61"),
    ])
  func shortTexts(text: String, short: String) throws {
    #expect(try Rational(parsing: text).shortText == short)
  }

  /// A power whose estimate of the decimal logarithm used to be corrected in steps of one.
  @Test("leading digits of a very large number")
  func veryLargeNumbers() {
    let large = Rational(BigInteger.powerOfTwo(5_000_000))
    #expect(large.decimal(significantDigits: 5, rounding: .toNearestOrEven) == "9.5131e1505149")
  }

  // MARK: Literals

  /// Literals are not brought to lowest terms, nor are their powers computed.
  @Test("the parts of a literal")
  func partsOfALiteral() throws {
    let fraction = try NumberLiteral(parsing: "-6/4")
    #expect(fraction.numerator == -6 && fraction.denominator == 4 && fraction.exponent == 0)
    let zeros = String(repeating: "0", count: 200_000)
    let long = try NumberLiteral(parsing: "12\(zeros)e-1000000000000000000000")
    #expect(long.numerator == 12 && long.denominator == 1 && long.base == .ten)
    #expect(long.exponent.description == "-999999999999999800000")
    let binary = try NumberLiteral(parsing: "0x.8p-3")
    #expect(binary.numerator == 8 && binary.base == .two && binary.exponent == -7)
    #expect(try NumberLiteral(parsing: "0e99").exponent == 0)
  }

  @Test("literals are rounded correctly, in lowest terms or not")
  func roundingOfLiterals() throws {
    for (text, value) in [("6/20", 0.3), ("3e-1", 0.3), ("30000e-5", 0.3), ("1e400", .infinity), ("0x3p-1", 1.5)] {
      #expect(Double(try NumberLiteral(parsing: text), rounding: .toNearestOrEven) == value, "\(text)")
      #expect(Double(try NumberLiteral(parsing: "-\(text)"), rounding: .toNearestOrEven) == -value, "\(text)")
    }
    #expect(Double(try NumberLiteral(parsing: "6/20"), rounding: .up) == (0.3).nextUp)
    #expect(Double(NumberLiteral(0), rounding: .down) == 0)
  }
}
