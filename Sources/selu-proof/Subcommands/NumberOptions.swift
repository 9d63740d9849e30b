import FixedPointSolver
import IntervalArithmetic
import MultiPrecision
import RealArithmetic

/// Options that several commands share.
enum NumberOptions {
  enum Format: String, CaseIterable, Sendable {
    case text, json
  }

  static let format = Option(
    "format", "format", .choice(Format.self), default: Format.text.rawValue, help: "The form of the result.")
  static let digits = Option(
    "digits", "n", .integer(in: 1...10_000),
    help: "Print so many significant digits instead of enclosures, all of them right and the last one rounded.")
}

extension ValueParser where Value == Rational {
  /// An exact number: a decimal such as `-0.1` or `1e-3`, or a fraction of integers such as `1/3`.
  static var decimal: Self { exactNumber("a number such as -0.1") { _ in true } }

  /// An exact number greater than zero.
  static var positiveDecimal: Self { exactNumber("a positive number such as 0.5") { $0.signum > 0 } }

  /// An exact number that meets a condition, which `expected` puts into words.
  static func exactNumber(_ expected: String, where isAcceptable: @escaping @Sendable (Rational) -> Bool)
    -> Self
  {
    ValueParser { text in
      let value = try Rational(argument: text, expected: expected)
      guard isAcceptable(value) else { throw InvalidValue(text, expected: expected) }
      return value
    }
  }
}

extension Rational {
  /// The number that a text on the command line stands for: 0, or of a magnitude from 10^-100000 to 10^100000, so that
  /// squares and cubes of it can still be printed.
  ///
  /// `expected` says what would be right in place of the text, or of a longer one that it is part of, if it is no number; of
  /// a number out of range the limit is named.
  init(argument text: some StringProtocol, of whole: String? = nil, expected: String) throws(InvalidValue) {
    let limit = Rational.largestTextExponent
    guard let number = try? NumberLiteral(parsing: text) else {
      throw InvalidValue(whole ?? String(text), expected: expected)
    }
    func power(_ exponent: Int, _ sign: BigInteger) -> NumberLiteral {
      NumberLiteral(sign, exponent: BigInteger(exponent))
    }
    if number.isGreater(than: power(limit, 1)) || power(limit, -1).isGreater(than: number) {
      throw InvalidValue(String(text), excess: "too large: at most 1e\(limit)")
    }
    if !number.numerator.isZero, power(-limit, 1).isGreater(than: number), number.isGreater(than: power(-limit, -1)) {
      throw InvalidValue(String(text), excess: "too small: at least 1e-\(limit), or 0")
    }
    guard let value = try? Rational(parsing: text) else {
      throw InvalidValue(String(text), excess: "its exponent is too large: at most \(limit)")
    }
    self = value
  }
}

/// All numbers from one exact number to another, or a single number.
struct DecimalRange: Sendable, Equatable {
  let lower: Rational
  let upper: Rational

  /// Whether the range is a single number.
  var isSingle: Bool { lower == upper }

  /// The range rounded outward.
  var interval: Interval { Interval(enclosing: lower, through: upper) }

  /// The single number, or both ends in brackets.
  var text: String { isSingle ? lower.description : "[\(lower), \(upper)]" }

  /// How the ends of a part of the range are rounded.
  enum Rounding {
    /// Nothing is named that is not in the part.
    case inward
    /// Nothing of the part is left out.
    case outward
  }

  /// The ends of a part of `interval`: where the part ends with the range, as given, else rounded.
  func ends(of part: Interval, _ rounding: Rounding, significantDigits: Int) -> (lower: String, upper: String) {
    func text(_ bound: Double, _ isUp: Bool) -> String {
      let bounds = DyadicInterval(Interval(bound), precision: 53).outwardDecimals(significantDigits: significantDigits)
      return (isUp ? bounds?.upper : bounds?.lower) ?? bound.description
    }
    let whole = interval
    return (
      part.lowerBound == whole.lowerBound
        ? lower.description : text(part.lowerBound, rounding == .inward),
      part.upperBound == whole.upperBound
        ? upper.description : text(part.upperBound, rounding == .outward)
    )
  }

  /// A condition that says that a variable belongs to a part of the range: `name = A` or `name in [A, B]`.
  func condition(_ name: String, _ part: Interval, _ rounding: Rounding) -> String {
    if isSingle { return condition(name) }
    let ends = ends(of: part, rounding, significantDigits: 8)
    return "\(name) in [\(ends.lower), \(ends.upper)]"
  }

  /// A condition that says that a variable belongs to the range.
  func condition(_ name: String) -> String { "\(name) \(isSingle ? "=" : "in") \(text)" }
}

extension ValueParser where Value == DecimalRange {
  /// `A..B` with exact numbers in order, or a single number.
  static var range: Self { exactRange("a number, or a range such as -0.1..0.1") { _ in true } }

  /// A number or range without numbers that are not positive.
  static var positiveRange: Self {
    exactRange("a positive number, or a range such as 0.95..1.1") { $0.lower.signum > 0 }
  }

  private static func exactRange(
    _ expected: String, where isAcceptable: @escaping @Sendable (DecimalRange) -> Bool
  ) -> Self {
    ValueParser { text in
      let range = try DecimalRange(text, expected: expected)
      guard isAcceptable(range) else { throw InvalidValue(text, expected: expected) }
      guard range.lower <= range.upper else {
        throw InvalidValue(text, expected: "\(expected), with the smaller number first")
      }
      return range
    }
  }
}

extension DecimalRange {
  /// The range that a text stands for, with its ends in the order of the text.
  fileprivate init(_ text: String, expected: String) throws(InvalidValue) {
    let ends = text.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
    let lower = try Rational(argument: ends.first ?? "", of: text, expected: expected)
    self.init(
      lower: lower, upper: ends.count > 1 ? try Rational(argument: ends[1], of: text, expected: expected) : lower)
  }
}
