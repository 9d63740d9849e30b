import FixedPointSolver
import IntervalArithmetic
import JSON
import MultiPrecision
import RealArithmetic

/// An enclosed number as results print it.
package struct Enclosure: Sendable {
  package let interval: DyadicInterval
  /// How many correct digits are wanted; nil for bounds.
  package let digits: Int?
  /// Whether the number may be zero, so that nothing but the size of its bounds can be told.
  package let mayBeZero: Bool

  /// An enclosure of a number.
  package init(_ interval: DyadicInterval, digits: Int? = nil, mayBeZero: Bool = true) {
    self.interval = interval
    self.digits = digits
    self.mayBeZero = mayBeZero
  }

  /// The same in binary64.
  package init(_ interval: Interval, digits: Int? = nil, mayBeZero: Bool = true) {
    self.init(DyadicInterval(interval, precision: 53), digits: digits, mayBeZero: mayBeZero)
  }

  /// The number with the digits wanted, every one proved; nil if the interval is too wide to tell.
  ///
  /// A number that may be zero and is not told from it, though its bounds are below `2^-64` of the last digit, is printed
  /// as zero with so many digits behind the point: that is how it rounds.
  package var decimal: String? {
    guard let digits else { return nil }
    if let text = interval.decimal(significantDigits: digits) { return text }
    guard mayBeZero, interval.contains(0 as Dyadic), let exponent = interval.magnitude?.leadingExponent,
      exponent < -(10 * digits / 3) - 66
    else { return nil }
    return interval.decimal(fractionDigits: digits)
  }

  /// What the text form of a result shows: the digits wanted, or the bounds rounded outward.
  package var text: String {
    if let decimal { return decimal }
    if interval.isSingleton, let exact = Rational(interval.lowerBound).exactDecimal, exact.count <= 17 {
      return "[\(exact), \(exact)]"
    }
    guard let bounds = interval.outwardDecimals(significantDigits: usefulDigits) else { return "(-inf, inf)" }
    return "[\(bounds.lower), \(bounds.upper)]"
  }

  /// As many digits as both bounds have in common, and three more; from 8 to 17.
  private var usefulDigits: Int {
    guard let bits = interval.accurateBits else { return 17 }
    // log10(2) < 0.302
    return Swift.min(Swift.max(Swift.min(bits, 100) * 302 / 1000 + 3, 8), 17)
  }
}

extension Enclosure {
  /// Decimal bounds with 17 digits, or 3 more than wanted, rounded outward; the binary64 bounds in hexadecimal; the digits
  /// wanted, if any are.
  package var json: JSONValue {
    let bounds = interval.outwardDecimals(significantDigits: digits.map { $0 + 3 } ?? 17)
    let hex = interval.doubleBounds
    var members: [String: JSONValue] = [
      "lower": .string(bounds?.lower ?? "-inf"), "upper": .string(bounds?.upper ?? "inf"),
      "lowerHex": .string(hex.lower.hexText), "upperHex": .string(hex.upper.hexText),
    ]
    if let decimal { members["decimal"] = .string(decimal) }
    return .object(members)
  }
}
