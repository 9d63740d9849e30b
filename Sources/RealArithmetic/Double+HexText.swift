extension Double {
  /// The exact value as a hexadecimal text in the canonical form of C99's `%a`, as `0x1.999999999999ap-4`.
  ///
  /// Normal numbers have the leading digit 1, subnormal numbers the leading digit 0 and the exponent -1022; trailing
  /// zeros of the fraction are left out. The zeros are `0x0p+0` and `-0x0p+0`; the others `inf`, `-inf` and `nan`.
  /// Independent of any locale.
  public var hexText: String {
    if isNaN { return "nan" }
    let sign = self.sign == .minus ? "-" : ""
    if isInfinite { return sign + "inf" }
    if isZero { return sign + "0x0p+0" }
    let biased = Int((bitPattern >> 52) & 0x7FF)
    let exponent = max(biased, 1) - 1023
    var fraction = bitPattern & ((1 << 52) - 1)
    var digits = ""
    while fraction != 0 {
      digits += String(fraction >> 48, radix: 16)
      fraction = (fraction << 4) & ((1 << 52) - 1)
    }
    let point = digits.isEmpty ? "" : "."
    return "\(sign)0x\(biased == 0 ? 0 : 1)\(point)\(digits)p\(exponent < 0 ? "-" : "+")\(exponent.magnitude)"
  }

  /// The binary64 number that a text denotes exactly: everything `Rational.init(parsing:)` accepts, and `inf` with an
  /// optional sign.
  ///
  /// Nothing is rounded. A minus sign in front of zero gives the negative zero, so `hexText` is read back bit for bit
  /// (except for NaN, which is not accepted).
  ///
  /// - Throws: a `TextError` if the text is not a number, or the number is not a binary64 number.
  public init(parsingExactly text: some StringProtocol) throws(TextError) {
    var scanner = TextScanner(text)
    let negative = scanner.skipSign()
    if scanner.skip(word: "inf") {
      guard scanner.isAtEnd else { throw scanner.error(expected: "the end of the text") }
      self = negative ? -.infinity : .infinity
      return
    }
    let rational = try Rational(parsing: text)
    guard let value = Double(exactly: rational) else {
      throw TextError(offset: 0, found: String(text), expected: "a binary64 number")
    }
    self = negative && value == 0 ? -0.0 : value
  }
}
