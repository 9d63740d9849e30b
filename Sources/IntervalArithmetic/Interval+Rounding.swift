extension Interval {
  /// The interval around all members rounded to integers under `rule`.
  ///
  /// `.down`, `.up`, `.towardZero`, `.toNearestOrEven` and `.toNearestOrAwayFromZero` are `floor`, `ceil`, `trunc`,
  /// `roundTiesToEven` and `roundTiesToAway` of IEEE 1788.
  ///
  /// Accuracy: exact, as a hull: the integers between the bounds belong to the image, the numbers between the integers
  /// do not. Edge cases: infinite bounds stay; `empty` for the empty interval.
  public func rounded(_ rule: FloatingPointRoundingRule) -> Interval {
    isEmpty
      ? .empty
      : Interval(
        uncheckedLowerBound: IntegerRounding.rounded(lowerBound, rule),
        upperBound: IntegerRounding.rounded(upperBound, rule))
  }
}

/// Doubles rounded to integers with bit operations and exact sums only: the standard library may call the C library.
enum IntegerRounding {
  /// `x` rounded to an integer; infinities stay.
  static func rounded(_ x: Double, _ rule: FloatingPointRoundingRule) -> Double {
    let whole = truncated(x)
    if whole == x { return whole }
    // The fraction is exact, and so is the next integer: both fit into the bits of `x`.
    let fraction = (x - whole).magnitude
    let away = whole + (x < 0 ? -1 : 1)
    switch rule {
    case .towardZero: return whole
    case .awayFromZero: return away
    case .down: return Swift.min(whole, away)
    case .up: return Swift.max(whole, away)
    case .toNearestOrAwayFromZero: return fraction >= 0.5 ? away : whole
    case .toNearestOrEven:
      let isOdd = truncated(0.5 * whole) != 0.5 * whole
      return fraction > 0.5 || (fraction == 0.5 && isOdd) ? away : whole
    @unknown default: return whole
    }
  }

  /// `x` without its fraction.
  static func truncated(_ x: Double) -> Double {
    let exponent = Int((x.bitPattern >> 52) & 0x7ff) - 1023
    if exponent < 0 { return 0 }
    if exponent >= 52 { return x }
    let fraction: UInt64 = (1 << UInt64(52 - exponent)) - 1
    return Double(bitPattern: x.bitPattern & ~fraction)
  }
}
