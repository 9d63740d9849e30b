import RealArithmetic

extension DirectedFunctions {
  /// A bound of the natural logarithm of 2.
  ///
  /// `ln 2 = 18 artanh(1/26) - 2 artanh(1/4801) + 8 artanh(1/8749)`, because `2 artanh(1/n) = ln((n + 1) / (n - 1))` and
  /// `(27/25)^9 (8750/8748)^4 = 2 (4802/4800)`.
  func logarithmOfTwo() -> Dyadic {
    // The errors of the terms, and of the factor 18, are lost.
    let fraction = precision + guardBits + BigInteger(precision).bitWidth + 5
    let (arithmetic, other) = (fixedPoint(fraction), opposite.fixedPoint(fraction))
    let sum =
      arithmetic.inverseHyperbolicTangent(ofReciprocalOf: 26) * 18
      + arithmetic.inverseHyperbolicTangent(ofReciprocalOf: 8749) * 8
      - other.inverseHyperbolicTangent(ofReciprocalOf: 4801) * 2
    return rounded(arithmetic.dyadic(sum))
  }
}

extension DirectedFixedPoint {
  /// A bound of `artanh(1/n) = sum of 1 / ((2k + 1) n^(2k + 1))`, for `2 <= n < 2^15`.
  ///
  /// The sum ends with the first power that rounds to zero (downward) or to one unit (upward). The exact power is at most
  /// one unit then, and the terms left out, all together, are less than that power; the upper bound adds two units.
  func inverseHyperbolicTangent(ofReciprocalOf n: Int) -> BigInteger {
    var power = quotient(one, by: n)
    var sum = power
    var k = 1
    while !power.isZero, !power.isOne {
      power = quotient(power, by: n * n)
      sum += quotient(power, by: 2 * k + 1)
      k += 1
    }
    return direction == .up ? sum + 2 : sum
  }
}
