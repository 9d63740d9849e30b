// What can be said of an expression without evaluating it.
extension Expression {
  /// The derivative by a variable as an expression; nil where there is no rule for it here.
  package func derivative(by variable: Variable) -> Expression? {
    switch self {
    case .number, .pi, .alpha, .lambda: return 0
    case .variable(let other): return other == variable ? 1 : 0
    case .negation(let a): return a.derivative(by: variable).map { -$0 }
    case .sum(let a, let b): return Self.combine(a, b, variable) { $0 + $1 }
    case .difference(let a, let b): return Self.combine(a, b, variable) { $0 - $1 }
    case .product(let a, let b): return Self.combine(a, b, variable) { $0 * b + a * $1 }
    case .square(let a): return a.derivative(by: variable).map { 2 * a * $0 }
    case .exponential(let a): return a.derivative(by: variable).map { self * $0 }
    // erfc' = -(2/sqrt pi) e^(-t^2)
    case .erfc(let a):
      return a.derivative(by: variable).map { -(2 / .squareRoot(.pi) * .exponential(-.square(a))) * $0 }
    default: return nil
    }
  }

  private static func combine(
    _ a: Expression, _ b: Expression, _ variable: Variable, _ rule: (Expression, Expression) -> Expression
  ) -> Expression? {
    guard let first = a.derivative(by: variable), let second = b.derivative(by: variable) else { return nil }
    return rule(first, second)
  }

  /// 1, -1 or 0 if the value is positive, negative or zero whatever the variables are; nil if that does not follow from
  /// the signs of the parts.
  package var structuralSign: Int? {
    switch self {
    case .number(let number): return number.signum
    case .pi, .exponential, .erfc, .erfcx: return 1
    case .negation(let a): return a.structuralSign.map { -$0 }
    case .square(let a): return a.structuralSign.map { $0 * $0 }
    case .squareRoot(let a): return a.structuralSign == 1 ? 1 : nil
    case .sum(let a, let b): return Self.signOfSum(a.structuralSign, b.structuralSign)
    case .difference(let a, let b): return Self.signOfSum(a.structuralSign, b.structuralSign.map { -$0 })
    case .product(let a, let b): return Self.signOfProduct(a.structuralSign, b.structuralSign)
    case .quotient(let a, let b): return b.structuralSign.flatMap { Self.signOfQuotient(a.structuralSign, $0) }
    default: return nil
    }
  }

  private static func signOfSum(_ a: Int?, _ b: Int?) -> Int? {
    guard let a, let b, a * b >= 0 else { return nil }
    return a == 0 ? b : a
  }

  private static func signOfProduct(_ a: Int?, _ b: Int?) -> Int? {
    if a == 0 || b == 0 { return 0 }
    guard let a, let b else { return nil }
    return a * b
  }

  private static func signOfQuotient(_ a: Int?, _ b: Int) -> Int? {
    b == 0 ? nil : signOfProduct(a, b)
  }
}
