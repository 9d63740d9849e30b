import IntervalArithmetic
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

  /// Whether all members of an interval belong to the range, compared exactly.
  func contains(_ interval: Interval) -> Bool {
    guard let least = Rational(exactly: interval.lowerBound), let greatest = Rational(exactly: interval.upperBound)
    else {
      return false
    }
    return lower <= least && greatest <= upper
  }
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
