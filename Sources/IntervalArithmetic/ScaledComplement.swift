/// Approximation of `erfcx(t) = e^(t^2) erfc(t)` for non-negative `t`.
///
/// Up to 32 by Taylor polynomials of degree 9 about the nearest of 385 centres, beyond by the asymptotic series.
///
/// How the table proves its own error. Let `R` be the polynomial of a row, with the coefficients exactly as they stand
/// in the table, and `r(t) = R'(t) - 2 t R(t) + 2/sqrt(pi)` its defect. As `erfcx' = 2 t erfcx - 2/sqrt(pi)`, the error
/// `e = erfcx - R` satisfies `e' = 2 t e - r`, so for `t < T` in the same piece
///
///     e(t) = e(T) e^(t^2 - T^2) + integral from t to T of r(s) e^(t^2 - s^2) ds,
///     |e(t)| / erfcx(t) <= |e(T)| / erfcx(T) + (sqrt(pi)/2) max |r|,
///
/// because `erfc` decreases and `integral from t to infinity of e^(t^2 - s^2) ds = (sqrt(pi)/2) erfcx(t)`. Going down
/// from 32, where the asymptotic series gives the value, each piece adds its largest defect and the jump between its
/// polynomial and the one before. The defect of a polynomial is a polynomial, whose range on a piece the program
/// encloses in exact arithmetic: ErfcxProofTests does so for all rows.
@usableFromInline
enum ScaledComplement {
  /// Above the relative error of `approximation(_:)`: truncation by the argument above, plus rounding (see `taylor`).
  @usableFromInline static let relativeError = 0x1.8p-66

  /// `erfcx(t)` for `0 < t < 2^1000`, with relative error below `relativeError`.
  @inlinable @inline(__always)
  static func approximation(_ t: Double) -> Approximation {
    t < 32 ? taylor(t) : asymptotic(t)
  }

  /// The row of the table for `0 <= t < 32` and the centre it belongs to: a multiple of 1/64 below 1, above it a number
  /// with six bits after the leading one.
  @inlinable @inline(__always)
  static func row(_ t: Double) -> (index: Int, centre: Double) {
    // Adding 1.5 * 2^52 rounds the exact product to the nearest integer; adding 1/2 could round twice.
    let shifted = t * 64 + 0x1.8p52
    let centre = (shifted - 0x1.8p52) * 0x1p-6
    // Rounding the bit pattern to six fraction bits; a carry moves on to the next binade as it should.
    let rounded = (t.bitPattern &+ (1 << 45)) >> 46
    // Without a branch, which would be hard to predict.
    let isSmall = t < 1
    let index = isSmall ? UInt64(UInt32(truncatingIfNeeded: shifted.bitPattern)) : rounded &- (1022 << 6)
    return (Int(truncatingIfNeeded: index), Double(bitPattern: isSmall ? centre.bitPattern : rounded << 46))
  }

  /// The polynomial of the row at `t`.
  ///
  /// Error of the evaluation: `u = t - centre` is exact, the products with `u` that matter carry their rounding error,
  /// and what is rounded is `u q` and sums no larger, at most `h^2 |c2|` times a few units of 2^-53, with `h` the
  /// half-width of the piece, 2^-7 of the centre: about 2^-66 of the value.
  @usableFromInline
  static func taylor(_ t: Double) -> Approximation {
    let (index, centre) = row(t)
    let u = t - centre
    return erfcxTable.withUnsafeBufferPointer { table in
      let c = table.baseAddress.unsafelyUnwrapped + 12 * index
      let square = u * u
      let highest = c[9] + (u * c[10] + square * c[11])
      let q = c[4] + u * ((c[5] + u * c[6]) + square * ((c[7] + u * c[8]) + square * highest))
      let (slope, slopeError) = ErrorFree.fastTwoSum(c[2], u * q)
      let (rise, riseError) = ErrorFree.twoProduct(slope, u)
      let (high, low) = ErrorFree.fastTwoSum(c[0], rise)
      return Approximation(high: high, low: low + (riseError + (c[1] + u * (slopeError + c[3]))))
    }
  }

  /// `erfcx(t) = (1 / (t sqrt(pi))) (1 - 1/(2 t^2) + 3/(2 t^2)^2 - ...)` for `32 <= t < 2^1000`.
  ///
  /// Error: the series is enveloping, so that what follows the eighth term is less than the ninth,
  /// `17!! / (2 t^2)^9 < 2^-73`; beyond 2^40 already the second is less than 2^-80. The rounded terms are below 2^-20.
  @usableFromInline
  static func asymptotic(_ t: Double) -> Approximation {
    let inverse = 1 / t
    let (one, error) = ErrorFree.twoProduct(inverse, t)
    let reciprocal = Approximation(high: inverse, low: inverse * ((1 - one) - error))
    let leading = reciprocal * Approximation(high: 0x1.20dd750429b6dp-1, low: 0x1.1ae3a914fed8p-57)
    if t > 0x1p40 { return leading }
    let s = reciprocal * reciprocal
    let x = s.high
    let tail =
      x * x
      * (0.75 + x
        * (-1.875 + x
          * (6.5625 + x
            * (-29.53125 + x
              * (162.421875
                + x * (-1055.7421875 + x * 7918.06640625))))))
    let (high, low) = ErrorFree.fastTwoSum(1, -0.5 * s.high)
    return leading * Approximation(high: high, low: low + (tail - 0.5 * s.low))
  }
}
