/// Sums and products of two doubles together with their exact rounding errors.
///
/// Sources: D. E. Knuth, The Art of Computer Programming 2, 4.2.2 (`twoSum`); T. J. Dekker, Numer. Math. 18 (1971)
/// (`fastTwoSum`, `twoProduct`); J.-M. Muller et al., Handbook of Floating-Point Arithmetic, chapter 4.
@usableFromInline
enum ErrorFree {
  /// `sum = fl(a + b)` and `error = a + b - sum`, exactly.
  ///
  /// Postcondition: exact for all finite `a`, `b` with `|fl(a + b)| < 2^1022`; no ordering of the operands is needed.
  @inlinable @inline(__always)
  static func twoSum(_ a: Double, _ b: Double) -> (sum: Double, error: Double) {
    let sum = a + b
    let b1 = sum - a
    return (sum, (a - (sum - b1)) + (b - b1))
  }

  /// `sum = fl(a + b)` and `error = a + b - sum`, exactly, where `a` is zero or has at least the exponent of `b`.
  @inlinable @inline(__always)
  static func fastTwoSum(_ a: Double, _ b: Double) -> (sum: Double, error: Double) {
    let sum = a + b
    return (sum, b - (sum - a))
  }

  /// `product = fl(a * b)` and `error = a * b - product`, exactly.
  ///
  /// Postcondition: exact where `|a|, |b| < 2^990`, `|a b| < 2^1020` and `a b` is zero or `|a b| >= 2^-960`. Both ways
  /// of computing it are exact there, so results do not depend on whether the machine has a fused multiply-add: arm64
  /// always has one; on x86-64 Swift would call the C library, which is correct but slower than Dekker's 17 operations.
  @inlinable @inline(__always)
  static func twoProduct(_ a: Double, _ b: Double) -> (product: Double, error: Double) {
    let product = a * b
    #if arch(arm64)
      return (product, (-product).addingProduct(a, b))
    #else
      let (ah, al) = split(a)
      let (bh, bl) = split(b)
      return (product, ((ah * bh - product) + ah * bl + al * bh) + al * bl)
    #endif
  }

  /// Veltkamp's splitting: `a = high + low` with at most 26 bits in each part.
  @inlinable @inline(__always)
  static func split(_ a: Double) -> (high: Double, low: Double) {
    let c = 0x1.0000002p27 * a
    let high = c - (c - a)
    return (high, a - high)
  }

  // MARK: Vectors

  /// As `twoSum` of doubles, element by element.
  @inlinable @inline(__always)
  static func twoSum(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> (sum: SIMD2<Double>, error: SIMD2<Double>) {
    let sum = a + b
    let b1 = sum - a
    return (sum, (a - (sum - b1)) + (b - b1))
  }

  /// As `fastTwoSum` of doubles, element by element.
  @inlinable @inline(__always)
  static func fastTwoSum(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> (sum: SIMD2<Double>, error: SIMD2<Double>) {
    let sum = a + b
    return (sum, b - (sum - a))
  }

  /// As `twoProduct` of doubles, element by element.
  @inlinable @inline(__always)
  static func twoProduct(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> (product: SIMD2<Double>, error: SIMD2<Double>) {
    let product = a * b
    #if arch(arm64)
      return (product, (-product).addingProduct(a, b))
    #else
      // Two ways of writing the same splitting, so that the compiler does not take a for b in one of the elements.
      let (c, d) = (0x1.0000002p27 * a, 0x1.0000002p27 * b)
      let (ah, bh) = ((a - c) + c, d - (d - b))
      let (al, bl) = (a - ah, b - bh)
      return (product, ((ah * bh - product) + ah * bl + al * bh) + al * bl)
    #endif
  }
}
