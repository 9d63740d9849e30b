import RealArithmetic
import Testing

@Suite("BigInteger text")
struct BigIntegerTextTests {
  @Test("known numbers")
  func knownNumbers() {
    #expect(BigInteger.powerOfTwo(128).description == "340282366920938463463374607431768211456")
    #expect((-BigInteger.powerOfTwo(64)).description == "-18446744073709551616")
    var factorial: BigInteger = 1
    for n in 1...30 { factorial *= BigInteger(n) }
    #expect(factorial.description == "265252859812191058636308480000000")
    #expect(BigInteger.zero.description == "0")
    #expect(BigInteger.powerOfTen(19).description == "10000000000000000000")
    #expect((BigInteger.powerOfTen(38) + 5).description == "100000000000000000000000000000000000005")
  }

  @Test("text and number round trip", arguments: seeds)
  func roundTrip(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for size in [1, 2, 10, 31, 33, 70, 150] {
      for _ in 0..<3 {
        let a = random.integer(limbs: size)
        #expect(try BigInteger(parsing: a.description) == a)
        #expect(try BigInteger(parsing: "000" + a.magnitude.description) == a.magnitude)
      }
    }
  }

  @Test("powers of ten and their neighbours, where digits are all zeros and nines", arguments: [1, 19, 20, 599, 1500])
  func powersOfTen(exponent: Int) throws {
    let power = BigInteger.powerOfTen(exponent)
    #expect(power.description == "1" + String(repeating: "0", count: exponent))
    #expect((power - 1).description == String(repeating: "9", count: exponent))
    #expect(try BigInteger(parsing: "1" + String(repeating: "0", count: exponent)) == power)
    #expect(try BigInteger(parsing: String(repeating: "9", count: exponent)) == power - 1)
  }

  @Test("digits, one by one, are remainders", arguments: seeds)
  func digitByDigit(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var rest = random.integer(limbs: 40).magnitude + 1
    let text = rest.description
    var digits: [Character] = []
    while !rest.isZero {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      digits.append(Character(digit.description))
      rest = quotient
    }
    #expect(String(digits.reversed()) == text)
  }

  @Test(
    "what is not an integer is rejected at the right place",
    arguments: [
      ("", 0, nil), ("-", 1, nil), ("+-1", 1, "-"), ("12a", 2, "a"), ("1.5", 1, "."), (" 1", 0, " "), ("1 ", 1, " "),
      ("0x10", 1, "x"), ("1_000", 1, "_"), ("١", 0, "١"),
    ] as [(String, Int, String?)])
  func errors(text: String, offset: Int, found: String?) {
    let error = #expect(throws: TextError.self) { try BigInteger(parsing: text) }
    #expect(error?.offset == offset)
    #expect(error?.found == found)
  }
}
