import IntervalArithmetic
import RealArithmetic

/// A value in a test statement: an operand, an expected result or a computed one.
enum ITLValue: Sendable {
  case interval(Interval)
  /// An interval with a decoration, or NaI.
  case decorated(String)
  case number(Double)
  case boolean(Bool)
  case text(String)
  /// A word that means something to one operation only, such as an overlap state.
  case name(String)
  /// Numbers in braces.
  case list([ITLValue])

  /// The number that a word denotes, rounded to nearest as in the languages these tests were first written in; nil if it
  /// is not a number.
  static func number(of word: String) -> Double? {
    switch word.lowercased() {
    case "nan": return .nan
    case "inf", "+inf", "infinity", "+infinity": return .infinity
    case "-inf", "-infinity": return -.infinity
    default:
      guard let value = try? Rational(parsing: word) else { return nil }
      let magnitude = Double(value, rounding: .toNearestOrEven)
      return word.hasPrefix("-") && magnitude == 0 ? -0.0 : magnitude
    }
  }

  /// Whether a result is the expected one: numbers as numbers, so that the two zeros are equal, NaN like NaN.
  func isSame(as other: ITLValue) -> Bool {
    switch (self, other) {
    case (.interval(let a), .interval(let b)): return a == b
    case (.number(let a), .number(let b)): return a == b || (a.isNaN && b.isNaN)
    case (.boolean(let a), .boolean(let b)): return a == b
    default: return false
    }
  }

  /// Whether a result includes the expected interval and has at most one double more at each end.
  func isSameOrOneUnitWider(than expected: ITLValue) -> Bool {
    guard case .interval(let result) = self, case .interval(let tightest) = expected else {
      return isSame(as: expected)
    }
    if tightest.isEmpty { return result.isEmpty }
    let widest = Interval(lowerBound: tightest.lowerBound.nextDown, upperBound: tightest.upperBound.nextUp)
    return tightest.isSubset(of: result) && result.isSubset(of: widest)
  }

  /// Whether a result lies within an interval that the test allows for.
  func isWithin(_ allowed: ITLValue) -> Bool {
    guard case .interval(let result) = self, case .interval(let bound) = allowed else { return isSame(as: allowed) }
    return result.isSubset(of: bound)
  }
}

extension ITLValue: CustomStringConvertible {
  var description: String {
    switch self {
    case .interval(let value): return value.hexText
    case .number(let value): return value.hexText
    case .boolean(let value): return String(value)
    case .text(let value): return "\"\(value)\""
    case .decorated(let value), .name(let value): return value
    case .list(let values): return "{\(values.map(\.description).joined(separator: ", "))}"
    }
  }
}
