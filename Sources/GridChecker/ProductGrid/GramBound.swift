import IntervalArithmetic

/// What has to be known of the matrix M = (m1 m2) to bound the largest singular value S of M diag(q, s) from above.
///
/// With T = q^2 |m1|^2 + s^2 |m2|^2 and D = q s det M, the trace and the root of the determinant of H^T H,
///
///     2 S^2 = T + sqrt(T^2 - 4 D^2),
///
/// which does not decrease in T and does not increase in |D| as long as T >= 2 |D|, which always holds. Upper bounds of
/// the two squared lengths and a lower bound of det M squared therefore give an upper bound of S, also if they
/// come from different places of a region.
struct GramBound: Equatable {
  /// At least |m1|^2.
  private(set) var first: Double
  /// At least |m2|^2.
  private(set) var second: Double
  /// At most det(M)^2; not negative.
  private(set) var determinant: Double

  /// Keeps what is computed from the numbers below away from overflow and underflow; see `ScaledNormKernel`.
  static let least = 0x1p-100
  static let greatest = 0x1p200

  /// The bounds for all matrices with entries in these intervals; for all matrices, if the entries are not known.
  init(_ m: PlanarEntries?) {
    guard let m else {
      (first, second, determinant) = (.infinity, .infinity, 0)
      return
    }
    first = Swift.max((m.a11.squared() + m.a21.squared()).upperBound, Self.least)
    second = Swift.max((m.a12.squared() + m.a22.squared()).upperBound, Self.least)
    determinant = Swift.min((m.a11 * m.a22 - m.a12 * m.a21).squared().lowerBound, Self.greatest)
  }

  /// Extends the bounds to those matrices that another one is true of.
  mutating func formUnion(_ other: GramBound) {
    first = Swift.max(first, other.first)
    second = Swift.max(second, other.second)
    determinant = Swift.min(determinant, other.determinant)
  }
}
