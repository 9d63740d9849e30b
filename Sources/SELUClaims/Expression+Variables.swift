extension Expression {
  /// The variables on which the value depends; x and y stand for themselves.
  public var variables: Set<Variable> {
    switch self {
    case .number, .pi, .alpha, .lambda: []
    case .variable(let variable): [variable]
    case .mean, .secondMoment, .variance, .tailArgument, .tail, .scaledTail, .density: [.y, .x]
    case .jacobian(_, let column), .secondMomentJacobian(_, let column):
      [.y, .x, column == .one ? .omega : .tau]
    case .spectralNorm: [.y, .x, .omega, .tau]
    case .sum, .difference, .product, .quotient, .negation, .square, .squareRoot, .exponential, .erfc, .erfcx:
      operands.reduce(into: []) { $0.formUnion($1.variables) }
    }
  }

  /// Whether the value is made from the half-line moments at (y, x).
  package var usesMoments: Bool {
    switch self {
    case .mean, .secondMoment, .variance, .jacobian, .secondMomentJacobian, .spectralNorm, .tail, .density: true
    default: operands.contains(where: \.usesMoments)
    }
  }

  /// Expressions whose values have to be positive for this one's value to be right: whoever evaluates it over a set of
  /// points must know this of all of them, or take the value as unknown.
  package var positivePremises: Set<Expression> {
    self == .spectralNorm
      ? [.jacobian(row: .two, column: .two)] : operands.reduce(into: []) { $0.formUnion($1.positivePremises) }
  }

  /// What an operation is applied to; nothing for anything else.
  package var operands: [Expression] {
    switch self {
    case .sum(let a, let b), .difference(let a, let b), .product(let a, let b), .quotient(let a, let b): [a, b]
    case .negation(let a), .square(let a), .squareRoot(let a), .exponential(let a), .erfc(let a), .erfcx(let a): [a]
    default: []
    }
  }
}
