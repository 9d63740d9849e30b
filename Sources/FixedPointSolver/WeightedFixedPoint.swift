import MomentMap
import MultiPrecision
import RealArithmetic

/// The equations `g(mu, nu; omega, tau) - (mu, nu) = 0` for all weights (omega, tau) of a box, and how their zero changes
/// with the weights, in any enclosing arithmetic: what a proof about fixed points over ranges of weights consists of.
///
/// The moments are enclosed by interval extension only, so that every arithmetic of more bits encloses more narrowly.
public struct WeightedFixedPoint<Scalar: EnclosingScalar>: EquationPair {
  private let mapping: MomentMapping<Activation<Scalar>>
  private let omega: Scalar
  private let tau: Scalar

  /// The equations for an activation and weights.
  public init(_ activation: Activation<Scalar>, omega: Scalar, tau: Scalar) {
    mapping = MomentMapping(activation)
    self.omega = omega
    self.tau = tau
  }

  /// The zeros for all weights of the box, if `neighbourhood` holds exactly one for each of them: if Krawczyk's operator
  /// maps it into its interior. The result is its image, in which they lie. Nil if that is not so, or if nu tau may not be
  /// positive, where there are no moments.
  @_specialize(where Scalar == Interval128)
  public func uniqueZeros(in neighbourhood: Vector2<Scalar>) -> Vector2<Scalar>? {
    guard (neighbourhood.second * tau).isPositive, let image = krawczyk(neighbourhood) else { return nil }
    return image.isInterior(to: neighbourhood) ? image : nil
  }

  /// `g - (mu, nu)` over a box, by the mean-value form in the weights.
  public func residual(over box: Vector2<Scalar>) -> Vector2<Scalar> {
    let centre = WeightedFixedPoint(mapping.activation, omega: omega.centre, tau: tau.centre)
    let image = mapping(centre.point(box))
    let change = slopesByWeights(box) * Vector2(omega - centre.omega, tau - centre.tau)
    return Vector2(image.mean - box.first + change.first, image.variance - box.second + change.second)
  }

  /// `H - I` over a box.
  public func derivative(over box: Vector2<Scalar>) -> Matrix2<Scalar> {
    let h = mapping.jacobian(at: point(box))
    let one = omega.constant(1)
    return Matrix2(h.a11 - one, h.a12, h.a21, h.a22 - one)
  }

  /// Encloses the derivatives of the zeros by omega (first column) and tau over a box that holds them: by the implicit
  /// function theorem, `(I - H)^(-1)` times the derivatives of g by the weights. Where `I - H` may be singular nothing is
  /// known of the quotients.
  @_specialize(where Scalar == Interval128)
  public func derivativeByWeights(at zeros: Vector2<Scalar>) -> Matrix2<Scalar> {
    let h = derivative(over: zeros)
    let (a, d) = (-h.a11, -h.a22)
    let determinant = a * d - h.a12 * h.a21
    return Matrix2(d / determinant, h.a12 / determinant, h.a21 / determinant, a / determinant) * slopesByWeights(zeros)
  }

  /// The derivatives of g by omega and tau over a box.
  private func slopesByWeights(_ box: Vector2<Scalar>) -> Matrix2<Scalar> {
    let moments = mapping.moments(at: point(box))
    return Matrix2(
      box.first * moments.meanByMean, box.second * moments.meanByVariance,
      box.first * moments.varianceByMean, box.second * moments.varianceByVariance)
  }

  private func point(_ box: Vector2<Scalar>) -> Point<Scalar> {
    Point(mu: box.first, omega: omega, nu: box.second, tau: tau)
  }
}
