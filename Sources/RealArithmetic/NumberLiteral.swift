/// The number in a text as integers, `numerator / denominator * base^exponent`: neither brought to lowest terms nor
/// multiplied out, so that reading takes time and memory nearly in proportion to the text, whatever its exponent is.
///
/// A power is computed only if it can decide anything: numbers outside the range of doubles are told by their logarithm.
/// No greatest common divisor is ever taken; for `Rational`, which needs lowest terms, see `Rational.init(parsing:)`.
public struct NumberLiteral: Sendable {
  /// The bases of exponents: `e10` is a power of ten, `p10` a power of two.
  public enum Base: Sendable { case two, ten }

  /// The numerator, which carries the sign.
  public let numerator: BigInteger
  /// The denominator, greater than zero.
  public let denominator: BigInteger
  /// What the exponent is an exponent of.
  public let base: Base
  /// The exponent; 0 for the number zero.
  public let exponent: BigInteger

  /// `numerator / denominator * base^exponent`.
  ///
  /// - Precondition: `denominator` is greater than zero.
  public init(_ numerator: BigInteger, over denominator: BigInteger = 1, base: Base = .ten, exponent: BigInteger = 0) {
    precondition(denominator.signum > 0, "The denominator of a literal is greater than zero")
    self.numerator = numerator
    self.denominator = denominator
    self.base = base
    self.exponent = numerator.isZero ? 0 : exponent
  }

  /// The value of a text in the forms of `Rational.init(parsing:)`, but with exponents of any size.
  ///
  /// - Throws: a `TextError` with the offset of the character where the text stops being a number.
  public init(parsing text: some StringProtocol) throws(TextError) {
    var scanner = TextScanner(text)
    try self.init(scanning: &scanner, largestExponent: nil)
  }

  /// The number that is the whole of a text; an exponent that is written larger than `largestExponent` is an error.
  init(scanning scanner: inout TextScanner, largestExponent: Int?) throws(TextError) {
    let negative = scanner.skipSign()
    let magnitude =
      scanner.skip(word: "0x") || scanner.skip(word: "0X")
      ? try NumberLiteral(hexadecimal: &scanner, largestExponent)
      : try NumberLiteral(decimalOrFraction: &scanner, largestExponent)
    self = negative ? -magnitude : magnitude
  }

  /// The number with the opposite sign.
  static prefix func - (a: NumberLiteral) -> NumberLiteral {
    NumberLiteral(-a.numerator, over: a.denominator, base: a.base, exponent: a.exponent)
  }
}

// MARK: - Reading

extension NumberLiteral {
  private init(decimalOrFraction scanner: inout TextScanner, _ largestExponent: Int?) throws(TextError) {
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
    let exponent = try NumberLiteral.exponent(&scanner, marker: "e", largest: largestExponent)
    guard scanner.isAtEnd else {
      let alternatives = hasPoint ? "a digit, an exponent" : "a digit, a point, a fraction bar, an exponent"
      throw scanner.error(expected: "\(exponent == nil ? alternatives : "a digit") or the end of the text")
    }
    // Zeros at either end would only make the integer longer.
    let digits = (Array(whole) + fraction).drop { $0 == UInt8(ascii: "0") }
    let zeros = digits.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    self.init(
      BigInteger(decimalDigits: digits.dropLast(zeros)),
      exponent: (exponent ?? 0) + BigInteger(zeros - fraction.count))
  }

  private init(hexadecimal scanner: inout TextScanner, _ largestExponent: Int?) throws(TextError) {
    let whole = scanner.hexadecimalDigits()
    let hasPoint = scanner.skip(".")
    let fraction = hasPoint ? scanner.hexadecimalDigits() : []
    if whole.isEmpty, fraction.isEmpty { throw scanner.error(expected: "a hexadecimal digit") }
    let exponent = try NumberLiteral.exponent(&scanner, marker: "p", largest: largestExponent)
    guard scanner.isAtEnd else {
      let alternatives = hasPoint ? "a hexadecimal digit, an exponent" : "a hexadecimal digit, a point, an exponent"
      throw scanner.error(expected: "\(exponent == nil ? alternatives : "a digit") or the end of the text")
    }
    self.init(
      BigInteger(hexadecimalDigits: Array(whole) + fraction), base: .two,
      exponent: (exponent ?? 0) - BigInteger(4 * fraction.count))
  }

  /// The exponent behind `marker`, or `nil` if the marker does not come next.
  private static func exponent(
    _ scanner: inout TextScanner, marker: Unicode.Scalar, largest: Int?
  ) throws(TextError) -> BigInteger? {
    guard scanner.skip(marker) else { return nil }
    let negative = scanner.skipSign()
    let digits = scanner.digits()
    if digits.isEmpty { throw scanner.error(expected: "a digit of the exponent") }
    let value = BigInteger(decimalDigits: digits)
    if let largest, value > BigInteger(largest) {
      throw scanner.error(expected: "an exponent of at most \(largest)", insteadOf: digits)
    }
    return negative ? -value : value
  }
}

// MARK: - Size

extension NumberLiteral {
  /// What the bounds of the logarithm are multiples of, inverted.
  private static let logarithmScale: BigInteger = 100_000_000_000_000_000

  /// Bounds of the binary logarithm of the magnitude, times `logarithmScale`; nil for zero.
  private var logarithm: (lower: BigInteger, upper: BigInteger)? {
    guard let leading = BigInteger.floorOfBinaryLogarithm(numerator, over: denominator) else { return nil }
    let scale = NumberLiteral.logarithmScale
    // 3.32192809488736234 < log2(10) < 3.32192809488736235
    let (down, up): (BigInteger, BigInteger) =
      base == .two ? (scale, scale) : (332_192_809_488_736_234, 332_192_809_488_736_235)
    let (low, high) = (BigInteger(leading) * scale, BigInteger(leading + 1) * scale)
    return exponent.isNegative
      ? (low + exponent * up, high + exponent * down) : (low + exponent * down, high + exponent * up)
  }

  /// The number as a fraction, which takes memory in proportion to the exponent; nil for exponents that no text is long
  /// enough to balance.
  private var fraction: (numerator: BigInteger, denominator: BigInteger)? {
    guard let power = Int(exactly: exponent), power.magnitude <= BigInteger.largestPowerBitWidth / 3 else { return nil }
    if base == .two {
      return power >= 0 ? (numerator << power, denominator) : (numerator, denominator << -power)
    }
    return power >= 0
      ? (numerator * .powerOfTen(power), denominator) : (numerator, denominator * .powerOfTen(-power))
  }

  /// A fraction that rounds to the same double as this number under every rule.
  fileprivate var representative: (numerator: BigInteger, denominator: BigInteger) {
    guard !exponent.isZero, let (lower, upper) = logarithm else { return (numerator, denominator) }
    let limit = NumberLiteral.logarithmScale * 1100
    let sign = BigInteger(numerator.signum)
    let (large, small) = ((sign << 1100, BigInteger.one), (sign, BigInteger.powerOfTwo(1100)))
    if lower >= limit { return large }
    if upper <= -limit { return small }
    // The exponent nearly cancels against the lengths of numerator and denominator, so the power is of that length.
    return fraction ?? (exponent.isNegative ? small : large)
  }
}

extension BigInteger {
  /// `floor(log2 |n / d|)`, or `nil` for `n = 0`; for `d > 0`.
  static func floorOfBinaryLogarithm(_ n: BigInteger, over d: BigInteger) -> Int? {
    if n.isZero { return nil }
    // |n / d| lies strictly between 2^(estimate - 1) and 2^(estimate + 1).
    let estimate = n.bitWidth - d.bitWidth
    let order = estimate >= 0 ? compareMagnitudes(n, d << estimate) : compareMagnitudes(n << -estimate, d)
    return order >= 0 ? estimate : estimate - 1
  }
}

extension Double {
  /// A literal rounded to binary64 under `rule`: correctly, as a rational number is.
  public init(_ literal: NumberLiteral, rounding rule: FloatingPointRoundingRule) {
    let (numerator, denominator) = literal.representative
    self.init(numerator, over: denominator, rounding: rule)
  }
}

// MARK: - Comparison

extension NumberLiteral {
  /// Whether the number is known to be greater than another.
  ///
  /// Exact unless two numbers in different bases with exponents of more than a million have nearly the same logarithm;
  /// these are not told apart. IEEE 1788 allows that ("possibly undefined operation"), and both round to the same doubles.
  public func isGreater(than other: NumberLiteral) -> Bool {
    if numerator.signum != other.numerator.signum { return numerator.signum > other.numerator.signum }
    if base == other.base, !other.exponent.isZero {
      let shifted = NumberLiteral(numerator, over: denominator, base: base, exponent: exponent - other.exponent)
      return shifted.isGreater(than: NumberLiteral(other.numerator, over: other.denominator))
    }
    guard let mine = logarithm, let theirs = other.logarithm else { return false }
    if mine.lower >= theirs.upper { return numerator.signum > 0 }
    if mine.upper <= theirs.lower { return numerator.signum < 0 }
    // If one exponent is zero, the other one is now of the length of the significands.
    guard Swift.min(exponent.magnitude, other.exponent.magnitude) <= 1_000_000,
      let (n, d) = fraction, let (otherN, otherD) = other.fraction
    else { return false }
    return n * otherD > otherN * d
  }
}
