extension HalfLineMoments {
  /// These moments with their derivatives by closed form.
  ///
  /// For Z normally distributed, d/dy E f(Z) = E f'(Z) and d/dx E f(Z) = (1/2) E f''(Z), where f'' counts a kink or jump
  /// of f at 0 as what it is, a multiple of the density N there or of its derivative. Hence
  ///
  ///                              d/dy           d/dx
  ///     A                        -2 N           (y/x) N
  ///     B                        B - 2 N        (B - 2 N + 2 (y/x) N) / 2
  ///     C                        2 C - 2 N      2 C - 2 N + (y/x) N
  ///     N                        -(y/x) N       ((y/x)^2 - 1/x) N / 2
  ///     2 E[Z; Z > 0]            2 - A          N
  ///     2 E[Z^2; Z > 0]          4 E[Z; Z > 0]  2 - A
  ///     2 E[e^Z - 1; Z < 0]      B              B/2 - N
  ///     2 E[(e^Z - 1)^2; Z < 0]  2 (C - B)      2 C - B
  ///
  /// As enclosures these are far narrower than what the product rule makes of the closed forms.
  ///
  /// `mean` and `variance` are the variables whose values gave these moments.
  @inlinable
  public func lifted(mean: Dual<Scalar>, variance: Dual<Scalar>) -> HalfLineMoments<Dual<Scalar>> {
    let (y, x) = (mean.value, variance.value)
    let (dy, dx) = (mean.tangent, variance.tangent)
    let (a, b, c, n) = (tail0, tail1, tail2, density)
    let twiceN = n + n
    let inverse = x.constant(1) / x
    let ratio = y * inverse
    let slope = ratio * n
    let halfDx = dx.half
    let b1 = b - twiceN
    let c1 = c + c - twiceN
    let difference = c - b
    return HalfLineMoments<Dual<Scalar>>(
      tail0: Dual<Scalar>(a, tangent: slope * dx - twiceN * dy),
      tail1: Dual<Scalar>(b, tangent: b1 * dy + (b1 + (slope + slope)) * halfDx),
      tail2: Dual<Scalar>(c, tangent: c1 * dy + (c1 + slope) * dx),
      density: Dual<Scalar>(n, tangent: (ratio.squared() - inverse) * n * halfDx - slope * dy),
      positiveProbability: Dual<Scalar>(positiveProbability, tangent: twiceN * dy - slope * dx),
      positiveMean: Dual<Scalar>(positiveMean, tangent: positiveProbability * dy + n * dx),
      positiveSecondMoment: Dual<Scalar>(
        positiveSecondMoment, tangent: (positiveMean + positiveMean) * dy + positiveProbability * dx),
      negativeMean: Dual<Scalar>(negativeMean, tangent: b * dy + b1 * halfDx),
      negativeSecondMoment: Dual<Scalar>(
        negativeSecondMoment, tangent: (difference + difference) * dy + (difference + c) * dx))
  }
}

extension Dual {
  /// The half-line moments with their derivatives by closed form.
  @inlinable
  public static func halfLineMoments(mean: Dual, variance: Dual) -> HalfLineMoments<Dual> {
    Scalar.halfLineMoments(mean: mean.value, variance: variance.value).lifted(mean: mean, variance: variance)
  }

  /// The number 1/sqrt(pi), with derivative zero.
  @inlinable
  public var inverseRootPi: Dual { Dual(constant: value.inverseRootPi) }
}
