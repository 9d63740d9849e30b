import RealArithmetic

extension DyadicInterval {
  /// The result for operands of which one at least has no bounds: the precision is the larger, empty operands make an
  /// empty result unless nothing is known of the other.
  static func degenerate(_ a: DyadicInterval, _ b: DyadicInterval) -> DyadicInterval {
    let bits = Swift.max(a.precision, b.precision)
    return a.isValid && b.isValid ? .empty(precision: bits) : .notAnInterval(precision: bits)
  }

  /// The interval of all negatives. Accuracy: exact.
  public static prefix func - (a: DyadicInterval) -> DyadicInterval {
    guard a.isBounded else { return a }
    return DyadicInterval(
      uncheckedLowerBound: -a.upperBound, upperBound: -a.lowerBound, precision: a.precision, state: .bounded)
  }

  /// The interval of all sums. Accuracy: tightest.
  public static func + (a: DyadicInterval, b: DyadicInterval) -> DyadicInterval {
    guard a.isBounded, b.isBounded else { return degenerate(a, b) }
    let bits = Swift.max(a.precision, b.precision)
    return DyadicInterval(
      enclosing: Dyadic.sum(a.lowerBound, b.lowerBound, bits: bits, .down),
      through: Dyadic.sum(a.upperBound, b.upperBound, bits: bits, .up), precision: bits)
  }

  /// The interval of all differences. Accuracy: tightest.
  public static func - (a: DyadicInterval, b: DyadicInterval) -> DyadicInterval { a + -b }

  /// The interval of all products. Accuracy: tightest.
  public static func * (a: DyadicInterval, b: DyadicInterval) -> DyadicInterval {
    guard a.isBounded, b.isBounded else { return degenerate(a, b) }
    // The signs of the factors tell which end points make the extreme products.
    if a.lowerBound.signum >= 0 { return b.multiplied(byNonnegative: a) }
    if b.lowerBound.signum >= 0 { return a.multiplied(byNonnegative: b) }
    if a.upperBound.signum <= 0 { return -b.multiplied(byNonnegative: -a) }
    if b.upperBound.signum <= 0 { return -a.multiplied(byNonnegative: -b) }
    let bits = Swift.max(a.precision, b.precision)
    return DyadicInterval(
      enclosing: Swift.min(a.lowerBound * b.upperBound, a.upperBound * b.lowerBound),
      through: Swift.max(a.lowerBound * b.lowerBound, a.upperBound * b.upperBound), precision: bits)
  }

  /// The product with a factor that has no negative member.
  private func multiplied(byNonnegative factor: DyadicInterval) -> DyadicInterval {
    DyadicInterval(
      enclosing: lowerBound * (lowerBound.signum >= 0 ? factor.lowerBound : factor.upperBound),
      through: upperBound * (upperBound.signum >= 0 ? factor.upperBound : factor.lowerBound),
      precision: Swift.max(precision, factor.precision))
  }

  /// The interval of all quotients. Accuracy: tightest. Not an interval if the divisor holds zero.
  public static func / (a: DyadicInterval, b: DyadicInterval) -> DyadicInterval {
    guard a.isBounded, b.isBounded else { return degenerate(a, b) }
    if b.upperBound.signum < 0 { return -a / -b }
    let bits = Swift.max(a.precision, b.precision)
    guard b.lowerBound.signum > 0 else { return .notAnInterval(precision: bits) }
    let lower = Dyadic.quotient(
      a.lowerBound, a.lowerBound.signum >= 0 ? b.upperBound : b.lowerBound, bits: bits, .down)
    let upper = Dyadic.quotient(
      a.upperBound, a.upperBound.signum >= 0 ? b.lowerBound : b.upperBound, bits: bits, .up)
    return DyadicInterval(enclosing: lower, through: upper, precision: bits)
  }

  /// The interval of all reciprocals. Accuracy: tightest. Not an interval if zero is a member.
  public func reciprocal() -> DyadicInterval { constant(1) / self }

  /// The interval of all squares. Accuracy: tightest, and tighter than `x * x`, which does not know that its factors are
  /// the same number.
  public func squared() -> DyadicInterval {
    guard let mignitude, let magnitude else { return self }
    return DyadicInterval(enclosing: mignitude.squared(), through: magnitude.squared(), precision: precision)
  }

  /// The interval of all square roots. Accuracy: tightest. Not an interval if there is a negative member.
  public static func sqrt(_ x: DyadicInterval) -> DyadicInterval {
    guard x.isBounded else { return x }
    guard x.lowerBound.signum >= 0 else { return .notAnInterval(precision: x.precision) }
    return DyadicInterval(
      enclosing: Dyadic.squareRoot(x.lowerBound, bits: x.precision, .down),
      through: Dyadic.squareRoot(x.upperBound, bits: x.precision, .up), precision: x.precision)
  }

  /// The interval of all absolute values. Accuracy: exact.
  public static func abs(_ x: DyadicInterval) -> DyadicInterval {
    guard let mignitude = x.mignitude, let magnitude = x.magnitude else { return x }
    return DyadicInterval(
      uncheckedLowerBound: mignitude, upperBound: magnitude, precision: x.precision, state: .bounded)
  }
}
