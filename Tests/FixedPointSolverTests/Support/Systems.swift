import FixedPointSolver
import MomentMap
import RealArithmetic

/// `x^2 + y^2 = 2`, `x = y`: the zeros are (1, 1) and (-1, -1).
struct CircleAndLine<Scalar: EnclosingScalar>: EquationPair {
  func residual(over box: Vector2<Scalar>) -> Vector2<Scalar> {
    Vector2(
      box.first.squared() + box.second.squared() - box.first.constant(2), box.first - box.second)
  }

  func derivative(over box: Vector2<Scalar>) -> Matrix2<Scalar> {
    let one = box.first.constant(1)
    return Matrix2(box.first + box.first, box.second + box.second, one, -one)
  }
}

/// `x^2 = 0`, `y = x`: the only zero, (0, 0), is a double one.
struct DoubleRoot<Scalar: EnclosingScalar>: EquationPair {
  func residual(over box: Vector2<Scalar>) -> Vector2<Scalar> { Vector2(box.first.squared(), box.second - box.first) }

  func derivative(over box: Vector2<Scalar>) -> Matrix2<Scalar> {
    let one = box.first.constant(1)
    return Matrix2(box.first + box.first, one - one, -one, one)
  }
}

/// `x^2 + 1 = 0`, `y = 0`: no zero at all.
struct NoRoot<Scalar: EnclosingScalar>: EquationPair {
  func residual(over box: Vector2<Scalar>) -> Vector2<Scalar> {
    Vector2(box.first.squared() + box.first.constant(1), box.second)
  }

  func derivative(over box: Vector2<Scalar>) -> Matrix2<Scalar> {
    let one = box.first.constant(1)
    return Matrix2(box.first + box.first, one - one, one - one, one)
  }
}

/// `1/x - 1 = 0`, `y = 0`, for positive x only: promises nothing elsewhere.
struct PartialSystem<Scalar: EnclosingScalar>: EquationPair {
  func residual(over box: Vector2<Scalar>) -> Vector2<Scalar> {
    let one = box.first.constant(1)
    return Vector2(box.first.isPositive ? one / box.first - one : nothing(box.first), box.second)
  }

  func derivative(over box: Vector2<Scalar>) -> Matrix2<Scalar> {
    let one = box.first.constant(1)
    let slope = box.first.isPositive ? -(one / box.first.squared()) : nothing(box.first)
    return Matrix2(slope, one - one, one - one, one)
  }

  /// An interval without members.
  private func nothing(_ scalar: Scalar) -> Scalar { scalar.constant(0).intersection(scalar.constant(1)) }
}

/// `x^2 + x + 1 = 0`, `y = 0`: no zero, and a slope of 1 at the middle of all numbers.
struct NoRootAnywhere<Scalar: EnclosingScalar>: EquationPair {
  func residual(over box: Vector2<Scalar>) -> Vector2<Scalar> {
    Vector2(box.first.squared() + box.first + box.first.constant(1), box.second)
  }

  func derivative(over box: Vector2<Scalar>) -> Matrix2<Scalar> {
    let one = box.first.constant(1)
    return Matrix2(box.first + box.first + one, one - one, one - one, one)
  }
}
