import IntervalArithmetic
import JSON
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

// Exact numbers as texts that read back to the same number.
extension Rational {
  /// The shortest of the exact forms that a reader can take in: the decimal digits if they are few, else the binary64
  /// number in hexadecimal, else `exactText`.
  var shortExactText: String {
    let text = exactText
    if text.count <= 16 { return text }
    return Double(exactly: self)?.hexText ?? text
  }
}

extension Duration {
  /// The duration in seconds as a decimal number, rounded down to a microsecond.
  var secondsText: String {
    let (seconds, attoseconds) = components
    let microseconds = String(attoseconds / 1_000_000_000_000)
    return "\(seconds)." + String(repeating: "0", count: max(0, 6 - microseconds.count)) + microseconds
  }
}

extension JSONValue {
  /// Enough digits for neighbouring binary64 numbers to have different texts, rounded in the same direction.
  private static let significantDigits = 17

  /// An interval: its bounds as decimal texts rounded outward, and exactly in hexadecimal. Null for none and for the
  /// empty interval; infinite bounds are `inf` and `-inf`; zero has no sign.
  init(enclosure interval: Interval?) {
    guard let interval, !interval.isEmpty else {
      self = .null
      return
    }
    let (lower, upper) = (interval.lowerBound, interval.upperBound)
    self = .object([
      "lower": .string(lower.decimal(significantDigits: Self.significantDigits, rounding: .down)),
      "upper": .string(upper.decimal(significantDigits: Self.significantDigits, rounding: .up)),
      "lowerHex": .string(lower.unsignedZero.hexText),
      "upperHex": .string(upper.unsignedZero.hexText),
    ])
  }
}

extension Double {
  /// The number itself, but zero without a sign.
  fileprivate var unsignedZero: Double { isZero ? 0 : self }
}
