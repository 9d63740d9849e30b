import RealArithmetic

extension DirectedFunctions {
  /// A bound of the natural logarithm of `x > 0`.
  ///
  /// With `x = 2^k m` and `3/4 <= m < 3/2`: `ln x = k ln 2 + ln m`, `ln m = 2 artanh((m - 1) / (m + 1))`. The two parts
  /// hardly cancel: either `k` is zero or `|k ln 2| > 0.69` and `|ln m| < 0.41`.
  ///
  /// - Precondition: `x` is positive.
  func logarithm(_ x: Dyadic) -> Dyadic {
    precondition(x.signum > 0, "The logarithm of a number that is not positive")
    let leading = x.leadingExponent ?? 0
    let mantissa = x.scaled(byPowerOfTwo: -leading)
    let isHigh = mantissa >= Dyadic(significand: 3, exponent: -1)
    let (k, m) = isHigh ? (leading + 1, mantissa.scaled(byPowerOfTwo: -1)) : (leading, mantissa)
    let first = guarded.multipleOfLogarithmOfTwo(k)
    if m > 1 { return sum(first, guarded.logarithmByArtanh(m - 1, m + 1)) }
    if m < 1 { return difference(first, opposite.guarded.logarithmByArtanh(1 - m, m + 1)) }
    return rounded(first)
  }

  /// A bound of `k ln 2`.
  private func multipleOfLogarithmOfTwo(_ k: Int) -> Dyadic {
    if k == 0 { return .zero }
    return product(Dyadic(k), k > 0 ? logarithmOfTwo() : opposite.logarithmOfTwo())
  }

  /// A bound of `2 artanh(a / b)` for `0 < a / b <= 1/5`.
  private func logarithmByArtanh(_ a: Dyadic, _ b: Dyadic) -> Dyadic {
    let s = guarded.quotient(a, b)
    let count = PowerSeries.inverseHyperbolicTangent.termCount(
      at: RoughMagnitude(s.squared()), bits: precision + guardBits)
    let arithmetic = fixedPoint(precision + guardBits + BigInteger(count).bitWidth)
    let series = PowerSeries.inverseHyperbolicTangent.sum(
      at: arithmetic.value(s.squared()), count: count, in: arithmetic)
    return product(s.scaled(byPowerOfTwo: 1), arithmetic.dyadic(series))
  }
}

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
