import RealArithmetic

/// The seeds of the property tests.
let seeds: [UInt64] = [1, 2, 3, 0xDEAD_BEEF, 0x5E1F_5E1F]

/// The six rounding rules.
let rules: [FloatingPointRoundingRule] = [
  .toNearestOrEven, .toNearestOrAwayFromZero, .up, .down, .towardZero, .awayFromZero,
]

extension SplitMix64 {
  /// An integer of at most so many limbs: limbs of random bits, or limbs of all zeros and all ones, which are where
  /// carries run far and quotient digits are hard to guess.
  mutating func integer(limbs most: Int) -> BigInteger {
    let count = Int.random(in: 0...most, using: &self)
    let extreme = Int.random(in: 0..<3, using: &self) == 0
    let limbs = (0..<count).map { _ -> UInt in
      extreme ? (Bool.random(using: &self) ? 0 : .max) : UInt.random(in: 0...UInt.max, using: &self)
    }
    return BigInteger(limbs: limbs, isNegative: Bool.random(using: &self))
  }

  /// A rational number with a numerator and a denominator of at most so many limbs.
  mutating func rational(limbs most: Int) -> Rational {
    let denominator = integer(limbs: most)
    return Rational(integer(limbs: most), over: denominator.isZero ? 1 : denominator)
  }

  /// A rational number of small parts.
  mutating func smallRational() -> Rational {
    Rational(
      BigInteger(Int.random(in: -1000...1000, using: &self)),
      over: BigInteger(Int.random(in: 1...1000, using: &self)))
  }

  /// A finite number with random bits: all exponents are equally likely, subnormal numbers included.
  mutating func finiteDouble() -> Double {
    while true {
      let value = Double(bitPattern: next())
      if value.isFinite { return value }
    }
  }
}
