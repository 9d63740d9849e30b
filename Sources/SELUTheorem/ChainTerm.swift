import RealArithmetic
import SELUClaims

/// A formula of a printed argument: numbers that have names, and the operations of the field.
public indirect enum ChainTerm: Sendable, Hashable {
  /// A number of the argument, by its name.
  case named(String)
  /// A number that stands in the formula itself.
  case number(Rational)
  /// A sum.
  case sum(ChainTerm, ChainTerm)
  /// A difference.
  case difference(ChainTerm, ChainTerm)
  /// A product.
  case product(ChainTerm, ChainTerm)
  /// A quotient.
  case quotient(ChainTerm, ChainTerm)

  /// The exact value, or nil if a name has none or a denominator is zero.
  func value(_ values: [String: Rational]) -> Rational? {
    switch self {
    case .named(let name): return values[name]
    case .number(let number): return number
    case .sum(let a, let b): return Self.apply(+, a, b, values)
    case .difference(let a, let b): return Self.apply(-, a, b, values)
    case .product(let a, let b): return Self.apply(*, a, b, values)
    case .quotient(let a, let b): return b.value(values) == 0 ? nil : Self.apply(/, a, b, values)
    }
  }

  /// The names that occur.
  var names: Set<String> {
    switch self {
    case .named(let name): [name]
    case .number: []
    case .sum(let a, let b), .difference(let a, let b), .product(let a, let b), .quotient(let a, let b):
      a.names.union(b.names)
    }
  }

  private static func apply(
    _ operation: (Rational, Rational) -> Rational, _ a: ChainTerm, _ b: ChainTerm, _ values: [String: Rational]
  ) -> Rational? {
    guard let left = a.value(values), let right = b.value(values) else { return nil }
    return operation(left, right)
  }
}

// MARK: - Writing terms

extension ChainTerm: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// A number by its name.
  public init(stringLiteral name: String) { self = .named(name) }

  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(Rational(value)) }

  /// A decimal of the paper.
  static func decimal(_ decimal: PrintedDecimal) -> ChainTerm { .number(decimal.value) }

  /// A sum.
  static func + (a: ChainTerm, b: ChainTerm) -> ChainTerm { .sum(a, b) }
  /// A difference.
  static func - (a: ChainTerm, b: ChainTerm) -> ChainTerm { .difference(a, b) }
  /// A product.
  static func * (a: ChainTerm, b: ChainTerm) -> ChainTerm { .product(a, b) }
  /// A quotient.
  static func / (a: ChainTerm, b: ChainTerm) -> ChainTerm { .quotient(a, b) }
}

// MARK: - As it is printed

extension ChainTerm: CustomStringConvertible {
  /// The formula with the names in it.
  public var description: String {
    switch self {
    case .named(let name): name
    case .number(let number): number.description
    case .sum(let a, let b): "\(a) + \(b)"
    case .difference(let a, let b): "\(a) - \(b.inParentheses(around: \.isSum))"
    case .product(let a, let b):
      "\(a.inParentheses(around: \.isSum)) \(b.inParentheses { $0.isSum || $0.isQuotient })"
    case .quotient(let a, let b):
      "\(a.inParentheses(around: \.isSum))/\(b.inParentheses { $0.isSum || $0.isProduct || $0.isQuotient })"
    }
  }

  private func inParentheses(around needsThem: (ChainTerm) -> Bool) -> String {
    needsThem(self) ? "(\(self))" : description
  }

  private var isSum: Bool {
    switch self {
    case .sum, .difference: true
    default: false
    }
  }

  private var isProduct: Bool {
    if case .product = self { return true }
    return false
  }

  private var isQuotient: Bool {
    if case .quotient = self { return true }
    return false
  }
}
