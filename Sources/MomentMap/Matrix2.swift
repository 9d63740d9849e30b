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
    return (plus + minus).half
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
