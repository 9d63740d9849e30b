/// The error function for `0 < t <= 1/4`, by its Taylor series about 0.
@usableFromInline
enum SmallErf {
  /// Above the relative error of `approximation(_:)`.
  @usableFromInline static let relativeError = 0x1p-66

  /// Encloses `erf(t)`.
  @usableFromInline
  static func enclosure(_ t: Double) -> Interval {
    if t >= 0x1p-60 { return approximation(t).enclosure(relativeError: relativeError) }
    // The cubic term is less than 2^-120 of the first. Scaling by 2^600 keeps small arguments clear of underflow.
    let isTiny = t < 0x1p-400
    var value =
      Approximation(high: isTiny ? t * 0x1p600 : t, low: 0)
      * Approximation(high: erfTable[0], low: erfTable[1])
    if isTiny { value.exponent = -600 }
    return value.enclosure(relativeError: relativeError)
  }

  /// `erf(t) = t (c0 + c1 t^2 + c2 t^4 + ...)` for `2^-60 <= t <= 1/4`.
  ///
  /// Error: the series alternates with decreasing terms, so that leaving out the twelfth costs less than it, under
  /// 2^-73. The coefficients from the fourth on, and their products, are rounded to double: `t^6 |c3| < 2^-17`.
  @usableFromInline
  static func approximation(_ t: Double) -> Approximation {
    erfTable.withUnsafeBufferPointer { table in
      let c = table.baseAddress.unsafelyUnwrapped
      let factor = Approximation(high: t, low: 0)
      let square = factor * factor
      let w = square.high
      let high = c[9] + w * (c[10] + w * (c[11] + w * (c[12] + w * c[13])))
      let q = w * (c[6] + w * (c[7] + w * (c[8] + w * high)))
      let (a, b) = ErrorFree.fastTwoSum(c[4], q)
      let second = square * Approximation(high: a, low: b + c[5])
      let (d, e) = ErrorFree.fastTwoSum(c[2], second.high)
      let first = square * Approximation(high: d, low: e + (second.low + c[3]))
      let (f, g) = ErrorFree.fastTwoSum(c[0], first.high)
      return factor * Approximation(high: f, low: g + (first.low + c[1]))
    }
  }
}
