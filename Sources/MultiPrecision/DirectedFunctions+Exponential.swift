import RealArithmetic

extension DirectedFunctions {
  /// A bound of `e^x`; `nil` if `x` is so large that no interval can hold the result.
  ///
  /// For `x < 0` the reciprocal of a bound of `e^-x`; for large `x`, `2^k e^(x - k ln 2)`.
  func exponential(_ x: Dyadic) -> Dyadic? {
    guard let leading = x.leadingExponent else { return 1 }
    if leading >= DyadicInterval.exponentBits {
      if x.signum > 0 { return nil }
      // e^x < 2^x <= 2^-largestExponent
      return direction == .down ? .zero : Dyadic(significand: 1, exponent: -DyadicInterval.largestExponent)
    }
    if leading < -precision - 2 { return exponentialNearZero(x) }
    if x.signum < 0 {
      guard let reciprocal = opposite.guarded.exponential(-x), !reciprocal.isZero else { return nil }
      return quotient(1, reciprocal)
    }
    // Where e^x has few bits before the point, more squarings cost less than ln 2.
    if leading < 3 || (leading < 20 && 3 << leading < precision / 8) { return exponentialByTaylor(x) }
    return exponentialByReduction(x, leading: leading)
  }

  /// A bound of `e^x - 1`; `nil` if `x` is so large that no interval can hold the result.
  ///
  /// `x <= e^x - 1`, and `e^x - 1 <= x + x^2` for `x <= 1`, where that is near enough; else `e^x` with as many bits more as
  /// the difference loses.
  func exponentialMinusOne(_ x: Dyadic) -> Dyadic? {
    guard let leading = x.leadingExponent else { return .zero }
    if leading < -precision - 2 { return direction == .down ? rounded(x) : sum(x, x.squared()) }
    guard let power = with(precision: precision + guardBits + max(-leading, 0)).exponential(x) else { return nil }
    return sum(power, -1)
  }

  /// `1 + x <= e^x`, and `e^x <= 1 + 2x` for `0 <= x <= 1`, and `e^x <= 1` for `x <= 0`.
  private func exponentialNearZero(_ x: Dyadic) -> Dyadic {
    switch direction {
    case .down: return x.signum > 0 ? 1 : sum(1, x)
    case .up: return x.signum < 0 ? 1 : sum(1, x.scaled(byPowerOfTwo: 1))
    }
  }

  /// `e^x = 2^k e^(x - k ln 2)`, for `x > 0`: it holds for any `k`, which is chosen so that the bound of `x - k ln 2` is
  /// not negative and, if 1/ln 2 is right, not much above ln 2.
  private func exponentialByReduction(_ x: Dyadic, leading: Int) -> Dyadic? {
    // 1/ln 2 to 32 bits.
    guard var k = (Dyadic(significand: 6_196_328_018, exponent: -32) * x).integer(.down) else { return nil }
    // As many bits as x has before the point are lost.
    let working = with(precision: precision + guardBits + leading)
    let logarithm = working.opposite.logarithmOfTwo()
    while true {
      let r = working.difference(x, Dyadic(k) * logarithm)
      if r.signum >= 0 { return exponentialByTaylor(r).scaled(byPowerOfTwo: k) }
      k -= 1
    }
  }

  /// `e^x = (e^(x / 2^s))^(2^s)`, for `x >= 0` that is not large, with the Taylor series for the inner power.
  private func exponentialByTaylor(_ x: Dyadic) -> Dyadic {
    guard let leading = x.leadingExponent else { return 1 }
    // Halvings and products together are fewest with about the cube root of the precision as the exponent of x.
    var wanted = 1
    while wanted * wanted * wanted < precision { wanted += 1 }
    let halvings = max(wanted + leading + 1, 0)
    let small = x.scaled(byPowerOfTwo: -halvings)
    // Each squaring doubles the relative error.
    let working = precision + guardBits + halvings
    let count = PowerSeries.exponential.termCount(at: RoughMagnitude(small), bits: working)
    let arithmetic = fixedPoint(working + BigInteger(count).bitWidth)
    var power = PowerSeries.exponential.sum(at: arithmetic.value(small), count: count, in: arithmetic)
    for _ in 0..<halvings { power = arithmetic.square(power) }
    return rounded(arithmetic.dyadic(power))
  }
}
