import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic

/// The equations `g(mu, nu; omega, tau) - (mu, nu) = 0` in any enclosing arithmetic, by interval extension alone.
///
/// For narrow boxes; `FixedPointEquations` has more to say over wide ones.
package struct PlainFixedPointEquations<Function: ActivationFunction>: EquationPair
where Function.Scalar: EnclosingScalar {
  package typealias Scalar = Function.Scalar

  let mapping: MomentMapping<Function>
  let omega: Scalar
  let tau: Scalar

  package init(mapping: MomentMapping<Function>, omega: Scalar, tau: Scalar) {
    self.mapping = mapping
    self.omega = omega
    self.tau = tau
  }

  package func residual(over box: Vector2<Scalar>) -> Vector2<Scalar> {
    let (mean, variance) = mapping(point(box))
    return Vector2(mean - box.first, variance - box.second)
  }

  package func derivative(over box: Vector2<Scalar>) -> Matrix2<Scalar> {
    let h = jacobian(over: box)
    let one = omega.constant(1)
    return Matrix2(h.a11 - one, h.a12, h.a21, h.a22 - one)
  }

  func jacobian(over box: Vector2<Scalar>) -> Matrix2<Scalar> { mapping.jacobian(at: point(box)) }

  private func point(_ box: Vector2<Scalar>) -> Point<Scalar> {
    Point(mu: box.first, omega: omega, nu: box.second, tau: tau)
  }
}

extension FixedPoint {
  /// The behaviour of the moment mapping near the fixed point, for exact weights, in multi-precision arithmetic.
  ///
  /// The fixed point lies in `enclosure`, and Krawczyk's operator loses none: what it makes of that box with so many
  /// bits is an enclosure as well. Accuracy: a few dozen bits less than `precision`, if `I - H` is not near to
  /// singular.
  ///
  /// - Parameters:
  ///   - activation: The activation for which the fixed point was found, as a function of a number that knows the
  ///     precision.
  ///   - omega: The sum of the weights, one of those for which the fixed point was found.
  ///   - tau: The sum of the squared weights, likewise.
  public func behaviour(
    _ activation: (DyadicInterval) -> any ActivationFunction<DyadicInterval>, omega: Rational, tau: Rational,
    precision: Int
  ) -> FixedPointBehaviour<DyadicInterval> {
    let one = DyadicInterval(Dyadic(1), precision: precision)
    return behaviour(activation(one), omega: one.constant(omega), tau: one.constant(tau), precision: precision)
  }

  private func behaviour(
    _ activation: some ActivationFunction<DyadicInterval>, omega: DyadicInterval, tau: DyadicInterval, precision: Int
  ) -> FixedPointBehaviour<DyadicInterval> {
    let equations = PlainFixedPointEquations(mapping: MomentMapping(activation), omega: omega, tau: tau)
    let box = Vector2(
      DyadicInterval(enclosure.first, precision: precision), DyadicInterval(enclosure.second, precision: precision))
    let location: Vector2<DyadicInterval>
    switch equations.contract(box) {
    case .unique(let enclosure, _), .unknown(let enclosure): location = enclosure
    // There is one, so this cannot be.
    case .none: location = box
    }
    return FixedPointBehaviour(location: location, jacobian: equations.jacobian(over: location))
  }
}
