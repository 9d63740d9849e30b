import IntervalArithmetic
import MomentMap
import RealArithmetic

/// The equations `g(mu, nu; omega, tau) - (mu, nu) = 0` of a fixed point of the moment mapping, for all weights in a
/// box.
///
/// What is proved of these equations over intervals omega and tau holds for each (omega, tau) inside. Over boxes of
/// (mu, nu) and weights for which `nu tau` may not be positive the requirements return sides without members.
public struct FixedPointEquations: EquationPair {
  /// The activation.
  let activation: any BoxActivation
  /// The sum of the weights.
  public let omega: Interval
  /// The sum of the squared weights.
  public let tau: Interval

  /// The equations for a mapping and weights.
  public init<Function: ActivationFunction<Interval>>(
    _ mapping: MomentMapping<Function>, omega: Interval, tau: Interval
  ) {
    // What `NetInputMoments` says of the SELU it says for positive parameters.
    let selu = (mapping.activation as? Activation<Interval>).flatMap {
      $0.alpha.isPositive && $0.lambda.isPositive ? $0 : nil
    }
    self.init(selu ?? GeneralActivation(function: mapping.activation), omega: omega, tau: tau)
  }

  init(_ activation: any BoxActivation, omega: Interval, tau: Interval) {
    self.activation = activation
    self.omega = omega
    self.tau = tau
  }

  /// Whether fixed points are found, or excluded, however small or large their variance is: if not, a survey needs a
  /// bounded region.
  public var coversAllVariances: Bool { activation.scaledMoments(.all) != nil }

  /// The point of the paper's domain that belongs to (mu, nu).
  public func point(_ state: Vector2<Interval>) -> Point<Interval> {
    Point(mu: state.first, omega: omega, nu: state.second, tau: tau)
  }

  /// `g - (mu, nu)` over a box.
  public func residual(over box: Vector2<Interval>) -> Vector2<Interval> {
    guard let input = input(over: box) else { return Vector2(.empty, .empty) }
    let image = activation.image(input)
    return Vector2(image.first - box.first, image.second - box.second)
  }

  /// `H - I` over a box.
  public func derivative(over box: Vector2<Interval>) -> Matrix2<Interval> {
    let h = jacobian(over: box)
    let one = Interval(1)
    return Matrix2(h.a11 - one, h.a12, h.a21, h.a22 - one)
  }

  /// The Jacobian H of g over a box.
  public func jacobian(over box: Vector2<Interval>) -> Matrix2<Interval> {
    guard let slopes = slopes(over: box) else { return Matrix2(.empty, .empty, .empty, .empty) }
    return jacobian(slopes)
  }

  /// The Jacobian H from the derivatives of mean and variance by the net input's y = mu omega and x = nu tau.
  func jacobian(_ slopes: Matrix2<Interval>) -> Matrix2<Interval> {
    Matrix2(omega * slopes.a11, tau * slopes.a12, omega * slopes.a21, tau * slopes.a22)
  }

  /// The derivatives of mean and variance by y and x over a box; nil where the variance of the net input may not be
  /// positive.
  func slopes(over box: Vector2<Interval>) -> Matrix2<Interval>? { input(over: box).map(activation.slopes) }

  private func input(over box: Vector2<Interval>) -> NetInput<Interval>? {
    let input = point(box).netInput
    return input.variance.isPositive ? input : nil
  }

  /// Encloses the derivatives of the fixed point by omega (first column) and tau, over boxes that hold it.
  ///
  /// By the implicit function theorem they are `(I - H)^(-1)` times the derivatives of g by omega and tau. Entire where
  /// `I - H` may be singular.
  public func parameterDerivative(over box: Vector2<Interval>) -> Matrix2<Interval> {
    guard let slopes = slopes(over: box) else {
      return Matrix2(Interval.entire, .entire, .entire, .entire)
    }
    return parameterDerivative(over: box, slopes)
  }

  /// As `parameterDerivative(over:)`, from the derivatives of mean and variance by the net input's y and x.
  func parameterDerivative(over box: Vector2<Interval>, _ slopes: Matrix2<Interval>) -> Matrix2<Interval> {
    let h = jacobian(slopes)
    let (a, d) = (Interval(1) - h.a11, Interval(1) - h.a22)
    let determinant = a * d - h.a12 * h.a21
    guard !determinant.contains(0) && !determinant.isEmpty else {
      return Matrix2(Interval.entire, .entire, .entire, .entire)
    }
    let inverse = Matrix2(d / determinant, h.a12 / determinant, h.a21 / determinant, a / determinant)
    return inverse
      * Matrix2(
        box.first * slopes.a11, box.second * slopes.a12, box.first * slopes.a21, box.second * slopes.a22)
  }
}
