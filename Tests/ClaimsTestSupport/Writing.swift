import GridChecker
import RealArithmetic
import SELUClaims

// Claims and formulas as they are written in tests: `.mean < "0.06773"`.

extension Expression: ExpressibleByStringLiteral {
  /// A decimal, written as a string so that it never passes through a Double.
  public init(stringLiteral text: StaticString) { self = .number(PrintedDecimal(stringLiteral: text).value) }
}

extension Expression {
  package static let mu = Expression.variable(.mu)
  package static let omega = Expression.variable(.omega)
  package static let nu = Expression.variable(.nu)
  package static let tau = Expression.variable(.tau)
  package static let y = Expression.variable(.y)
  package static let x = Expression.variable(.x)
  package static let z = Expression.variable(.z)
  package static let e1 = Expression.scaledComplement(.one)
  package static let e2 = Expression.scaledComplement(.two)
  package static let rootX = squareRoot(x)
  package static let varianceChange = variance - nu
  package static let secondMomentChange = secondMoment - nu

  /// An entry of J by the numbers of its row and column.
  package static func j(_ row: Index, _ column: Index) -> Expression { .secondMomentJacobian(row: row, column: column) }

  /// An entry of H by the numbers of its row and column.
  package static func h(_ row: Index, _ column: Index) -> Expression { .jacobian(row: row, column: column) }
}

extension Claim {
  /// A claim written in a test.
  package static func listed(_ make: () throws -> Claim) -> Claim {
    do { return try make() } catch { preconditionFailure("\(error)") }
  }
}

extension ExactRange {
  package init(_ lower: PrintedDecimal, _ upper: PrintedDecimal) { self.init(lower.value, upper.value) }

  /// The range that holds one number only.
  package static func at(_ value: PrintedDecimal) -> ExactRange { ExactRange(value, value) }
}

extension Quantity {
  /// The absolute value of an expression or of a derivative of it.
  package static func absolute(_ expression: Expression, derivative: Variable? = nil) -> Quantity {
    Quantity(expression, derivative: derivative, isAbsolute: true)
  }
}

extension Quantity {
  /// The claim that the quantity is less than a printed bound everywhere.
  package static func < (quantity: Quantity, bound: PrintedDecimal) -> Proposition {
    .bound(quantity, .less, bound)
  }

  /// The claim that the quantity is at most a printed bound everywhere.
  package static func <= (quantity: Quantity, bound: PrintedDecimal) -> Proposition {
    .bound(quantity, .atMost, bound)
  }

  /// The claim that the quantity is greater than a printed bound everywhere.
  package static func > (quantity: Quantity, bound: PrintedDecimal) -> Proposition {
    .bound(quantity, .greater, bound)
  }

  /// The claim that the quantity is at least a printed bound everywhere.
  package static func >= (quantity: Quantity, bound: PrintedDecimal) -> Proposition {
    .bound(quantity, .atLeast, bound)
  }
}

extension Expression {
  /// The claim that the expression is less than a printed bound everywhere.
  package static func < (quantity: Expression, bound: PrintedDecimal) -> Proposition {
    .bound(Quantity(quantity), .less, bound)
  }

  /// The claim that the expression is at most a printed bound everywhere.
  package static func <= (quantity: Expression, bound: PrintedDecimal) -> Proposition {
    .bound(Quantity(quantity), .atMost, bound)
  }

  /// The claim that the expression is greater than a printed bound everywhere.
  package static func > (quantity: Expression, bound: PrintedDecimal) -> Proposition {
    .bound(Quantity(quantity), .greater, bound)
  }

  /// The claim that the expression is at least a printed bound everywhere.
  package static func >= (quantity: Expression, bound: PrintedDecimal) -> Proposition {
    .bound(Quantity(quantity), .atLeast, bound)
  }
}
