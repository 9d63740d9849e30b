import IntervalArithmetic

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

  /// A number of the range, all alike.
  mutating func number(in range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &self)
  }

  /// A number of the range, which is positive, with all orders of magnitude alike.
  mutating func scale(in range: ClosedRange<Double>) -> Double {
    var value = range.lowerBound
    while value < range.upperBound { value *= number(in: 1...(range.upperBound / range.lowerBound)) }
    return min(max(value / number(in: 1...(range.upperBound / range.lowerBound)), range.lowerBound), range.upperBound)
  }

  /// A part of an interval.
  mutating func part(of interval: Interval) -> Interval {
    let (a, b) = (
      number(in: interval.lowerBound...interval.upperBound), number(in: interval.lowerBound...interval.upperBound)
    )
    return Interval(lowerBound: min(a, b), upperBound: max(a, b))
  }
}
