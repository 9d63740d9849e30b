import RealArithmetic
import SELUClaims
import SELUTheorem
import TestSupport

/// The generator that all test targets share.
typealias SeededGenerator = TestSupport.SplitMix64

extension SeededGenerator {
  /// A rational number between two others: now and then one of them.
  mutating func number(from lower: Rational, through upper: Rational) -> Rational {
    let weight: Rational
    switch next() % 8 {
    case 0: weight = 0
    case 1: weight = 1
    default: weight = Rational(BigInteger(Int.random(in: 0...999_983, using: &self)), over: 999_983)
    }
    return lower + (upper - lower) * weight
  }

  /// A double between two others.
  mutating func number(in range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &self)
  }

  /// A point of a domain in its own variables, some coordinates on its border.
  mutating func point(in domain: Domain) -> [Variable: Rational] {
    var point: [Variable: Rational] = [:]
    for variable in Variable.allCases {
      if let range = domain.ranges[variable] { point[variable] = number(from: range.lower, through: range.upper) }
    }
    return point
  }
}
