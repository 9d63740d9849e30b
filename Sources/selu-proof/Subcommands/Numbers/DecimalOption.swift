import RealArithmetic

extension ValueParser where Value == Rational {
  /// An exact number: a decimal such as `-0.1` or `1e-3`, or a fraction of integers such as `1/3`.
  static var decimal: Self { exactNumber("a number such as -0.1") { _ in true } }

  /// An exact number greater than zero.
  static var positiveDecimal: Self { exactNumber("a positive number such as 0.5") { $0.signum > 0 } }

  /// An exact number that meets a condition, which `expected` puts into words.
  static func exactNumber(_ expected: String, where isAcceptable: @escaping @Sendable (Rational) -> Bool)
    -> Self
  {
    ValueParser { text in
      guard let value = try? Rational(parsing: text), isAcceptable(value) else {
        throw InvalidValue(text, expected: expected)
      }
      return value
    }
  }
}
