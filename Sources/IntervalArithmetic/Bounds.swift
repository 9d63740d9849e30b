/// The bounds of an interval as a vector: the negative of the lower one, and the upper one.
///
/// In this form an interval grows in both elements, so that whatever is rounded is rounded upward, and both bounds are
/// worked out by the same vector instructions. (The representation is that of B. Lambov, Reliable Implementation of Real
/// Number Algorithms, 2008, and of many interval libraries since.)
@usableFromInline
typealias Bounds = SIMD2<Double>

extension SIMD2<Double> {
  /// The bit patterns.
  @inlinable @inline(__always)
  var bits: SIMD2<Int64> { unsafeBitCast(self, to: SIMD2<Int64>.self) }

  /// The vector with these bit patterns.
  @inlinable @inline(__always)
  init(bits: SIMD2<Int64>) {
    self = unsafeBitCast(bits, to: SIMD2<Double>.self)
  }

  /// The vector with its elements exchanged.
  @inlinable @inline(__always)
  var exchanged: SIMD2<Double> { SIMD2(y, x) }

  /// Whether the upper bound is negative: whether these are the bounds of a negative interval; the same in both elements.
  @inlinable @inline(__always)
  var isNegative: SIMDMask<SIMD2<Int64>> { SIMD2<Double>(repeating: y) .< 0 }

  /// The vector, with its elements exchanged where the mask is set: the bounds of the negative interval; without a branch.
  @inlinable @inline(__always)
  func exchanged(where mask: SIMDMask<SIMD2<Int64>>) -> SIMD2<Double> {
    replacing(with: exchanged, where: mask)
  }

  /// The absolute values.
  @inlinable @inline(__always)
  var magnitudes: SIMD2<Double> { SIMD2(bits: bits & SIMD2<Int64>(repeating: .max)) }

  /// Whether these are the bounds of a positive interval so far from zero and infinity that no product or quotient of
  /// two, nor the error of one, leaves the range of normal numbers.
  @inlinable @inline(__always)
  var isOrdinary: SIMDMask<SIMD2<Int64>> {
    // The absolute value tells the empty interval, whose upper bound is negative infinity.
    SIMD2(bits: bits & SIMD2<Int64>(-1, .max)) .< SIMD2<Double>(-0x1p-480, 0x1p480)
  }

  /// Whether each of the bounds, of any sign, is zero or so far from zero and infinity that no product or quotient of two,
  /// nor the error of one, leaves the range of normal numbers.
  @inlinable @inline(__always)
  var isOrdinaryOrZero: SIMDMask<SIMD2<Int64>> {
    let size = magnitudes
    return size .< 0x1p480 .& (size .> 0x1p-480 .| (size .== 0))
  }

  /// The next doubles above, where `error` is positive; the elements must be finite and, where they move, normal.
  @inlinable @inline(__always)
  func nextUp(where error: SIMD2<Double>) -> SIMD2<Double> {
    let step = 1 | (bits &>> 63)
    return SIMD2(bits: bits &+ SIMD2<Int64>.zero.replacing(with: step, where: error .> 0))
  }

  /// The elements times a power of two, rounded upward, for finite normal elements.
  @inlinable @inline(__always)
  func scaledOutward(by exponent: Int) -> SIMD2<Double> {
    // Where nothing leaves the normal range, the exponents grow.
    let exponents = (bits &>> 52) & 0x7ff &+ Int64(exponent)
    guard all(exponents .> 0 .& (exponents .< 0x7ff)) else { return generallyScaledOutward(by: exponent) }
    return SIMD2(bits: bits &+ SIMD2<Int64>(repeating: Int64(exponent) << 52))
  }

  @usableFromInline @inline(never)
  func generallyScaledOutward(by exponent: Int) -> SIMD2<Double> {
    SIMD2(DirectedRounding.scaledUp(x, by: exponent), DirectedRounding.scaledUp(y, by: exponent))
  }
}
