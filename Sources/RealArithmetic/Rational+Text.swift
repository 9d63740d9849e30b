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

/// Why a text is not a number: where it went wrong, what stands there, and what could have stood there.
public struct TextError: Error, Equatable, Sendable {
  /// How many characters of the text stand before the offending one.
  public let offset: Int

  /// What was found: a character, or several that are wrong together; `nil` at the end of the text.
  public let found: String?

  /// What was expected, as a noun phrase: `a digit`.
  public let expected: String

  /// An error at an offset in characters; `found` is `nil` at the end of the text.
  public init(offset: Int, found: String?, expected: String) {
    self.offset = offset
    self.found = found
    self.expected = expected
  }
}

extension TextError: CustomStringConvertible {
  /// One sentence: `Expected a digit at offset 2, found ".".`
  ///
  /// What was found is quoted as in source code and cut off after 20 characters.
  public var description: String {
    guard let found else { return "Expected \(expected) at offset \(offset), found the end of the text." }
    let shown = found.count <= 20 ? found : found.prefix(20) + "..."
    return "Expected \(expected) at offset \(offset), found \(shown.debugDescription)."
  }
}
