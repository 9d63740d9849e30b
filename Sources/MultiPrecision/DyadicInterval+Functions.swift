import RealArithmetic

extension DyadicInterval {
  /// Bounds on the two sides that functions are evaluated with, at the precision of the interval.
  private var bounds: (below: DirectedFunctions, above: DirectedFunctions) {
    (
      DirectedFunctions(precision: precision, direction: .down),
      DirectedFunctions(precision: precision, direction: .up)
    )
  }

  /// An interval from bounds that a function may not have.
  private func interval(_ lower: Dyadic?, _ upper: Dyadic?) -> DyadicInterval {
    guard let lower, let upper else { return .notAnInterval(precision: precision) }
    return DyadicInterval(enclosing: lower, through: upper, precision: precision)
  }

  /// The interval of the exponentials of all members.
  ///
  /// Accuracy: each end within 2 units in its last place of the exact one. Not an interval if a result is
  /// `2^largestExponent` or more.
  public static func exp(_ x: DyadicInterval) -> DyadicInterval {
    guard x.isBounded else { return x }
    return x.interval(x.bounds.below.exponential(x.lowerBound), x.bounds.above.exponential(x.upperBound))
  }

  /// The interval of the scaled complementary error function `e^(x^2) erfc(x)` of all members; it decreases.
  ///
  /// Accuracy: each end within 2 units in its last place of the exact one. Not an interval if a result is
  /// `2^largestExponent` or more, which begins below -27,280.
  public static func erfcx(_ x: DyadicInterval) -> DyadicInterval {
    guard x.isBounded else { return x }
    return x.interval(x.bounds.below.scaledComplement(x.upperBound), x.bounds.above.scaledComplement(x.lowerBound))
  }
}
