import RealArithmetic

/// The exact value of a number in the text of an interval, `significand * base^exponent`, where the exponent may be of any
/// size.
///
/// IEEE 1788 has no limit for exponents, and a text of few characters must not take much memory; so a power is computed
/// only if it can decide anything: numbers outside the range of doubles are told by their logarithm.
struct NumberLiteral {
  /// The bases of exponents: `e10` is a power of ten, `p10` a power of two.
  enum Base { case two, ten }

  let significand: Rational
  let base: Base
  let exponent: BigInteger

  /// A number without an exponent.
  init(_ value: Rational) {
    self.init(significand: value, base: .ten, exponent: 0)
  }

  /// `significand * base^exponent`.
  init(significand: Rational, base: Base, exponent: BigInteger) {
    self.significand = significand
    self.base = base
    self.exponent = significand.isZero ? 0 : exponent
  }

  /// The value of all forms that `Rational.init(parsing:)` accepts, but with exponents of any size.
  ///
  /// - Throws: a `TextError` with the offset of the character at which the text stops being a number.
  init(parsing text: some StringProtocol) throws(TextError) {
    let isHexadecimal = text.drop { $0 == "+" || $0 == "-" }.prefix(2).lowercased() == "0x"
    let marker: Set<Character> = isHexadecimal ? ["p", "P"] : ["e", "E"]
    guard let index = text.firstIndex(where: marker.contains) else {
      self.init(try Rational(parsing: text))
      return
    }
    // With an exponent of zero, everything in front of the one that stands there is checked.
    let significand = try Rational(parsing: text[...index] + "0")
    let start = text.index(after: index)
    let exponent = try NumberLiteral.exponent(text[start...], offset: text.distance(from: text.startIndex, to: start))
    self.init(significand: significand, base: isHexadecimal ? .two : .ten, exponent: exponent)
  }

  /// The integer that is the whole of a text, which stands behind so many other characters.
  static func exponent(_ text: some StringProtocol, offset: Int) throws(TextError) -> BigInteger {
    do {
      return try BigInteger(parsing: text)
    } catch {
      throw TextError(
        offset: offset + error.offset, found: error.found,
        expected: error.expected == "a digit" ? "a digit of the exponent" : error.expected)
    }
  }
}

// MARK: - Size

extension NumberLiteral {
  /// What the bounds of the logarithm are multiples of, inverted.
  private static let logarithmScale: BigInteger = 100_000_000_000_000_000

  /// Bounds of the binary logarithm of the magnitude, times `logarithmScale`; nil for zero.
  private var logarithm: (lower: BigInteger, upper: BigInteger)? {
    guard let leading = significand.floorOfBinaryLogarithm else { return nil }
    let scale = NumberLiteral.logarithmScale
    // 3.32192809488736234 < log2(10) < 3.32192809488736235
    let (down, up): (BigInteger, BigInteger) =
      base == .two ? (scale, scale) : (332_192_809_488_736_234, 332_192_809_488_736_235)
    let (low, high) = (BigInteger(leading) * scale, BigInteger(leading + 1) * scale)
    return exponent.isNegative
      ? (low + exponent * up, high + exponent * down) : (low + exponent * down, high + exponent * up)
  }

  /// The number itself, which takes memory in proportion to the exponent; nil for exponents that no text is long enough to
  /// balance.
  private var exactValue: Rational? {
    if exponent.isZero { return significand }
    guard let power = Int(exactly: exponent), power.magnitude < 1 << 40 else { return nil }
    switch base {
    case .two: return significand * Rational(Dyadic(significand: 1, exponent: power))
    case .ten where significand.isInteger: return Rational(significand.numerator, timesTenTo: power)
    case .ten: return significand * Rational(1, timesTenTo: power)
    }
  }

  /// A rational number that rounds to the same double as this one under every rule.
  fileprivate var representative: Rational {
    guard !exponent.isZero, let (lower, upper) = logarithm else { return significand }
    let limit = NumberLiteral.logarithmScale * 1100
    let sign = BigInteger(significand.signum)
    if lower >= limit { return Rational(Dyadic(significand: sign, exponent: 1100)) }
    if upper <= -limit { return Rational(Dyadic(significand: sign, exponent: -1100)) }
    // The exponent nearly cancels against the length of the significand, so the power is of that length.
    return exactValue ?? Rational(Dyadic(significand: sign, exponent: exponent.isNegative ? -1100 : 1100))
  }
}

// MARK: - Comparison

extension NumberLiteral {
  /// Whether the number is known to be greater than another.
  ///
  /// Exact unless two numbers in different bases with exponents of more than a million have nearly the same logarithm;
  /// these are not told apart. IEEE 1788 allows that ("possibly undefined operation"), and both round to the same doubles.
  func isGreater(than other: NumberLiteral) -> Bool {
    if significand.signum != other.significand.signum { return significand.signum > other.significand.signum }
    if base == other.base, !other.exponent.isZero {
      let shifted = NumberLiteral(significand: significand, base: base, exponent: exponent - other.exponent)
      return shifted.isGreater(than: NumberLiteral(other.significand))
    }
    guard let mine = logarithm, let theirs = other.logarithm else { return false }
    if mine.lower >= theirs.upper { return significand.signum > 0 }
    if mine.upper <= theirs.lower { return significand.signum < 0 }
    // If one exponent is zero, the other one is now of the length of the significands.
    guard Swift.min(exponent.magnitude, other.exponent.magnitude) <= 1_000_000,
      let value = exactValue, let otherValue = other.exactValue
    else { return false }
    return value > otherValue
  }
}

extension Double {
  /// A literal rounded to binary64 under `rule`: correctly, as `Double.init(_: Rational, rounding:)` does.
  init(_ literal: NumberLiteral, rounding rule: FloatingPointRoundingRule) {
    self.init(literal.representative, rounding: rule)
  }
}
