extension Interval {
  /// The interval of all `erfcx(t) = e^(t^2) erfc(t)`.
  ///
  /// Accuracy: each bound is the tightest double or the next one outward; about one in 2,000 is not the tightest.
  @inlinable
  public static func erfcx(_ x: Interval) -> Interval {
    decreasingImage(x, ErrorFunctions.scaledComplement)
  }

  /// The interval of all `erfc(t) = 1 - erf(t)`. Accuracy: as for `erfcx`.
  @inlinable
  public static func erfc(_ x: Interval) -> Interval {
    ErrorFunctions.narrowComplementImage(x) ?? decreasingImage(x, ErrorFunctions.complement)
  }

  /// The interval of all `erf(t)`. Accuracy: as for `erfcx`.
  @inlinable
  public static func erf(_ x: Interval) -> Interval {
    increasingImage(x, ErrorFunctions.erf)
  }
}

/// The error function and its kin at points.
@usableFromInline
enum ErrorFunctions {
  // MARK: erfcx

  /// Encloses `erfcx(t)` for any `t` that is not NaN.
  @usableFromInline
  static func scaledComplement(_ t: Double) -> Interval {
    if t > 0 {
      if t >= 0x1p900 { return hugeScaledComplement(t) }
      let bounds = ScaledComplement.approximation(t).enclosure(relativeError: ScaledComplement.relativeError)
      return Interval(uncheckedLowerBound: bounds.lowerBound, upperBound: Swift.min(1, bounds.upperBound))
    }
    if t == 0 { return Interval(1) }
    // erfcx(-26.7) exceeds all doubles (ExpProofTests).
    if t < -26.7 { return Interval(uncheckedLowerBound: .greatestFiniteMagnitude, upperBound: .infinity) }
    let bounds = reflectedScaledComplement(-t).enclosure(relativeError: reflectedRelativeError)
    return Interval(uncheckedLowerBound: Swift.max(1, bounds.lowerBound), upperBound: bounds.upperBound)
  }

  /// Encloses `erfcx(t)` for `t >= 2^900`, where `t erfcx(t)` does not change any more to a relative 2^-1700.
  @usableFromInline
  static func hugeScaledComplement(_ t: Double) -> Interval {
    if t == .infinity { return Interval(uncheckedLowerBound: 0, upperBound: .leastNonzeroMagnitude) }
    var value = ScaledComplement.approximation(t * 0x1p-400)
    value.exponent = -400
    return value.enclosure(relativeError: ScaledComplement.relativeError)
  }

  /// `erfcx(-t) = 2 e^(t^2) - erfcx(t)` for `0 < t <= 26.7`.
  ///
  /// Error: the minuend is at least twice the result's distance from it, so the relative errors of the two terms count
  /// at most twice and once.
  @usableFromInline
  static func reflectedScaledComplement(_ t: Double) -> Approximation {
    let (square, error) = ErrorFree.twoProduct(t, t)
    var twice = Exponential.approximation(square, error)
    twice.exponent += 1
    // Beyond 2^120 the subtrahend, less than 1, is part of the error.
    if twice.exponent > 120 { return twice }
    let scale = Double(sign: .plus, exponent: twice.exponent, significand: 1)
    let other = ScaledComplement.approximation(t)
    let (difference, rest) = ErrorFree.twoSum(twice.high * scale, -other.high)
    let (high, low) = ErrorFree.fastTwoSum(difference, rest + (twice.low * scale - other.low))
    return Approximation(high: high, low: low)
  }

  /// Twice the error of the exponential, once that of erfcx, and 2^-90 for the arithmetic.
  @usableFromInline static let reflectedRelativeError =
    2 * Exponential.relativeError + ScaledComplement.relativeError + 0x1p-90

  // MARK: erfc

  /// Encloses `erfc(t)` for any `t` that is not NaN.
  @usableFromInline
  static func complement(_ t: Double) -> Interval {
    if t == 0 { return Interval(1) }
    if t > 0 {
      // erfc(27.3) is below all positive doubles (ExpProofTests).
      if t > 27.3 { return Interval(uncheckedLowerBound: 0, upperBound: .leastNonzeroMagnitude) }
      let bounds = complementApproximation(t).enclosure(relativeError: complementRelativeError)
      return Interval(uncheckedLowerBound: bounds.lowerBound, upperBound: Swift.min(1, bounds.upperBound))
    }
    if t < -27.3 { return Interval(uncheckedLowerBound: 0x1.fffffffffffffp0, upperBound: 2) }
    let bounds = difference(of: 2, and: complementApproximation(-t))
    return Interval(
      uncheckedLowerBound: Swift.max(1, bounds.lowerBound), upperBound: Swift.min(2, bounds.upperBound))
  }

  /// Encloses `whole - erfc(t)`, where `tail` approximates `erfc(t)` for some `t >= 1/4` or `whole` is 2. The error of the
  /// tail, relative to the difference, counts as much as the tail does; 2^-90 is for the arithmetic.
  @inlinable @inline(__always)
  static func difference(of whole: Double, and tail: Approximation) -> Interval {
    let result = whole + -tail
    let share = tail.high * Double(sign: .plus, exponent: tail.exponent, significand: 1) / result.high
    return result.enclosure(relativeError: share * complementRelativeError * 0x1.00001p0 + 0x1p-90)
  }

  /// The image of an interval so narrow that one bound follows from the other: for `0 <= d < 2^-30` and `0 < |t| < 27`,
  /// `erfc(t + d) = erfc(t) - (2/sqrt(pi)) e^(-t^2) (d - t d^2)`. Nil for other intervals.
  ///
  /// Error, relative to the value: the subtrahend is less than 2^-24, because `erfc(t) > e^(-t^2) / 50`; rounding it costs
  /// 2^-75 and leaving out the small part of `e^(-t^2)` 2^-76, the third term of the series is below
  /// `50 (2 t^2) d^3 < 2^-73`.
  @inlinable @inline(__always)
  static func narrowComplementImage(_ x: Interval) -> Interval? {
    let (start, end) = (x.lowerBound, x.upperBound)
    let distance = end - start
    guard distance >= 0, distance < 0x1p-30, start > 0 && end < 27 || start > -27 && end < 0 else { return nil }
    let t = start.magnitude
    let (square, error) = ErrorFree.twoProduct(t, t)
    let power = Exponential.approximation(-square, -error)
    let tail = power * ScaledComplement.approximation(t)
    let fall = 0x1.20dd750429b6dp0 * power.high * (distance - start * distance * distance)
    let relativeError = complementRelativeError + 0x1p-72
    if start > 0 {
      let bounds = Approximation.enclosure(from: tail.lessened(by: fall), through: tail, relativeError: relativeError)
      return Interval(uncheckedLowerBound: bounds.lowerBound, upperBound: Swift.min(1, bounds.upperBound))
    }
    let upper = 2 + -tail
    let lower = upper.lessened(by: fall * Double(sign: .plus, exponent: power.exponent, significand: 1))
    let bounds = Approximation.enclosure(from: lower, through: upper, relativeError: relativeError)
    return Interval(uncheckedLowerBound: Swift.max(1, bounds.lowerBound), upperBound: Swift.min(2, bounds.upperBound))
  }

  /// `erfc(t) = e^(-t^2) erfcx(t)` for `0 < t <= 27.3`.
  @usableFromInline
  static func complementApproximation(_ t: Double) -> Approximation {
    let (square, error) = ErrorFree.twoProduct(t, t)
    return Exponential.approximation(-square, -error) * ScaledComplement.approximation(t)
  }

  /// The errors of both factors, and 2^-90 for their product and the arithmetic.
  @usableFromInline static let complementRelativeError =
    Exponential.relativeError + ScaledComplement.relativeError + 0x1p-90

  // MARK: erf

  /// Encloses `erf(t)` for any `t` that is not NaN.
  @usableFromInline
  static func erf(_ t: Double) -> Interval {
    if t < 0 { return -erf(-t) }
    if t == 0 { return Interval(0) }
    if t <= 0.25 { return SmallErf.enclosure(t) }
    if t > 27.3 { return Interval(uncheckedLowerBound: 0x1.fffffffffffffp-1, upperBound: 1) }
    let bounds = difference(of: 1, and: complementApproximation(t))
    return Interval(uncheckedLowerBound: bounds.lowerBound, upperBound: Swift.min(1, bounds.upperBound))
  }
}
