import IntervalArithmetic
import RealArithmetic

@testable import GridChecker

/// A function that the checker can enclose and that the tests can evaluate without error.
protocol ExactFunction: BoxFunction where Scalar == Interval {
  /// The value at a point.
  func trueValue(at point: [Rational]) -> Rational
  func value(over v: [Interval]) -> Interval?
  func gradient(over v: [Interval]) -> [Interval?]
}

extension ExactFunction {
  func value(over v: [Interval], within _: Tree.Neighbourhood?) -> Interval? { value(over: v) }

  func gradient(over v: [Interval], along axes: [Int], within _: Tree.Neighbourhood?) -> [Interval?] {
    let gradient = gradient(over: v)
    return axes.map { gradient[$0] }
  }
}

/// Himmelblau's function `(x^2 + y - 11)^2 + (x + y^2 - 7)^2`: four minima of value 0, one of them at (3, 2), and a
/// local maximum of about 181.617 near (-0.27, -0.92).
struct Himmelblau: ExactFunction {
  func trueValue(at point: [Rational]) -> Rational {
    (point[0].squared() + point[1] - 11).squared() + (point[0] + point[1].squared() - 7).squared()
  }

  func value(over v: [Interval]) -> Interval? {
    (v[0].squared() + v[1] - Interval(11)).squared() + (v[0] + v[1].squared() - Interval(7)).squared()
  }

  func gradient(over v: [Interval]) -> [Interval?] {
    let p = v[0].squared() + v[1] - Interval(11)
    let q = v[0] + v[1].squared() - Interval(7)
    return [Interval(4) * v[0] * p + Interval(2) * q, Interval(2) * p + Interval(4) * v[1] * q]
  }
}

/// `x y`: its extrema over a box are at corners.
struct Product: ExactFunction {
  func trueValue(at point: [Rational]) -> Rational { point[0] * point[1] }
  func value(over v: [Interval]) -> Interval? { v[0] * v[1] }
  func gradient(over v: [Interval]) -> [Interval?] { [v[1], v[0]] }
}

/// `height - (x - a)^2 - 3 (y - b)^2`: a single maximum, at a point that may be none of binary64.
struct Hill: ExactFunction {
  let height: Rational
  let summit: [Rational]

  func trueValue(at point: [Rational]) -> Rational {
    height - (point[0] - summit[0]).squared() - 3 * (point[1] - summit[1]).squared()
  }

  func value(over v: [Interval]) -> Interval? {
    let (a, b) = (Interval(enclosing: summit[0]), Interval(enclosing: summit[1]))
    return Interval(enclosing: height) - (v[0] - a).squared() - Interval(3) * (v[1] - b).squared()
  }

  func gradient(over v: [Interval]) -> [Interval?] {
    let (a, b) = (Interval(enclosing: summit[0]), Interval(enclosing: summit[1]))
    return [Interval(-2) * (v[0] - a), Interval(-6) * (v[1] - b)]
  }
}

/// `1 - (x - 1/10)^2 (1 + y^2)`: largest on all of the line x = 1/10.
struct Ridge: ExactFunction {
  func trueValue(at point: [Rational]) -> Rational {
    1 - (point[0] - Rational(1, over: 10)).squared() * (1 + point[1].squared())
  }

  func value(over v: [Interval]) -> Interval? {
    Interval(1) - (v[0] - tenth).squared() * (Interval(1) + v[1].squared())
  }

  func gradient(over v: [Interval]) -> [Interval?] {
    let distance = v[0] - tenth
    return [
      Interval(-2) * distance * (Interval(1) + v[1].squared()), Interval(-2) * distance.squared() * v[1],
    ]
  }

  private var tenth: Interval { Interval(enclosing: Rational(1, over: 10)) }
}

/// `min(1, 2 - x^2 - y^2)`: the value 1 on all of the unit disc, a slope outside. Not differentiable on the circle,
/// where the gradient is that of either side; the mean-value theorem holds with their hull.
struct Plateau: ExactFunction {
  func trueValue(at point: [Rational]) -> Rational { min(1, 2 - point[0].squared() - point[1].squared()) }

  func value(over v: [Interval]) -> Interval? { Interval.min(Interval(1), dome(v)) }

  func gradient(over v: [Interval]) -> [Interval?] {
    let dome = dome(v)
    let slopes = [Interval(-2) * v[0], Interval(-2) * v[1]]
    if dome.upperBound < 1 { return slopes }
    return slopes.map { dome.lowerBound > 1 ? Interval(0) : $0.convexHull(Interval(0)) }
  }

  private func dome(_ v: [Interval]) -> Interval { Interval(2) - v[0].squared() - v[1].squared() }
}

/// `x + y`.
struct Sum: ExactFunction {
  func trueValue(at point: [Rational]) -> Rational { point.reduce(0, +) }
  func value(over v: [Interval]) -> Interval? { v.reduce(Interval(0), +) }
  func gradient(over v: [Interval]) -> [Interval?] { v.map { _ in Interval(1) } }
}

/// `x (1 - x) y` of three variables of which the last does not count, so that its derivative is zero everywhere.
struct Idle: ExactFunction {
  func trueValue(at point: [Rational]) -> Rational { point[0] * (1 - point[0]) * point[1] }
  func value(over v: [Interval]) -> Interval? { v[0] * (Interval(1) - v[0]) * v[1] }
  func gradient(over v: [Interval]) -> [Interval?] {
    [(Interval(1) - v[0] - v[0]) * v[1], v[0] * (Interval(1) - v[0]), Interval(0)]
  }
}

/// A function whose enclosures hold more than they need to, and which is known in part only.
struct Veiled<Function: ExactFunction>: ExactFunction {
  /// What is hidden.
  enum Part { case values, gradients, valuesOnTheRight }

  let function: Function
  let hidden: Part

  func trueValue(at point: [Rational]) -> Rational { function.trueValue(at: point) }

  func value(over v: [Interval]) -> Interval? {
    switch hidden {
    case .values: nil
    case .gradients: function.value(over: v)
    case .valuesOnTheRight: v[0].upperBound > 0.75 ? nil : function.value(over: v)
    }
  }

  func gradient(over v: [Interval]) -> [Interval?] {
    switch hidden {
    case .values: function.gradient(over: v)
    case .gradients: v.map { _ in nil }
    case .valuesOnTheRight: v[0].upperBound > 0.75 ? v.map { _ in nil } : function.gradient(over: v)
    }
  }
}

/// A function with a gradient of the wrong sign: an unsound description of it.
struct Mirrored<Function: ExactFunction>: ExactFunction {
  let function: Function
  func trueValue(at point: [Rational]) -> Rational { function.trueValue(at: point) }
  func value(over v: [Interval]) -> Interval? { function.value(over: v) }
  func gradient(over v: [Interval]) -> [Interval?] { function.gradient(over: v).map { $0.map { -$0 } } }
}

/// Himmelblau's function in any arithmetic, which is known exactly at points.
struct Polynomial<Scalar: EnclosingScalar>: BoxFunction {
  let one: Scalar

  func value(over v: [Scalar], within _: Tree.Neighbourhood?) -> Scalar? {
    let (p, q) = factors(v)
    return p.squared() + q.squared()
  }

  func gradient(over v: [Scalar], along axes: [Int], within _: Tree.Neighbourhood?) -> [Scalar?] {
    let (p, q) = factors(v)
    let (two, four) = (one.constant(2), one.constant(4))
    let gradient = [four * v[0] * p + two * q, two * p + four * v[1] * q]
    return axes.map { gradient[$0] }
  }

  func exactValue(at point: [Rational]) -> Rational? { Himmelblau().trueValue(at: point) }

  private func factors(_ v: [Scalar]) -> (Scalar, Scalar) {
    (v[0].squared() + v[1] - one.constant(11), v[0] + v[1].squared() - one.constant(7))
  }
}
