import MomentMap
import RealArithmetic

/// A pair of unknowns, as points or as the sides of a box.
public struct Pair<Scalar: RealScalar>: Sendable {
  /// The first unknown.
  public var first: Scalar
  /// The second unknown.
  public var second: Scalar

  /// The pair of both.
  public init(_ first: Scalar, _ second: Scalar) {
    self.first = first
    self.second = second
  }
}

extension Pair where Scalar: EnclosingScalar {
  /// The thin box in the middle.
  var centre: Pair { Pair(first.centre, second.centre) }

  /// Whether the box lies in the interior of another.
  func isInterior(to other: Pair) -> Bool {
    first.isInterior(to: other.first) && second.isInterior(to: other.second)
  }

  /// Whether the box, known to be inside another, is not all of it.
  func isProperSubset(of other: Pair) -> Bool {
    !(first.isEqual(to: other.first) && second.isEqual(to: other.second))
  }

  /// The common part of two boxes.
  public func intersection(_ other: Pair) -> Pair {
    Pair(first.intersection(other.first), second.intersection(other.second))
  }
}

/// A system of two equations in two unknowns, `F(z) = 0`, with its derivative.
///
/// Both requirements must enclose: over a box they return bounds for all of its points.
public protocol EquationPair<Scalar>: Sendable {
  /// The arithmetic of the unknowns.
  associatedtype Scalar: EnclosingScalar

  /// The left-hand sides over a box.
  func residual(over box: Pair<Scalar>) -> Pair<Scalar>

  /// The matrix of derivatives over a box.
  func derivative(over box: Pair<Scalar>) -> Matrix2<Scalar>
}

extension EquationPair {
  /// Krawczyk's operator `K(X) = c - Y F(c) + (I - Y F'(X)) (X - c)`, with c the centre of X and Y an approximate
  /// inverse of `F'(c)`; nil where no approximate inverse is found.
  ///
  /// Every zero in X lies in `K(X)`. If `K(X)` lies in the interior of X, X holds exactly one zero: Y and all of
  /// `F'(X)` are then invertible, and the map `z - Y F(z)` contracts X into itself.
  /// Source: R. Krawczyk, Computing 4 (1969); A. Neumaier, Interval Methods for Systems of Equations, section 5.1.
  public func krawczyk(_ box: Pair<Scalar>) -> Pair<Scalar>? {
    let c = box.centre
    guard let inverse = approximateInverse(derivative(over: c)) else { return nil }
    let step = inverse * residual(over: c)
    let slopes = inverse * derivative(over: box)
    let one = c.first.constant(1)
    let remainder = Matrix2(one - slopes.a11, -slopes.a12, -slopes.a21, one - slopes.a22)
    let spread = remainder * Pair(box.first - c.first, box.second - c.second)
    return Pair((c.first - step.first) + spread.first, (c.second - step.second) + spread.second)
  }

  /// A box with thin entries near the inverse; Krawczyk's operator is valid for any choice.
  private func approximateInverse(_ matrix: Matrix2<Scalar>) -> Matrix2<Scalar>? {
    let determinant = matrix.determinant.centre
    guard (determinant * determinant).isPositive else { return nil }
    return Matrix2(
      (matrix.a22 / determinant).centre, (-matrix.a12 / determinant).centre,
      (-matrix.a21 / determinant).centre, (matrix.a11 / determinant).centre)
  }
}

extension Matrix2 {
  /// The matrix times a column.
  static func * (matrix: Matrix2, column: Pair<Scalar>) -> Pair<Scalar> {
    Pair(
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

/// What an enclosing iteration found out about the zeros of a system in a box.
public enum ZeroEnclosure<Scalar: EnclosingScalar>: Sendable {
  /// Exactly one zero lies in `region`, and it lies in `enclosure`.
  case unique(enclosure: Pair<Scalar>, region: Pair<Scalar>)
  /// The box holds no zero.
  case none
  /// Any zero of the box lies in this part of it; whether there is one, and only one, was not decided.
  case unknown(Pair<Scalar>)
}

extension EquationPair {
  /// Contracts a box around its zeros by Krawczyk's operator, until it shrinks no more or the steps are used up.
  public func contract(_ box: Pair<Scalar>, maximumSteps: Int = 30) -> ZeroEnclosure<Scalar> {
    var current = box
    var region: Pair<Scalar>?
    for _ in 0..<maximumSteps {
      guard let image = krawczyk(current) else { break }
      if region == nil && image.isInterior(to: current) { region = current }
      let next = image.intersection(current)
      if next.first.isVoid || next.second.isVoid { return .none }
      if !next.isProperSubset(of: current) { break }
      current = next
    }
    return region.map { .unique(enclosure: current, region: $0) } ?? .unknown(current)
  }
}
