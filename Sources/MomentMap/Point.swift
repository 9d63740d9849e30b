import RealArithmetic

/// A point (mu, omega, nu, tau) of the paper's domains, or a box of them when the scalar is an interval.
///
/// mu and nu are mean and variance of the activations of a layer; omega is the sum of the weights of a unit of the next
/// layer, tau the sum of their squares (paper, section A1).
@frozen
public struct Point<Scalar: RealScalar>: Sendable {
  /// The mean of the activations.
  public var mu: Scalar
  /// The sum of the weights.
  public var omega: Scalar
  /// The variance of the activations.
  public var nu: Scalar
  /// The sum of the squared weights.
  public var tau: Scalar

  /// The point with these coordinates.
  @inlinable @inline(__always)
  public init(mu: Scalar, omega: Scalar, nu: Scalar, tau: Scalar) {
    self.mu = mu
    self.omega = omega
    self.nu = nu
    self.tau = tau
  }

  /// The distribution of a unit's net input: mean y = mu omega, variance x = nu tau.
  @inlinable @inline(__always)
  public var netInput: NetInput<Scalar> {
    NetInput(mean: mu * omega, variance: nu * tau)
  }
}

/// The normal distribution of a unit's net input, by its mean y and its variance x.
@frozen
public struct NetInput<Scalar: RealScalar>: Sendable {
  /// The paper's mu omega.
  public var mean: Scalar
  /// The paper's nu tau; must be positive.
  public var variance: Scalar

  /// The distribution with this mean and variance.
  @inlinable @inline(__always)
  public init(mean: Scalar, variance: Scalar) {
    self.mean = mean
    self.variance = variance
  }
}
