import RealArithmetic

/// The relation between a quantity and a bound.
public enum Inequality: String, Sendable, Hashable {
  /// Strictly less.
  case less = "<"
  /// At most.
  case atMost = "<="
  /// Strictly greater.
  case greater = ">"
  /// At least.
  case atLeast = ">="

  /// Whether the claim is about the supremum of the quantity; otherwise it is about the infimum.
  public var boundsAbove: Bool { self == .less || self == .atMost }

  /// Whether `value` stands in this relation to `bound`.
  package func holds(_ value: Rational, _ bound: Rational) -> Bool {
    switch self {
    case .less: value < bound
    case .atMost: value <= bound
    case .greater: value > bound
    case .atLeast: value >= bound
    }
  }
}

// MARK: - Writing claims

// A claim on an expression or a quantity, as it is written in the registry: `.mean < "0.06773"`.

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
