import RealArithmetic

/// Statements about all members. Each is false for the empty interval and where nothing is known, so that `true` always
/// says something about at least one number; the comparison with a rational number is exact.
extension DyadicInterval {
  /// Whether every member is less than `r`.
  public func isStrictlyLess(than r: Rational) -> Bool { isBounded && upperBound.order(against: r) < 0 }

  /// Whether every member is at most `r`.
  public func isLessOrEqual(to r: Rational) -> Bool { isBounded && upperBound.order(against: r) <= 0 }

  /// Whether every member is greater than `r`.
  public func isStrictlyGreater(than r: Rational) -> Bool { isBounded && lowerBound.order(against: r) > 0 }

  /// Whether every member is at least `r`.
  public func isGreaterOrEqual(to r: Rational) -> Bool { isBounded && lowerBound.order(against: r) >= 0 }

  /// Whether every member is less than every member of `other`.
  public func isStrictlyLess(than other: DyadicInterval) -> Bool {
    isBounded && other.isBounded && upperBound < other.lowerBound
  }

  /// Whether every member is at most every member of `other`.
  public func isLessOrEqual(to other: DyadicInterval) -> Bool {
    isBounded && other.isBounded && upperBound <= other.lowerBound
  }

  /// Whether every member is greater than zero.
  public var isPositive: Bool { isBounded && lowerBound.signum > 0 }

  /// Whether no member is less than zero.
  public var isNotNegative: Bool { isBounded && lowerBound.signum >= 0 }

  /// Whether there are members, and their bounds are known.
  public var isKnown: Bool { isBounded }

  /// Whether every member is less than zero.
  public var isNegative: Bool { isBounded && upperBound.signum < 0 }
}
