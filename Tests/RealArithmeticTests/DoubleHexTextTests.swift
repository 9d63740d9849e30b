import RealArithmetic
import Testing

@Suite("Hexadecimal text of Double")
struct DoubleHexTextTests {
  @Test(
    "canonical texts",
    arguments: [
      (0.1, "0x1.999999999999ap-4"), (1, "0x1p+0"), (-2, "-0x1p+1"), (0.75, "0x1.8p-1"), (0, "0x0p+0"),
      (-0.0, "-0x0p+0"), (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"), (1024, "0x1p+10"),
      (.leastNonzeroMagnitude, "0x0.0000000000001p-1022"), (.leastNormalMagnitude, "0x1p-1022"),
      (-.leastNormalMagnitude.nextDown, "-0x0.fffffffffffffp-1022"),
      (.greatestFiniteMagnitude, "0x1.fffffffffffffp+1023"), (0x0.08p-1022, "0x0.08p-1022"),
      (3.14, "0x1.91eb851eb851fp+1"),
    ])
  func canonical(value: Double, text: String) {
    #expect(value.hexText == text)
  }

  @Test("read back bit for bit", arguments: seeds)
  func roundTrip(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let special: [Double] = [0, -0.0, .infinity, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude]
    for x in special + (0..<150).map({ _ in random.finiteDouble() }) {
      #expect(try Double(parsingExactly: x.hexText).bitPattern == x.bitPattern)
      #expect(Double(x.hexText)?.bitPattern == x.bitPattern)
    }
  }

  @Test("other exact texts")
  func exactTexts() throws {
    #expect(try Double(parsingExactly: "0.5") == 0.5)
    #expect(try Double(parsingExactly: "+inf") == .infinity)
    #expect(try Double(parsingExactly: "3/8") == 0.375)
    #expect(try Double(parsingExactly: "-0").sign == .minus)
  }

  @Test(
    "what is no binary64 number is rejected",
    arguments: [
      ("0.1", 0), ("nan", 0), ("0x1.00000000000001p0", 0), ("1e400", 0), ("infinity", 3), ("", 0), ("0x1p+0 ", 6),
    ])
  func errors(text: String, offset: Int) {
    let error = #expect(throws: TextError.self) { try Double(parsingExactly: text) }
    #expect(error?.offset == offset)
  }
}
