import FixedPointSolver
import IntervalArithmetic
import MomentMap
import RealArithmetic
import SELUClaims

// Claims that are decided without boxes: on rational numbers and polynomials, without rounding, and on the parameters.
extension ClaimChecker {
  /// Decides whether an expression made of rational numbers is equal to one.
  func check(_ expression: Expression, equals value: Rational) -> Finding {
    guard let exact = expression.exactValue() else { return Finding(.undecided) }
    let enclosure = Interval(enclosing: exact)
    return Finding(
      exact == value ? .proved : .refuted, enclosure: enclosure, witness: Witness(point: [], value: enclosure), boxes: 1
    )
  }

  /// Decides whether a quotient of polynomials is a number everywhere. The witness of a refutation is the quotient at a
  /// point.
  func check(_ identity: PolynomialIdentity, value: Rational) -> Finding {
    guard let (_, difference) = identity.counterexample(value) else {
      return Finding(identity.holds(value) ? .proved : .undecided, enclosure: Interval(enclosing: value), boxes: 1)
    }
    let enclosure = Interval(enclosing: value + difference)
    return Finding(.refuted, enclosure: enclosure, witness: Witness(point: [], value: enclosure), boxes: 1)
  }

  /// Decides whether the parameter of the activation that belongs to a wanted fixed point of mean 0 rounds to a printed
  /// decimal.
  ///
  /// For mean 0 there is no other solution with lambda > 0: the first of the two equations (`ParameterEquations`) is
  /// linear in alpha, and the second gives lambda^2 from it.
  func check(
    _ parameter: ActivationParameter, for target: FixedPointTarget, roundsTo printed: PrintedDecimal
  ) -> Finding {
    guard target.mean.isZero, let solution = try? ParameterSolver.solve(target) else { return Finding(.undecided) }
    let value = parameter == .alpha ? solution.alpha : solution.lambda
    var finding = Finding(printed.isRounding(of: value), enclosure: value, boxes: 1)
    finding.witness = Witness(point: [], value: value)
    return finding
  }
}
