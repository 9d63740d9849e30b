import RealArithmetic
import Testing

@Suite("Binary formats")
struct BinaryFormatTests {
  @Test("the parameters give the well-known limits")
  func limits() {
    #expect(BinaryFormat.binary64.largestFinite == Dyadic(exactly: Double.greatestFiniteMagnitude))
    #expect(BinaryFormat.binary32.largestFinite == Dyadic(exactly: Double(Float.greatestFiniteMagnitude)))
    #expect(BinaryFormat.binary16.largestFinite == 65504)
    #expect(BinaryFormat.bfloat16.largestFinite == Dyadic(significand: 255, exponent: 120))
    #expect(BinaryFormat.binary64.leastExponent == -1074)
    #expect(BinaryFormat.binary16.leastExponent == -24)
  }

  @Test("binary32 agrees with Float", arguments: seeds)
  func float(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let exponent = Int.random(in: -160...130, using: &random)
      let x = Double(sign: .plus, exponent: exponent, significand: Double.random(in: -2...2, using: &random))
      let exact = try #require(Dyadic(exactly: x))
      switch BinaryFormat.binary32.round(exact, .toNearestOrEven) {
      case .finite(let rounded): #expect(Dyadic(exactly: Double(Float(x))) == rounded)
      case .overflow(let sign): #expect(Float(x) == (sign == .minus ? -Float.infinity : .infinity))
      }
    }
  }

  @Test("a format of 4 digits agrees with a search among all its numbers", arguments: rules)
  func smallFormat(rule: FloatingPointRoundingRule) {
    let format = BinaryFormat(name: "small", precision: 4, minimumExponent: -6, maximumExponent: 7)
    var numbers: Set<Rational> = [0]
    for exponent in -9...4 {
      for significand in 1...15 {
        let value = Dyadic(significand: BigInteger(significand), exponent: exponent)
        if value <= format.largestFinite { numbers.formUnion([Rational(value), -Rational(value)]) }
      }
    }
    let sorted = numbers.sorted()
    #expect(sorted.count == 2 * (7 + 14 * 8) + 1)
    // Multiples of half the smallest number near zero, and everything of a coarser grid up to beyond the largest.
    let samples =
      (-200...200).map { Rational(BigInteger($0), over: 1024 * 2) }
      + (-520...520).map { Rational(BigInteger($0), over: 2) }
      + (-200...200).map { Rational(BigInteger($0 * $0 * $0), over: 30_011) }
    for r in samples {
      let expected = search(r, sorted, rule)
      #expect(format.round(r, rule) == expected, "\(r)")
      if let dyadic = Dyadic(exactly: r) { #expect(format.round(dyadic, rule) == expected) }
    }
  }

  /// Rounding by its definition: the neighbours among all numbers of the format, and the one beyond the largest.
  private func search(
    _ r: Rational, _ sorted: [Rational], _ rule: FloatingPointRoundingRule
  ) -> BinaryFormat.Rounded {
    let beyond: Rational = 256
    let extended = [-beyond] + sorted + [beyond]
    let down = extended.last { $0 <= r } ?? -beyond
    let up = extended.first { $0 >= r } ?? beyond
    var result: Rational
    switch rule {
    case .down: result = down
    case .up: result = up
    case .towardZero: result = r.signum < 0 ? up : down
    case .awayFromZero: result = r.signum < 0 ? down : up
    default:
      let (below, above) = (r - down, up - r)
      if below != above {
        result = below < above ? down : up
      } else if rule == .toNearestOrAwayFromZero {
        result = down.magnitude > up.magnitude ? down : up
      } else {
        // The even one of two neighbours is a multiple of twice their distance.
        result = down == up || (down / (2 * (up - down))).isInteger ? down : up
      }
    }
    if result.magnitude == beyond, rule == .down || rule == .up || rule == .towardZero || rule == .awayFromZero {
      let towardsZero = rule == .towardZero || (rule == .down) == (r.signum > 0) && rule != .awayFromZero
      if towardsZero { result = r.signum < 0 ? -240 : 240 }
    }
    if result.magnitude == beyond { return .overflow(r.signum < 0 ? .minus : .plus) }
    return .finite(Dyadic(exactly: result) ?? .zero)
  }

  @Test("a format whose largest number is not the one of its exponent range")
  func otherLargest() {
    // E4M3 of the OCP 8-bit formats: 448 is the largest number, and there is no infinity.
    let format = BinaryFormat(
      name: "e4m3", precision: 4, minimumExponent: -6, maximumExponent: 8, hasInfinity: false, largestFinite: 448)
    #expect(format.round(464 as Rational, .toNearestOrEven) == .finite(448))
    #expect(format.round(465 as Rational, .toNearestOrEven) == .overflow(.plus))
    #expect(format.round(1000 as Rational, .down) == .finite(448))
    #expect(format.round(-449 as Rational, .down) == .overflow(.minus))
    #expect(format.round(-449 as Rational, .up) == .finite(-448))
  }
}
