import GridChecker
import IntervalArithmetic
import RealArithmetic
import SELUClaims

// Monotonicity and signs.
extension ClaimChecker {
  /// Decides whether an expression is strictly monotone in a variable on a domain, by the sign of its derivative.
  ///
  /// A derivative of one sign without zeros proves it. One of the wrong sign at a point refutes it, since the variable can
  /// be moved from there; a derivative of zero does neither.
  func check(_ expression: Expression, _ direction: Direction, in variable: Variable, on domain: Domain) -> Finding {
    if domain.openRanges[variable] != nil { return checkOnLine(expression, direction, in: variable, on: domain) }
    guard let range = domain.range(of: variable), range.lower < range.upper else { return Finding(.undecided) }
    let increases = direction == .increasing
    let slope = Quantity(expression, derivative: variable)
    return check(slope, increases ? .greater : .less, 0, on: domain).refutedOnlyByWrongSign(positive: increases)
  }

  /// Decides whether a variable times a cofactor has the sign of the variable: it has if the cofactor is positive.
  func check(signOf variable: Variable, cofactor: Quantity, on domain: Domain) -> Finding {
    guard let range = domain.range(of: variable), range.lower < range.upper else { return Finding(.undecided) }
    // Where the cofactor is negative it is so nearby, too, where the variable is not zero.
    return check(cofactor, .greater, 0, on: domain).refutedOnlyByWrongSign(positive: true)
  }

  /// Decides whether an expression is strictly monotone in a variable that is not bounded, by the structure of its
  /// derivative: exp has no zeros, because exp(t) exp(-t) = 1, and is a square, exp(t) = exp(t/2)^2; so it is positive,
  /// and so is what is made of positive numbers by products, quotients and sums.
  private func checkOnLine(
    _ expression: Expression, _ direction: Direction, in variable: Variable, on domain: Domain
  ) -> Finding {
    let box = Box(Self.farPoints.map { Side(Coordinate($0)) })
    guard let slope = expression.derivative(by: variable), let sign = slope.structuralSign, sign != 0,
      expression.variables == [variable]
    else { return Finding(.undecided) }
    let isAsClaimed = (sign > 0) == (direction == .increasing)
    let values = box.sides.map { value(of: slope, variable, at: $0.lower.enclosure) }
    // The slope has one sign, and comes as near to zero as at these points.
    let least = values.reduce(Double.infinity) { min($0, $1.magnitude) }
    var finding = Finding(isAsClaimed ? .proved : .refuted, boxes: values.count)
    finding.enclosure =
      sign > 0 ? Interval(lowerBound: 0, upperBound: least) : Interval(lowerBound: -least, upperBound: 0)
    if !isAsClaimed {
      finding.witness = Witness(point: [(variable, 0)], value: value(of: slope, variable, at: Interval(0)))
    }
    return finding
  }

  /// Points far out on both sides.
  private static let farPoints: [Rational] = [-1024, 1024]

  private func value(of expression: Expression, _ variable: Variable, at point: Interval) -> Interval {
    let environment = Environment(activation: activation, coordinates: [variable], values: [point])
    return expression.value(in: environment) ?? .entire
  }
}

extension Finding {
  /// The finding on a slope or cofactor that has to be greater than zero, or less: as a refutation counts only a witness
  /// of the opposite sign.
  fileprivate func refutedOnlyByWrongSign(positive: Bool) -> Finding {
    guard decision == .refuted else { return self }
    var copy = self
    let isWrong = witness.map { positive ? $0.value.upperBound < 0 : $0.value.lowerBound > 0 } ?? false
    if !isWrong { copy.decision = .undecided }
    return copy
  }
}
