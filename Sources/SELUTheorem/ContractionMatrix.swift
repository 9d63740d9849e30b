import GridChecker
import IntervalArithmetic
import MomentMap
import SELUClaims

/// The matrix M of the derivatives of mean and variance by y = mu omega and x = nu tau: with it the paper's Jacobian is
/// H = M diag(omega, tau).
struct ContractionMatrix: PlanarMatrix {
  let activation: Activation<Interval>

  func entries(_ y: Interval, _ x: Interval) -> PlanarEntries? {
    guard x.isPositive else { return nil }
    let moments = Moments(activation, NetInput(mean: y, variance: x))
    return PlanarEntries(
      moments.meanByMean, moments.meanByVariance, moments.varianceByMean, moments.varianceByVariance)
  }
}
