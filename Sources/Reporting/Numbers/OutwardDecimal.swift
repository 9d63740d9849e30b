import IntervalArithmetic
import RealArithmetic

// Bounds as decimal texts: rounded in the direction that keeps what they prove.
extension Double {
  /// The value as a decimal text, rounded under `rule` to so many significant digits.
  ///
  /// `.down` for a lower bound and `.up` for an upper bound make the text a bound as well. Correctly rounded; a value
  /// that fits into the digits is written exactly, without trailing zeros, and a zero without a sign. The others are
  /// `inf`, `-inf` and `nan`.
  func decimal(significantDigits: Int, rounding rule: FloatingPointRoundingRule) -> String {
    guard let exact = Rational(exactly: self) else { return hexText }
    let text = exact.decimal(significantDigits: significantDigits, rounding: rule)
    let isExact =
      exact.decimal(significantDigits: significantDigits, rounding: .down)
      == exact.decimal(significantDigits: significantDigits, rounding: .up)
    return isExact ? text.withoutTrailingFractionZeros : text
  }
}

extension Interval {
  /// `[lower, upper]` with so many significant digits, rounded outward: the decimal interval contains this one.
  ///
  /// The empty interval is `[]`.
  func outwardText(significantDigits: Int) -> String {
    if isEmpty { return "[]" }
    let lower = lowerBound.decimal(significantDigits: significantDigits, rounding: .down)
    let upper = upperBound.decimal(significantDigits: significantDigits, rounding: .up)
    return "[\(lower), \(upper)]"
  }

  /// The number of an enclosure, rounded to nearest with so many significant digits, if all of its members are rounded
  /// to the same; `outwardText` otherwise.
  func roundedText(significantDigits: Int) -> String {
    let ends = [lowerBound, upperBound].map { Rational(exactly: $0) }
    guard let lower = ends[0], let upper = ends[1] else { return outwardText(significantDigits: significantDigits) }
    let texts = [lower, upper].map {
      $0.decimal(significantDigits: significantDigits, rounding: .toNearestOrAwayFromZero)
    }
    return texts[0] == texts[1] ? texts[0] : outwardText(significantDigits: significantDigits)
  }
}

extension String {
  /// The decimal text without zeros at the end of its fraction, and without the point if nothing is left behind it.
  fileprivate var withoutTrailingFractionZeros: String {
    let exponent = firstIndex(of: "e").map { self[$0...] } ?? ""
    var mantissa = dropLast(exponent.count)
    guard mantissa.contains(".") else { return self }
    while mantissa.last == "0" { mantissa.removeLast() }
    if mantissa.last == "." { mantissa.removeLast() }
    return String(mantissa + exponent)
  }
}
