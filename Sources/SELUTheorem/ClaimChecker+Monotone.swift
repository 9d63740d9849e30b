import IntervalArithmetic
import RealArithmetic
import SELUClaims

// Monotonicity on a line or half-line.
extension ClaimChecker {
  /// Decides whether an expression is strictly monotone in a variable with an open range, by the structure of its
  /// derivative: exp has no zeros, because exp(t) exp(-t) = 1, and is a square, exp(t) = exp(t/2)^2; so it is positive,
  /// and so is what is made of positive numbers by products, quotients and sums.
  func check(
    _ expression: Expression, _ direction: Direction, in variable: Variable, on range: Domain.OpenRange
  ) -> Finding {
    guard let slope = expression.derivative(by: variable), let sign = slope.structuralSign, sign != 0,
      expression.variables == [variable]
    else { return Finding(.undecided) }
    let isAsClaimed = (sign > 0) == (direction == .increasing)
    let values = range.farPoints.compactMap { value(of: slope, variable, at: $0) }
    // The slope has one sign, and comes as near to zero as at these points.
    let least = values.reduce(Double.infinity) { min($0, $1.magnitude) }
    var finding = Finding(isAsClaimed ? .proved : .refuted, boxes: values.count)
    finding.enclosure =
      sign > 0 ? Interval(lowerBound: 0, upperBound: least) : Interval(lowerBound: -least, upperBound: 0)
    if !isAsClaimed {
      finding.witness = value(of: slope, variable, at: range.member).map {
        Witness(point: [(variable, range.member)], value: $0)
      }
    }
    return finding
  }

  /// The value at a point; nil if it is not known.
  private func value(of expression: Expression, _ variable: Variable, at point: Rational) -> Interval? {
    Quantity(expression).function(of: [variable], activation).value(over: [Interval(enclosing: point)], within: nil)
  }
}

extension Domain.OpenRange {
  /// Points near both ends.
  fileprivate var farPoints: [Rational] {
    switch self {
    case .positive: [Rational(1, over: 1024), 1024]
    case .all: [-1024, 1024]
    }
  }

  /// A point inside.
  fileprivate var member: Rational {
    switch self {
    case .positive: 1
    case .all: 0
    }
  }
}
