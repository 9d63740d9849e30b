import RealArithmetic
import SELUTheorem

/// The SplitMix64 generator, seeded so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

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
