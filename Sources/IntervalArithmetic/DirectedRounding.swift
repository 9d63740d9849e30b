import RealArithmetic

/// The four operations and the square root, rounded downward or upward to binary64 without touching the processor's
/// rounding mode.
///
/// Each function computes the result rounded to nearest and then asks on which side of the exact result it fell.
/// A sum answers through Knuth's error-free transform. A product `p` of `a` and `b`, a quotient and a square root
/// answer through the exact residual `a b - p`: both terms are integers times the same power of two, and the residual
/// is less than 2^54 units, so 64-bit integer arithmetic that wraps around still yields it exactly.
///
/// Accuracy: correctly rounded for all finite operands, subnormal and overflowing results included. An infinite operand
/// gives the limit; 0 times infinity is 0 and a finite number by infinity is 0, as the bounds of unbounded intervals
/// need. NaN operands are not allowed.
@usableFromInline
enum DirectedRounding {
  // MARK: Neighbours

  /// `x`, or the double before it where `step` is true, for finite non-zero `x`; without a branch.
  @inlinable @inline(__always)
  static func stepDown(_ x: Double, if step: Bool) -> Double {
    let bits = Int64(bitPattern: x.bitPattern)
    return Double(bitPattern: UInt64(bitPattern: bits &- (step ? 1 | (bits >> 63) : 0)))
  }

  // MARK: Sums

  /// `a + b` rounded downward.
  @inlinable @inline(__always)
  static func sumDown(_ a: Double, _ b: Double) -> Double {
    let (sum, error) = ErrorFree.twoSum(a, b)
    guard sum.magnitude < 0x1p1022 else { return hugeSumDown(a, b) }
    // A sum that vanishes or is subnormal is exact, so `sum` is normal wherever it has to move.
    return stepDown(sum, if: error < 0)
  }

  /// `a + b` rounded upward.
  @inlinable @inline(__always)
  static func sumUp(_ a: Double, _ b: Double) -> Double {
    -sumDown(-a, -b)
  }

  /// `a + b` rounded downward where the sum is near the largest double, infinite or unordered.
  @usableFromInline @inline(never)
  static func hugeSumDown(_ a: Double, _ b: Double) -> Double {
    guard let x = Dyadic(exactly: a), let y = Dyadic(exactly: b) else { return a + b }
    return Double(x + y, rounding: .down)
  }

  // MARK: Products

  /// The sign of the exact `a b - p`, where `p` is within one unit in the last place of `a b`, as a wrapped difference
  /// of integers: negative, zero or positive like `|a b| - |p|`. All three must be normal.
  @inlinable @inline(__always)
  static func magnitudeResidual(_ a: UInt64, _ b: UInt64, _ p: UInt64) -> Int64 {
    let fraction: UInt64 = (1 << 52) - 1
    let hidden: UInt64 = 1 << 52
    let product = ((a & fraction) | hidden) &* ((b & fraction) | hidden)
    // In units of the product of the two last places: a shift by 52 or 53, which pushes out all of p but its last bits.
    let approximation = p &<< ((p >> 52) &- (a >> 52) &- (b >> 52) &+ (1023 + 52))
    return Int64(bitPattern: product &- approximation)
  }

  /// The biased exponent of the double with these bits.
  @inlinable @inline(__always)
  static func exponent(_ bits: UInt64) -> UInt64 { (bits >> 52) & 0x7ff }

  /// Whether the double with these bits is normal: not zero, subnormal, infinite or NaN.
  @inlinable @inline(__always)
  static func isNormal(_ bits: UInt64) -> Bool {
    exponent(bits) &- 1 < 0x7fe
  }

  /// `a * b` rounded downward.
  @inlinable @inline(__always)
  static func productDown(_ a: Double, _ b: Double) -> Double {
    let product = a * b
    let (x, y, p) = (a.bitPattern, b.bitPattern, product.bitPattern)
    guard isNormal(x), isNormal(y), isNormal(p) else { return extremeProductDown(a, b) }
    // Below zero, rounding downward means a larger magnitude: the sign of the residual turns round.
    let sign = Int64(bitPattern: p) >> 63
    return stepDown(product, if: (magnitudeResidual(x, y, p) ^ sign) &- sign < 0)
  }

  /// `a * b` rounded upward.
  @inlinable @inline(__always)
  static func productUp(_ a: Double, _ b: Double) -> Double {
    -productDown(-a, b)
  }

  /// `a * b` rounded downward where an operand or the product is zero, subnormal or infinite.
  @usableFromInline @inline(never)
  static func extremeProductDown(_ a: Double, _ b: Double) -> Double {
    if a == 0 || b == 0 { return 0 }
    guard let x = Dyadic(exactly: a), let y = Dyadic(exactly: b) else { return a * b }
    return Double(x * y, rounding: .down)
  }

  /// `a * b + c` rounded downward.
  @usableFromInline
  static func fusedProductSumDown(_ a: Double, _ b: Double, _ c: Double) -> Double {
    if a == 0 || b == 0 { return c }
    guard let x = Dyadic(exactly: a), let y = Dyadic(exactly: b), let z = Dyadic(exactly: c) else {
      // An infinite product wins over the addend: the bounds of an interval sum never cancel infinities.
      return a.isInfinite || b.isInfinite ? a * b : c
    }
    return Double(x * y + z, rounding: .down)
  }

  // MARK: Quotients

  /// `a / b` rounded downward, for `b` not zero.
  @inlinable @inline(__always)
  static func quotientDown(_ a: Double, _ b: Double) -> Double {
    let quotient = a / b
    let (x, y, q) = (a.bitPattern, b.bitPattern, quotient.bitPattern)
    guard isNormal(x), isNormal(y), isNormal(q) else { return extremeQuotientDown(a, b) }
    let sign = Int64(bitPattern: q) >> 63
    // |q b| > |a| says that the magnitude of q is too large; below zero too small is what has to move.
    return stepDown(quotient, if: 0 < (magnitudeResidual(q, y, x) ^ sign) &- sign)
  }

  /// `a / b` rounded upward, for `b` not zero.
  @inlinable @inline(__always)
  static func quotientUp(_ a: Double, _ b: Double) -> Double {
    -quotientDown(-a, b)
  }

  /// `a / b` rounded downward where an operand or the quotient is zero, subnormal or infinite.
  @usableFromInline @inline(never)
  static func extremeQuotientDown(_ a: Double, _ b: Double) -> Double {
    if a == 0 || b.isInfinite { return 0 }
    guard let x = Rational(exactly: a), let y = Rational(exactly: b) else { return a / b }
    return Double(x / y, rounding: .down)
  }

  // MARK: Square roots

  /// The square root of `x >= 0` rounded downward.
  @inlinable @inline(__always)
  static func squareRootDown(_ x: Double) -> Double {
    guard isNormal(x.bitPattern) else { return extremeSquareRootDown(x) }
    let root = x.squareRoot()
    return stepDown(root, if: magnitudeResidual(root.bitPattern, root.bitPattern, x.bitPattern) > 0)
  }

  /// The square root of `x >= 0` rounded upward.
  @inlinable @inline(__always)
  static func squareRootUp(_ x: Double) -> Double {
    guard isNormal(x.bitPattern) else { return extremeSquareRootUp(x) }
    let root = x.squareRoot()
    let isBelow = magnitudeResidual(root.bitPattern, root.bitPattern, x.bitPattern) < 0
    return Double(bitPattern: root.bitPattern &+ (isBelow ? 1 : 0))
  }

  /// The square root of zero, infinity or a subnormal, rounded downward. Scaling by an even power of two is exact
  /// both ways, because the root of the least subnormal is normal.
  @usableFromInline @inline(never)
  static func extremeSquareRootDown(_ x: Double) -> Double {
    x == 0 || x == .infinity ? x : squareRootDown(x * 0x1p200) * 0x1p-100
  }

  /// As `extremeSquareRootDown(_:)`, rounded upward.
  @usableFromInline @inline(never)
  static func extremeSquareRootUp(_ x: Double) -> Double {
    x == 0 || x == .infinity ? x : squareRootUp(x * 0x1p200) * 0x1p-100
  }

  // MARK: Powers of two

  /// `x * 2^exponent` rounded downward, for finite `x`; the product is exact unless it leaves the normal range.
  @usableFromInline
  static func scaledDown(_ x: Double, by exponent: Int) -> Double {
    let scaled = Double(sign: .plus, exponent: exponent, significand: x)
    // The least normal number may be a subnormal result that was rounded.
    if x == 0 || scaled.isFinite && scaled.magnitude > .leastNormalMagnitude { return scaled }
    guard let exact = Dyadic(exactly: x) else { return x }
    return Double(exact.scaled(byPowerOfTwo: exponent), rounding: .down)
  }

  /// `x * 2^exponent` rounded upward, for finite `x`.
  @usableFromInline
  static func scaledUp(_ x: Double, by exponent: Int) -> Double {
    -scaledDown(-x, by: exponent)
  }
}
