import MomentMap
import RealArithmetic

extension MomentMapping where Function.Scalar: EnclosingScalar {
  /// Encloses mean and variance of the next layer over a narrow box of (mu, nu), for weights omega and tau.
  ///
  /// The interval extension, which widens a box by a factor that grows without bound for small variances, is
  /// intersected with the mean-value form `g(c) + H(X) (X - c)`, which widens it as the mapping itself does: an orbit
  /// that contracts can be followed through any number of layers.
  ///
  /// Domain: nu and tau positive; nil where that is not proved.
  public func enclosure(of box: Vector2<Scalar>, omega: Scalar, tau: Scalar) -> Vector2<Scalar>? {
    guard box.second.isPositive && tau.isPositive else { return nil }
    let whole = valueAndJacobian(at: Point(mu: box.first, omega: omega, nu: box.second, tau: tau))
    let centre = box.centre
    let middle = self(Point(mu: centre.first, omega: omega, nu: centre.second, tau: tau))
    let change = whole.jacobian * Vector2(box.first - centre.first, box.second - centre.second)
    return Vector2(whole.mean, whole.variance)
      .intersection(Vector2(middle.mean + change.first, middle.variance + change.second))
  }
}
