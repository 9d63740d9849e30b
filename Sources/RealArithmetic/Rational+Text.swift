extension Rational {
  /// The largest exponent, in magnitude, that a decimal or hexadecimal text may have.
  public static let largestTextExponent = 100_000

  /// The exact value of a text: a decimal number, a fraction of integers, or a hexadecimal number.
  ///
  /// Accepted, with an optional sign in front, and of any length:
  ///
  /// - decimal numbers `12`, `0.5`, `.5`, `3.`, `1e-9`, `1.5E+3`;
  /// - fractions of two integers, `1/3`, the denominator without a sign;
  /// - hexadecimal numbers as of C99, `0x1.8p-3`, where the exponent of two may be missing.
  ///
  /// Nothing else is: no spaces, no digit separators, no digits but `0` to `9` (and `a` to `f`, in either case), no
  /// infinities and no NaN. Exponents are limited to `largestTextExponent` in magnitude, because the memory a number
  /// takes grows with the exponent's value and not with its length.
  ///
  /// - Throws: a `TextError` with the offset of the character where the text stops being a number.
  public init(parsing text: some StringProtocol) throws(TextError) {
    var scanner = TextScanner(text)
    let literal = try NumberLiteral(scanning: &scanner, largestExponent: Rational.largestTextExponent)
    // The text holds all the digits that its exponent does not, so that the exponent is a machine integer.
    let exponent = Int(exactly: literal.exponent) ?? 0
    switch literal.base {
    case .two: self.init(Dyadic(significand: literal.numerator, exponent: exponent))
    case .ten where literal.denominator.isOne: self.init(literal.numerator, timesTenTo: exponent)
    case .ten: self.init(literal.numerator, over: literal.denominator)
    }
  }
}
