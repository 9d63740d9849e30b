extension Interval {
  /// The interval of all powers `t^n` with a fixed integer `n`: `pown` of IEEE 1788.
  ///
  /// Accuracy: tightest for every exponent. Edge cases: `t^0` is 1 for every `t`, 0 included; powers with a negative
  /// exponent are defined for `t` other than 0, so that of [0, 0] is `empty` and those of intervals with 0 among other
  /// members are unbounded on the sides that powers of small numbers reach.
  public static func pow(_ x: Interval, _ n: Int) -> Interval {
    switch n {
    case 0: return x.isEmpty ? .empty : Interval(1)
    case 1: return x
    case 2: return x.squared()
    case -1: return x.reciprocal()
    default: break
    }
    if x.isEmpty || (n < 0 && x.lowerBound == 0 && x.upperBound == 0) { return .empty }
    if n & 1 == 0 { return abs(x).nonnegativePower(n) }
    if x.lowerBound >= 0 { return x.nonnegativePower(n) }
    if x.upperBound <= 0 { return -(-x).nonnegativePower(n) }
    if n < 0 { return .entire }
    return Interval(
      uncheckedLowerBound: -IntegerPower.enclosure(-x.lowerBound, n).upperBound,
      upperBound: IntegerPower.enclosure(x.upperBound, n).upperBound)
  }

  /// The powers of an interval without negative members, for `n` other than 0; for negative `n` not of [0, 0].
  private func nonnegativePower(_ n: Int) -> Interval {
    n > 0
      ? Interval.increasingImage(self) { IntegerPower.enclosure($0, n) }
      : Interval.decreasingImage(self) { IntegerPower.enclosure($0, n) }
  }
}
