import RealArithmetic

/// Numbers that describe an interval; `nil` where there are no members or nothing is known.
extension DyadicInterval {
  /// The middle, rounded to nearest: a member.
  public var middle: Dyadic? {
    guard isBounded else { return nil }
    let middle = Dyadic.sum(lowerBound, upperBound, bits: precision, .toNearestOrEven).scaled(byPowerOfTwo: -1)
    // What is too small for the exponent range lies nearer to zero than any bound but zero: zero is a member.
    return (middle.leadingExponent ?? 0) < -DyadicInterval.largestExponent ? .zero : middle
  }

  /// The distance between the bounds, rounded upward to `precision` bits.
  public var width: Dyadic? {
    guard isBounded else { return nil }
    return Dyadic.sum(upperBound, -lowerBound, bits: precision, .up)
  }

  /// The largest absolute value of a member.
  public var magnitude: Dyadic? {
    guard isBounded else { return nil }
    return Swift.max(lowerBound.magnitude, upperBound.magnitude)
  }

  /// The smallest absolute value of a member.
  public var mignitude: Dyadic? {
    guard isBounded else { return nil }
    if lowerBound.signum <= 0, upperBound.signum >= 0 { return .zero }
    return Swift.min(lowerBound.magnitude, upperBound.magnitude)
  }

  /// How many leading bits of the members are the same, about: `log2` of the magnitude divided by the width, rounded
  /// down. `Int.max` for a single number, 0 or less if the width is not small beside the members.
  public var accurateBits: Int? {
    guard let magnitude = magnitude?.leadingExponent, let width else { return isSingleton ? Int.max : nil }
    guard let spread = width.leadingExponent else { return Int.max }
    return magnitude - spread - 1
  }
}

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
