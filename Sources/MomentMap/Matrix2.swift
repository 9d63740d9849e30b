import RealArithmetic

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
    return (plus + minus) / a11.constant(2)
  }

  /// The largest singular value in a form for matrices whose second column is longer than the first: the length of that
  /// column and a correction, small if the first column is short,
  ///
  ///     S^2 = q + 2 r^2 / (sqrt((q - p)^2 + 4 r^2) + (q - p))
  ///
  /// where p and q are the squared lengths of the columns and r is their scalar product. S^2 is the larger eigenvalue of
  /// [[p, r], [r, q]], which is ((p + q) + sqrt((q - p)^2 + 4 r^2)) / 2.
  ///
  /// As enclosures this and its derivatives are far narrower than `largestSingularValue`, where the terms with the first
  /// column come in twice with opposite signs. Where q > p is not known, nothing is known of the quotient.
  @inlinable
  public var largestSingularValueBySecondColumn: Scalar {
    let p = a11.squared() + a21.squared()
    let q = a12.squared() + a22.squared()
    let rSquared = (a11 * a12 + a21 * a22).squared()
    let difference = q - p
    let root = Scalar.sqrt(difference.squared() + (rSquared + rSquared) * a11.constant(2))
    return Scalar.sqrt(q + (rSquared + rSquared) / (root + difference))
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
