import RealArithmetic

/// The squared rectifier: `z^2` for z > 0, 0 otherwise (D. So et al., "Primer", 2021).
///
/// With the density N of Z at 0 and `h_n = E[Z^n; Z > 0]`, for which `h_n = y h_(n-1) + (n - 1) x h_(n-2)` for n > 1 by
/// partial integration, and `h_n' = n h_(n-1)` for n > 0, `h_0' = N`, `N' = -(y/x) N`:
///
///     M0, ..., M4 = h_2, 2 h_1, 2 h_0, 2 N, -2 (y/x) N        Q0, ..., Q4 = h_4, 4 h_3, 12 h_2, 24 h_1, 24 h_0
///
/// Domain: x > 0, any y. Accuracy: encloses in an enclosing arithmetic.
public struct SquaredReLU<Scalar: RealScalar>: ActivationFunction {
  /// The activation; it has no parameters.
  public init() {}

  /// M and Q with their derivatives by y.
  public func derivatives(at input: NetInput<Scalar>, order: Int) -> MomentDerivatives<Scalar> {
    let (y, x) = (input.mean, input.variance)
    let halfLines = HalfLineMoments(input)
    let (n, h1, h2) = (halfLines.density, halfLines.positiveMean.half, halfLines.positiveSecondMoment.half)
    let h3 = y * h2 + (x + x) * h1
    let h4 = y * h3 + y.constant(3) * x * h2
    let means = [h2, h1 + h1, halfLines.positiveProbability, n + n, -(y / x * (n + n))]
    let squares = [(1, h4), (4, h3), (12, h2), (24, h1), (12, halfLines.positiveProbability)]
    return MomentDerivatives(
      means: Array(means.prefix(max(order, 2) + 1)),
      secondMoments: squares.prefix(max(order, 2) + 1).map { y.constant($0) * $1 })
  }
}
