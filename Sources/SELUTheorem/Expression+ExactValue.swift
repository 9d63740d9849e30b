import RealArithmetic

extension Expression {
  /// The exact value at a point, where it is a rational number by the operations of the field alone; nil where it is
  /// not, or a variable is missing, or a denominator is zero.
  func exactValue(at point: [Variable: Rational] = [:]) -> Rational? {
    switch self {
    case .number(let number): return number
    case .variable(let variable): return point[variable]
    case .sum(let a, let b): return Self.apply(+, a, b, point)
    case .difference(let a, let b): return Self.apply(-, a, b, point)
    case .product(let a, let b): return Self.apply(*, a, b, point)
    case .quotient(let a, let b):
      return b.exactValue(at: point) == 0 ? nil : Self.apply(/, a, b, point)
    case .negation(let a): return a.exactValue(at: point).map { -$0 }
    case .square(let a): return a.exactValue(at: point).map { $0.squared() }
    default: return nil
    }
  }

  private static func apply(
    _ operation: (Rational, Rational) -> Rational, _ a: Expression, _ b: Expression, _ point: [Variable: Rational]
  ) -> Rational? {
    guard let left = a.exactValue(at: point), let right = b.exactValue(at: point) else { return nil }
    return operation(left, right)
  }
}
