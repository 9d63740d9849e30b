import IntervalArithmetic
import MomentMap
import RealArithmetic

// Where to look for a fixed point. Nothing here is part of a proof.
extension FixedPointEquations {
  /// A point of `region`, near the fixed point for the middle of omega and tau if Newton's method finds one there; it
  /// is tried for the SELU.
  ///
  /// Nothing is claimed of it but that it lies in the region.
  public func approximateFixedPoint(from region: Vector2<Interval>) -> Vector2<Interval> {
    guard let selu = activation as? Activation<Interval> else { return region.centre }
    let activation = Activation(alpha: selu.alpha.midpoint, lambda: selu.lambda.midpoint)
    let mapping = MomentMapping(activation)
    let (omega, tau) = (omega.midpoint, tau.midpoint)
    var (mu, nu) = (region.first.midpoint, region.second.midpoint)
    for _ in 0..<8 {
      let step = mapping.newtonStep(from: Vector2(mu, nu), omega: omega, tau: tau)
      if step.isNegligible { break }
      mu = region.first.clamp(mu + step.change.first)
      nu = region.second.clamp(nu + step.change.second)
    }
    return Vector2(Interval(mu), Interval(nu))
  }

  /// The box around an approximate fixed point `c` that its derivatives by the weights suggest, times a margin.
  ///
  /// Nothing is claimed of it; whether it holds the fixed points for all weights is for Krawczyk's operator to prove.
  public func suggestedNeighbourhood(of c: Vector2<Interval>, margin: Double = 1.25) -> Vector2<Interval> {
    let slopes = parameterDerivative(over: c)
    let change = Vector2(omega - omega.centre, tau - tau.centre)
    let shift = slopes * change
    func widened(_ centre: Interval, by shift: Interval) -> Interval {
      let radius = margin * shift.magnitude + 0x1p-46 * (1 + centre.magnitude)
      return centre + Interval(lowerBound: -radius, upperBound: radius)
    }
    return Vector2(widened(c.first, by: shift.first), widened(c.second, by: shift.second))
  }
}

extension MomentMapping<Activation<Double>> {
  /// One step of Newton's method towards a fixed point.
  package struct NewtonStep {
    package let change: Vector2<Double>
    /// Whether the point is as good as fixed already.
    package let isNegligible: Bool
  }

  /// The step from (mu, nu).
  package func newtonStep(from state: Vector2<Double>, omega: Double, tau: Double) -> NewtonStep {
    let point = Point(mu: state.first, omega: omega, nu: state.second, tau: tau)
    let moments = moments(at: point)
    let h = jacobian(at: point, moments)
    let (a, d) = (1 - h.a11, 1 - h.a22)
    let determinant = a * d - h.a12 * h.a21
    let (r, s) = (moments.mean - state.first, moments.variance - state.second)
    return NewtonStep(
      change: Vector2((d * r + h.a12 * s) / determinant, (h.a21 * r + a * s) / determinant),
      isNegligible: r.magnitude + s.magnitude < 0x1p-50)
  }
}

extension Interval {
  /// The member nearest to `value`; the midpoint for NaN.
  fileprivate func clamp(_ value: Double) -> Double {
    value.isNaN ? midpoint : Swift.min(Swift.max(value, lowerBound), upperBound)
  }
}
