extension Expression {
  /// The variables on which the value depends; x and y stand for themselves.
  public var variables: Set<Variable> {
    switch self {
    case .number, .pi, .alpha, .lambda: []
    case .variable(let variable): [variable]
    case .mean, .secondMoment, .variance, .tailArgument, .tail, .scaledComplement, .density: [.y, .x]
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

  /// What has to hold of a part of an expression at every point of a set, for the value over the set to be defined and right.
  package enum Premise: Hashable, Sendable {
    case isPositive(Expression)
    case isNotNegative(Expression)
    case isNotZero(Expression)
  }

  /// The premises of the value, and of the derivatives if these are wanted: whoever evaluates the expression over a set of
  /// points must know them of all of these, or take the value as unknown. The arithmetic alone would not do: an interval
  /// operation passes over the points at which it is undefined.
  package func premises(ofDerivatives: Bool) -> Set<Premise> {
    var premises = operands.reduce(into: Set<Premise>()) { $0.formUnion($1.premises(ofDerivatives: ofDerivatives)) }
    switch self {
    case .mean, .secondMoment, .variance, .jacobian, .secondMomentJacobian, .tailArgument, .tail, .scaledComplement,
      .density:
      premises.insert(.isPositive(.variable(.x)))
    case .spectralNorm:
      premises.formUnion([.isPositive(.variable(.x)), .isPositive(.jacobian(row: .two, column: .two))])
    case .quotient(_, let denominator): premises.formUnion(denominator.premisesOfNotVanishing)
    case .squareRoot(let a) where a.structuralSign != 1:
      premises.insert(ofDerivatives ? .isPositive(a) : .isNotNegative(a))
    default: break
    }
    return premises
  }

  /// When the expression, which is defined, is not zero.
  private var premisesOfNotVanishing: Set<Premise> {
    if let sign = structuralSign, sign != 0 { return [] }
    return switch self {
    case .product(let a, let b): a.premisesOfNotVanishing.union(b.premisesOfNotVanishing)
    case .quotient(let a, _), .negation(let a), .square(let a): a.premisesOfNotVanishing
    case .squareRoot(let a): [.isPositive(a)]
    default: [.isNotZero(self)]
    }
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
