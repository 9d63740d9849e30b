import RealArithmetic

extension DyadicInterval {
  /// The result of rounding any member to nearest (ties to even) in a format, if it is the same for all: rounding is
  /// monotonic. Nil if the interval is too wide to tell.
  public func rounded(to format: BinaryFormat) -> BinaryFormat.Rounded? {
    guard isBounded else { return nil }
    let result = format.round(lowerBound, .toNearestOrEven)
    return result == format.round(upperBound, .toNearestOrEven) ? result : nil
  }
}
