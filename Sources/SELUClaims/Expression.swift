import RealArithmetic

/// A quantity of the paper as data: a formula over the variables, the activation's parameters and the moments.
///
/// An expression can be evaluated in every arithmetic, can tell which variables it depends on, and can be printed. The
/// named quantities (`mean`, `spectralNorm`, ...) stand for the generic functions of `MomentMap`.
public indirect enum Expression: Sendable, Hashable {
  // MARK: Numbers and variables

  /// An exact number.
  case number(Rational)
  /// The number pi.
  case pi
  /// A variable.
  case variable(Variable)
  /// The activation's alpha.
  case alpha
  /// The activation's lambda.
  case lambda

  // MARK: The map and its Jacobians

  /// The mean of the activation, the paper's mu~.
  case mean
  /// The second moment of the activation, the paper's xi~.
  case secondMoment
  /// The variance of the activation, the paper's nu~.
  case variance
  /// An entry of H, the Jacobian of (mu, nu) -> (mean, variance).
  case jacobian(row: Index, column: Index)
  /// An entry of J, the Jacobian of (mu, nu) -> (mean, second moment).
  case secondMomentJacobian(row: Index, column: Index)
  /// The largest singular value S of H.
  case spectralNorm

  // MARK: What the moments are made of

  /// z_k = (y + k x) / sqrt(2 x).
  case tailArgument(Tail)
  /// g erfcx(z_k), where g = e^(-z_0^2): A = erfc(z_0), B = e^(y + x/2) erfc(z_1), C = e^(2 y + 2 x) erfc(z_2).
  case tail(Tail)
  /// E_k = erfcx(z_k) = e^(z_k^2) erfc(z_k).
  case scaledComplement(Tail)
  /// N = g / sqrt(2 pi x), the density of the net input at 0.
  case density

  // MARK: Operations

  /// A sum.
  case sum(Expression, Expression)
  /// A difference.
  case difference(Expression, Expression)
  /// A product.
  case product(Expression, Expression)
  /// A quotient; the denominator is not zero.
  case quotient(Expression, Expression)
  /// The expression with the opposite sign.
  case negation(Expression)
  /// The square.
  case square(Expression)
  /// The square root of an expression that is not negative.
  case squareRoot(Expression)
  /// The exponential function.
  case exponential(Expression)
  /// The complementary error function.
  case erfc(Expression)
  /// The scaled complementary error function, e^(t^2) erfc(t).
  case erfcx(Expression)

  /// The number of a row or column.
  public enum Index: Int, Sendable, Hashable, CaseIterable {
    /// The first.
    case one = 1
    /// The second.
    case two = 2
  }

  /// The number k of z_k, and of what is made of it.
  public enum Tail: Int, Sendable, Hashable {
    /// k = 0.
    case zero = 0
    /// k = 1.
    case one = 1
    /// k = 2.
    case two = 2
  }
}

// MARK: - Writing expressions

extension Expression: ExpressibleByIntegerLiteral {
  /// An integer.
  public init(integerLiteral value: Int) { self = .number(Rational(value)) }
}

extension Expression {
  /// A sum of two expressions.
  public static func + (a: Expression, b: Expression) -> Expression { .sum(a, b) }

  /// A difference of two expressions.
  public static func - (a: Expression, b: Expression) -> Expression { .difference(a, b) }

  /// A product of two expressions.
  public static func * (a: Expression, b: Expression) -> Expression { .product(a, b) }

  /// A quotient of two expressions.
  public static func / (a: Expression, b: Expression) -> Expression { .quotient(a, b) }

  /// An expression with the opposite sign; a number with it, of a number.
  public static prefix func - (a: Expression) -> Expression {
    if case .number(let number) = a { .number(-number) } else { .negation(a) }
  }
}
