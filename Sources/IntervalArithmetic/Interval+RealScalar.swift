import RealArithmetic

extension Interval: RealScalar {
  /// The tightest interval around the integer `n`.
  @inlinable @inline(__always)
  public func constant(_ n: Int) -> Interval {
    n.magnitude <= 1 << 53
      ? Interval(uncheckedLowerBound: Double(n), upperBound: Double(n)) : Interval(enclosing: Rational(n))
  }

  /// Whether zero is the only member.
  @inlinable @inline(__always)
  public var isZero: Bool { all(bounds .== 0) }

  /// The tightest interval around the rational `r`.
  public func constant(_ r: Rational) -> Interval { Interval(enclosing: r) }

  /// The tightest interval around a rational.
  public init(enclosing r: Rational) {
    self.init(
      uncheckedLowerBound: Double(r, rounding: .down), upperBound: Double(r, rounding: .up))
  }

  /// The tightest interval that includes all rationals from `lowerBound` to `upperBound`: exact bounds rounded outward.
  /// Bounds in the wrong order give `empty`.
  public init(enclosing lowerBound: Rational, through upperBound: Rational) {
    self =
      lowerBound <= upperBound
      ? Interval(
        uncheckedLowerBound: Double(lowerBound, rounding: .down), upperBound: Double(upperBound, rounding: .up))
      : .empty
  }

  /// The tightest interval around pi.
  @inlinable
  public static var pi: Interval {
    Interval(uncheckedLowerBound: 0x1.921fb54442d18p1, upperBound: 0x1.921fb54442d19p1)
  }

  /// The tightest interval around pi.
  @inlinable
  public var pi: Interval { .pi }

  /// The interval of the halves of all members. Accuracy: tightest.
  @inlinable
  public var half: Interval {
    let halves = 0.5 * bounds
    return all(halves + halves .== bounds) ? Interval(halves) : self / Interval(2)
  }

  /// The tightest interval around 1/sqrt(pi).
  @inlinable
  public var inverseRootPi: Interval {
    Interval(uncheckedLowerBound: 0x1.20dd750429b6dp-1, upperBound: 0x1.20dd750429b6ep-1)
  }
}

extension Interval {
  /// `g erfcx(z)`, where `g = e^(exponent - z^2)`, by `erfcx(z) = 2 e^(z^2) - erfcx(-z)` where all of `z` is well below 0.
  @inlinable @inline(__always)
  public static func tail(_ g: Interval, _ z: Interval, exponent: Interval) -> Interval {
    guard z.upperBound < -5 else { return g * erfcx(z) }
    let whole = exp(exponent)
    return (whole + whole) - g * erfcx(-z)
  }
}

extension Interval: EnclosingScalar {
  /// The singleton of `midpoint`; empty for the empty interval.
  public var centre: Interval { Interval(midpoint) }

  /// Whether the interval has no members.
  public var isVoid: Bool { isEmpty }

  /// Whether both intervals hold the same numbers.
  public func isEqual(to other: Interval) -> Bool { self == other }

  /// Whether the interval is not empty and all its members are greater than zero.
  public var isPositive: Bool { lowerBound > 0 && !isEmpty }

  /// Whether the interval is not empty and no member is less than zero.
  public var isNotNegative: Bool { lowerBound >= 0 && !isEmpty }

  /// Whether the interval is not empty.
  public var isKnown: Bool { !isEmpty }

  /// The tightest interval around all numbers between two; empty if they are in the wrong order.
  public func enclosing(_ lower: Rational, through upper: Rational) -> Interval {
    Interval(enclosing: lower, through: upper)
  }

  /// Whether the interval is not empty and every member is at most `r`; exact.
  public func isLessOrEqual(to r: Rational) -> Bool {
    isKnown && Rational(exactly: upperBound).map { $0 <= r } ?? false
  }

  /// Whether the interval is not empty and every member is at least `r`; exact.
  public func isGreaterOrEqual(to r: Rational) -> Bool {
    isKnown && Rational(exactly: lowerBound).map { $0 >= r } ?? false
  }
}

extension Interval: QuadratureScalar {
  /// The 53 bits of the format.
  public var significantBits: Int { 53 }

  /// The interval itself: the format is fixed.
  public func with(significantBits: Int) -> Interval { self }

  /// The bounds.
  public var doubleBounds: (lower: Double, upper: Double) { (lowerBound, upperBound) }
}
