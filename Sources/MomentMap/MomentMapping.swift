import RealArithmetic

/// The paper's mapping g: mean and variance of a layer's activations to those of the next, for weights with sum omega
/// and sum of squares tau (Definition 1, Eq. 3).
///
///     g(mu, nu; omega, tau) = (m1, v) at y = mu omega, x = nu tau
@frozen
public struct MomentMapping<Scalar: RealScalar>: Sendable {
  /// The activation function.
  public let activation: Activation<Scalar>

  /// The mapping that belongs to an activation.
  @inlinable
  public init(_ activation: Activation<Scalar>) {
    self.activation = activation
  }

  /// The moments at a point, from which everything below is taken.
  @inlinable
  public func moments(at point: Point<Scalar>) -> Moments<Scalar> {
    Moments(activation, point.netInput)
  }

  /// Mean and variance of the next layer's activations.
  @inlinable
  public func callAsFunction(_ point: Point<Scalar>) -> (mean: Scalar, variance: Scalar) {
    let moments = moments(at: point)
    return (moments.mean, moments.variance)
  }

  /// The Jacobian J of (mu, nu) -> (mean, second moment) (paper, Eq. 18 to 21).
  @inlinable
  public func secondMomentJacobian(at point: Point<Scalar>) -> Matrix2<Scalar> {
    let m = moments(at: point)
    return Matrix2(
      point.omega * m.meanByMean, point.tau * m.meanByVariance,
      point.omega * m.secondMomentByMean, point.tau * m.secondMomentByVariance)
  }

  /// The Jacobian H of g, that is of (mu, nu) -> (mean, variance) (paper, Eq. 22).
  @inlinable
  public func jacobian(at point: Point<Scalar>) -> Matrix2<Scalar> {
    jacobian(at: point, moments(at: point))
  }

  /// The Jacobian H of g at a point whose moments are known.
  @inlinable
  public func jacobian(at point: Point<Scalar>, _ m: Moments<Scalar>) -> Matrix2<Scalar> {
    Matrix2(
      point.omega * m.meanByMean, point.tau * m.meanByVariance,
      point.omega * m.varianceByMean, point.tau * m.varianceByVariance)
  }
}
