import GridChecker
import RealArithmetic
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

  /// A point of a box.
  mutating func point(in box: Box) -> [Rational] {
    box.sides.map { number(from: $0.lower, through: $0.upper) }
  }
}
