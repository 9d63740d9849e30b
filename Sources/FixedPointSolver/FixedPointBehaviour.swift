import IntervalArithmetic
import MomentMap
import RealArithmetic

/// A fixed point of the moment mapping, proved to exist for all weights in a box of (omega, tau).
public struct FixedPoint: Sendable, Equatable {
  /// A box of (mu, nu) that holds it, for every (omega, tau).
  public let enclosure: Vector2<Interval>
  /// A box that includes the enclosure and holds no other fixed point, for any (omega, tau).
  public let region: Vector2<Interval>

  /// Puts the boxes together; whoever does so vouches for them.
  public init(enclosure: Vector2<Interval>, region: Vector2<Interval>) {
    self.enclosure = enclosure
    self.region = region
  }
}

/// Where a fixed point is, and how the moment mapping behaves near it; every number encloses.
public struct FixedPointBehaviour<Scalar: EnclosingScalar>: Sendable {
  /// The fixed mean and the fixed variance.
  public let location: Vector2<Scalar>
  /// The Jacobian H of the mapping there.
  public let jacobian: Matrix2<Scalar>
  /// The largest singular value of H: the factor by which distances to the fixed point shrink, or grow, at most.
  public let contractionFactor: Scalar
  /// The larger modulus of an eigenvalue of H.
  public let spectralRadius: Scalar
  /// What is proved of the eigenvalues of H.
  public let stability: Stability

  /// Puts the numbers together; whoever does so vouches for them.
  public init(
    location: Vector2<Scalar>, jacobian: Matrix2<Scalar>, contractionFactor: Scalar, spectralRadius: Scalar,
    stability: Stability
  ) {
    self.location = location
    self.jacobian = jacobian
    self.contractionFactor = contractionFactor
    self.spectralRadius = spectralRadius
    self.stability = stability
  }

  /// The behaviour that follows from the Jacobian over a box that holds the fixed point.
  init(location: Vector2<Scalar>, jacobian: Matrix2<Scalar>) {
    self.init(
      location: location, jacobian: jacobian, contractionFactor: jacobian.largestSingularValue,
      spectralRadius: jacobian.spectralRadius, stability: jacobian.stability)
  }
}

extension FixedPointEquations {
  /// The behaviour of the mapping near a fixed point, for all weights.
  public func behaviour(at fixedPoint: FixedPoint) -> FixedPointBehaviour<Interval> {
    FixedPointBehaviour(location: fixedPoint.enclosure, jacobian: jacobian(over: fixedPoint.enclosure))
  }
}
