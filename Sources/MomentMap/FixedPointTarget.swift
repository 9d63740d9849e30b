import RealArithmetic

/// The mean and variance that a layer is to keep, and the weights for which it is to do so.
public struct FixedPointTarget: Sendable, Hashable {
  /// The wanted fixed mean.
  public var mean: Rational
  /// The wanted fixed variance.
  public var variance: Rational
  /// The sum of the weights.
  public var omega: Rational
  /// The sum of the squared weights.
  public var tau: Rational

  /// A target; by default that of the paper, mean 0 and variance 1 with normalised weights.
  public init(mean: Rational = 0, variance: Rational = 1, omega: Rational = 0, tau: Rational = 1) {
    self.mean = mean
    self.variance = variance
    self.omega = omega
    self.tau = tau
  }
}
