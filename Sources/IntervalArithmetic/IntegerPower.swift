import RealArithmetic

/// Integer powers of a double that is not negative, rounded both ways.
enum IntegerPower {
  /// The tightest double interval around `a^n`, for `a >= 0` (infinity included) and `n` other than 0; at 0 and infinity
  /// around the limit.
  ///
  /// Method: `a = m 2^e` with `1 <= m < 2`, and three ways to `m^n`, each of which knows whether its result decides the
  /// rounding: products of doubles without any rounding error, where `m` has few digits; the double-double arithmetic of
  /// `Approximation`; multiple-precision bounds that get narrower until they decide.
  static func enclosure(_ a: Double, _ n: Int) -> Interval {
    if a == 0 { return n > 0 ? Interval(0) : beyondDoubles }
    if a == .infinity { return n > 0 ? beyondDoubles : belowDoubles }
    let (m, e) = (a.significand, Int(a.exponent))

    // 2^e <= a < 2^(e + 1) bounds the power; saturated, because that is far outside the range of doubles in any case.
    let (atLeast, atMost) = n > 0 ? (product(e, n), product(e + 1, n)) : (product(e + 1, n), product(e, n))
    if m == 1 { return scaled(Interval(1), by: product(e, n)) }
    if atLeast >= 1024 { return beyondDoubles }
    if atMost <= -1074 { return belowDoubles }

    let digits = 53 - m.bitPattern.trailingZeroBitCount
    return exactPower(of: m, digits: digits, exponent: e, n) ?? approximatePower(of: m, exponent: e, n)
      ?? precisePower(of: a, n)
  }

  /// Around every number above all doubles.
  private static let beyondDoubles = Interval(
    uncheckedLowerBound: .greatestFiniteMagnitude, upperBound: .infinity)

  /// Around every positive number below all positive doubles.
  private static let belowDoubles = Interval(uncheckedLowerBound: 0, upperBound: .leastNonzeroMagnitude)

  /// `e n`, cut off to a range that exponents of doubles are far inside of.
  private static func product(_ e: Int, _ n: Int) -> Int {
    let (product, overflows) = e.multipliedReportingOverflow(by: n)
    if overflows { return (e < 0) == (n < 0) ? 4096 : -4096 }
    return Swift.max(-4096, Swift.min(4096, product))
  }

  /// `x 2^exponent` rounded outward.
  private static func scaled(_ x: Interval, by exponent: Int) -> Interval {
    Interval(
      uncheckedLowerBound: DirectedRounding.scaledDown(x.lowerBound, by: exponent),
      upperBound: DirectedRounding.scaledUp(x.upperBound, by: exponent))
  }

  /// `x 2^exponent` if that scales both bounds without rounding them a second time.
  private static func exactlyScaled(_ x: Interval, by exponent: Int) -> Interval? {
    let lower = Double(sign: .plus, exponent: exponent, significand: x.lowerBound)
    let upper = Double(sign: .plus, exponent: exponent, significand: x.upperBound)
    // The least normal double itself may be a subnormal result rounded up.
    guard lower > .leastNormalMagnitude, upper < .infinity else { return nil }
    return Interval(uncheckedLowerBound: lower, upperBound: upper)
  }

  // MARK: Few digits

  /// The power where `m^|n|` and all products on the way to it have at most 53 digits; nil elsewhere.
  private static func exactPower(of m: Double, digits: Int, exponent e: Int, _ n: Int) -> Interval? {
    guard n.magnitude <= 53, digits * Int(n.magnitude) <= 53 else { return nil }
    var power = m
    for _ in 1..<n.magnitude { power *= m }
    if n > 0 { return scaled(Interval(power), by: e * n) }
    return exactlyScaled(Interval(power).reciprocal(), by: e * n)
  }

  // MARK: Double-double arithmetic

  /// The largest `|n|` for which two doubles are tried.
  private static let largestApproximateExponent: UInt = 1 << 20

  /// The power from a sum of two doubles; nil where that leaves the rounding open or scaling would round again.
  static func approximatePower(of m: Double, exponent e: Int, _ n: Int) -> Interval? {
    guard n.magnitude <= largestApproximateExponent else { return nil }
    let power = approximation(m, n)
    let exponent = power.exponent + e * n
    // The approximation without its scale is between 1/4 and 4.
    if exponent > 1026 { return beyondDoubles }
    if exponent < -1078 { return belowDoubles }
    let slack = power.high * relativeError(n)
    let lower = DirectedRounding.sumDown(power.high, power.low - slack)
    guard lower == DirectedRounding.sumDown(power.high, power.low + slack) else { return nil }
    // Strictly between two neighbours, even at both ends of the error.
    let bounds = Interval(uncheckedLowerBound: lower, upperBound: lower.nextUp)
    return exactlyScaled(bounds, by: exponent)
  }

  /// Above the relative error of `approximation(_:_:)`, and of adding it to the lower part of the approximation.
  ///
  /// A product of two approximations adds at most 2^-100 to the relative errors of its factors, so that of `m^k` is at most
  /// `2 k 2^-100`, by induction; the factor 2 covers the terms of second order. The reciprocal adds 2^-100, and rounding
  /// `low - slack` 2^-104, which another factor of 2 covers.
  static func relativeError(_ n: Int) -> Double {
    Double(n.magnitude) * 0x1p-98
  }

  /// `m^n` for `1 <= m < 2` and `1 < |n| <= 2^20`.
  ///
  /// Scaling by powers of two is exact: `high` is between 0.9 and 4, and `low` is zero or above 2^-960.
  static func approximation(_ m: Double, _ n: Int) -> Approximation {
    let base = Approximation(high: m, low: 0)
    var power = base
    var bit = UInt.bitWidth - n.magnitude.leadingZeroBitCount - 2
    while bit >= 0 {
      power = normalised(power * power)
      if (n.magnitude >> UInt(bit)) & 1 == 1 { power = normalised(power * base) }
      bit -= 1
    }
    return n < 0 ? reciprocal(power) : power
  }

  /// The same number with `high` halved if it is at least 2.
  private static func normalised(_ x: Approximation) -> Approximation {
    x.high < 2 ? x : Approximation(high: 0.5 * x.high, low: 0.5 * x.low, exponent: x.exponent + 1)
  }

  /// `1 / x`, with a relative error of at most 2^-100 more than `x` has.
  ///
  /// Method: `q = 1 / high` rounded, and `1 / (high + low) = q + q r + q r^2 + ...` with `r = 1 - q (high + low)`, which
  /// is at most 2^-51: dropping `q r^2` costs 2^-102, the roundings of the small terms less than 2^-102 together.
  private static func reciprocal(_ x: Approximation) -> Approximation {
    let q = 1 / x.high
    let (product, error) = ErrorFree.twoProduct(q, x.high)
    let rest = ((1 - product) - error) - q * x.low
    let (high, low) = ErrorFree.fastTwoSum(q, q * rest)
    return Approximation(high: high, low: low, exponent: -x.exponent)
  }

  // MARK: Multiple precision

  /// The power for every finite `a > 0` that is not a power of two.
  ///
  /// Method: bounds of `a^|n|` with so many bits, then of its reciprocal if need be; twice as many bits until both bounds
  /// round to the same doubles (Ziv's strategy).
  /// Termination: with `a = s 2^t` and `s >= 3` odd, `s^|n|` is odd. For `n < 0` the power is not a dyadic number, and for
  /// `n > 0` it needs all digits of `s^n`. If these are at most 53, the first round is exact; else the power is no double,
  /// and it has a positive distance from the doubles next to it, which narrower bounds at last fall below.
  private static func precisePower(of a: Double, _ n: Int) -> Interval {
    guard let base = Dyadic(exactly: a) else { return Interval(uncheckedLowerBound: 0, upperBound: .infinity) }
    // Each of the up to 2 log2 |n| products at most doubles the relative error: |n| times as large in the end.
    var bits = 128 + (UInt.bitWidth - n.magnitude.leadingZeroBitCount)
    while true {
      guard let bounds = powerBounds(of: base, n, bits: bits) else {
        return (a > 1) == (n > 0) ? beyondDoubles : belowDoubles
      }
      let lower = Double(bounds.lower, rounding: .down)
      let upper = Double(bounds.upper, rounding: .up)
      if lower == Double(bounds.upper, rounding: .down), upper == Double(bounds.lower, rounding: .up) {
        return Interval(uncheckedLowerBound: lower, upperBound: upper)
      }
      bits *= 2
    }
  }

  /// Bounds of `base^n` for `base > 0`, computed with so many bits; nil if the power is far outside the doubles.
  static func powerBounds(of base: Dyadic, _ n: Int, bits: Int) -> (lower: Dyadic, upper: Dyadic)? {
    var (lower, upper) = (base, base)
    var bit = UInt.bitWidth - n.magnitude.leadingZeroBitCount - 2
    while bit >= 0 {
      lower = lower.squared().rounded(toPrecision: bits, .down)
      upper = upper.squared().rounded(toPrecision: bits, .up)
      if (n.magnitude >> UInt(bit)) & 1 == 1 {
        lower = (lower * base).rounded(toPrecision: bits, .down)
        upper = (upper * base).rounded(toPrecision: bits, .up)
      }
      // The powers on the way move away from 1, so once outside they stay outside.
      guard let leading = upper.leadingExponent, leading.magnitude < 1200 else { return nil }
      bit -= 1
    }
    return n > 0 ? (lower, upper) : (reciprocal(upper, bits: bits, .down), reciprocal(lower, bits: bits, .up))
  }

  /// `1 / x` rounded to about so many bits under `rule`, for `x > 0`.
  private static func reciprocal(_ x: Dyadic, bits: Int, _ rule: FloatingPointRoundingRule) -> Dyadic {
    let shift = x.precision + bits
    let quotient = BigInteger.powerOfTwo(shift).quotient(dividingBy: x.significand, rounding: rule)
    return Dyadic(significand: quotient, exponent: -shift - x.exponent)
  }
}
