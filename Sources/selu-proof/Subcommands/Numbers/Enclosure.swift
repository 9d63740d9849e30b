import FixedPointSolver
import IntervalArithmetic
import MultiPrecision
import RealArithmetic

/// An enclosed number as results print it.
struct Enclosure: Sendable {
  let interval: DyadicInterval
  /// How many correct digits are wanted; nil for bounds.
  let digits: Int?
  /// Whether the number may be zero, so that nothing but the size of its bounds can be told.
  let mayBeZero: Bool

  init(_ interval: DyadicInterval, digits: Int? = nil, mayBeZero: Bool = true) {
    self.interval = interval
    self.digits = digits
    self.mayBeZero = mayBeZero
  }

  init(_ interval: Interval, digits: Int? = nil, mayBeZero: Bool = true) {
    self.init(DyadicInterval(interval, precision: 53), digits: digits, mayBeZero: mayBeZero)
  }

  /// The number with the digits wanted, every one proved; nil if the interval is too wide to tell.
  ///
  /// A number that may be zero and is not told from it, though its bounds are below `2^-64` of the last digit, is printed
  /// as zero with so many digits behind the point: that is how it rounds.
  var decimal: String? {
    guard let digits else { return nil }
    if let text = interval.decimal(significantDigits: digits) { return text }
    guard mayBeZero, interval.contains(0 as Dyadic), let exponent = interval.magnitude?.leadingExponent,
      exponent < -(10 * digits / 3) - 66
    else { return nil }
    return interval.decimal(fractionDigits: digits)
  }

  /// What the text form of a result shows: the digits wanted, or the bounds rounded outward.
  var text: String {
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

extension Enclosure: Encodable {
  private enum Key: String, CodingKey {
    case decimal, lower, upper, lowerHex, upperHex
  }

  /// Decimal bounds with 17 digits, or 3 more than wanted, rounded outward; the binary64 bounds in hexadecimal.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    let bounds = interval.outwardDecimals(significantDigits: digits.map { $0 + 3 } ?? 17)
    let hex = interval.doubleBounds
    try container.encodeIfPresent(decimal, forKey: .decimal)
    try container.encode(bounds?.lower ?? "-inf", forKey: .lower)
    try container.encode(bounds?.upper ?? "inf", forKey: .upper)
    try container.encode(hex.lower.hexText, forKey: .lowerHex)
    try container.encode(hex.upper.hexText, forKey: .upperHex)
  }
}
