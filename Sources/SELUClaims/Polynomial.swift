import RealArithmetic

/// A polynomial with rational coefficients in named indeterminates, in its normal form: two polynomials are equal if and
/// only if they have the same values everywhere.
public struct Polynomial: Sendable, Hashable {
  /// A product of powers of indeterminates: their exponents, all greater than zero.
  package typealias Monomial = [String: Int]

  /// The coefficients, none of them zero.
  package private(set) var coefficients: [Monomial: Rational]

  private init(_ coefficients: [Monomial: Rational]) {
    self.coefficients = coefficients.filter { !$0.value.isZero }
  }

  /// A constant.
  public init(_ constant: Rational) { self.init([[:]: constant]) }

  /// An indeterminate.
  public init(_ name: String) { self.init([[name: 1]: 1]) }

  /// Whether the polynomial is zero everywhere.
  public var isZero: Bool { coefficients.isEmpty }

  /// The indeterminates, in alphabetical order.
  public var indeterminates: [String] { Set(coefficients.keys.flatMap(\.keys)).sorted() }

  /// The largest exponent of an indeterminate.
  package func degree(in name: String) -> Int { coefficients.keys.reduce(0) { max($0, $1[name] ?? 0) } }

  /// The coefficients of the powers of the only indeterminate, from the constant on; nil if there are other ones.
  package func coefficients(of name: String) -> [Rational]? {
    guard indeterminates.allSatisfy({ $0 == name }) else { return nil }
    return (0...degree(in: name)).map { coefficients[$0 == 0 ? [:] : [name: $0]] ?? 0 }
  }

  /// The exact value at a point; indeterminates that it does not name are zero.
  public func value(at point: [String: Rational]) -> Rational {
    coefficients.reduce(0) { sum, term in
      sum + term.key.reduce(term.value) { $0 * (point[$1.key] ?? 0).raised(to: $1.value) }
    }
  }
}

extension Polynomial: ExpressibleByIntegerLiteral {
  /// An integer.
  public init(integerLiteral value: Int) { self.init(Rational(value)) }
}

extension Polynomial {
  /// The sum.
  public static func + (a: Polynomial, b: Polynomial) -> Polynomial {
    Polynomial(a.coefficients.merging(b.coefficients, uniquingKeysWith: +))
  }

  /// The polynomial with the opposite sign.
  public static prefix func - (a: Polynomial) -> Polynomial { Polynomial(a.coefficients.mapValues { -$0 }) }

  /// The difference.
  public static func - (a: Polynomial, b: Polynomial) -> Polynomial { a + -b }

  /// The product.
  public static func * (a: Polynomial, b: Polynomial) -> Polynomial {
    var product: [Monomial: Rational] = [:]
    for (first, c) in a.coefficients {
      for (second, d) in b.coefficients {
        product[first.merging(second, uniquingKeysWith: +), default: 0] += c * d
      }
    }
    return Polynomial(product)
  }

  /// The square.
  public func squared() -> Polynomial { self * self }
}
