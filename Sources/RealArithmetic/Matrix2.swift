/// A matrix of two rows and two columns.
@frozen
public struct Matrix2<Scalar: RealScalar>: Sendable {
  /// First row, first column.
  public var a11: Scalar
  /// First row, second column.
  public var a12: Scalar
  /// Second row, first column.
  public var a21: Scalar
  /// Second row, second column.
  public var a22: Scalar

  /// The matrix with these entries, row by row.
  @inlinable @inline(__always)
  public init(_ a11: Scalar, _ a12: Scalar, _ a21: Scalar, _ a22: Scalar) {
    self.a11 = a11
    self.a12 = a12
    self.a21 = a21
    self.a22 = a22
  }

  /// The determinant.
  @inlinable
  public var determinant: Scalar { a11 * a22 - a12 * a21 }

  /// The largest singular value, which is the spectral norm (paper, Eq. 25):
  ///
  ///     S = (1/2) ( sqrt((a11 + a22)^2 + (a21 - a12)^2) + sqrt((a11 - a22)^2 + (a21 + a12)^2) )
  @inlinable
  public var largestSingularValue: Scalar {
    let (plus, minus) = singularValueParts
    return (plus + minus).half
  }

  /// The largest singular value in a form for matrices with a positive, dominant entry a22: this entry and a factor near 1,
  ///
  ///     S = a22 sqrt(q + 2 r^2 / (sqrt((q - p)^2 + 4 r^2) + (q - p)))
  ///
  /// where p and q are the squared lengths of the columns and r is their scalar product, of the matrix divided by a22. The
  /// radicand is the larger eigenvalue of [[p, r], [r, q]], ((p + q) + sqrt((q - p)^2 + 4 r^2)) / 2.
  ///
  /// As enclosures this and its derivatives are far narrower than `largestSingularValue`, where the terms with the first
  /// column come in twice with opposite signs. That a22 is positive is for the caller to see to: for a negative entry the
  /// result has the wrong sign. Where q > p is not known, nothing is known of the quotient.
  @inlinable
  public var largestSingularValueByLastEntry: Scalar {
    let one = a22.constant(1)
    let inverse = one / a22
    let (b11, b12, b21) = (a11 * inverse, a12 * inverse, a21 * inverse)
    let p = b11.squared() + b21.squared()
    let q = one + b12.squared()
    let twiceRSquared = a22.constant(2) * (b11 * b12 + b21).squared()
    let difference = q - p
    let root = Scalar.sqrt(difference.squared() + (twiceRSquared + twiceRSquared))
    return a22 * Scalar.sqrt(q + twiceRSquared / (root + difference))
  }

  /// The two square roots whose half sum is the largest singular value and whose half difference, up to its sign, the
  /// smallest.
  @inlinable
  var singularValueParts: (Scalar, Scalar) {
    (
      Scalar.sqrt((a11 + a22).squared() + (a21 - a12).squared()),
      Scalar.sqrt((a11 - a22).squared() + (a21 + a12).squared())
    )
  }
}
