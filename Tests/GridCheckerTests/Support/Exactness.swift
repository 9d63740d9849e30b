import GridChecker
import IntervalArithmetic
import RealArithmetic

extension Box {
  /// The box with these bounds, written as decimals, fractions or hexadecimal numbers.
  init(_ ranges: (String, String)...) throws {
    self.init(
      try ranges.map { lower, upper in
        let sides = (try Rational(parsing: lower), try Rational(parsing: upper))
        return ExactRange(sides.0, sides.1)
      })
  }

  /// The exact volume.
  var volume: Rational { sides.reduce(1) { $0 * ($1.upper - $1.lower) } }
}

extension Interval {
  /// Whether an exact number is a member.
  func contains(_ value: Rational) -> Bool {
    let isAbove = Rational(exactly: lowerBound).map { $0 <= value } ?? (lowerBound == -.infinity)
    let isBelow = Rational(exactly: upperBound).map { value <= $0 } ?? (upperBound == .infinity)
    return isAbove && isBelow
  }
}
