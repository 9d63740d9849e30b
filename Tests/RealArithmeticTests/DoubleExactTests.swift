import RealArithmetic
import Testing

@Suite("Double from exact numbers")
struct DoubleExactTests {
  @Test("directed rounding brackets the number between neighbours", arguments: seeds)
  func brackets(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for round in 0..<200 {
      let scale = (2 as Rational).raised(to: round % 4 == 0 ? Int.random(in: -1150...900, using: &random) : 0)
      let r = (round % 2 == 0 ? random.rational(limbs: 2) : random.smallRational()) * scale
      let (down, up) = (Double(r, rounding: .down), Double(r, rounding: .up))
      try checkBracket(r, down, up)
      #expect(Double(r, rounding: .towardZero) == (r.signum < 0 ? up : down))
      #expect(Double(r, rounding: .awayFromZero) == (r.signum < 0 ? down : up))
      for rule in [FloatingPointRoundingRule.toNearestOrEven, .toNearestOrAwayFromZero] {
        let nearest = Double(r, rounding: rule)
        try checkNearest(r, nearest, down, up, rule)
      }
      // Symmetry.
      #expect(Double(-r, rounding: .down) == -up)
      #expect(Double(-r, rounding: .toNearestOrEven) == -Double(r, rounding: .toNearestOrEven))
    }
  }

  private func checkBracket(_ r: Rational, _ down: Double, _ up: Double) throws {
    if down.isFinite { #expect(try #require(Rational(exactly: down)) <= r) }
    if up.isFinite { #expect(try #require(Rational(exactly: up)) >= r) }
    // Negative control: the neighbours outside are strictly outside, and no number lies between.
    if down == up {
      #expect(Rational(exactly: down) == r)
    } else {
      #expect(down.nextUp == up)
    }
  }

  private func checkNearest(
    _ r: Rational, _ nearest: Double, _ down: Double, _ up: Double, _ rule: FloatingPointRoundingRule
  ) throws {
    #expect(nearest == down || nearest == up)
    guard down.isFinite, up.isFinite else { return }
    let below = r - (try #require(Rational(exactly: down)))
    let above = (try #require(Rational(exactly: up))) - r
    if below < above { #expect(nearest == down) }
    if above < below { #expect(nearest == up) }
    if above == below, down != up {
      switch rule {
      case .toNearestOrEven: #expect(nearest.significandBitPattern & 1 == 0)
      default: #expect(nearest.magnitude == max(down.magnitude, up.magnitude))
      }
    }
  }

  @Test("numbers that are binary64 numbers are kept under every rule", arguments: rules)
  func exactNumbers(rule: FloatingPointRoundingRule) throws {
    var random = SplitMix64(seed: 7)
    let special: [Double] = [
      0, 1, -1, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude,
      -.greatestFiniteMagnitude, .leastNormalMagnitude.nextDown, 0.1, 1e308,
    ]
    for x in special + (0..<100).map({ _ in random.finiteDouble() }) {
      let r = try #require(Rational(exactly: x))
      #expect(Double(r, rounding: rule) == x)
      #expect(Double(try #require(Dyadic(exactly: x)), rounding: rule) == x)
      #expect(Double(exactly: r) == x)
    }
  }

  @Test("ties, just below and just above them", arguments: seeds)
  func ties(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let tiny = (2 as Rational).raised(to: -1200)
    for _ in 0..<60 {
      let x = random.finiteDouble().magnitude
      guard x.nextUp.isFinite else { continue }
      let (a, b) = (try #require(Rational(exactly: x)), try #require(Rational(exactly: x.nextUp)))
      let tie = (a + b) / 2
      #expect(Double(tie, rounding: .toNearestOrEven) == (x.significandBitPattern & 1 == 0 ? x : x.nextUp))
      #expect(Double(tie, rounding: .toNearestOrAwayFromZero) == x.nextUp)
      #expect(Double(tie - tiny, rounding: .toNearestOrEven) == x)
      #expect(Double(tie + tiny, rounding: .toNearestOrEven) == x.nextUp)
      #expect(Double(-tie, rounding: .toNearestOrAwayFromZero) == -x.nextUp)
      #expect(Double(a + tiny, rounding: .up) == x.nextUp)
      #expect(Double(a + tiny, rounding: .down) == x)
      #expect(Double(b - tiny, rounding: .down) == x)
    }
  }

  @Test("underflow")
  func underflow() {
    let least = Rational(lowestPowerOfTwo: -1074)
    let tiny = Rational(lowestPowerOfTwo: -3000)
    #expect(Double(tiny, rounding: .up) == .leastNonzeroMagnitude)
    #expect(Double(tiny, rounding: .awayFromZero) == .leastNonzeroMagnitude)
    for rule in [FloatingPointRoundingRule.down, .towardZero, .toNearestOrEven, .toNearestOrAwayFromZero] {
      let zero = Double(tiny, rounding: rule)
      #expect(zero == 0 && zero.sign == .plus)
    }
    #expect(Double(-tiny, rounding: .down) == -.leastNonzeroMagnitude)
    #expect(Double(-tiny, rounding: .up) == 0 && Double(-tiny, rounding: .up).sign == .minus)
    #expect(Double(least / 2, rounding: .toNearestOrEven) == 0)
    #expect(Double(least / 2, rounding: .toNearestOrAwayFromZero) == .leastNonzeroMagnitude)
    #expect(Double(least / 2 + tiny, rounding: .toNearestOrEven) == .leastNonzeroMagnitude)
    #expect(Double(least * 3 / 2, rounding: .toNearestOrEven) == 2 * .leastNonzeroMagnitude)
    #expect(Double(0 as Rational, rounding: .down).sign == .plus)
    // The largest subnormal number and the smallest normal one.
    let normal = Rational(lowestPowerOfTwo: -1022)
    #expect(Double(normal - tiny, rounding: .down) == Double.leastNormalMagnitude.nextDown)
    #expect(Double(normal - tiny, rounding: .up) == .leastNormalMagnitude)
  }

  @Test("overflow")
  func overflow() throws {
    let largest = try #require(Rational(exactly: Double.greatestFiniteMagnitude))
    let halfUnit = Rational(lowestPowerOfTwo: 970)
    let tiny = Rational(lowestPowerOfTwo: -10)
    #expect(Double(largest + tiny, rounding: .down) == .greatestFiniteMagnitude)
    #expect(Double(largest + tiny, rounding: .towardZero) == .greatestFiniteMagnitude)
    #expect(Double(largest + tiny, rounding: .up) == .infinity)
    #expect(Double(largest + tiny, rounding: .awayFromZero) == .infinity)
    #expect(Double(largest + tiny, rounding: .toNearestOrEven) == .greatestFiniteMagnitude)
    #expect(Double(largest + halfUnit - tiny, rounding: .toNearestOrEven) == .greatestFiniteMagnitude)
    #expect(Double(largest + halfUnit, rounding: .toNearestOrEven) == .infinity)
    let huge = Rational(lowestPowerOfTwo: 5000)
    #expect(Double(huge, rounding: .down) == .greatestFiniteMagnitude)
    #expect(Double(huge, rounding: .toNearestOrEven) == .infinity)
    #expect(Double(-huge, rounding: .up) == -.greatestFiniteMagnitude)
    #expect(Double(-huge, rounding: .down) == -.infinity)
    #expect(Double(-huge, rounding: .toNearestOrAwayFromZero) == -.infinity)
    #expect(Double(exactly: huge) == nil)
  }

  @Test("the quick quotient of small integers agrees with the general rounding", arguments: seeds)
  func quickPath(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let most = 1 << 53
    for round in 0..<150 {
      let bound = round % 3 == 0 ? most : 1000
      let n = round % 7 == 0 ? most - round : Int.random(in: -bound...bound, using: &random)
      let d = round % 5 == 0 ? most - 1 - round : Int.random(in: 1...bound, using: &random)
      let r = Rational(BigInteger(n), over: BigInteger(d))
      for rule in rules {
        guard case .finite(let general) = BinaryFormat.binary64.round(r, rule) else {
          Issue.record("A small quotient overflowed")
          continue
        }
        #expect(Dyadic(exactly: Double(r, rounding: rule)) == general)
      }
    }
  }
}

extension Rational {
  /// `2^power`.
  init(lowestPowerOfTwo power: Int) { self.init(Dyadic(significand: 1, exponent: power)) }
}
