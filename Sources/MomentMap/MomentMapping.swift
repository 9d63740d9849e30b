import RealArithmetic

/// The paper's mapping g: mean and variance of a layer's activations to those of the next, for weights with sum omega
/// and sum of squares tau (Definition 1, Eq. 3).
///
///     g(mu, nu; omega, tau) = (m1, v) at y = mu omega, x = nu tau
@frozen
public struct MomentMapping<Function: ActivationFunction>: Sendable {
  /// The arithmetic.
  public typealias Scalar = Function.Scalar

  /// The activation function.
  public let activation: Function

  /// The mapping that belongs to an activation.
  @inlinable @inline(__always)
  public init(_ activation: Function) {
    self.activation = activation
  }

  /// The moments at a point, from which everything below is taken.
  @inlinable @inline(__always)
  public func moments(at point: Point<Scalar>) -> Function.Moments {
    activation.moments(at: point.netInput)
  }

  /// Mean and variance of the next layer's activations.
  @inlinable @inline(__always)
  public func callAsFunction(_ point: Point<Scalar>) -> (mean: Scalar, variance: Scalar) {
    let moments = moments(at: point)
    return (moments.mean, moments.variance)
  }

  /// The Jacobian J of (mu, nu) -> (mean, second moment) (paper, Eq. 18 to 21).
  @inlinable @inline(__always)
  public func secondMomentJacobian(at point: Point<Scalar>) -> Matrix2<Scalar> {
    let m = moments(at: point)
    return Matrix2(
      point.omega * m.meanByMean, point.tau * m.meanByVariance,
      point.omega * m.secondMomentByMean, point.tau * m.secondMomentByVariance)
  }

  /// The Jacobian H of g, that is of (mu, nu) -> (mean, variance) (paper, Eq. 22).
  @inlinable @inline(__always)
  public func jacobian(at point: Point<Scalar>) -> Matrix2<Scalar> {
    valueAndJacobian(at: point).jacobian
  }

  /// As `jacobian(at:)`, from the point's moments.
  @inlinable @inline(__always)
  public func jacobian(at point: Point<Scalar>, _ moments: Function.Moments) -> Matrix2<Scalar> {
    valueAndJacobian(moments, omega: point.omega, tau: point.tau).jacobian
  }

  /// Mean and variance together with the Jacobian H, which share most of the work.
  @inlinable @inline(__always)
  public func valueAndJacobian(
    at point: Point<Scalar>
  ) -> (mean: Scalar, variance: Scalar, jacobian: Matrix2<Scalar>) {
    valueAndJacobian(moments(at: point), omega: point.omega, tau: point.tau)
  }

  /// As `valueAndJacobian(at:)`, from moments that are known.
  @inlinable @inline(__always)
  public func valueAndJacobian(
    _ m: Function.Moments, omega: Scalar, tau: Scalar
  ) -> (mean: Scalar, variance: Scalar, jacobian: Matrix2<Scalar>) {
    let (mean, meanByMean, meanByVariance) = (m.mean, m.meanByMean, m.meanByVariance)
    let jacobian = Matrix2(
      omega * meanByMean, tau * meanByVariance,
      omega * m.varianceDerivative(mean: mean, m.secondMomentByMean, meanByMean),
      tau * m.varianceDerivative(mean: mean, m.secondMomentByVariance, meanByVariance))
    return (mean, m.secondMoment - mean.squared(), jacobian)
  }
}
