import IntervalArithmetic

/// The benchmark's inputs: arrays of 1024 intervals made by SplitMix64, the same that the peers in Tests/Peers use
/// (their README defines them in words).
struct Inputs {
  static let count = 1024

  let intervals: [Interval]

  /// Uniform lower bounds in `[low, high)`; widths of 2^-40 of the magnitude.
  init(seed: UInt64, low: Double, high: Double) {
    intervals = Self.make(seed: seed) { _, unit in
      let scaled = (high - low) * unit
      return low + scaled
    }
  }

  /// Lower bounds of both signs over sixteen binades.
  init(signedSeed seed: UInt64) {
    intervals = Self.make(seed: seed) { bits, unit in
      let value = Double(sign: .plus, exponent: Int(bits & 15) - 8, significand: 1 + unit)
      return bits & 16 == 0 ? value : -value
    }
  }

  private static func make(seed: UInt64, _ lower: (UInt64, Double) -> Double) -> [Interval] {
    var state = seed
    return (0..<count).map { _ in
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      let bits = z ^ (z >> 31)
      let value = lower(bits, Double(bits >> 11) * 0x1p-53)
      let width = value.magnitude * 0x1p-40
      return Interval(lowerBound: value, upperBound: value + width)
    }
  }
}
