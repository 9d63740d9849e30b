extension Interval {
  /// The interval of all `e^t - 1`.
  ///
  /// Accuracy: each bound is the tightest double or the next one outward; about one bound in 4,000 is not the tightest.
  /// The result is exact at 0.
  @inlinable
  public static func expm1(_ x: Interval) -> Interval {
    increasingImage(x, ExponentialMinusOne.enclosure)
  }
}

/// `e^x - 1` at a point.
@usableFromInline
enum ExponentialMinusOne {
  /// Above the relative error of `approximation(_:)`. Proof: the comment there; ExpProofTests recomputes it.
  @usableFromInline static let relativeError = 0x1p-65

  /// The tightest double interval, or one a unit wider, around `e^x - 1` for any `x` that is not NaN.
  @usableFromInline
  static func enclosure(_ x: Double) -> Interval {
    if x == 0 { return Interval(0) }
    if x > 709.8 { return Interval(uncheckedLowerBound: .greatestFiniteMagnitude, upperBound: .infinity) }
    if x < -80 { return Interval(uncheckedLowerBound: -1, upperBound: -0x1.fffffffffffffp-1) }
    // e^x - 1 = x + x^2/2 + ...: nothing between x and its upper neighbour for |x| < 2^-54.
    if x.magnitude < 0x1p-54 { return Interval(uncheckedLowerBound: x, upperBound: x.nextUp) }
    let bounds = approximation(x).enclosure(relativeError: relativeError)
    return Interval(
      uncheckedLowerBound: Swift.max(x, bounds.lowerBound, -1), upperBound: bounds.upperBound)
  }

  /// `e^x - 1` for `-80 <= x < 711` and `|x| >= 2^-54`.
  ///
  /// Method: with `e^x = 2^k T (1 + s)` as in `Exponential`, the sum of `2^k T - 1` and `2^k T s`. For small `x`, where
  /// `k = 0` and `T = 1`, only `s = r + r^2/2 + r^3 q(r)` is left, whose first two terms therefore keep their rounding
  /// errors; `r^3 q` is at most `r^2 |r| / 6` and suffers a few roundings.
  @usableFromInline
  static func approximation(_ x: Double) -> Approximation {
    let reduced = Exponential.reduce(x, 0)
    let (r, tail) = (reduced.argument, reduced.tail)
    let (square, squareError) = ErrorFree.twoProduct(r, r)
    let cubic =
      Exponential.sixth + r
      * (0x1.5555555555555p-5 + r
        * (0x1.1111111111111p-7
          + r * (0x1.6c16c16c16c17p-10 + r * (0x1.a01a01a01a01ap-13 + r * 0x1.a01a01a01a01ap-16))))
    let (e, f) = ErrorFree.fastTwoSum(r, 0.5 * square)
    let rest = f + (tail + (r * tail + (0.5 * squareError + r * square * cubic)))

    // 2^k: below 2^-120 or above 2^960 one of the two terms no longer matters, so clamping is part of the scaling below.
    let (power, correction) = reduced.power
    let (product, error) = ErrorFree.twoProduct(power, e)
    let low = error + (correction + (power * rest + correction * e))
    if reduced.exponent > 110 {
      let (high, remainder) = ErrorFree.fastTwoSum(power, product)
      return Approximation(high: high, low: remainder + low, exponent: reduced.exponent)
    }
    let scale = Double(sign: .plus, exponent: reduced.exponent, significand: 1)
    let (base, baseError) = ErrorFree.twoSum(power * scale, -1)
    let (sum, sumError) = ErrorFree.twoSum(base, product * scale)
    let (high, remainder) = ErrorFree.fastTwoSum(sum, sumError + (baseError + low * scale))
    return Approximation(high: high, low: remainder)
  }
}
