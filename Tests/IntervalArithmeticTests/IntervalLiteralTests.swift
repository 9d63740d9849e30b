import IntervalArithmetic
import RealArithmetic
import Testing

/// The literals of IEEE 1788, clause by clause of their grammar, and numbers far outside the range of doubles.
@Suite struct IntervalLiteralTests {
  @Test(arguments: [
    // Bounds, spaces and letters in either case
    ("[ 1.2 , 3 ]", "[0x1.3333333333333p+0, 0x1.8p+1]"), ("[\t1\t,\t2\t]", "[1, 2]"), ("[ -inf , ]", "[entire]"),
    ("[ , +Infinity ]", "[entire]"), ("[ , ]", "[entire]"), ("[-INF,-1]", "[-inf, -1]"), ("[ENTIRE]", "[entire]"),
    ("[EMPTY]", "[empty]"), ("[   ]", "[empty]"), ("[+1]", "[1, 1]"),
    // Number literals
    ("[1.,.5e1]", "[1, 5]"), ("[1.e+1,1E+02]", "[10, 100]"), ("[0X1.8P1, 0x2.p+1]", "[3, 4]"),
    ("[0x.8p0, 0xA]", "[0.5, 10]"), ("[-2/3, 004/002]", "[-0x1.5555555555556p-1, 2]"), ("[-0, +0]", "[0, 0]"),
    // Uncertain form
    ("3.56?1e2", "[355, 357]"), ("3.56?1E+2", "[355, 357]"), ("-10?", "[-10.5, -9.5]"), ("-10?u", "[-10, -9.5]"),
    ("-10?12", "[-22, 2]"), ("-10??u", "[-10, inf]"), ("-10??", "[entire]"), ("-10??D", "[-inf, -10]"),
    ("0.0?", "[-0x1.999999999999ap-5, 0x1.999999999999ap-5]"), ("0.0?u", "[0, 0x1.999999999999ap-5]"),
    ("0.0?d", "[-0x1.999999999999ap-5, 0]"), ("+.5?5", "[0, 1]"), ("5.?0", "[5, 5]"), ("2.500?5ue4", "[25000, 25050]"),
    ("10?3e380", "[0x1.fffffffffffffp+1023, inf]"), ("1.0000000000000001?1", "[1, 0x1.0000000000001p+0]"),
    ("7??ue3", "[7000, inf]"), ("0.1??d", "[-inf, 0.1]"), ("0.1??u", "[0.1, inf]"), ("-0.1??d", "[-inf, -0.1]"),
    ("-0.1??u", "[-0.1, inf]"),
  ])
  func accepts(text: String, expected: String) throws {
    #expect(try Interval(parsing: text) == Interval(parsing: expected), "\(text)")
  }

  @Test(arguments: [
    // Spaces inside numbers and words
    ("[- 1, 2]", 2, "a number"), ("[-I  nf, 1]", 2, "a number"),
    ("[-Inf, 1.0  00 ]", 10, "a digit, an exponent or the end of the text"),
    ("[1 /2]", 2, "a digit, a point, a fraction bar, an exponent or the end of the text"),
    ("3.56 ?1", 4, "a decimal digit"), ("3.56? 1", 5, "a radius, u, d, an exponent or the end of the text"),
    ("3.56?1 u", 6, "a radius, u, d, an exponent or the end of the text"), ("3.56?1e 2", 7, "a digit of the exponent"),
    // Bounds that make no interval
    ("[-Inf ]", 2, "a number"), ("[Inf , INF]", 1, "a number"), ("[-inf, -inf]", 8, "a number"),
    ("[1, -inf]", 5, "a number"),
    ("[1.0000000000000002,1.0000000000000001]", 20, "an upper bound that is not less than the lower one"),
    (
      "[10000000000000001/10000000000000000,10000000000000002/10000000000000001]", 37,
      "an upper bound that is not less than the lower one"
    ),
    ("[0x1.00000000000002p0,0x1.00000000000001p0]", 22, "an upper bound that is not less than the lower one"),
    // Decorations, NaI and other words
    ("[1, 2]_com", 10, "a closing bracket"), ("[ Nai  ]", 2, "a number"), ("[ foo ]", 2, "a number"),
    ("0.0??_com", 5, "a radius, u, d, an exponent or the end of the text"),
    // Numbers that are none
    ("[.]", 2, "a digit"), ("[1e]", 3, "a digit of the exponent"), ("[1/0]", 3, "a denominator other than zero"),
    ("[1/-2]", 3, "a digit"), ("[0x]", 3, "a hexadecimal digit"), ("[0x1p]", 5, "a digit of the exponent"),
    ("[--1]", 2, "a number"),
    ("[1/3e999999999]", 4, "a digit or the end of the text"), ("[1e999999999.5]", 12, "a digit or the end of the text"),
    ("[1.5.2e999999999]", 4, "a digit, an exponent or the end of the text"), ("?", 0, "a number"),
    ("-?1", 1, "a number"),
    ("1e2?", 1, "a decimal digit"), ("1/2?", 1, "a decimal digit"),
    ("5?1uu", 4, "a radius, u, d, an exponent or the end of the text"),
    ("5???", 3, "a radius, u, d, an exponent or the end of the text"),
    ("5?1.5", 3, "a radius, u, d, an exponent or the end of the text"),
    ("5?e999999999x", 12, "a digit or the end of the text"), ("[1,2", 4, "a closing bracket"),
    ("1,2]", 0, "an opening bracket or an uncertain number such as 3.56?1"),
  ])
  func rejects(text: String, offset: Int, expected: String) {
    let error = #expect(throws: TextError.self) { try Interval(parsing: text) }
    #expect(error?.offset == offset && error?.expected == expected, "\(text): \(error?.description ?? "")")
  }

  // MARK: Exponents of any size

  static let largest = "0x1.fffffffffffffp+1023"
  static let least = "0x0.0000000000001p-1022"

  @Test(arguments: [
    ("[1e999999999]", "[\(largest), inf]"), ("[-1e999999999]", "[-inf, -\(largest)]"),
    ("[1e-999999999]", "[0, \(least)]"), ("[-1e-999999999]", "[-\(least), 0]"),
    ("[0e999999999]", "[0, 0]"), ("[0.000e-99999999999999999999999999999]", "[0, 0]"),
    ("[1e99999999999999999999999999999999]", "[\(largest), inf]"), ("[0x1p999999999999999999999]", "[\(largest), inf]"),
    ("[0x1p-999999999999999999999]", "[0, \(least)]"), ("[-0X.1P+888888888, 0X.1P-888888888]", "[-inf, \(least)]"),
    ("[-1e200000, 3]", "[-inf, 3]"), ("[1e-200000, 1]", "[0, 1]"), ("[1e000000000000000000001]", "[10, 10]"),
    ("[1e999999998, 1e999999999]", "[\(largest), inf]"), ("[2e999999999, 3e999999999]", "[\(largest), inf]"),
    ("[20e999999999, 3e1000000000]", "[\(largest), inf]"), ("[-1e999999999, -1e999999998]", "[-inf, -\(largest)]"),
    ("[1e-999999999, 1e-999999998]", "[0, \(least)]"), ("[1e100000, 1e100001]", "[\(largest), inf]"),
    ("[1e200000, 0x1p664386]", "[\(largest), inf]"), ("[0x1p664385, 1e200000]", "[\(largest), inf]"),
    ("[1/3, 1e999999999]", "[0x1.5555555555555p-2, inf]"),
    ("5?1e999999999", "[\(largest), inf]"), ("5?9e999999999", "[-inf, inf]"),
    ("0?e-999999999", "[-\(least), \(least)]"),
    ("5??ue999999999", "[\(largest), inf]"), ("-5??ue999999999", "[-inf, inf]"), ("5?5de-999999999", "[0, \(least)]"),
  ])
  func exponentsOfAnySizeAreEnclosed(text: String, expected: String) throws {
    #expect(try Interval(parsing: text) == Interval(parsing: expected), "\(text)")
  }

  @Test(arguments: [
    "[1e999999999, 1e999999998]", "[3e999999999, 2e999999999]", "[3e1000000000, 20e999999999]",
    "[1e-999999998, 1e-999999999]", "[-1e999999998, -1e999999999]", "[1e999999999, 5]", "[1, 1e-999999999]",
    "[1e-999999999, 0]", "[0, -1e-999999999]", "[1e999999999, -1e999999999]", "[1e100001, 1e100000]",
    "[0x1p664386, 1e200000]", "[1e200000, 0x1p664385]", "[1e999999999, 0x1p3000000000]",
    "[0x1p9999999999, 1e999999999]",
    "[1e99999999999999999999999999999999, 1e99999999999999999999999999999998]",
    "[2e99999999999999999999999999999999, 1e99999999999999999999999999999999]",
  ])
  func boundsFarOutsideAreKeptInOrder(text: String) {
    let error = #expect(throws: TextError.self) { try Interval(parsing: text) }
    #expect(error?.expected == "an upper bound that is not less than the lower one")
  }

  /// An exponent that the digits balance is computed exactly: no limit of size decides about an ordinary number.
  @Test func longDigitsBalanceLargeExponents() throws {
    let zeros = String(repeating: "0", count: 150_000)
    #expect(try Interval(parsing: "[1\(zeros)e-150000]") == Interval(1))
    #expect(try Interval(parsing: "[0.\(zeros)1e150001]") == Interval(1))
    #expect(try Interval(parsing: "[0x1\(zeros)p-600000]") == Interval(1))
    #expect(try Interval(parsing: "[0x0.\(zeros)1p600003]") == Interval(0.5))
    #expect(
      try Interval(parsing: "[1\(zeros)1e-150001]") == Interval(lowerBound: 1, upperBound: (1.0).nextUp))
    #expect(throws: TextError.self) { try Interval(parsing: "[1\(zeros)1e-150001, 1]") }
    // Nor does an exponent of more than a million.
    let hexadecimalZeros = String(repeating: "0", count: 250_001)
    #expect(throws: TextError.self) { try Interval(parsing: "[0x1\(hexadecimalZeros)1p-1000008, 1]") }
  }

  /// Rounding needs neither a greatest common divisor nor a power that cancels: each took seconds here.
  @Test func longTextsTakeTimeInProportion() throws {
    let zeros = String(repeating: "0", count: 1_000_000)
    #expect(try Interval(parsing: "[1\(zeros)e-1000000]") == Interval(1))
    #expect(try Interval(parsing: "[-3\(zeros)e-1000001, 0.\(zeros)25e1000000]") == Interval(parsing: "[-0.3, 0.25]"))
    #expect(
      try Interval(parsing: "1\(zeros.prefix(300_000))?1e-300000")
        == Interval(parsing: "[0x1.fffffffffffffp-1, 0x1.0000000000001p0]"))
    var generator = SeededGenerator(seed: 37)
    func digits() -> String { "1" + String((0..<300_000).map { _ in Character("\(generator.next() % 10)") }) }
    let (p, q) = (digits(), digits())
    let quotient = try Interval(parsing: "[\(p)/\(q)]")
    let near = try Interval(parsing: "[\(p.prefix(30))/\(q.prefix(30))]")
    #expect(quotient.width <= quotient.lowerBound.ulp && !quotient.isDisjoint(with: near))
  }
}
