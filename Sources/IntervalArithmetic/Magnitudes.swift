/// The least and the greatest magnitude of the bounds of an interval, or of the results of an operation on such.
///
/// For intervals of one sign these are the magnitudes of their members' extremes, and products and quotients need no case
/// distinction.
@usableFromInline
struct Magnitudes {
  @usableFromInline let least: Double
  @usableFromInline let greatest: Double

  @inlinable @inline(__always)
  init(least: Double, greatest: Double) {
    self.least = least
    self.greatest = greatest
  }

  /// Bit patterns of non-negative doubles are ordered like the doubles.
  @inlinable @inline(__always)
  init(_ x: Interval) {
    let (a, b) = (x.lowerBound.magnitude.bitPattern, x.upperBound.magnitude.bitPattern)
    least = Double(bitPattern: Swift.min(a, b))
    greatest = Double(bitPattern: Swift.max(a, b))
  }

  /// Whether `a` and `b`, with magnitudes `x` and `y`, are bounded, not empty, of one sign each and without zero or
  /// subnormal bounds, and the bounds of the result are normal.
  ///
  /// Unbounded and empty operands are told by the result, which has an infinite, NaN or vanishing bound then: all bit
  /// patterns from that of infinity on fail the last test, all below that of the least normal number the others.
  @inlinable @inline(__always)
  static func areOrdinary(
    _ a: Interval, _ b: Interval, _ x: Magnitudes, _ y: Magnitudes, _ result: Magnitudes
  ) -> Bool {
    let signs =
      (a.lowerBound.bitPattern ^ a.upperBound.bitPattern) | (b.lowerBound.bitPattern ^ b.upperBound.bitPattern)
    let smallest = Swift.min(Swift.min(x.least.bitPattern, y.least.bitPattern), result.least.bitPattern)
    let largest = Swift.max(Swift.max(x.greatest.bitPattern, y.greatest.bitPattern), result.greatest.bitPattern)
    return Int64(bitPattern: signs) >= 0 && smallest >= Double.leastNormalMagnitude.bitPattern
      && largest <= Double.greatestFiniteMagnitude.bitPattern
  }
}
