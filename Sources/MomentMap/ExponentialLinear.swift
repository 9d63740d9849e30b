import RealArithmetic

/// The activations of two pieces, linear for positive and exponential-linear for negative numbers:
///
///     f(z) = lambda z                                      for z > 0
///     f(z) = lambda (slope z + alpha (e^(beta z) - 1))     otherwise
///
/// Among them are ReLU (alpha = slope = 0), leaky ReLU (alpha = 0), ELU, SELU (beta = 1), CELU (beta = 1/alpha), and the
/// sSELU and lSELU of Z. Chen et al., "Redefining the self-normalization property" (2020).
///
/// With `T_j = E[e^(j beta Z); Z < 0]`, the density N of Z at 0 and `P = E[1; Z > 0]`,
///
///     M0 / lambda = E[Z; Z > 0] + slope E[Z; Z < 0] + alpha (T_1 - T_0)
///     M1 / lambda = P + slope T_0 + alpha beta T_1
///     M2 / lambda = kink N + alpha beta^2 T_1,     kink = 1 - slope - alpha beta, the jump of f' / lambda at 0
///
///     Q0 / lambda^2 = E[Z^2; Z > 0] + slope^2 E[Z^2; Z < 0] + 2 slope alpha (U - E[Z; Z < 0])
///                     + alpha^2 (T_2 - 2 T_1 + T_0)
///     Q1 / (2 lambda^2) = E[Z; Z > 0] + slope^2 E[Z; Z < 0] + slope alpha (beta U + T_1 - T_0) + alpha^2 beta (T_2 - T_1)
///     Q2 / (2 lambda^2) = P + slope^2 T_0 + slope alpha beta (2 T_1 + beta U) + alpha^2 beta^2 (2 T_2 - T_1)
///
/// where `U = E[Z e^(beta Z); Z < 0] = (y + beta x) T_1 - x N`, `U' = T_1 + beta U`, `T_j' = j beta T_j - N` and
/// `N' = -(y/x) N`, from which the higher derivatives follow. (By completing the square and partial integration.)
///
/// Domain: x > 0, any y; beta > 0. Accuracy: encloses in an enclosing arithmetic.
public struct ExponentialLinear<Scalar: RealScalar>: ActivationFunction {
  /// The slope for positive numbers.
  public let lambda: Scalar
  /// The slope for negative numbers of the linear part, in units of lambda.
  public let slope: Scalar
  /// The height of the exponential part, in units of lambda.
  public let alpha: Scalar
  /// The rate of the exponential part.
  public let beta: Scalar

  /// The activation with these parameters, `beta` being positive.
  public init(lambda: Scalar, slope: Scalar, alpha: Scalar, beta: Scalar) {
    self.lambda = lambda
    self.slope = slope
    self.alpha = alpha
    self.beta = beta
  }

  /// z for z > 0, `slope z` otherwise; ReLU for slope 0.
  public static func leakyReLU(slope: Scalar) -> ExponentialLinear {
    ExponentialLinear(lambda: slope.constant(1), slope: slope, alpha: slope.constant(0), beta: slope.constant(1))
  }

  /// z for z > 0, `alpha (e^z - 1)` otherwise.
  public static func elu(alpha: Scalar) -> ExponentialLinear {
    ExponentialLinear(lambda: alpha.constant(1), slope: alpha.constant(0), alpha: alpha, beta: alpha.constant(1))
  }

  /// z for z > 0, `alpha (e^(z / alpha) - 1)` otherwise; alpha is positive.
  public static func celu(alpha: Scalar) -> ExponentialLinear {
    let one = alpha.constant(1)
    return ExponentialLinear(lambda: one, slope: alpha.constant(0), alpha: alpha, beta: one / alpha)
  }

  /// `lambda z` for z > 0, `lambda alpha (e^(beta z) - 1)` otherwise; beta is positive.
  public static func scaledSELU(alpha: Scalar, beta: Scalar, lambda: Scalar) -> ExponentialLinear {
    ExponentialLinear(lambda: lambda, slope: alpha.constant(0), alpha: alpha, beta: beta)
  }

  /// `lambda z` for z > 0, `lambda (alpha (e^z - 1) + beta z)` otherwise.
  public static func linearSELU(alpha: Scalar, beta: Scalar, lambda: Scalar) -> ExponentialLinear {
    ExponentialLinear(lambda: lambda, slope: beta, alpha: alpha, beta: alpha.constant(1))
  }

  /// M and Q with their derivatives by y.
  public func derivatives(at input: NetInput<Scalar>, order: Int) -> MomentDerivatives<Scalar> {
    let (y, x) = (input.mean, input.variance)
    let (one, two) = (y.constant(1), y.constant(2))
    let squaredRate = beta.squared()
    // beta Z is normally distributed as well.
    let halfLines = HalfLineMoments(NetInput(mean: beta * y, variance: squaredRate * x))
    let (t0, t1, t2) = (halfLines.tail0.half, halfLines.tail1.half, halfLines.tail2.half)
    let n = beta * halfLines.density
    let p = halfLines.positiveProbability.half
    let positiveMean = halfLines.positiveMean.half / beta
    let positiveSquare = halfLines.positiveSecondMoment.half / squaredRate
    let negativeMean = y * t0 - x * n
    let negativeSquare = y * negativeMean + x * t0
    let u = (y + beta * x) * t1 - x * n
    let byU = t1 + beta * u
    let byT1 = beta * t1 - n
    let ratio = y / x
    let byN = -(ratio * n)
    let t1MinusT0 = halfLines.negativeMean.half
    let kink = one - slope - alpha * beta
    let curvature = alpha * squaredRate
    let (byByN, byByT1) = ((ratio.squared() - one / x) * n, beta * byT1 - byN)
    let mean: Scalar = positiveMean + slope * negativeMean + alpha * t1MinusT0
    let meanSlope: Scalar = p + slope * t0 + alpha * beta * t1
    let means: [Scalar] = [
      mean, meanSlope, kink * n + curvature * t1, kink * byN + curvature * byT1, kink * byByN + curvature * byByT1,
    ]
    // The parts with the square of the slope, with slope alpha and with alpha^2 of Q0 and of half of Q1, ..., Q4.
    let (slopeSquared, alphaSquared, mixed) = (slope.squared(), alpha.squared(), slope * alpha)
    let (mixedRate, squaredCurvature) = (mixed * beta, alphaSquared * squaredRate)
    let byT2 = two * beta * t2 - n
    let byByT2 = two * beta * byT2 - byN
    let jump = one - slopeSquared
    let q0: Scalar =
      positiveSquare + slopeSquared * negativeSquare + two * mixed * (u - negativeMean)
      + alphaSquared * halfLines.negativeSecondMoment.half
    let q1: Scalar =
      positiveMean + slopeSquared * negativeMean + mixed * (beta * u + t1MinusT0) + alphaSquared * beta * (t2 - t1)
    let q2: Scalar = p + slopeSquared * t0 + mixedRate * (t1 + byU) + squaredCurvature * (t2 + (t2 - t1))
    let q3: Scalar = jump * n + mixedRate * (two * byT1 + beta * byU) + squaredCurvature * (two * byT2 - byT1)
    let q4: Scalar =
      jump * byN + mixedRate * (two * byByT1 + beta * (byT1 + beta * byU))
      + squaredCurvature * (two * byByT2 - byByT1)
    let lambdaSquared = lambda.squared()
    let squares: [Scalar] = [q0, q1 + q1, q2 + q2, q3 + q3, q4 + q4]
    return MomentDerivatives(
      means: means.prefix(max(order, 2) + 1).map { lambda * $0 },
      secondMoments: squares.prefix(max(order, 2) + 1).map { lambdaSquared * $0 })
  }
}
