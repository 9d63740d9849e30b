import RealArithmetic

/// The scaled exponential linear unit: `lambda z` for `z > 0`, `lambda alpha (e^z - 1)` otherwise (paper, Eq. 2).
///
/// Holds the two parameters and the products that the moments use, so that a formula evaluated a million times does not
/// make them anew.
@frozen
public struct Activation<Scalar: RealScalar>: ActivationFunction {
  /// The paper's alpha.
  public let alpha: Scalar
  /// The paper's lambda.
  public let lambda: Scalar

  @usableFromInline let one: Scalar
  @usableFromInline let oneMinusAlpha: Scalar
  @usableFromInline let alphaSquared: Scalar
  @usableFromInline let halfLambda: Scalar
  @usableFromInline let lambdaSquared: Scalar
  @usableFromInline let halfLambdaSquared: Scalar

  /// The activation with the given parameters.
  @inlinable
  public init(alpha: Scalar, lambda: Scalar) {
    self.alpha = alpha
    self.lambda = lambda
    one = alpha.constant(1)
    oneMinusAlpha = one - alpha
    alphaSquared = alpha.squared()
    halfLambda = lambda.half
    lambdaSquared = lambda.squared()
    halfLambdaSquared = lambdaSquared.half
  }

  /// The value at `z`, also near 0 with all the digits of the arithmetic. Only for arithmetics whose values have a sign:
  /// the caller says on which side of 0 `z` lies.
  @inlinable
  public func callAsFunction(_ z: Scalar, isPositive: Bool) -> Scalar {
    isPositive ? lambda * z : lambda * alpha * Scalar.expm1(z)
  }
}

extension Activation {
  /// The moments by the half-line moments: far faster than `derivatives`, and as enclosures narrower.
  @inlinable @inline(__always)
  public func moments(at input: NetInput<Scalar>) -> Moments<Scalar> { Moments(self, input) }

  /// M and Q with their derivatives by y, as for every activation of exponential-linear pieces.
  public func derivatives(at input: NetInput<Scalar>, order: Int) -> MomentDerivatives<Scalar> {
    ExponentialLinear.scaledSELU(alpha: alpha, beta: one, lambda: lambda).derivatives(at: input, order: order)
  }

  /// The parameters `alpha01`, `lambda01` for which mean 0 and variance 1 are a fixed point with normalised weights
  /// (paper, Eq. 14), in the arithmetic of `scalar`.
  ///
  /// With E1 = erfcx(1/sqrt 2) = erfc(1/sqrt 2) sqrt(e) and E2 = erfcx(sqrt 2) = erfc(sqrt 2) e^2:
  ///
  ///     alpha01  = -sqrt(2/pi) / (E1 - 1)
  ///     lambda01 = (1 - E1) sqrt(2 pi) (2 E2 + pi E1^2 - 2 (2 + pi) E1 + pi + 2)^(-1/2)
  ///
  /// Accuracy: encloses.
  @inlinable
  public static func selfNormalizing(like scalar: Scalar) -> Activation {
    let (one, two, pi) = (scalar.constant(1), scalar.constant(2), scalar.pi)
    let e1 = Scalar.erfcx(one / Scalar.sqrt(two))
    let e2 = Scalar.erfcx(Scalar.sqrt(two))
    let alpha = Scalar.sqrt(two / pi) / (one - e1)
    let radicand = two * e2 + pi * e1.squared() - two * (two + pi) * e1 + (pi + two)
    let lambda = (one - e1) * Scalar.sqrt(two * pi) / Scalar.sqrt(radicand)
    return Activation(alpha: alpha, lambda: lambda)
  }
}
