import RealArithmetic

/// Set operations. They are exact: the precision of a result is the larger of those of the operands, so bounds pass
/// unrounded.
extension DyadicInterval {
  /// The thin interval around the middle. Empty for the empty interval.
  public var midpoint: DyadicInterval {
    guard let middle else { return self }
    return DyadicInterval(uncheckedLowerBound: middle, upperBound: middle, precision: precision, state: .bounded)
  }

  /// The numbers that belong to both.
  ///
  /// Not an interval if either is not: nothing is known then.
  public func intersection(_ other: DyadicInterval) -> DyadicInterval {
    let bits = Swift.max(precision, other.precision)
    guard isValid, other.isValid else { return .notAnInterval(precision: bits) }
    guard isBounded, other.isBounded else { return .empty(precision: bits) }
    let lower = Swift.max(lowerBound, other.lowerBound)
    let upper = Swift.min(upperBound, other.upperBound)
    guard lower <= upper else { return .empty(precision: bits) }
    return DyadicInterval(uncheckedLowerBound: lower, upperBound: upper, precision: bits, state: .bounded)
  }

  /// The smallest interval that includes both.
  public func convexHull(_ other: DyadicInterval) -> DyadicInterval {
    let bits = Swift.max(precision, other.precision)
    guard isValid, other.isValid else { return .notAnInterval(precision: bits) }
    if isEmpty { return other.with(precision: bits) }
    if other.isEmpty { return with(precision: bits) }
    return DyadicInterval(
      uncheckedLowerBound: Swift.min(lowerBound, other.lowerBound),
      upperBound: Swift.max(upperBound, other.upperBound), precision: bits, state: .bounded)
  }

  /// The same interval with another precision, the bounds rounded outward if it is lower.
  public func with(precision: Int) -> DyadicInterval {
    let bits = DyadicInterval.clamped(precision: precision)
    switch state {
    case .bounded: return DyadicInterval(enclosing: lowerBound, through: upperBound, precision: bits)
    case .empty: return .empty(precision: bits)
    case .notAnInterval: return .notAnInterval(precision: bits)
    }
  }

  /// Whether every member belongs to `other`; the empty interval is a subset of all. False if nothing is known of either.
  public func isSubset(of other: DyadicInterval) -> Bool {
    guard isValid, other.isValid else { return false }
    if isEmpty { return true }
    return other.isBounded && other.lowerBound <= lowerBound && upperBound <= other.upperBound
  }

  /// Whether every member lies in the topological interior of `other`. False if nothing is known of either.
  public func isInterior(to other: DyadicInterval) -> Bool {
    guard isValid, other.isValid else { return false }
    if isEmpty { return true }
    return other.isBounded && other.lowerBound < lowerBound && upperBound < other.upperBound
  }

  /// Whether the intervals have no member in common. False if nothing is known of either.
  public func isDisjoint(with other: DyadicInterval) -> Bool {
    guard isValid, other.isValid else { return false }
    return isEmpty || other.isEmpty || upperBound < other.lowerBound || other.upperBound < lowerBound
  }

  /// Whether both have the same members. False if nothing is known of either.
  public func isEqual(to other: DyadicInterval) -> Bool { isValid && other.isValid && self == other }
}
