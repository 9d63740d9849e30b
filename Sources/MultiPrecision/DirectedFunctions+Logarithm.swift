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
