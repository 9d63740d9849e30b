import RealArithmetic

/// The expectations over the positive and the negative half line that all moments of a SELU-like activation are made of.
///
/// For Z normally distributed with mean y and variance x, with z_k = (y + k x) / sqrt(2 x) and g = exp(-y^2 / (2 x)):
///
///     A = 2 E[1; Z < 0]       = g erfcx(z_0) = erfc(z_0)
///     B = 2 E[e^Z; Z < 0]     = g erfcx(z_1) = e^(y + x/2) erfc(z_1)
///     C = 2 E[e^(2Z); Z < 0]  = g erfcx(z_2) = e^(2 y + 2 x) erfc(z_2)
///     N = density of Z at 0   = g / sqrt(2 pi x)
///
///     2 E[Z; Z > 0]           = y (2 - A) + 2 x N
///     2 E[Z^2; Z > 0]         = (y^2 + x) (2 - A) + 2 x y N
///     2 E[e^Z - 1; Z < 0]     = B - A
///     2 E[(e^Z - 1)^2; Z < 0] = A - 2 B + C
///
/// In this form nothing overflows: g is at most 1, and where z_k is so negative that erfcx would be huge and g tiny,
/// their product is 2 e^(k y + k^2 x / 2) - g erfcx(-z_k). These are the terms of Eq. 4
/// and 5 of the paper, with g erfcx in place of exp times erfc.
@frozen
public struct HalfLineMoments<Scalar: RealScalar>: Sendable {
  /// A: twice the probability of Z < 0.
  public var tail0: Scalar
  /// B: twice the expectation of e^Z over Z < 0.
  public var tail1: Scalar
  /// C: twice the expectation of e^(2Z) over Z < 0.
  public var tail2: Scalar
  /// N: the density of Z at 0.
  public var density: Scalar
  /// 2 - A: twice the probability of Z > 0.
  public var positiveProbability: Scalar
  /// 2 E[Z; Z > 0].
  public var positiveMean: Scalar
  /// 2 E[Z^2; Z > 0].
  public var positiveSecondMoment: Scalar
  /// 2 E[e^Z - 1; Z < 0], which is negative.
  public var negativeMean: Scalar
  /// 2 E[(e^Z - 1)^2; Z < 0].
  public var negativeSecondMoment: Scalar

  /// Puts the values together; whoever does so vouches for them.
  @inlinable @inline(__always)
  public init(
    tail0: Scalar, tail1: Scalar, tail2: Scalar, density: Scalar, positiveProbability: Scalar, positiveMean: Scalar,
    positiveSecondMoment: Scalar, negativeMean: Scalar, negativeSecondMoment: Scalar
  ) {
    self.tail0 = tail0
    self.tail1 = tail1
    self.tail2 = tail2
    self.density = density
    self.positiveProbability = positiveProbability
    self.positiveMean = positiveMean
    self.positiveSecondMoment = positiveSecondMoment
    self.negativeMean = negativeMean
    self.negativeSecondMoment = negativeSecondMoment
  }
}

extension HalfLineMoments {
  /// The half-line moments by their closed form; for positive variance.
  ///
  /// Over dual numbers these are the derivatives by the rules for products, exp and erfcx; `lifted` has those by formula.
  @inlinable @inline(__always)
  public init(_ input: NetInput<Scalar>) {
    let (y, x) = (input.mean, input.variance)
    let root = Scalar.sqrt(x + x)
    let inverseRoot = y.constant(1) / root
    let z0 = y * inverseRoot
    // z_k - z_0 = k sqrt(x / 2) = k root / 2, which is narrower than k x divided by the root.
    let g = Scalar.exp(-z0.squared())
    let a = Scalar.complement(g, z0)
    let b = Scalar.tail(g, z0 + root.half, exponent: y + x.half)
    let c = Scalar.tail(g, z0 + root, exponent: (y + y) + (x + x))
    let scaledPeak = g * x.inverseRootPi
    let positive = y.constant(2) - a
    let scaledDensity = scaledPeak * root
    let negativeMean = b - a
    let positiveMean = y * positive + scaledDensity
    self.init(
      tail0: a, tail1: b, tail2: c, density: scaledPeak * inverseRoot, positiveProbability: positive,
      positiveMean: positiveMean,
      positiveSecondMoment: y * positiveMean + x * positive,
      negativeMean: negativeMean, negativeSecondMoment: (c - b) - negativeMean)
  }

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
