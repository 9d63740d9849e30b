import IntervalArithmetic
import RealArithmetic
import Testing

/// The stored constants, from exact rational bounds on pi.
@Suite struct ConstantTests {
  /// Bounds of arctan(1/n) by its alternating series, for n > 1.
  func arctangentOfReciprocal(_ n: Int, terms: Int) -> (lower: Rational, upper: Rational) {
    var sum: Rational = 0
    var previous: Rational = 0
    for k in 0..<terms {
      previous = sum
      let power = Rational(1, over: BigInteger(n).raised(to: 2 * k + 1) * BigInteger(2 * k + 1))
      sum = k % 2 == 0 ? sum + power : sum - power
    }
    return (min(sum, previous), max(sum, previous))
  }

  /// Machin's formula: pi = 16 arctan(1/5) - 4 arctan(1/239).
  var pi: (lower: Rational, upper: Rational) {
    let fifth = arctangentOfReciprocal(5, terms: 60)
    let other = arctangentOfReciprocal(239, terms: 20)
    return (16 * fifth.lower - 4 * other.upper, 16 * fifth.upper - 4 * other.lower)
  }

  @Test func piIsTightest() {
    #expect(Interval.pi == Interval(enclosing: pi.lower, through: pi.upper))
    #expect(Interval.pi.lowerBound.nextUp == Interval.pi.upperBound)
  }

  /// 1/sqrt(pi) lies between a and b because a^2 pi < 1 < b^2 pi.
  @Test func inverseRootOfPiIsTightest() throws {
    let stored = Interval(1).inverseRootPi
    let lower = try #require(Rational(exactly: stored.lowerBound))
    let upper = try #require(Rational(exactly: stored.upperBound))
    #expect(lower.squared() * pi.upper < 1)
    #expect(upper.squared() * pi.lower > 1)
    #expect(stored.lowerBound.nextUp == stored.upperBound)
  }

  @Test func integersAndRationalsAreTightest() {
    let one = Interval(1)
    #expect(one.constant(3) == Interval(3))
    #expect(one.constant(Int.max) == Interval(lowerBound: 0x1.fffffffffffffp62, upperBound: 0x1p63))
    #expect(one.constant(Rational(1, over: 10)) == Interval(lowerBound: (0.1).nextDown, upperBound: 0.1))
  }
}
