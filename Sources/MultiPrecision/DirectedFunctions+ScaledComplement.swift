import RealArithmetic

extension DirectedFunctions {
  /// A bound of `erfcx(x) = e^(x^2) erfc(x)`; `nil` for a negative `x` so large that no interval can hold the result.
  ///
  /// For `x < 0` by `erfcx(x) = 2 e^(x^2) - erfcx(-x)`.
  func scaledComplement(_ x: Dyadic) -> Dyadic? {
    guard let leading = x.leadingExponent else { return 1 }
    if leading < -precision - 2 { return scaledComplementNearZero(x) }
    if x.signum < 0 {
      guard let power = guarded.exponential(x.squared()), let mirrored = opposite.guarded.scaledComplement(-x) else {
        return nil
      }
      return difference(power.scaled(byPowerOfTwo: 1), mirrored)
    }
    return asymptoticScaledComplement(x) ?? convergentScaledComplement(x)
  }

  /// erfcx is convex, decreasing, 1 at 0 with the slope `-2/sqrt(pi) > -2`, so `1 - 2x <= erfcx(x) <= 1` for `x >= 0`.
  /// For `-1/8 <= x <= 0`: `1 <= erfcx(x) = 2 e^(x^2) - erfcx(-x) <= 2 (1 + 2 x^2) - (1 + (2/sqrt(pi)) x) <= 1 - 2x`.
  private func scaledComplementNearZero(_ x: Dyadic) -> Dyadic {
    if (x.signum > 0) == (direction == .up) { return 1 }
    return difference(1, x.scaled(byPowerOfTwo: 1))
  }

  /// A bound of `2 / sqrt(pi)`, which is `sqrt(4 / pi)`.
  func twoOverRootPi() -> Dyadic { squareRoot(guarded.quotient(4, opposite.guarded.pi())) }
}

// MARK: - Convergent series

extension DirectedFunctions {
  /// `erfcx(x) = e^(x^2) - (2x / sqrt(pi)) sum of (2 x^2)^k / (2k + 1)!!`, for `x > 0`.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, 7.6.2. Both parts have about `x^2 / ln 2 + log2(2 x)` bits
  /// before those of the difference, which are computed in addition.
  func convergentScaledComplement(_ x: Dyadic) -> Dyadic? {
    guard let leading = x.leadingExponent else { return 1 }
    let square = x.squared()
    guard leading < DyadicInterval.exponentBits / 2, let ceiling = square.integer(.up) else { return nil }
    // 1/ln 2 < 3/2
    let working = with(precision: precision + guardBits + ceiling + ceiling / 2 + max(leading, 0))
    guard let power = working.exponential(square) else { return nil }
    let other = working.opposite
    return difference(power, other.product(other.product(x, other.twoOverRootPi()), other.oddFactorialSeries(square)))
  }

  /// A bound of `sum of (2 s)^k / (2k + 1)!!`, for `s > 0` that is not so large that the sum has no place in memory.
  func oddFactorialSeries(_ s: Dyadic) -> Dyadic {
    let t = s.scaled(byPowerOfTwo: 1)
    // The sum is about e^s: terms are small if they are so beside that.
    let count = PowerSeries.oddFactorials.termCount(
      at: RoughMagnitude(t), bits: precision + guardBits - (s.integer(.down) ?? 0))
    // Each step rounds by one unit a number that is not much below 1 / (2 count).
    let arithmetic = fixedPoint(precision + guardBits + 2 * BigInteger(count).bitWidth)
    return arithmetic.dyadic(PowerSeries.oddFactorials.sum(at: arithmetic.value(t), count: count, in: arithmetic))
  }
}

// MARK: - Asymptotic series

extension DirectedFunctions {
  /// `erfcx(x)` for large `x > 0` by its asymptotic series; `nil` if the terms do not get small enough.
  func asymptoticScaledComplement(_ x: Dyadic) -> Dyadic? {
    let inverse = RoughMagnitude(Dyadic.quotient(1, x.squared().scaled(byPowerOfTwo: 1), bits: 60, .up))
    guard
      let count = PowerSeries.evenAsymptotic.asymptoticTermCount(at: inverse * inverse, bits: precision + guardBits)
    else { return nil }
    return asymptoticScaledComplement(x, termPairs: count)
  }

  /// A bound of `erfcx(x) = (1 / (x sqrt(pi))) (1 - u + 1*3 u^2 - 1*3*5 u^3 + ...)` with `u = 1 / (2 x^2)`, for `x > 0`,
  /// from so many terms of even and of odd index (one or more); `nil` if the bound of the sum is not positive.
  ///
  /// The error of a partial sum is less than the first term left out and has its sign (NIST Digital Library of
  /// Mathematical Functions, 7.12(i), for a positive real argument): sums that end with a term of odd index are lower
  /// bounds, the others upper bounds. The terms of even and of odd index are summed apart, so that both are sums of
  /// positive numbers.
  func asymptoticScaledComplement(_ x: Dyadic, termPairs count: Int) -> Dyadic? {
    let total = guarded.asymptoticFactor(x.squared().scaled(byPowerOfTwo: 1), termPairs: count)
    guard total.signum > 0 else { return nil }
    // 1/(x sqrt(pi)) = (2/sqrt(pi)) / (2x)
    return quotient(guarded.product(total, guarded.twoOverRootPi()), x.scaled(byPowerOfTwo: 1))
  }

  /// A bound of `1 - u + 1*3 u^2 - ...` for `u = 1 / doubleSquare`: the last term is of odd index for a lower bound, of
  /// even index for an upper bound.
  func asymptoticFactor(_ doubleSquare: Dyadic, termPairs count: Int) -> Dyadic {
    // Within a block of terms an error grows by all the coefficient quotients.
    let growth = PowerSeries.blockLength(count) * 2 * BigInteger(4 * count).bitWidth
    let working = with(precision: precision + guardBits + growth)
    let other = working.opposite
    let even = working.asymptoticSum(.evenAsymptotic, doubleSquare, count: direction == .down ? count : count + 1)
    let odd = other.product(
      other.quotient(1, doubleSquare), other.asymptoticSum(.oddAsymptotic, doubleSquare, count: count))
    return difference(even, odd)
  }

  /// A bound of the first terms of a series in `1 / doubleSquare^2`, in fixed point with `precision` bits.
  private func asymptoticSum(_ series: PowerSeries, _ doubleSquare: Dyadic, count: Int) -> Dyadic {
    let arithmetic = fixedPoint(precision)
    let t = arithmetic.square(arithmetic.value(quotient(1, doubleSquare)))
    return arithmetic.dyadic(series.partialSum(at: t, count: count, in: arithmetic))
  }
}
