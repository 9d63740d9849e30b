import RealArithmetic
import Testing

@Suite("Formats of networks")
struct NetworkFormatTests {
  @Test("the limits of the specifications")
  func limits() {
    #expect(BinaryFormat.e4m3.largestFinite == 448)
    #expect(BinaryFormat.e5m2.largestFinite == 57344)
    #expect(BinaryFormat.e4m3.leastExponent == -9 && BinaryFormat.e5m2.leastExponent == -16)
    #expect(BinaryFormat.networkFormats.map(\.storageBits) == [64, 32, 32, 16, 16, 8, 8])
  }

  @Test("encodings and shortest decimals of binary64 and binary32 are Swift's")
  func encodings() throws {
    for x in [1.0, -1.5, 0.1, 1e-310, 5e-324, .greatestFiniteMagnitude, .leastNormalMagnitude, 1.7580993408473768] {
      let exact = try #require(Dyadic(exactly: x))
      #expect(BinaryFormat.binary64.encoding(of: exact) == x.bitPattern)
      #expect(Double(BinaryFormat.binary64.shortestDecimal(of: exact)) == x)
      if x.magnitude >= .leastNormalMagnitude { #expect(exact.hexText == x.hexText) }
    }
    for x in [1 as Float, 0.1, -1e-40, 1.05, .greatestFiniteMagnitude] {
      let exact = try #require(Dyadic(exactly: Double(x)))
      #expect(BinaryFormat.binary32.encoding(of: exact) == UInt64(x.bitPattern))
      #expect(Float(BinaryFormat.binary32.shortestDecimal(of: exact)) == x)
    }
    #expect(BinaryFormat.binary64.encoding(of: 0) == 0 && Dyadic.zero.hexText == "0x0p+0")
    #expect(BinaryFormat.binary32.encoding(of: Dyadic(exactly: 0.1) ?? 0) == nil)
  }

  @Test("every encoding of the eight-bit formats is found once")
  func eightBits() {
    for (format, exponentBits, count) in [(BinaryFormat.e4m3, 4, 127), (.e5m2, 5, 124)] {
      let fractionBits = 7 - exponentBits
      for bits in 0..<count {
        let (exponent, fraction) = (bits >> fractionBits, bits & ((1 << fractionBits) - 1))
        let significand = exponent == 0 ? fraction : fraction + (1 << fractionBits)
        let value = Dyadic(
          significand: BigInteger(significand), exponent: max(exponent, 1) - 1 + format.leastExponent)
        #expect(format.encoding(of: value) == UInt64(bits), "\(format.name) \(bits)")
        #expect(value <= format.largestFinite)
      }
    }
  }

  @Test("units in the last place")
  func units() {
    #expect(BinaryFormat.binary64.unitInLastPlace(atExponent: 0) == Dyadic(exactly: 1.0.ulp))
    #expect(BinaryFormat.binary64.unitInLastPlace(atExponent: -1100) == Dyadic(exactly: 5e-324))
    #expect(BinaryFormat.binary64.unitInLastPlace(atExponent: nil) == Dyadic(exactly: 5e-324))
  }
}
