import IntervalArithmetic
import RealArithmetic
import SELUClaims

// Claims on rational numbers and polynomials, which are decided without rounding.
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
}
