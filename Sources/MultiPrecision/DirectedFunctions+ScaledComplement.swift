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
  private func convergentScaledComplement(_ x: Dyadic) -> Dyadic? {
    let square = x.squared()
    // 1/ln 2 < 3/2
    let cancelled = (square * Dyadic(significand: 3, exponent: -1)).rounded(toMultipleOfTwoToThe: 0, .up)
    guard let bits = Int(exactly: cancelled.significand << cancelled.exponent) else { return nil }
    let working = precision + bits + max(x.leadingExponent ?? 0, 0) + 8
    guard let power = with(precision: working).exponential(square) else { return nil }
    let series = opposite(precision: working).oddFactorialSeries(square)
    let factor = opposite(precision: working).twoOverRootPi()
    let other = opposite(precision: working)
    return difference(power, other.product(other.product(x, factor), series))
  }

  /// A bound of `sum of (2 s)^k / (2k + 1)!!`, for `s > 0`.
  func oddFactorialSeries(_ s: Dyadic) -> Dyadic {
    let t = s.scaled(byPowerOfTwo: 1)
    guard let rough = RoughMagnitude(t),
      let count = PowerSeries.oddFactorials.termCount(at: rough, bits: precision + 4)
    else { return 1 }
    // Every step has an absolute error of one unit, on a number not much below 1 / (2 count).
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

  /// `erfcx(x) = (1 / (x sqrt(pi))) (1 - 1/(2 x^2) + 1*3/(2 x^2)^2 - ...)` for large `x > 0`; `nil` if its terms do not
  /// get small enough.
  ///
  /// The error is less than the first term left out and has its sign (NIST Digital Library of Mathematical Functions,
  /// 7.12.1, for a positive real argument): sums that end with a term of odd index are lower bounds, the others upper
  /// bounds. The terms of even and of odd index are summed apart, so that both are sums of positive numbers.
  private func asymptoticScaledComplement(_ x: Dyadic) -> Dyadic? {
    let bits = precision + 8
    guard let rough = RoughMagnitude(Dyadic.quotient(1, x.squared().scaled(byPowerOfTwo: 1), bits: 60, .up)),
      let count = PowerSeries.evenAsymptotic.termCount(at: rough * rough, bits: bits, isAsymptotic: true)
    else { return nil }
    // Within a block of terms an error grows by all the coefficient quotients.
    let growth = PowerSeries.blockLength(count) * 2 * (BigInteger(4 * count).bitWidth)
    let fraction = bits + growth + 16
    let other = direction.opposite
    func reciprocal(_ direction: Direction) -> Dyadic {
      Dyadic.quotient(1, x.squared().scaled(byPowerOfTwo: 1), bits: fraction, direction.rule)
    }
    func sum(_ series: PowerSeries, _ count: Int, _ direction: Direction) -> Dyadic {
      let arithmetic = DirectedFixedPoint(fractionBits: fraction, direction: direction)
      let t = arithmetic.square(arithmetic.value(reciprocal(direction)))
      return arithmetic.dyadic(series.partialSum(at: t, count: count, in: arithmetic))
    }
    // The last term is of odd index for a lower bound: as many of either kind. For an upper bound, one more of even index.
    let even = sum(.evenAsymptotic, direction == .down ? count : count + 1, direction)
    let odd = Dyadic.product(reciprocal(other), sum(.oddAsymptotic, count, other), bits: fraction, other.rule)
    let total = with(precision: bits).difference(even, odd)
    // 1/(x sqrt(pi)) = (2/sqrt(pi)) / (2x)
    let factor = with(precision: bits).twoOverRootPi()
    return quotient(with(precision: bits).product(total, factor), x.scaled(byPowerOfTwo: 1))
  }
}
