import RealArithmetic

/// Decimal texts. All say something that is proved: digits that every member has, or bounds rounded outward.
///
/// They are made for magnitudes between `2^-1048576` and `2^1048576`, which is some `10^315652` and leaves room for cubes
/// of the largest numbers that texts stand for, and for zero, and for up to `largestDigitCount` digits; otherwise the
/// results are `nil`, as they are where there are no members or nothing is known.
extension DyadicInterval {
  /// The largest number of digits that texts are made with.
  public static let largestDigitCount = Rational.largestDigitCount

  /// The decimal number of so many significant digits (at least one) that every member rounds to, correctly (ties to
  /// even); `nil` if the interval is too wide to tell.
  ///
  /// The form is that of `Rational.decimal(significantDigits:rounding:)`.
  public func decimal(significantDigits: Int) -> String? {
    provenText(digits: significantDigits) { $0.decimal(significantDigits: significantDigits, rounding: $1) }
  }

  /// The decimal number of so many digits behind the point that every member rounds to, correctly (ties to even); `nil`
  /// if the interval is too wide to tell.
  public func decimal(fractionDigits: Int) -> String? {
    provenText(digits: fractionDigits) { $0.decimal(fractionDigits: fractionDigits, rounding: $1) }
  }

  /// The bounds as decimal numbers of so many significant digits (at least one), rounded outward.
  public func outwardDecimals(significantDigits: Int) -> (lower: String, upper: String)? {
    guard let (lower, upper) = rationalBounds, significantDigits <= DyadicInterval.largestDigitCount else { return nil }
    return (
      lower.decimal(significantDigits: significantDigits, rounding: .down),
      upper.decimal(significantDigits: significantDigits, rounding: .up)
    )
  }

  /// The text that rounding makes of both bounds, and so of every number between them: rounding is monotonic.
  private func provenText(
    digits: Int, _ text: (Rational, FloatingPointRoundingRule) -> String
  ) -> String? {
    guard let (lower, upper) = rationalBounds, digits <= DyadicInterval.largestDigitCount else { return nil }
    let first = text(lower, .toNearestOrEven)
    return lower == upper || first == text(upper, .toNearestOrEven) ? first : nil
  }

  /// The bounds as rational numbers, if they are not so large or small that this takes too much memory.
  private var rationalBounds: (Rational, Rational)? {
    guard isBounded else { return nil }
    let range = -(1 << 20)..<(1 << 20)
    guard range.contains(lowerBound.leadingExponent ?? 0), range.contains(upperBound.leadingExponent ?? 0) else {
      return nil
    }
    return (Rational(lowerBound), Rational(upperBound))
  }
}

extension DyadicInterval: CustomStringConvertible {
  /// `[lower, upper]`, the bounds rounded outward to about as many decimal digits as the precision has; `[empty]`; `[nai]`
  /// for what is not an interval. Bounds that are too large or small for decimal texts are written with powers of two.
  public var description: String {
    switch state {
    case .empty: return "[empty]"
    case .notAnInterval: return "[nai]"
    case .bounded:
      // log10(2) = 0.30102...
      guard let (lower, upper) = outwardDecimals(significantDigits: precision * 30103 / 100_000 + 2) else {
        return "[\(lowerBound), \(upperBound)]"
      }
      return "[\(lower), \(upper)]"
    }
  }
}
