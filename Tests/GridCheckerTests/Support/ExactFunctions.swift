import IntervalArithmetic
import RealArithmetic

@testable import GridChecker

/// A function that the checker can enclose and that the tests can evaluate without error.
protocol ExactFunction: BoxFunction {
  /// The value at a point.
  func exactValue(at point: [Rational]) -> Rational
}

extension ExactFunction {
  /// The negative of the function.
  var negated: any BoxFunction { NegatedFunction(self) }
}

/// Himmelblau's function `(x^2 + y - 11)^2 + (x + y^2 - 7)^2`: four minima of value 0, one of them at (3, 2), and a
/// local maximum of about 181.617 near (-0.27, -0.92).
struct Himmelblau: ExactFunction {
  func exactValue(at point: [Rational]) -> Rational {
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
  func exactValue(at point: [Rational]) -> Rational { point[0] * point[1] }
  func value(over v: [Interval]) -> Interval? { v[0] * v[1] }
  func gradient(over v: [Interval]) -> [Interval?] { [v[1], v[0]] }
}

/// `height - (x - a)^2 - 3 (y - b)^2`: a single maximum, at a point that may be none of binary64.
struct Hill: ExactFunction {
  let height: Rational
  let summit: [Rational]

  func exactValue(at point: [Rational]) -> Rational {
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
  func exactValue(at point: [Rational]) -> Rational {
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
  func exactValue(at point: [Rational]) -> Rational { min(1, 2 - point[0].squared() - point[1].squared()) }

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
  func exactValue(at point: [Rational]) -> Rational { point.reduce(0, +) }
  func value(over v: [Interval]) -> Interval? { v.reduce(Interval(0), +) }
  func gradient(over v: [Interval]) -> [Interval?] { v.map { _ in Interval(1) } }
}

/// `x (1 - x) y` of three variables of which the last does not count, so that its derivative is zero everywhere.
struct Idle: ExactFunction {
  func exactValue(at point: [Rational]) -> Rational { point[0] * (1 - point[0]) * point[1] }
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

  func exactValue(at point: [Rational]) -> Rational { function.exactValue(at: point) }

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
  func exactValue(at point: [Rational]) -> Rational { function.exactValue(at: point) }
  func value(over v: [Interval]) -> Interval? { function.value(over: v) }
  func gradient(over v: [Interval]) -> [Interval?] { function.gradient(over: v).map { $0.map { -$0 } } }
}
