import RealArithmetic

extension DyadicInterval: RealScalar {
  /// The tightest interval around the integer `n`, at the precision of `self`.
  public func constant(_ n: Int) -> DyadicInterval {
    DyadicInterval(enclosing: Dyadic(n), through: Dyadic(n), precision: precision)
  }

  /// The tightest interval around the rational `r`, at the precision of `self`.
  public func constant(_ r: Rational) -> DyadicInterval { DyadicInterval(r, precision: precision) }

  /// Whether zero is the only member.
  public var isZero: Bool { state == .bounded && lowerBound.isZero && upperBound.isZero }

  /// An interval around pi at the precision of `self`, computed anew each time.
  public var pi: DyadicInterval { .pi(precision: precision) }
}

extension DyadicInterval: EnclosingScalar {
  /// The thin interval around the middle.
  public var centre: DyadicInterval { midpoint }

  /// Whether it is known that there are no members.
  public var isVoid: Bool { isEmpty }

  /// The tightest interval around all numbers between two, at the precision of `self`.
  public func enclosing(_ lower: Rational, through upper: Rational) -> DyadicInterval {
    DyadicInterval(lowerBound: lower, upperBound: upper, precision: precision)
  }
}

extension DyadicInterval: QuadratureScalar {
  /// The precision.
  public var significantBits: Int { precision }

  /// The same interval with another precision, the bounds rounded outward if it is lower.
  public func with(significantBits: Int) -> DyadicInterval { with(precision: significantBits) }
}

extension DyadicInterval {
  /// `g erfcx(z)`, where `g = e^(exponent - z^2)`, by `erfcx(z) = 2 e^(z^2) - erfcx(-z)` where all of `z` is below -1, so
  /// that no `z` is too negative.
  public static func tail(
    _ g: DyadicInterval, _ z: DyadicInterval, exponent: DyadicInterval
  ) -> DyadicInterval {
    guard (z + z.constant(1)).isNegative else { return g * erfcx(z) }
    let whole = exp(exponent)
    return (whole + whole) - g * erfcx(-z)
  }
}
