import RealArithmetic

/// The Gaussian error linear unit z Phi(z), with the normal distribution function Phi: the exact form, not that by tanh.
///
/// With the normal density phi, u = y / sqrt(1 + x) and `G = E Phi(Z)^2`, by Stein's identity E (Z - y) g(Z) = x E g'(Z)
///
///     M = y Phi(u) + x phi(u) / sqrt(1 + x)
///     Q = (y^2 + x) G + 2 x y G' + x^2 G''
///     G' = 2 E Phi(Z) phi(Z) = 2 phi(u) / sqrt(1 + x) Phi(y / sqrt((1 + x)(1 + 2 x)))
///
/// where ' is the derivative by y; completing the square shows that under phi as a weight Z is normally distributed with
/// mean y / (1 + x) and variance x / (1 + x). All is in closed form but G itself, which is Owen's T function of two
/// arguments: it is summed up by the trapezoidal rule (`GaussianTrapezoid`). Over wide
/// ranges of y and x the enclosures are intersected with those of that rule for z Phi(z) itself.
///
/// Domain: x >= 0, any y; nothing is known where the rule has no bound. Accuracy: encloses; for thin arguments a few units
/// of the last place of `(1 + |y| + sqrt x)^2`.
public struct GELU<Scalar: QuadratureScalar>: ActivationFunction {
  /// The activation; it has no parameters.
  public init() {}

  /// M and Q with their derivatives by y, the second at least.
  public func derivatives(at input: NetInput<Scalar>, order: Int) -> MomentDerivatives<Scalar> {
    let (y, x) = (input.mean, input.variance)
    let (one, two) = (y.constant(1), y.constant(2))
    let order = max(order, 2)
    let scale = one / Scalar.sqrt(one + x)
    let (distribution, density) = SmoothFunction.normalDistribution(scale * y, order: order + 1)
    let (phi, peak) = (distribution.scaled(by: scale), density.scaled(by: scale))
    let variable = TaylorSeries(variableAt: y, order: order + 2)
    let means: TaylorSeries<Scalar> = variable * phi + (x * scale) * peak
    let inner = scale / Scalar.sqrt(one + two * x)
    let weight = SmoothFunction.normalDistribution(inner * y, order: order + 1).distribution.scaled(by: inner)
    let slope: TaylorSeries<Scalar> = (two * scale) * (peak * weight)
    let value = GaussianTrapezoid(.normalDistribution, input, order: 0).secondMoments[0]
    let g = TaylorSeries(value: value, order: order + 2) { slope.coefficients[$1] }
    var square = variable.squared
    square.coefficients[0] = square.coefficients[0] + x
    let cross: TaylorSeries<Scalar> = (two * x) * (variable * g.derivative)
    let secondMoments: TaylorSeries<Scalar> = square * g + cross + x.squared() * g.derivative.derivative
    let closed = MomentDerivatives(
      means: Array(means.derivatives.prefix(order + 1)),
      secondMoments: Array(secondMoments.derivatives.prefix(order + 1))
    )
    return isWide(y) || isWide(x)
      ? closed.intersection(SmoothActivation(.gelu).derivatives(at: input, order: order)) : closed
  }

  /// Whether an argument is so wide that the closed forms, in which it counts more than once, say little.
  private func isWide(_ argument: Scalar) -> Bool {
    let (lower, upper) = argument.doubleBounds
    return upper - lower > 0x1p-20 * (1 + lower.magnitude)
  }
}

extension MomentDerivatives where Scalar: EnclosingScalar {
  /// What both enclosures of the same numbers leave.
  fileprivate func intersection(_ other: MomentDerivatives) -> MomentDerivatives {
    MomentDerivatives(
      means: zip(means, other.means).map { $0.intersection($1) },
      secondMoments: zip(secondMoments, other.secondMoments).map { $0.intersection($1) })
  }
}
