import RealArithmetic

extension Expression {
  /// The exact value at a point, where it follows by the operations of the field alone; nil where it does not, or a variable is missing, or a denominator is zero.
  package func exactValue(at point: [Variable: Rational] = [:]) -> Rational? {
    switch self {
    case .number(let number): return number
    case .variable(let variable): return point[variable]
    case .sum(let a, let b): return Self.apply(+, a, b, point)
    case .difference(let a, let b): return Self.apply(-, a, b, point)
    case .product(let a, let b): return Self.apply(*, a, b, point)
    case .quotient(let a, let b):
      return b.exactValue(at: point) == 0 ? nil : Self.apply(/, a, b, point)
    case .negation(let a): return a.exactValue(at: point).map { -$0 }
    case .square(.tailArgument(let tail)): return Self.squareOfTailArgument(tail, point)
    case .square(let a): return a.exactValue(at: point).map { $0.squared() }
    default: return nil
    }
  }

  /// z_k^2 = (y + k x)^2 / (2 x).
  private static func squareOfTailArgument(_ tail: Tail, _ point: [Variable: Rational]) -> Rational? {
    guard let y = point[.y], let x = point[.x], x.signum > 0 else { return nil }
    return (y + Rational(tail.rawValue) * x).squared() / (2 * x)
  }

  private static func apply(
    _ operation: (Rational, Rational) -> Rational, _ a: Expression, _ b: Expression, _ point: [Variable: Rational]
  ) -> Rational? {
    guard let left = a.exactValue(at: point), let right = b.exactValue(at: point) else { return nil }
    return operation(left, right)
  }
}

extension [Variable: Rational] {
  /// The values with y = mu omega and x = nu tau, where the factors are known.
  package var withProducts: [Variable: Rational] {
    var values = self
    if let mu = self[.mu], let omega = self[.omega] { values[.y] = mu * omega }
    if let nu = self[.nu], let tau = self[.tau] { values[.x] = nu * tau }
    return values
  }
}
