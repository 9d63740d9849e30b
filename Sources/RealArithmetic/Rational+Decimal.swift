extension Rational {
  /// The most digits that the functions with a number of digits make; whoever asks for more gets so many.
  public static let largestDigitCount = 1_000_000

  private static func clamped(_ digits: Int) -> Int { min(max(digits, -largestDigitCount), largestDigitCount) }

  /// The value as a positional decimal text, as `-0.125`, or `nil` if the decimal expansion does not terminate.
  ///
  /// All digits are written, so the text of a number with a large exponent is long.
  public var exactDecimal: String? {
    guard let digits = terminatingFractionDigits else { return nil }
    // As many digits as the number has, which is why their number needs no limit.
    return positional(fractionDigits: digits, rounding: .towardZero)
  }

  /// All decimal digits, or `numerator/denominator` where they do not end: a text that reads back to the same number.
  public var exactText: String { exactDecimal ?? description }

  /// The number of fraction digits of the decimal expansion, or `nil` if it does not terminate.
  private var terminatingFractionDigits: Int? {
    let twos = denominator.trailingZeroBitCount
    let (rest, fives) = (denominator >> twos).removingFactorsOfFive(atMost: denominator.bitWidth)
    return rest.isOne ? max(twos, fives) : nil
  }

  /// `self` rounded under `rule` to a multiple of `10^-digits`; with a negative number of digits, to a multiple of a
  /// positive power of ten. The number of digits is at most `largestDigitCount` in magnitude; any other counts as the
  /// nearest that is.
  public func rounded(toFractionDigits digits: Int, _ rule: FloatingPointRoundingRule) -> Rational {
    let digits = Rational.clamped(digits)
    return Rational(scaledInteger(fractionDigits: digits, rule), timesTenTo: -digits)
  }

  /// `self * 10^digits` rounded to an integer under `rule`.
  private func scaledInteger(fractionDigits digits: Int, _ rule: FloatingPointRoundingRule) -> BigInteger {
    digits >= 0
      ? (numerator * .powerOfTen(digits)).quotient(dividingBy: denominator, rounding: rule)
      : numerator.quotient(dividingBy: denominator * .powerOfTen(-digits), rounding: rule)
  }

  /// The value rounded under `rule`, correctly, to so many digits behind the decimal point, as a positional text.
  ///
  /// Trailing zeros are kept: `(1/2).decimal(fractionDigits: 3, rounding: .up)` is `0.500`. Without digits there is no
  /// point; a negative number of digits counts as none, and one above `largestDigitCount` as that. A result of zero has
  /// no sign.
  public func decimal(fractionDigits: Int, rounding rule: FloatingPointRoundingRule) -> String {
    positional(fractionDigits: max(Rational.clamped(fractionDigits), 0), rounding: rule)
  }

  private func positional(fractionDigits count: Int, rounding rule: FloatingPointRoundingRule) -> String {
    let integer = scaledInteger(fractionDigits: count, rule)
    return Rational.positional(integer.decimalDigits(), negative: integer.isNegative, fractionDigits: count)
  }

  /// The value rounded under `rule`, correctly, to so many significant digits: from one to
  /// `largestDigitCount`; any other number of digits counts as the nearest of these.
  ///
  /// Positional for magnitudes from 1e-5 to below 1e15 (after rounding), else scientific, as `1.234e-20`. Trailing zeros
  /// are kept, so the number of digits tells the precision: `(1/2).decimal(significantDigits: 3, rounding: .up)` is
  /// `0.500`. No digit is written that is not known: 123456 with three digits is `1.23e5`, not `123000`. Zero is `0`.
  public func decimal(significantDigits: Int, rounding rule: FloatingPointRoundingRule) -> String {
    guard let exactExponent = floorOfDecimalLogarithm else { return "0" }
    let count = max(Rational.clamped(significantDigits), 1)
    var exponent = exactExponent
    var digits = scaledInteger(fractionDigits: count - 1 - exponent, rule).decimalDigits()
    if digits.count > count {
      // Rounded up to the next power of ten.
      digits.removeLast()
      exponent += 1
    }
    let negative = signum < 0
    if exponent < -5 || exponent >= min(count, 15) {
      let mantissa = Rational.positional(digits, negative: negative, fractionDigits: count - 1)
      return "\(mantissa)e\(exponent)"
    }
    return Rational.positional(digits, negative: negative, fractionDigits: count - 1 - exponent)
  }

  /// `floor(log10 |self|)`, or `nil` for zero.
  private var floorOfDecimalLogarithm: Int? {
    guard let binary = floorOfBinaryLogarithm else { return nil }
    // 2^binary <= |self| < 2^(binary + 1). The estimate is below the logarithm by at most 1 and a little, because
    // log10(2) = 0.30102999566... is between 0.301029995 and 0.301029996; for |binary| up to 10^9 the two products differ
    // by 1 at most, and a loop takes care of the rest.
    var exponent =
      (binary * (binary >= 0 ? 301_029_995 : 301_029_996)) / 1_000_000_000 - (binary >= 0 ? 0 : 1)
    while magnitude >= Rational(1, timesTenTo: exponent + 1) { exponent += 1 }
    return exponent
  }

  /// Digits with a point before the last `fractionDigits` of them, filled up with zeros in front.
  private static func positional(_ digits: [UInt8], negative: Bool, fractionDigits: Int) -> String {
    var text: [UInt8] = negative ? [UInt8(ascii: "-")] : []
    text.reserveCapacity(digits.count + fractionDigits + 3)
    let missing = fractionDigits + 1 - digits.count
    var padded = digits[...]
    if missing > 0 { padded = (Array(repeating: UInt8(ascii: "0"), count: missing) + digits)[...] }
    text.append(contentsOf: padded.dropLast(fractionDigits))
    if fractionDigits > 0 {
      text.append(UInt8(ascii: "."))
      text.append(contentsOf: padded.suffix(fractionDigits))
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension Rational {
  /// The decimal with the fewest significant digits, as `1e-9`, or, where 17 do not suffice, all digits or
  /// `numerator/denominator`. An integer of up to 15 digits is written as one, `1000` and not `1e3`.
  public var fewestDigitsText: String {
    if denominator.isOne, magnitude < Rational(1, timesTenTo: 15) { return numerator.description }
    let texts = (1...17).lazy.map { digits in
      (down: decimal(significantDigits: digits, rounding: .down), up: decimal(significantDigits: digits, rounding: .up))
    }
    return texts.first { $0.down == $0.up }?.down ?? exactDecimal ?? description
  }

  /// A text of at most some 40 characters, for sentences: `fewestDigitsText` if that is short, else the number rounded to 17
  /// digits, as `about 3.3333333333333333e-1000`.
  public var shortText: String {
    let text = fewestDigitsText
    return text.utf8.count <= 40 ? text : "about \(decimal(significantDigits: 17, rounding: .toNearestOrEven))"
  }
}

extension Rational: CustomStringConvertible {
  /// The exact decimal text if that has at most 20 fraction digits, else `numerator/denominator`; both parse back to the
  /// number.
  public var description: String {
    if denominator.bitWidth <= 64, let digits = terminatingFractionDigits, digits <= 20 {
      return decimal(fractionDigits: digits, rounding: .towardZero)
    }
    return "\(numerator)/\(denominator)"
  }
}
