/// An approximation of a real number: the unevaluated sum `(high + low) * 2^exponent`, where `low` is at most a few
/// units in the last place of `high`.
///
/// The elementary functions compute such a sum with a relative error of about 2^-66 and then round it outward, so that
/// all but one argument in a few thousand give the two doubles next to the exact value.
@usableFromInline
struct Approximation {
  @usableFromInline var high: Double
  @usableFromInline var low: Double
  @usableFromInline var exponent: Int

  @inlinable @inline(__always)
  init(high: Double, low: Double, exponent: Int = 0) {
    self.high = high
    self.low = low
    self.exponent = exponent
  }

  /// The bounds of all numbers that differ from the approximation by a relative error of at most `relativeError`.
  ///
  /// The two sums with `low` are rounded to nearest, which costs at most 2^-53 of their magnitude, 2^-104 of `high`.
  /// Hence the duty of the caller: `relativeError` exceeds the proven error of the approximation by 2^-100.
  @inlinable @inline(__always)
  func enclosure(relativeError: Double) -> Interval {
    let slack = high.magnitude * relativeError
    let lower = DirectedRounding.sumDown(high, low - slack)
    let upper = DirectedRounding.sumUp(high, low + slack)
    if exponent == 0 { return Interval(uncheckedLowerBound: lower, upperBound: upper) }
    return Interval(
      uncheckedLowerBound: DirectedRounding.scaledDown(lower, by: exponent),
      upperBound: DirectedRounding.scaledUp(upper, by: exponent))
  }

  /// The product, with a relative error of at most 2^-100 more than the factors have.
  @inlinable @inline(__always)
  static func * (a: Approximation, b: Approximation) -> Approximation {
    let (product, error) = ErrorFree.twoProduct(a.high, b.high)
    let (high, low) = ErrorFree.fastTwoSum(product, error + (a.high * b.low + a.low * b.high))
    return Approximation(high: high, low: low, exponent: a.exponent + b.exponent)
  }

  /// The sum `a + b` with `a` an integer such as 1 or 2: absolute error at most 2^-100 times the larger of `|a|`, `|b|`
  /// and the result's share of the error of `b`.
  @inlinable @inline(__always)
  static func + (a: Double, b: Approximation) -> Approximation {
    let scale = Double(sign: .plus, exponent: b.exponent, significand: 1)
    let (sum, error) = ErrorFree.twoSum(a, b.high * scale)
    let (high, low) = ErrorFree.fastTwoSum(sum, error + b.low * scale)
    return Approximation(high: high, low: low)
  }

  @inlinable @inline(__always)
  static prefix func - (a: Approximation) -> Approximation {
    Approximation(high: -a.high, low: -a.low, exponent: a.exponent)
  }
}

extension Interval {
  /// The image of `x` under an increasing function, from enclosures of its values at points.
  @inlinable @inline(__always)
  static func increasingImage(_ x: Interval, _ value: (Double) -> Interval) -> Interval {
    if x.isEmpty { return .empty }
    let atLower = value(x.lowerBound)
    if x.isSingleton { return atLower }
    return Interval(uncheckedLowerBound: atLower.lowerBound, upperBound: value(x.upperBound).upperBound)
  }

  /// The image of `x` under a decreasing function, from enclosures of its values at points.
  @inlinable @inline(__always)
  static func decreasingImage(_ x: Interval, _ value: (Double) -> Interval) -> Interval {
    increasingImage(-x) { value(-$0) }
  }
}
