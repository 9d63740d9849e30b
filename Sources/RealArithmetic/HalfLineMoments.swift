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

extension RealScalar {
  /// The half-line moments by their closed form; for `variance > 0`.
  @inlinable @inline(__always)
  public static func halfLineMoments(mean y: Self, variance x: Self) -> HalfLineMoments<Self> {
    let root = sqrt(x + x)
    let inverseRoot = y.constant(1) / root
    let z0 = y * inverseRoot
    // z_k - z_0 = k sqrt(x / 2) = k root / 2, which is narrower than k x divided by the root.
    let g = exp(-z0.squared())
    let a = complement(g, z0)
    let b = scaledTail(g, z0 + root.half, exponent: y + x.half)
    let c = scaledTail(g, z0 + root, exponent: (y + y) + (x + x))
    let scaledPeak = g * x.inverseRootPi
    let positive = y.constant(2) - a
    let scaledDensity = scaledPeak * root
    let negativeMean = b - a
    let positiveMean = y * positive + scaledDensity
    return HalfLineMoments(
      tail0: a, tail1: b, tail2: c, density: scaledPeak * inverseRoot, positiveProbability: positive,
      positiveMean: positiveMean,
      positiveSecondMoment: y * positiveMean + x * positive,
      negativeMean: negativeMean, negativeSecondMoment: (c - b) - negativeMean)
  }

  /// The product of both.
  @inlinable @inline(__always)
  public static func scaledTail(_ g: Self, _ z: Self, exponent: Self) -> Self {
    g * erfcx(z)
  }

  /// The scaled tail without an exponent.
  @inlinable @inline(__always)
  public static func complement(_ g: Self, _ z: Self) -> Self {
    scaledTail(g, z, exponent: z.constant(0))
  }

  /// False: nothing is known.
  @inlinable @inline(__always)
  public var isZero: Bool { false }

  /// The quotient by 2.
  @inlinable @inline(__always)
  public var half: Self { self / constant(2) }

  /// 1/sqrt(pi).
  @inlinable @inline(__always)
  public var inverseRootPi: Self { constant(1) / Self.sqrt(pi) }
}
