import RealArithmetic

/// The inverses of addition and subtraction, for undoing one exactly known step of a sum.
extension Interval {
  /// The tightest interval `z` for which `subtrahend + z` includes this interval: `cancelMinus` of IEEE 1788.
  ///
  /// Where `x = y + z` exactly, `x.cancelMinus(y)` gives back `z` (rounded outward), which `x - y` does not.
  ///
  /// Accuracy: tightest; whether such an interval exists is decided exactly. Edge cases: there is none, and the result is
  /// `entire`, if this interval is narrower than `subtrahend`, if either is unbounded, or if `subtrahend` alone is
  /// empty. Empty less empty or bounded is empty.
  public func cancelMinus(_ subtrahend: Interval) -> Interval {
    if isEmpty { return subtrahend.isEmpty || subtrahend.isCommonInterval ? .empty : .entire }
    guard isCommonInterval, subtrahend.isCommonInterval, isAtLeastAsWide(as: subtrahend) else { return .entire }
    return Interval(
      uncheckedLowerBound: DirectedRounding.sumDown(lowerBound, -subtrahend.lowerBound),
      upperBound: DirectedRounding.sumUp(upperBound, -subtrahend.upperBound))
  }

  /// The tightest interval `z` for which `z - addend` includes this interval: `cancelPlus` of IEEE 1788, which is
  /// `cancelMinus(-addend)`.
  ///
  /// Accuracy: tightest. Edge cases as for `cancelMinus(_:)`.
  public func cancelPlus(_ addend: Interval) -> Interval {
    cancelMinus(-addend)
  }

  /// Whether the exact width is not less than that of `other`; both are bounded and not empty.
  private func isAtLeastAsWide(as other: Interval) -> Bool {
    let (width, error) = ErrorFree.twoSum(upperBound, -lowerBound)
    let (otherWidth, otherError) = ErrorFree.twoSum(other.upperBound, -other.lowerBound)
    guard width < 0x1p1022, otherWidth < 0x1p1022 else { return isExactlyAtLeastAsWide(as: other) }
    // Rounding is monotone: different rounded widths are in the order of the exact ones.
    return width == otherWidth ? error >= otherError : width > otherWidth
  }

  private func isExactlyAtLeastAsWide(as other: Interval) -> Bool {
    guard let a = Dyadic(exactly: lowerBound), let b = Dyadic(exactly: upperBound),
      let c = Dyadic(exactly: other.lowerBound), let d = Dyadic(exactly: other.upperBound)
    else { return false }
    return b - a >= d - c
  }
}
