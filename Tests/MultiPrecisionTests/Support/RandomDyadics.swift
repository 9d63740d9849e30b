import RealArithmetic
import TestSupport

@testable import MultiPrecision

/// The generator that all test targets share.
typealias SplitMix64 = TestSupport.SplitMix64

/// The seeds of the property tests.
let seeds: [UInt64] = [1, 2, 0x5E1F_5E1F]

extension SplitMix64 {
  /// A number other than zero with at most so many significant bits, and a leading exponent in a range. A third have few
  /// bits, a third bits that are all ones but for the last few: where carries run far.
  mutating func dyadic(bits: Int, leading: ClosedRange<Int>, signed: Bool = true) -> Dyadic {
    let length = Int.random(in: 1...bits, using: &self)
    var significand = BigInteger(1)
    switch Int.random(in: 0..<3, using: &self) {
    case 0: significand = BigInteger(Int.random(in: 1...9, using: &self))
    case 1: significand = (BigInteger.powerOfTwo(length) - BigInteger(Int.random(in: 1...3, using: &self))).magnitude
    default:
      for _ in 0..<(length + 63) / 64 { significand = (significand << 64) + BigInteger(next()) }
      significand = significand >> Swift.max(significand.bitWidth - length, 0)
    }
    if significand.isZero { significand = 1 }
    if signed, Bool.random(using: &self) { significand.negate() }
    return Dyadic(
      significand: significand, exponent: Int.random(in: leading, using: &self) - significand.bitWidth + 1)
  }

  /// An interval with bounds as above; a third are single numbers.
  mutating func interval(bits: Int, leading: ClosedRange<Int>, signed: Bool = true) -> DyadicInterval {
    let first = dyadic(bits: bits, leading: leading, signed: signed)
    let isSingle = Int.random(in: 0..<3, using: &self) == 0
    let second = isSingle ? first : dyadic(bits: bits, leading: leading, signed: signed)
    return DyadicInterval(lowerBound: min(first, second), upperBound: max(first, second), precision: bits)
  }
}

extension DyadicInterval {
  /// The bounds and the middle.
  var samples: [Dyadic] { [lowerBound, upperBound] + (middle.map { [$0] } ?? []) }

  /// The width in units in the last place (at most `precision` bits) of the member that is largest in magnitude.
  var widthInUlps: Rational? {
    guard let width, let magnitude else { return nil }
    guard let leading = magnitude.leadingExponent else { return 0 }
    return Rational(width.scaled(byPowerOfTwo: precision - 1 - leading))
  }
}
