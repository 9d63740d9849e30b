import IntervalArithmetic
import JSON
import RealArithmetic

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
