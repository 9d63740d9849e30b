import RealArithmetic

/// The words that stand for a quantity: what the reader knows, and what a description prints.
///
/// A new quantity without operands is a case of `Expression` and a line here.
extension Expression {
  /// The names, each of its own expression.
  package static let vocabulary: [(name: String, expression: Expression)] =
    Variable.allCases.map { ($0.rawValue, .variable($0)) }
    + [
      ("pi", .pi), ("alpha01", .alpha), ("lambda01", .lambda),
      ("mean", .mean), ("xi", .secondMoment), ("var", .variance), ("S", .spectralNorm),
      ("z0", .tailArgument(.zero)), ("z1", .tailArgument(.one)), ("z2", .tailArgument(.two)),
      ("E0", .scaledComplement(.zero)), ("E1", .scaledComplement(.one)), ("E2", .scaledComplement(.two)),
      ("A", .tail(.zero)), ("B", .tail(.one)), ("C", .tail(.two)), ("N", .density),
    ]
    + Index.allCases.flatMap { row in
      Index.allCases.flatMap { column in
        [
          ("H\(row.rawValue)\(column.rawValue)", .jacobian(row: row, column: column)),
          ("J\(row.rawValue)\(column.rawValue)", .secondMomentJacobian(row: row, column: column)),
        ]
      }
    }

  /// The functions of one argument, by the names that the reader knows and a description prints.
  package static let functions: [(name: String, make: @Sendable (Expression) -> Expression)] = [
    ("sqrt", { .squareRoot($0) }), ("exp", { .exponential($0) }), ("erfc", { .erfc($0) }), ("erfcx", { .erfcx($0) }),
  ]

  /// The expression for a name.
  static let named = Dictionary(vocabulary) { first, _ in first }

  private static let names = Dictionary(vocabulary.map { ($0.expression, $0.name) }) { first, _ in first }
}

extension Expression: CustomStringConvertible {
  /// The formula in the paper's notation, as the reader of claims files reads it (docs/claims-language.md).
  public var description: String {
    switch self {
    case .number(let number): number.description
    case .sum(let a, let b): "\(a) + \(b.inBrackets(below: .product))"
    case .difference(let a, let b): "\(a) - \(b.inBrackets(below: .product))"
    case .product(let a, let b): "\(a.inBrackets(below: .product)) * \(b.inBrackets(below: .numeral))"
    case .quotient(let a, let b): "\(a.inBrackets(below: .product)) / \(b.inBrackets(below: .factor))"
    // A number behind a sign is a negative number, no negation.
    case .negation(.number(let number)): "-(\(number))"
    case .negation(let a): "-\(a.inBrackets(below: .product))"
    case .square(let a): "\(a.inBrackets(below: .factor))^2"
    case .squareRoot(let a): "sqrt(\(a))"
    case .exponential(let a): "exp(\(a))"
    case .erfc(let a): "erfc(\(a))"
    case .erfcx(let a): "erfcx(\(a))"
    case .pi, .variable, .alpha, .lambda, .mean, .secondMoment, .variance, .jacobian, .secondMomentJacobian,
      .spectralNorm, .tailArgument, .tail, .scaledComplement, .density:
      Self.names[self] ?? ""
    }
  }

  /// How tightly the outermost operation binds.
  private enum Binding: Int {
    case sum, product, numeral, factor
  }

  private var binding: Binding {
    switch self {
    case .sum, .difference, .negation: .sum
    case .product, .quotient: .product
    case .number(let number): number.signum < 0 ? .sum : number.isInteger ? .factor : .numeral
    default: .factor
    }
  }

  private func inBrackets(below binding: Binding) -> String {
    self.binding.rawValue < binding.rawValue ? "(\(description))" : description
  }
}
