import GridChecker
import IntervalArithmetic
import RealArithmetic

extension Box {
  /// The box with these bounds, written as decimals, fractions or hexadecimal numbers.
  init(_ ranges: (String, String)...) throws {
    self.init(
      try ranges.map { lower, upper in
        let sides = (try Rational(parsing: lower), try Rational(parsing: upper))
        guard let side = Side(from: sides.0, through: sides.1) else { throw ReversedRange() }
        return side
      })
  }

  /// Whether a point lies in the box, exactly.
  func contains(_ point: [Rational]) -> Bool {
    zip(sides, point).allSatisfy { $0.lower.exact <= $1 && $1 <= $0.upper.exact }
  }

  /// The exact volume.
  var volume: Rational { sides.reduce(1) { $0 * ($1.upper.exact - $1.lower.exact) } }

  /// The coordinates of a box that is a point.
  var point: [Rational] { sides.map(\.lower.exact) }
}

struct ReversedRange: Error {}

extension Interval {
  /// Whether an exact number is a member.
  func contains(_ value: Rational) -> Bool {
    let isAbove = Rational(exactly: lowerBound).map { $0 <= value } ?? (lowerBound == -.infinity)
    let isBelow = Rational(exactly: upperBound).map { value <= $0 } ?? (upperBound == .infinity)
    return isAbove && isBelow
  }
}
