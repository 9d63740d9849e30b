import FixedPointSolver
import IntervalArithmetic
import MultiPrecision
import RealArithmetic

/// All numbers from one exact number to another, or a single number.
struct ExactRange: Sendable, Equatable {
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

extension ValueParser where Value == ExactRange {
  /// `A..B` with exact numbers in order, or a single number.
  static var range: Self { exactRange("a number, or a range such as -0.1..0.1") { _ in true } }

  /// A number or range without numbers that are not positive.
  static var positiveRange: Self {
    exactRange("a positive number, or a range such as 0.95..1.1") { $0.lower.signum > 0 }
  }

  private static func exactRange(
    _ expected: String, where isAcceptable: @escaping @Sendable (ExactRange) -> Bool
  ) -> Self {
    ValueParser { text in
      let range = try ExactRange(text, expected: expected)
      guard isAcceptable(range) else { throw InvalidValue(text, expected: expected) }
      guard range.lower <= range.upper else {
        throw InvalidValue(text, expected: "\(expected), with the smaller number first")
      }
      return range
    }
  }
}

extension ExactRange {
  /// The range that a text stands for, with its ends in the order of the text.
  fileprivate init(_ text: String, expected: String) throws(InvalidValue) {
    let ends = text.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
    let lower = try Rational(argument: ends.first ?? "", of: text, expected: expected)
    self.init(
      lower: lower, upper: ends.count > 1 ? try Rational(argument: ends[1], of: text, expected: expected) : lower)
  }
}
