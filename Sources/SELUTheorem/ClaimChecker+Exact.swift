import IntervalArithmetic
import RealArithmetic

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

  /// Decides whether two polynomials are the same; `value` is what both are said to be worth.
  func check(_ identity: PolynomialIdentity, value: Rational) -> Finding {
    guard let (_, difference) = identity.counterexample else {
      return Finding(identity.holds ? .proved : .undecided, enclosure: Interval(enclosing: value), boxes: 1)
    }
    let enclosure = Interval(enclosing: value + difference)
    return Finding(.refuted, enclosure: enclosure, witness: Witness(point: [], value: enclosure), boxes: 1)
  }
}
