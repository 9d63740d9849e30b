import IntervalArithmetic
import MomentMap
import RealArithmetic

/// The equations `g(mu, nu; omega, tau) - (mu, nu) = 0` of a fixed point of the moment mapping, for all weights in a box.
///
/// What is proved of these equations over intervals omega and tau holds for each (omega, tau) inside.
public struct FixedPointEquations: EquationPair {
  /// The moment mapping.
  public let mapping: MomentMapping<Interval>
  /// The sum of the weights.
  public let omega: Interval
  /// The sum of the squared weights.
  public let tau: Interval

  /// The equations for a mapping and weights.
  public init(_ mapping: MomentMapping<Interval>, omega: Interval, tau: Interval) {
    self.mapping = mapping
    self.omega = omega
    self.tau = tau
  }

  /// The point of the paper's domain that belongs to (mu, nu).
  public func point(_ state: Pair<Interval>) -> Point<Interval> {
    Point(mu: state.first, omega: omega, nu: state.second, tau: tau)
  }

  /// `g - (mu, nu)` over a box.
  public func residual(over box: Pair<Interval>) -> Pair<Interval> {
    let image = mapping(point(box))
    return Pair(image.mean - box.first, image.variance - box.second)
  }

  /// `H - I` over a box.
  public func derivative(over box: Pair<Interval>) -> Matrix2<Interval> {
    let h = mapping.jacobian(at: point(box))
    let one = Interval(1)
    return Matrix2(h.a11 - one, h.a12, h.a21, h.a22 - one)
  }

  /// Encloses the derivatives of the fixed point by omega (first column) and tau, over boxes that hold it.
  ///
  /// By the implicit function theorem they are `(I - H)^(-1)` times the derivatives of g by omega and tau. Entire where
  /// `I - H` may be singular.
  public func parameterDerivative(over box: Pair<Interval>) -> Matrix2<Interval> {
    let moments = mapping.moments(at: point(box))
    let h = mapping.jacobian(at: point(box))
    let one = Interval(1)
    let (a, d) = (one - h.a11, one - h.a22)
    let determinant = a * d - h.a12 * h.a21
    let inverse = Matrix2(d / determinant, h.a12 / determinant, h.a21 / determinant, a / determinant)
    return inverse
      * Matrix2(
        box.first * moments.meanByMean, box.second * moments.meanByVariance,
        box.first * moments.varianceByMean, box.second * moments.varianceByVariance)
  }

  /// A point of `region`, near the fixed point for the middle of omega and tau if Newton's method finds one there.
  ///
  /// Nothing is claimed of it but that it lies in the region.
  public func approximateFixedPoint(from region: Pair<Interval>) -> Pair<Interval> {
    let activation = Activation(
      alpha: mapping.activation.alpha.midpoint, lambda: mapping.activation.lambda.midpoint)
    let (omega, tau) = (omega.midpoint, tau.midpoint)
    var (mu, nu) = (region.first.midpoint, region.second.midpoint)
    for _ in 0..<8 {
      let point = Point(mu: mu, omega: omega, nu: nu, tau: tau)
      let (mean, variance) = MomentMapping(activation)(point)
      let h = MomentMapping(activation).jacobian(at: point)
      let (a, d) = (1 - h.a11, 1 - h.a22)
      let determinant = a * d - h.a12 * h.a21
      let (r, s) = (mean - mu, variance - nu)
      if r.magnitude + s.magnitude < 0x1p-50 { break }
      mu = region.first.clamp(mu + (d * r + h.a12 * s) / determinant)
      nu = region.second.clamp(nu + (h.a21 * r + a * s) / determinant)
    }
    return Pair(Interval(mu), Interval(nu))
  }
}

extension Interval {
  /// The member nearest to `value`; the midpoint for NaN.
  func clamp(_ value: Double) -> Double {
    value.isNaN ? midpoint : Swift.min(Swift.max(value, lowerBound), upperBound)
  }
}
