import IntervalArithmetic
import MomentMap
import RealArithmetic

extension FixedPointEquations {
  /// Whether it is proved that a box of (mu, nu) holds no fixed point, whatever the weights.
  ///
  /// Either the enclosure of `g - (mu, nu)` leaves zero out, or that of the growth of the variance leaves one out.
  public func excludesFixedPoint(in box: Pair<Interval>) -> Bool {
    guard let moments = moments(over: box) else { return false }
    let image = moments.image
    return (image.first - box.first).leavesOut(0) || (image.second - box.second).leavesOut(0)
      || growth(moments.whole).leavesOut(1)
  }

  /// Encloses `v / nu`, the factor by which the variance grows, without the cancellation in `v = m2 - m1^2`.
  ///
  /// For Z normally distributed with variance `x = nu tau` and a Lipschitz continuous f,
  ///
  ///     x (E f'(Z))^2 <= Var f(Z) <= x E f'(Z)^2.
  ///
  /// The left inequality is Cauchy's and Schwarz's for the covariance of f(Z) and Z, which is `x E f'(Z)`; the right
  /// one is the Gaussian Poincare inequality (H. Chernoff, Annals of Probability 9, 1981). For the activation
  ///
  ///     E f' = dm1/dy,     E f'^2 = (lambda^2/2) ((2 - A) + alpha^2 C).
  private func growth(_ moments: Moments<Interval>) -> Interval {
    let activation = mapping.activation
    let meanSquare =
      Interval(0.5) * activation.lambda.squared()
      * (moments.halfLines.positiveProbability + activation.alpha.squared() * moments.halfLines.tail2)
    return tau * moments.meanByMean.squared().convexHull(meanSquare)
  }
}

extension Interval {
  /// Whether it is proved that `value` is not a member; false for the empty interval, of which nothing is known.
  fileprivate func leavesOut(_ value: Double) -> Bool { !contains(value) && !isEmpty }
}
