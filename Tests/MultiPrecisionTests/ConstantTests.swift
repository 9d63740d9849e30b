import RealArithmetic
import Testing

@testable import MultiPrecision

@Suite struct ConstantTests {
  /// Rational bounds of arctan(1/n), from two consecutive partial sums of its alternating series.
  static func arctangent(ofReciprocalOf n: Int, terms: Int) -> (Rational, Rational) {
    var (sum, power) = (Rational.zero, Rational(1, over: BigInteger(n)))
    for k in 0..<terms {
      let term = power / Rational(2 * k + 1)
      sum = k & 1 == 0 ? sum + term : sum - term
      power *= Rational(1, over: BigInteger(n * n))
    }
    let next = power / Rational(2 * terms + 1)
    return terms & 1 == 0 ? (sum, sum + next) : (sum - next, sum)
  }

  /// Machin's formula, pi = 16 arctan(1/5) - 4 arctan(1/239), in exact arithmetic: another way than the module's.
  @Test func piByMachin() {
    let (fifthLow, fifthHigh) = Self.arctangent(ofReciprocalOf: 5, terms: 90)
    let (smallLow, smallHigh) = Self.arctangent(ofReciprocalOf: 239, terms: 30)
    let low = 16 * fifthLow - 4 * smallHigh
    let high = 16 * fifthHigh - 4 * smallLow
    #expect(high - low < Rational(1, timesTenTo: -120))
    for bits in [2, 3, 10, 53, 64, 100, 200, 350] {
      let pi = DyadicInterval.pi(precision: bits)
      #expect(pi.lowerBound.order(against: low) < 0 && pi.upperBound.order(against: high) > 0, "\(bits) bits")
    }
  }

  /// The identity behind the formula for ln 2: exp of both sides, exactly.
  @Test func logarithmOfTwoIdentity() {
    func factor(_ n: Int, _ power: Int) -> Rational {
      Rational(BigInteger(n + 1), over: BigInteger(n - 1)).raised(to: power)
    }
    #expect(factor(26, 9) * factor(4801, -1) * factor(8749, 4) == 2)
  }

  @Test(arguments: [2, 3, 17, 64, 100, 333, 1000, 2500])
  func constantsAreWithinTwoUnits(bits: Int) throws {
    for interval in [DyadicInterval.pi(precision: bits), .logarithmOfTwo(precision: bits)] {
      #expect(interval.precision == bits && interval.isBounded && !interval.isSingleton)
      #expect(try #require(interval.widthInUlps) <= 2)
    }
    let more = DyadicInterval.pi(precision: bits + 50)
    #expect(more.isInterior(to: .pi(precision: bits)))
    #expect(DyadicInterval.logarithmOfTwo(precision: bits + 50).isInterior(to: .logarithmOfTwo(precision: bits)))
  }

  /// Both directions separately, for even and odd numbers of terms.
  @Test func boundsOfPiAreOnTheirSides() {
    let reference = DyadicInterval.pi(precision: 700)
    for bits in 2...300 {
      #expect(DirectedFunctions(precision: bits, direction: .down).pi() < reference.lowerBound)
      #expect(DirectedFunctions(precision: bits, direction: .up).pi() > reference.upperBound)
    }
  }
}
