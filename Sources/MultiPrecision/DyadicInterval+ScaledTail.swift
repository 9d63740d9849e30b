import RealArithmetic

extension DyadicInterval {
  /// `g erfcx(z)`, where `g = e^(exponent - z^2)`, by `erfcx(z) = 2 e^(z^2) - erfcx(-z)` where all of `z` is below -1, so
  /// that no `z` is too negative.
  public static func scaledTail(
    _ g: DyadicInterval, _ z: DyadicInterval, exponent: DyadicInterval
  ) -> DyadicInterval {
    guard (z + z.constant(1)).isNegative else { return g * erfcx(z) }
    let whole = exp(exponent)
    return (whole + whole) - g * erfcx(-z)
  }
}
