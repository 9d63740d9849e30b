import RealArithmetic

/// A decimal as it is printed: the digits, the exact number they stand for and the place to which it is rounded.
public struct PrintedDecimal: Sendable, Hashable {
  /// The printed digits.
  public let text: String
  /// The exact number.
  public let value: Rational
  /// The number of digits after the point.
  public let fractionDigits: Int

  /// Reads a plain decimal such as `-0.03106`.
  ///
  /// Throws: `TextError` if the text is not a plain decimal number: one with an exponent does not show its last place.
  public init(parsing text: String) throws(TextError) {
    if let index = text.firstIndex(where: { !"+-.0123456789".contains($0) }) {
      let offset = text.distance(from: text.startIndex, to: index)
      throw TextError(offset: offset, found: String(text[index]), expected: "a digit of a plain decimal")
    }
    value = try Rational(parsing: text)
    self.text = text
    fractionDigits = text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
  }

  /// The numbers closer to the printed one than half a unit of its last place: those that round to it, whatever is
  /// done about ties.
  package var preimage: (lower: Rational, upper: Rational) {
    let half = Rational(1, over: 2 * BigInteger.powerOfTen(fractionDigits))
    return (value - half, value + half)
  }

  /// Whether all numbers between two bounds round to the printed one, or none does, or neither is known. A tie, which
  /// rounds to either side, is not known.
  package func isRounding(ofNumbersFrom lower: Rational, through upper: Rational) -> Verdict {
    let (least, greatest) = preimage
    if least < lower && upper < greatest { return .proved }
    return upper < least || greatest < lower ? .refuted : .undecided
  }
}

extension PrintedDecimal: ExpressibleByStringLiteral {
  /// A decimal of the paper, written as a string so that it never passes through a Double.
  public init(stringLiteral text: StaticString) {
    do {
      self = try PrintedDecimal(parsing: "\(text)")
    } catch {
      // Only a literal of the source can come here, and the tests read all of them.
      preconditionFailure("\(text) is not a decimal: \(error)")
    }
  }
}
