import RealArithmetic
import Testing

@testable import IntervalArithmetic

/// Proves the error bound of `SmallErf` from its coefficients alone, by exact arithmetic.
@Suite struct ErfProofTests {
  /// t^2 for t up to 1/4.
  static let square = Dyadic(significand: 1, exponent: -4)

  /// The distance of a stored coefficient from (2/sqrt(pi)) (-1)^k / (k! (2k+1)).
  func coefficientError(_ k: Int, _ stored: Dyadic) -> Dyadic {
    let factorial = (1...max(1, k)).reduce(1, *)
    let exact = ExactConstants.twoOverRootPi / (factorial * (2 * k + 1))
    return (exact - ExactBounds(k % 2 == 0 ? stored : -stored)).magnitude
  }

  func power(_ k: Int) -> Dyadic { (0..<k).reduce(Dyadic(1)) { product, _ in product * Self.square } }

  @Test func theBoundHolds() {
    let exact = erfTable.map { Dyadic(exactly: $0) ?? 0 }
    let coefficients = [exact[0] + exact[1], exact[2] + exact[3], exact[4] + exact[5]] + exact[6...]
    #expect(coefficients.count == 11)
    var truncation: Dyadic = 0
    for (k, coefficient) in coefficients.enumerated() {
      truncation = truncation + coefficientError(k, coefficient) * power(k)
    }
    // The twelfth term, 2/sqrt(pi) t^22 / (11! 23), is larger than all that follow it together.
    truncation = truncation + (ExactConstants.twoOverRootPi / (39_916_800 * 23)).magnitude * power(11)

    // Line by line through `SmallErf.approximation`; products of two-term sums err by 2^-100 of themselves.
    let w = RoundingBound(Self.square, error: Dyadic(significand: 1, exponent: -56))
    let c = erfTable.map { RoundingBound($0) }
    let tail = erfTable[6..<13].indices.reversed().reduce(c[13]) { c[$1] + w * $0 }
    let q = w * tail
    let productError = Dyadic(significand: 1, exponent: -98)
    let evaluation = q.error * power(2) + productError
    // erf(t)/t decreases, and exceeds 1 at t = 1/4.
    let total = Rational(truncation + evaluation)
    #expect(total < (Rational(exactly: SmallErf.relativeError) ?? 0) - Rational(Dyadic(significand: 1, exponent: -97)))
  }

  /// The sums of two doubles are right to 2^-100 of themselves, the doubles to half a unit.
  @Test func theCoefficientsAreTheNearest() {
    let exact = erfTable.map { Dyadic(exactly: $0) ?? 0 }
    for k in 0..<3 {
      let sum = exact[2 * k] + exact[2 * k + 1]
      #expect(coefficientError(k, sum) <= sum.magnitude * Dyadic(significand: 1, exponent: -100), "\(k)")
      #expect(erfTable[2 * k] == erfTable[2 * k] + erfTable[2 * k + 1], "\(k)")
    }
    for k in 3..<11 {
      let unit = Dyadic(exactly: erfTable[k + 3].ulp) ?? 0
      #expect(coefficientError(k, exact[k + 3]) <= unit.scaled(byPowerOfTwo: -1), "\(k)")
    }
  }

  /// Where the arguments are largest, and the errors with them; what the series leaves out is less than 2^-120.
  @Test func theSeriesKeepsTheBound() {
    var generator = SeededGenerator(seed: 43)
    for _ in 0..<300 {
      let t = Double.random(in: 0.24...0.25, using: &generator)
      let x = Dyadic(exactly: t) ?? 0
      let square = ExactBounds(x.squared())
      var sum = ExactBounds(0)
      for k in (0..<18).reversed() {
        let factorial = (1...max(1, k)).reduce(1, *)
        let term = ExactConstants.twoOverRootPi / (factorial * (2 * k + 1))
        sum = k % 2 == 0 ? sum * square + term : sum * square - term
      }
      let approximation = SmallErf.approximation(t)
      #expect(approximation.exponent == 0)
      let value = (Dyadic(exactly: approximation.high) ?? 0) + (Dyadic(exactly: approximation.low) ?? 0)
      let error = (sum * ExactBounds(x) - ExactBounds(value)).magnitude
      #expect(error < value * (Dyadic(exactly: SmallErf.relativeError) ?? 0), "erf(\(t))")
    }
  }

  @Test func aWrongCoefficientIsNoticed() {
    let exact = erfTable.map { Dyadic(exactly: $0.nextUp) ?? 0 }
    #expect(coefficientError(0, exact[0] + exact[1]) > Dyadic(significand: 1, exponent: -66))
    #expect(coefficientError(3, exact[6]) * power(3) > Dyadic(significand: 1, exponent: -75))
  }
}
