import MomentMap
import RealArithmetic

/// A system of two equations in two unknowns, `F(z) = 0`, with its derivative.
///
/// Both requirements must enclose: over a box they return bounds for all of its points, of a function that is
/// continuously differentiable on all of the box. Where that cannot be promised they return a side without members or
/// an unbounded one; nothing is then concluded.
public protocol EquationPair<Scalar>: Sendable {
  /// The arithmetic of the unknowns.
  associatedtype Scalar: EnclosingScalar

  /// The left-hand sides over a box.
  func residual(over box: Vector2<Scalar>) -> Vector2<Scalar>

  /// The matrix of derivatives over a box.
  func derivative(over box: Vector2<Scalar>) -> Matrix2<Scalar>
}

extension EquationPair {
  /// Krawczyk's operator `K(X) = c - Y F(c) + (I - Y F'(X)) (X - c)`, with c the centre of X and Y an approximate
  /// inverse of `F'(c)`; nil where no approximate inverse is found or the equations promise nothing.
  ///
  /// Every zero in X lies in `K(X)`. If X is bounded and `K(X)` lies in its interior, X holds exactly one zero: the
  /// spread `(I - Y F'(X)) (X - c)` is then narrower than X in every component, so that in a suitable maximum norm
  /// every matrix of `I - Y F'(X)` has a norm less than 1; Y and all of `F'(X)` are invertible, and the map
  /// `z - Y F(z)` contracts X into itself.
  /// Source: R. Krawczyk, Computing 4 (1969); A. Neumaier, Interval Methods for Systems of Equations, section 5.1.
  public func krawczyk(_ box: Vector2<Scalar>) -> Vector2<Scalar>? {
    let c = box.centre
    // The mean value theorem needs the centre to be a member.
    guard !c.intersection(box).isProperSubset(of: c), let inverse = approximateInverse(derivative(over: c)) else {
      return nil
    }
    let value = residual(over: c)
    let derivative = derivative(over: box)
    guard !value.isVoid && !derivative.isVoid else { return nil }
    let step = inverse * value
    let slopes = inverse * derivative
    let one = c.first.constant(1)
    let remainder = Matrix2(one - slopes.a11, -slopes.a12, -slopes.a21, one - slopes.a22)
    let spread = remainder * Vector2(box.first - c.first, box.second - c.second)
    return Vector2((c.first - step.first) + spread.first, (c.second - step.second) + spread.second)
  }

  /// A matrix with thin entries near the inverse; Krawczyk's operator is valid for any choice.
  private func approximateInverse(_ matrix: Matrix2<Scalar>) -> Matrix2<Scalar>? {
    let determinant = matrix.determinant.centre
    guard (determinant * determinant).isPositive else { return nil }
    let inverse = Matrix2(
      (matrix.a22 / determinant).centre, (-matrix.a12 / determinant).centre,
      (-matrix.a21 / determinant).centre, (matrix.a11 / determinant).centre)
    return inverse.isVoid ? nil : inverse
  }
}

extension Matrix2 {
  /// The matrix times a column.
  static func * (matrix: Matrix2, column: Vector2<Scalar>) -> Vector2<Scalar> {
    Vector2(
      matrix.a11 * column.first + matrix.a12 * column.second,
      matrix.a21 * column.first + matrix.a22 * column.second)
  }

  /// The product of two matrices.
  static func * (a: Matrix2, b: Matrix2) -> Matrix2 {
    Matrix2(
      a.a11 * b.a11 + a.a12 * b.a21, a.a11 * b.a12 + a.a12 * b.a22,
      a.a21 * b.a11 + a.a22 * b.a21, a.a21 * b.a12 + a.a22 * b.a22)
  }
}

extension Matrix2 where Scalar: EnclosingScalar {
  /// Whether an entry is known to have no members.
  var isVoid: Bool { a11.isVoid || a12.isVoid || a21.isVoid || a22.isVoid }
}

/// What an enclosing iteration found out about the zeros of a system in a box.
public enum ZeroEnclosure<Scalar: EnclosingScalar>: Sendable {
  /// Exactly one zero lies in `region`, and it lies in `enclosure`.
  case unique(enclosure: Vector2<Scalar>, region: Vector2<Scalar>)
  /// The box holds no zero.
  case none
  /// Any zero of the box lies in this part of it; whether there is one, and only one, was not decided.
  case unknown(Vector2<Scalar>)
}

extension EquationPair {
  /// Contracts a box around its zeros by Krawczyk's operator, until it shrinks no more or the steps are used up.
  ///
  /// The region of a unique zero is a part of `box` that holds all zeros of `box`, so that the zero is the only one
  /// there, too. For a box that is not bounded, or has no members, nothing is concluded.
  public func contract(_ box: Vector2<Scalar>, maximumSteps: Int = 30) -> ZeroEnclosure<Scalar> {
    guard box.isBounded && !box.isVoid else { return .unknown(box) }
    var current = box
    var region: Vector2<Scalar>?
    for _ in 0..<maximumSteps {
      guard let image = krawczyk(current) else { break }
      if region == nil && image.isInterior(to: current) { region = current }
      let next = image.intersection(current)
      if next.isVoid { return .none }
      if !next.isKnown || !next.isProperSubset(of: current) { break }
      current = next
    }
    return region.map { .unique(enclosure: current, region: $0) } ?? .unknown(current)
  }
}

extension Vector2 where Scalar: EnclosingScalar {
  /// Whether both sides are sets of numbers, and not the sign of an arithmetic that it has nothing to say.
  fileprivate var isKnown: Bool { first.isEqual(to: first) && second.isEqual(to: second) }

  /// Whether both sides are bounded, as far as is known.
  ///
  /// The differences of members of an unbounded interval are all real numbers, the only interval with members that is
  /// in its own interior.
  fileprivate var isBounded: Bool {
    let (a, b) = (first - first, second - second)
    return !a.isInterior(to: a) && !b.isInterior(to: b)
  }
}
