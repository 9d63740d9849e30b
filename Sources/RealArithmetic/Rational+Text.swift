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
    let negative = scanner.skipSign()
    let value: Rational
    if scanner.skip(word: "0x") || scanner.skip(word: "0X") {
      value = try Rational(hexadecimal: &scanner)
    } else {
      value = try Rational(decimalOrFraction: &scanner)
    }
    self = negative ? -value : value
  }

  private init(decimalOrFraction scanner: inout TextScanner) throws(TextError) {
    let whole = scanner.digits()
    if !whole.isEmpty, scanner.skip("/") {
      let denominator = scanner.digits()
      if denominator.isEmpty { throw scanner.error(expected: "a digit") }
      guard scanner.isAtEnd else { throw scanner.error(expected: "a digit or the end of the text") }
      let d = BigInteger(decimalDigits: denominator)
      if d.isZero { throw scanner.error(expected: "a denominator other than zero", insteadOf: denominator) }
      self.init(BigInteger(decimalDigits: whole), over: d)
      return
    }
    let hasPoint = scanner.skip(".")
    let fraction = hasPoint ? scanner.digits() : []
    if whole.isEmpty, fraction.isEmpty {
      throw scanner.error(expected: hasPoint ? "a digit" : "a number")
    }
    let exponent = try Rational.exponent(&scanner, marker: "e")
    guard scanner.isAtEnd else {
      let alternatives = hasPoint ? "a digit, an exponent" : "a digit, a point, a fraction bar, an exponent"
      throw scanner.error(expected: "\(exponent == nil ? alternatives : "a digit") or the end of the text")
    }
    // Zeros at either end would only make the integers longer.
    let digits = (Array(whole) + fraction).drop { $0 == UInt8(ascii: "0") }
    let zeros = digits.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    let significand = BigInteger(decimalDigits: digits.dropLast(zeros))
    self.init(significand, timesTenTo: significand.isZero ? 0 : (exponent ?? 0) - fraction.count + zeros)
  }

  private init(hexadecimal scanner: inout TextScanner) throws(TextError) {
    let whole = scanner.hexadecimalDigits()
    let hasPoint = scanner.skip(".")
    let fraction = hasPoint ? scanner.hexadecimalDigits() : []
    if whole.isEmpty, fraction.isEmpty { throw scanner.error(expected: "a hexadecimal digit") }
    let exponent = try Rational.exponent(&scanner, marker: "p")
    guard scanner.isAtEnd else {
      let alternatives = hasPoint ? "a hexadecimal digit, an exponent" : "a hexadecimal digit, a point, an exponent"
      throw scanner.error(expected: "\(exponent == nil ? alternatives : "a digit") or the end of the text")
    }
    let significand = BigInteger(hexadecimalDigits: Array(whole) + fraction)
    self.init(Dyadic(significand: significand, exponent: (exponent ?? 0) - 4 * fraction.count))
  }

  /// The exponent behind `marker`, or `nil` if the marker does not come next.
  private static func exponent(_ scanner: inout TextScanner, marker: Unicode.Scalar) throws(TextError) -> Int? {
    guard scanner.skip(marker) else { return nil }
    let negative = scanner.skipSign()
    let digits = scanner.digits()
    if digits.isEmpty { throw scanner.error(expected: "a digit of the exponent") }
    var value = 0
    for digit in digits where value <= largestTextExponent { value = value * 10 + Int(digit - UInt8(ascii: "0")) }
    if value > largestTextExponent {
      throw scanner.error(expected: "an exponent of at most \(largestTextExponent)", insteadOf: digits)
    }
    return negative ? -value : value
  }
}
