import RealArithmetic

extension DirectedFunctions {
  /// A bound of `erfcx(x) = e^(x^2) erfc(x)`; `nil` for a negative `x` so large that no interval can hold the result.
  ///
  /// For `x < 0` by `erfcx(x) = 2 e^(x^2) - erfcx(-x)`.
  func scaledComplement(_ x: Dyadic) -> Dyadic? {
    guard let leading = x.leadingExponent else { return 1 }
    if leading < -precision - 2 { return scaledComplementNearZero(x) }
    if x.signum < 0 {
      guard let power = with(precision: precision + 4).exponential(x.squared()),
        let mirrored = opposite(precision: precision + 4).scaledComplement(-x)
      else { return nil }
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

  /// `erfcx(x) = e^(x^2) - (2x / sqrt(pi)) sum of (2 x^2)^k / (2k + 1)!!`, for `x > 0`.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, 7.6.2. Both parts have about `x^2 / ln 2 + log2(2 x)` bits
  /// before those of the difference, which are computed in addition.
  func convergentScaledComplement(_ x: Dyadic) -> Dyadic? {
    guard let leading = x.leadingExponent else { return 1 }
    let square = x.squared()
    guard leading < DyadicInterval.exponentBits / 2, let ceiling = square.integer(.up) else { return nil }
    // 1/ln 2 < 3/2
    let working = precision + ceiling + ceiling / 2 + max(leading, 0) + 8
    let other = opposite(precision: working)
    guard let power = with(precision: working).exponential(square) else { return nil }
    return difference(power, other.product(other.product(x, other.twoOverRootPi()), other.oddFactorialSeries(square)))
  }

  /// A bound of `sum of (2 s)^k / (2k + 1)!!`, for `s > 0` that is not so large that the sum has no place in memory.
  func oddFactorialSeries(_ s: Dyadic) -> Dyadic {
    let t = s.scaled(byPowerOfTwo: 1)
    // The sum is about e^s: terms are small if they are so beside that.
    let count = PowerSeries.oddFactorials.termCount(
      at: RoughMagnitude(t), bits: precision + 4 - (s.integer(.down) ?? 0))
    // Each step rounds by one unit a number that is not much below 1 / (2 count).
    let arithmetic = DirectedFixedPoint(
      fractionBits: precision + 2 * BigInteger(count).bitWidth + 8, direction: direction)
    return arithmetic.dyadic(
      PowerSeries.oddFactorials.sum(at: arithmetic.value(t), count: count, in: arithmetic))
  }

  /// A bound of `2 / sqrt(pi)`, which is `sqrt(4 / pi)`.
  func twoOverRootPi() -> Dyadic {
    let guarded = with(precision: precision + 4)
    return squareRoot(guarded.quotient(4, opposite(precision: precision + 4).pi()))
  }

  /// `erfcx(x) = (1 / (x sqrt(pi))) (1 - u + 1*3 u^2 - 1*3*5 u^3 + ...)` with `u = 1 / (2 x^2)`, for `x > 0`; `nil` if
  /// the terms do not get small enough.
  ///
  /// The error is less than the first term left out and has its sign (NIST Digital Library of Mathematical Functions,
  /// 7.12(i), for a positive real argument): sums that end with a term of odd index are lower bounds, the others upper
  /// bounds. The terms of even and of odd index are summed apart, so that both are sums of positive numbers.
  func asymptoticScaledComplement(_ x: Dyadic) -> Dyadic? {
    let bits = precision + 8
    let doubleSquare = x.squared().scaled(byPowerOfTwo: 1)
    let rough = RoughMagnitude(Dyadic.quotient(1, doubleSquare, bits: 60, .up))
    guard let count = PowerSeries.evenAsymptotic.asymptoticTermCount(at: rough * rough, bits: bits) else { return nil }
    // Within a block of terms an error grows by all the coefficient quotients.
    let fraction = bits + 16 + PowerSeries.blockLength(count) * 2 * BigInteger(4 * count).bitWidth
    let (here, there) = (with(precision: fraction), opposite(precision: fraction))
    // The last term is of odd index for a lower bound: as many of either kind. For an upper bound, one more of even index.
    let even = here.asymptoticSum(.evenAsymptotic, doubleSquare, count: direction == .down ? count : count + 1)
    let odd = there.product(
      there.quotient(1, doubleSquare), there.asymptoticSum(.oddAsymptotic, doubleSquare, count: count))
    let guarded = with(precision: bits)
    let total = guarded.difference(even, odd)
    guard total.signum > 0 else { return nil }
    // 1/(x sqrt(pi)) = (2/sqrt(pi)) / (2x)
    return quotient(guarded.product(total, guarded.twoOverRootPi()), x.scaled(byPowerOfTwo: 1))
  }

  /// A bound of the first terms of a series in `1 / doubleSquare^2`, in fixed point with `precision` bits.
  private func asymptoticSum(_ series: PowerSeries, _ doubleSquare: Dyadic, count: Int) -> Dyadic {
    let arithmetic = DirectedFixedPoint(fractionBits: precision, direction: direction)
    let t = arithmetic.square(arithmetic.value(quotient(1, doubleSquare)))
    return arithmetic.dyadic(series.partialSum(at: t, count: count, in: arithmetic))
  }
}
