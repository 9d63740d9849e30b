import RealArithmetic

/// What a claim bounds: an expression, a partial derivative of one, or the absolute value of either.
public struct Quantity: Sendable, Hashable {
  /// The expression.
  public let expression: Expression
  /// The variable by which the expression is differentiated, if any.
  public let derivative: Variable?
  /// Whether the claim is on the absolute value.
  public let isAbsolute: Bool

  /// A quantity.
  public init(_ expression: Expression, derivative: Variable? = nil, isAbsolute: Bool = false) {
    self.expression = expression
    self.derivative = derivative
    self.isAbsolute = isAbsolute
  }

  /// The variables on which the quantity depends.
  public var variables: Set<Variable> {
    expression.variables.union(derivative.map { [$0] } ?? [])
  }
}

extension Quantity: CustomStringConvertible {
  /// The formula in the paper's notation.
  public var description: String {
    let value = derivative.map { "d(\(expression))/d\($0.rawValue)" } ?? expression.description
    return isAbsolute ? "|\(value)|" : value
  }
}
