import RealArithmetic

/// The assertion that two polynomials are the same.
public struct PolynomialIdentity: Sendable, Hashable {
  /// The one side.
  public let left: Polynomial
  /// The other side.
  public let right: Polynomial

  /// An identity between two polynomials.
  public init(_ left: Polynomial, _ right: Polynomial) {
    self.left = left
    self.right = right
  }

  /// Whether both sides are the same.
  public var holds: Bool { (left - right).isZero }

  /// A point at which the sides differ, and left minus right there; nil if the identity holds.
  ///
  /// A polynomial that vanishes wherever each indeterminate takes one value more than its degree in it is zero, so that
  /// such a grid has a point where one that is not zero shows it. The values are 1/(n+1), ..., 1/2, 1, so that they
  /// suit a probability.
  var counterexample: (point: [String: Rational], difference: Rational)? {
    let difference = left - right
    var grid: [[String: Rational]] = [[:]]
    for name in difference.indeterminates {
      let values = (1...(difference.degree(in: name) + 1)).map { Rational(1, over: BigInteger($0)) }
      grid = grid.flatMap { point in values.map { value in point.merging([name: value]) { $1 } } }
    }
    return grid.lazy.map { ($0, difference.value(at: $0)) }.first { !$0.1.isZero }
  }
}
