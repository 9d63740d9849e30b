import MomentMap
import RealArithmetic

/// The two moment equations for alpha and lambda, given a target (mean, variance) = (M, V) (paper, before Eq. 14):
///
///     (lambda/2)   (p + alpha q)   = M
///     (lambda^2/2) (r + alpha^2 s) = V + M^2
///
/// where p, r are the moments of the net input on the positive half line and q, s those of `e^z - 1` on the negative
/// one (`HalfLineMoments`) at y = M omega, x = V tau.
public struct ParameterEquations<Scalar: RealScalar>: Sendable {
  /// The half-line moments at the target.
  public let halfLines: HalfLineMoments<Scalar>
  /// M.
  public let mean: Scalar
  /// V + M^2.
  public let secondMoment: Scalar

  /// The equations for a target of positive variance, in the arithmetic of `scalar`.
  public init(_ target: FixedPointTarget, like scalar: Scalar) {
    mean = scalar.constant(target.mean)
    secondMoment = scalar.constant(target.variance + target.mean.squared())
    halfLines = HalfLineMoments(
      NetInput(
        mean: scalar.constant(target.mean * target.omega), variance: scalar.constant(target.variance * target.tau)))
  }

  /// Equations from their numbers.
  init(halfLines: HalfLineMoments<Scalar>, mean: Scalar, secondMoment: Scalar) {
    self.halfLines = halfLines
    self.mean = mean
    self.secondMoment = secondMoment
  }

  /// One step of the fixed-point iteration: lambda from the second equation with the old alpha, then alpha from the
  /// first with the new lambda.
  public func iterate(alpha: Scalar) -> ParameterIterate<Scalar> {
    let bracket = halfLines.positiveSecondMoment + alpha.squared() * halfLines.negativeSecondMoment
    let lambda = Scalar.sqrt((secondMoment + secondMoment) / bracket)
    let numerator = (mean + mean) / lambda - halfLines.positiveMean
    return ParameterIterate(alpha: numerator / halfLines.negativeMean, lambda: lambda)
  }

  /// The steps of the iteration from alpha = 1, one by one and without end: in plain arithmetic approximations, in an
  /// enclosing arithmetic enclosures of the exact steps.
  public var orbit: some Sequence<ParameterIterate<Scalar>> {
    sequence(first: iterate(alpha: mean.constant(1))) { iterate(alpha: $0.alpha) }
  }
}

/// What a step of the fixed-point iteration makes.
public struct ParameterIterate<Scalar: RealScalar>: Sendable {
  /// Alpha, from the mean's equation with this lambda.
  public let alpha: Scalar
  /// Lambda, from the second moment's equation with the alpha before.
  public let lambda: Scalar

  /// A step.
  public init(alpha: Scalar, lambda: Scalar) {
    self.alpha = alpha
    self.lambda = lambda
  }
}

extension ParameterIterate: Equatable where Scalar: Equatable {}

extension ParameterEquations: EquationPair where Scalar: EnclosingScalar {
  /// The equations' left-hand sides minus right-hand sides at (alpha, lambda).
  public func residual(over box: Vector2<Scalar>) -> Vector2<Scalar> {
    let activation = Activation(alpha: box.first, lambda: box.second)
    let moments = Moments(activation, halfLines)
    return Vector2(moments.mean - mean, moments.secondMoment - secondMoment)
  }

  /// Their derivatives by alpha (first column) and lambda.
  public func derivative(over box: Vector2<Scalar>) -> Matrix2<Scalar> {
    let (alpha, lambda) = (box.first, box.second)
    return Matrix2(
      (lambda * halfLines.negativeMean).half,
      (halfLines.positiveMean + alpha * halfLines.negativeMean).half,
      lambda.squared() * alpha * halfLines.negativeSecondMoment,
      lambda * (halfLines.positiveSecondMoment + alpha.squared() * halfLines.negativeSecondMoment))
  }
}
