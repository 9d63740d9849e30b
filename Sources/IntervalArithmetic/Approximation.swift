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
  /// The sums with `low` are rounded to nearest, which costs at most 2^-53 of their magnitude, 2^-104 of `high`.
  /// Hence the duty of the caller: `relativeError` exceeds the proven error of the approximation by 2^-100.
  @inlinable @inline(__always)
  func enclosure(relativeError: Double) -> Interval {
    Approximation.enclosure(from: self, through: self, relativeError: relativeError)
  }

  /// The interval from the least number that differs from `lower` by a relative error of at most `relativeError` to the
  /// greatest that so differs from `upper`. Both have the same exponent; see `enclosure(relativeError:)`.
  @inlinable @inline(__always)
  static func enclosure(from lower: Approximation, through upper: Approximation, relativeError: Double) -> Interval {
    let high = SIMD2(-lower.high, upper.high)
    let (bounds, error) = ErrorFree.fastTwoSum(
      high, SIMD2(-lower.low, upper.low) + high.magnitudes * SIMD2(repeating: relativeError))
    let rounded = bounds.nextUp(where: error)
    if upper.exponent == 0 { return Interval(rounded) }
    return Interval(rounded.scaledOutward(by: upper.exponent))
  }

  /// The difference of the approximation and a number far smaller than it, in its unit.
  @inlinable @inline(__always)
  func lessened(by subtrahend: Double) -> Approximation {
    let (sum, error) = ErrorFree.fastTwoSum(high, -subtrahend)
    return Approximation(high: sum, low: error + low, exponent: exponent)
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
