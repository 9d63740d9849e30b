import IntervalArithmetic
import RealArithmetic
import Testing

@Suite struct IntervalTextTests {
  @Test(arguments: [
    ("[1.5, 2]", "[0x1.8p+0, 0x1p+1]"),
    ("[0.1]", "[0x1.9999999999999p-4, 0x1.999999999999ap-4]"),
    ("[-0.1, 0.1]", "[-0x1.999999999999ap-4, 0x1.999999999999ap-4]"),
    ("[ 0x1p-3 , 2/3 ]", "[0x1p-3, 0x1.5555555555556p-1]"),
    ("[1,]", "[0x1p+0, inf]"),
    ("[,1]", "[-inf, 0x1p+0]"),
    ("[,]", "[entire]"),
    ("[-inf, INFINITY]", "[entire]"),
    ("[]", "[empty]"),
    ("[ ]", "[empty]"),
    ("[ Empty ]", "[empty]"),
    (" [entire]", "[entire]"),
    ("3.56?1", "[0x1.c666666666666p+1, 0x1.c8f5c28f5c290p+1]"),
    ("10?3", "[0x1.cp+2, 0x1.ap+3]"),
    ("2.5?", "[0x1.3999999999999p+1, 0x1.4666666666667p+1]"),
    ("2.5?5u", "[0x1.4p+1, 0x1.8p+1]"),
    ("2.5?5d", "[0x1p+1, 0x1.4p+1]"),
    ("-5??", "[entire]"),
    ("5??u", "[0x1.4p+2, inf]"),
    ("5??d", "[-inf, 0x1.4p+2]"),
    ("10?3e2", "[0x1.5e00000000000p+9, 0x1.4500000000000p+10]"),
    ("[1e400, 2e400]", "[0x1.fffffffffffffp+1023, inf]"),
    ("[1e-400]", "[0x0p+0, 0x0.0000000000001p-1022]"),
  ])
  func parsesTheFormsOfTheStandard(text: String, expected: String) throws {
    let wanted = try Interval(parsing: expected)
    #expect(try Interval(parsing: text) == wanted, "\(text)")
  }

  @Test(arguments: [
    ("", 0, "an opening bracket or an uncertain number such as 3.56?1"),
    ("1.5", 0, "an opening bracket or an uncertain number such as 3.56?1"),
    ("[1, 2", 5, "a closing bracket"),
    ("[2, 1]", 4, "an upper bound that is not less than the lower one"),
    ("[1, 2, 3]", 5, "a digit, a point, a fraction bar, an exponent or the end of the text"),
    ("[1..2]", 3, "a digit, an exponent or the end of the text"),
    ("[inf, 2]", 1, "a number"),
    ("[1, -inf]", 5, "a number"),
    ("[nan]", 1, "a number"),
    ("3.5x?1", 3, "a decimal digit"),
    ("3.5?1w", 5, "a radius, u, d, an exponent or the end of the text"),
    ("3.5?1e", 6, "a digit of the exponent"),
    ("[\u{0661}]", 1, "a number"),
    ("[1e99x9999]", 5, "a digit or the end of the text"),
  ])
  func saysWhereTheTextIsWrong(text: String, offset: Int, expected: String) {
    let error = #expect(throws: TextError.self) { try Interval(parsing: text) }
    #expect(error?.offset == offset, "\(text)")
    #expect(error?.expected == expected, "\(text)")
  }

  /// Whatever is printed includes the interval; the hexadecimal form is the interval itself.
  @Test func outputRoundsOutwardAndRoundTrips() throws {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<2_000 {
      let x = generator.interval()
      for digits in [1, 3, 17, 20] {
        let printed = try Interval(parsing: x.decimal(significantDigits: digits))
        #expect(x.isSubset(of: printed), "\(x.hexText)")
      }
      #expect(try Interval(parsing: x.hexText) == x, "\(x.hexText)")
    }
  }

  /// The exact printed decimals, not only what they parse to, lie outside.
  @Test func printedBoundsAreOutward() throws {
    let tenth = Interval(0.1)
    #expect(tenth.decimal(significantDigits: 3) == "[0.100, 0.101]")
    #expect((-tenth).decimal(significantDigits: 3) == "[-0.101, -0.100]")
    #expect(Interval(0).description == "[0, 0]")
    #expect((-Interval(0)).hexText == "[0x0p+0, 0x0p+0]")
    #expect(Interval.empty.description == "[empty]")
    #expect(Interval(lowerBound: 1, upperBound: .infinity).decimal(significantDigits: 2) == "[1.0, inf]")
  }

  @Test func manyDigitsAreEnclosedTightly() throws {
    let digits = "0." + String(repeating: "3", count: 5_000)
    #expect(try Interval(parsing: "[\(digits)]") == Interval(enclosing: Rational(1, over: 3)))
  }
}
