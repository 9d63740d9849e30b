import RealArithmetic

/// The assertion that the quotient of two polynomials is a number, whatever the indeterminates are: that the one is a
/// multiple of the other, which is not zero where the quotient is meant.
public struct PolynomialIdentity: Sendable, Hashable {
  /// The numerator.
  public let numerator: Polynomial
  /// The denominator.
  public let denominator: Polynomial

  /// An assertion on a quotient; on a polynomial, if no denominator is given.
  public init(_ numerator: Polynomial, over denominator: Polynomial = 1) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Whether numerator and `value` times the denominator are the same polynomial, and the denominator is not zero.
  public func holds(_ value: Rational) -> Bool { !denominator.isZero && difference(value).isZero }

  private func difference(_ value: Rational) -> Polynomial { numerator - Polynomial(value) * denominator }

  /// A point at which the quotient is defined and differs from `value`, and the difference there; nil if there is none.
  ///
  /// A polynomial that vanishes wherever each indeterminate takes one value more than its degree in it is zero, so that
  /// such a grid has a point where one that is not zero shows it. The values are 1/(n+1), ..., 1/2, 1, so that they
  /// suit a probability.
  package func counterexample(_ value: Rational) -> (point: [String: Rational], difference: Rational)? {
    let difference = difference(value)
    let product = difference * denominator
    var grid: [[String: Rational]] = [[:]]
    for name in product.indeterminates {
      let values = (1...(product.degree(in: name) + 1)).map { Rational(1, over: BigInteger($0)) }
      grid = grid.flatMap { point in values.map { value in point.merging([name: value]) { $1 } } }
    }
    return grid.first { !product.value(at: $0).isZero }
      .map { ($0, difference.value(at: $0) / denominator.value(at: $0)) }
  }
}
