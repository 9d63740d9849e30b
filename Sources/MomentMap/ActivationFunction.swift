import RealArithmetic

/// An activation function f, by what a layer makes of a normally distributed net input: the moments of f(Z) for Z with
/// mean y and variance x,
///
///     M(y, x) = E f(Z),   Q(y, x) = E f(Z)^2.
///
/// Both solve the heat equation d/dx = (1/2) d^2/dy^2, because d/dy E g(Z) = E g'(Z) and d/dx E g(Z) = (1/2) E g''(Z).
/// So the derivatives M0, M1, ..., M4 and Q0, ..., Q4 by y give the mean and the variance of the activation, the
/// Jacobians J and H of the mapping g, and all slopes of these.
///
/// A new activation needs `derivatives(at:order:)`, in closed form or by `GaussianTrapezoid`, and nothing else.
public protocol ActivationFunction<Scalar>: Sendable {
  /// The arithmetic.
  associatedtype Scalar: RealScalar
  /// The moments and their first derivatives.
  associatedtype Moments: MomentValues<Scalar> = MomentDerivatives<Scalar>

  /// M and Q with their derivatives by y up to an order of at most 4, at a net input of positive variance.
  ///
  /// An enclosing arithmetic gets enclosures for all net inputs inside, or values of which nothing is known.
  func derivatives(at input: NetInput<Scalar>, order: Int) -> MomentDerivatives<Scalar>

  /// The moments and their first derivatives by y and x, at a net input of positive variance.
  ///
  /// There is a default, by the derivatives by y up to the second.
  func moments(at input: NetInput<Scalar>) -> Moments
}

extension ActivationFunction where Moments == MomentDerivatives<Scalar> {
  /// The moments by the derivatives by y up to the second.
  @inlinable
  public func moments(at input: NetInput<Scalar>) -> MomentDerivatives<Scalar> { derivatives(at: input, order: 2) }
}

/// Mean and second moment of the activation of a normally distributed net input, with their derivatives by its mean y and
/// its variance x. What follows from them, the variance and its derivatives, is here for all.
public protocol MomentValues<Scalar>: Sendable {
  /// The arithmetic.
  associatedtype Scalar: RealScalar

  /// The mean of the activation.
  var mean: Scalar { get }
  /// The second moment of the activation.
  var secondMoment: Scalar { get }
  /// The derivative of the mean by y.
  var meanByMean: Scalar { get }
  /// The derivative of the mean by x.
  var meanByVariance: Scalar { get }
  /// The derivative of the second moment by y.
  var secondMomentByMean: Scalar { get }
  /// The derivative of the second moment by x.
  var secondMomentByVariance: Scalar { get }
}

extension MomentValues {
  /// The variance of the activation.
  @inlinable @inline(__always)
  public var variance: Scalar { secondMoment - mean.squared() }

  /// dv/dy.
  @inlinable @inline(__always)
  public var varianceByMean: Scalar { varianceDerivative(mean: mean, secondMomentByMean, meanByMean) }

  /// dv/dx.
  @inlinable @inline(__always)
  public var varianceByVariance: Scalar { varianceDerivative(mean: mean, secondMomentByVariance, meanByVariance) }

  /// The derivative of v = m2 - m1^2 from m1 and the derivatives of m2 and m1.
  @inlinable @inline(__always)
  func varianceDerivative(mean: Scalar, _ ofSecondMoment: Scalar, _ ofMean: Scalar) -> Scalar {
    ofSecondMoment - (mean + mean) * ofMean
  }
}

/// M and Q with their derivatives by y, up to the second at least.
public struct MomentDerivatives<Scalar: RealScalar>: MomentValues {
  /// M0, M1, ...
  public let means: [Scalar]
  /// Q0, Q1, ...
  public let secondMoments: [Scalar]

  /// Puts the values together, as many of the one as of the other and at least three; whoever does so vouches for them.
  public init(means: [Scalar], secondMoments: [Scalar]) {
    precondition(means.count == secondMoments.count && means.count > 2)
    self.means = means
    self.secondMoments = secondMoments
  }

  /// M0.
  public var mean: Scalar { means[0] }
  /// Q0.
  public var secondMoment: Scalar { secondMoments[0] }
  /// M1.
  public var meanByMean: Scalar { means[1] }
  /// M2 / 2.
  public var meanByVariance: Scalar { means[2].half }
  /// Q1.
  public var secondMomentByMean: Scalar { secondMoments[1] }
  /// Q2 / 2.
  public var secondMomentByVariance: Scalar { secondMoments[2].half }
}
