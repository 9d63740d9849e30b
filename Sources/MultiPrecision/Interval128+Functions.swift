import RealArithmetic

/// Functions that are monotonic on the whole of their domain.
///
/// Accuracy of all: for arguments of magnitude up to 16, each end point is less than 2^-118 of itself away from the exact
/// one (2^-115 for expm1), as tests measure; larger ones lose as many bits as their squares have before the point. Nothing
/// rests on that.
extension Interval128 {
  /// The interval of the exponentials of all members. Not an interval where `DyadicInterval.exp` is not.
  public static func exp(_ x: Interval128) -> Interval128 {
    guard x.isBounded else { return x }
    if x.isNarrow { return ExponentialSeries128.value(x) }
    return hull(ExponentialSeries128.value(x.lowest), ExponentialSeries128.value(x.highest))
  }

  /// The interval of all `e^t - 1`, also where that is tiny. Not an interval where `exp` is not.
  public static func expm1(_ x: Interval128) -> Interval128 {
    guard x.isBounded else { return x }
    if x.isNarrow { return ExponentialSeries128.valueMinusOne(x) }
    return hull(ExponentialSeries128.valueMinusOne(x.lowest), ExponentialSeries128.valueMinusOne(x.highest))
  }

  /// The interval of the scaled complementary error function `e^(x^2) erfc(x)` of all members. Not an interval where
  /// `DyadicInterval.erfcx` is not.
  public static func erfcx(_ x: Interval128) -> Interval128 {
    guard x.isBounded else { return x }
    if x.isNarrow { return ScaledComplement128.value(x) }
    return Interval128(ScaledComplement128.bound(x.highest, .down), ScaledComplement128.bound(x.lowest, .up))
  }

  /// Whether the width is less than 2^-100: a series may then take all of the interval at once, instead of its bounds.
  private var isNarrow: Bool {
    let width = Dyadic128.sum(upperBound, -lowerBound, .up)
    return width.isZero || width.exponent < -100
  }

  private var lowest: Interval128 { Interval128(uncheckedLowerBound: lowerBound, upperBound: lowerBound) }

  private var highest: Interval128 { Interval128(uncheckedLowerBound: upperBound, upperBound: upperBound) }

  /// The image of an interval under a monotonic function, from enclosures of the least and of the greatest value.
  private static func hull(_ least: Interval128, _ greatest: Interval128) -> Interval128 {
    guard least.isBounded, greatest.isBounded else { return .notAnInterval }
    return Interval128(uncheckedLowerBound: least.lowerBound, upperBound: greatest.upperBound)
  }
}

// MARK: - The protocols

extension Interval128: RealScalar {
  /// The integer `n`. Accuracy: exact.
  public func constant(_ n: Int) -> Interval128 {
    let value = Dyadic128(n)
    return Interval128(uncheckedLowerBound: value, upperBound: value)
  }

  /// The tightest interval around the rational `r`.
  public func constant(_ r: Rational) -> Interval128 { Interval128(r) }

  /// Whether zero is the only member.
  @inline(__always)
  public var isZero: Bool { state == .bounded && lowerBound.isZero && upperBound.isZero }

  /// An interval around pi.
  public var pi: Interval128 { Self.storedPi }

  /// An interval around 1/sqrt(pi).
  public var inverseRootPi: Interval128 { Self.storedInverseRootPi }

  private static let storedPi = Interval128(DyadicInterval.pi(precision: 160))

  private static let storedInverseRootPi = Interval128(
    DyadicInterval(Dyadic(1), precision: 160) / .sqrt(.pi(precision: 160)))

  /// `g erfcx(z)`, where `g = e^(exponent - z^2)`, by `erfcx(z) = 2 e^(z^2) - erfcx(-z)` where all of `z` is below -1, so
  /// that no `z` is too negative.
  public static func tail(_ g: Interval128, _ z: Interval128, exponent: Interval128) -> Interval128 {
    guard (z + z.constant(1)).isNegative else { return g * erfcx(z) }
    let whole = exp(exponent)
    return (whole + whole) - g * erfcx(-z)
  }

  /// `erfc(z)`, given `g = e^(-z^2)`: for negative `z` by `erfc(z) = 2 - erfc(-z)`.
  public static func complement(_ g: Interval128, _ z: Interval128) -> Interval128 {
    z.isNegative ? z.constant(2) - g * erfcx(-z) : g * erfcx(z)
  }
}

extension Interval128: EnclosingScalar {
  /// The thin interval around the middle.
  public var centre: Interval128 { midpoint }

  /// Whether it is known that there are no members.
  public var isVoid: Bool { isEmpty }

  /// The tightest interval around all numbers between two.
  public func enclosing(_ lower: Rational, through upper: Rational) -> Interval128 {
    Interval128(lowerBound: lower, upperBound: upper)
  }
}
