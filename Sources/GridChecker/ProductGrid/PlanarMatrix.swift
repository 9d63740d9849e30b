import IntervalArithmetic

/// A matrix of two rows and two columns that depends on two variables y and x.
///
/// With a pair of factors it makes the matrix H = M(y, x) diag(q, s), whose largest singular value a `ProductGrid`
/// bounds.
public protocol PlanarMatrix: Sendable {
  /// Encloses the entries for all members of both intervals; nil if they are not known.
  func entries(_ y: Interval, _ x: Interval) -> PlanarEntries?
}

/// The entries of a matrix of two rows and two columns.
public struct PlanarEntries: Sendable {
  let a11: Interval
  let a12: Interval
  let a21: Interval
  let a22: Interval

  /// The entries row by row.
  public init(_ a11: Interval, _ a12: Interval, _ a21: Interval, _ a22: Interval) {
    self.a11 = a11
    self.a12 = a12
    self.a21 = a21
    self.a22 = a22
  }
}
