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
      let value = try Rational(argument: text, expected: expected)
      guard isAcceptable(value) else { throw InvalidValue(text, expected: expected) }
      return value
    }
  }
}

extension Rational {
  /// The number that a text on the command line stands for: 0, or of a magnitude from 10^-100000 to 10^100000, so that
  /// squares and cubes of it can still be printed.
  ///
  /// `expected` says what would be right in place of the text, or of a longer one that it is part of, if it is no number; of
  /// a number out of range the limit is named.
  init(argument text: some StringProtocol, of whole: String? = nil, expected: String) throws(InvalidValue) {
    let limit = Rational.largestTextExponent
    guard let number = try? NumberLiteral(parsing: text) else {
      throw InvalidValue(whole ?? String(text), expected: expected)
    }
    func power(_ exponent: Int, _ sign: BigInteger) -> NumberLiteral {
      NumberLiteral(sign, exponent: BigInteger(exponent))
    }
    if number.isGreater(than: power(limit, 1)) || power(limit, -1).isGreater(than: number) {
      throw InvalidValue(String(text), excess: "too large: at most 1e\(limit)")
    }
    if !number.numerator.isZero, power(-limit, 1).isGreater(than: number), number.isGreater(than: power(-limit, -1)) {
      throw InvalidValue(String(text), excess: "too small: at least 1e-\(limit), or 0")
    }
    guard let value = try? Rational(parsing: text) else {
      throw InvalidValue(String(text), excess: "its exponent is too large: at most \(limit)")
    }
    self = value
  }
}
