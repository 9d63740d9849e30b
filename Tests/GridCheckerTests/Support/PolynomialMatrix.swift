import IntervalArithmetic
import RealArithmetic
import Testing

@testable import GridChecker

/// A matrix whose entries are polynomials of y and x of the second degree, so that tests can evaluate it without error.
struct PolynomialMatrix: PlanarMatrix {
  /// For each entry the factors of 1, y, x and y x, doubles.
  let factors: [[Double]]

  /// Like the matrix of the paper in its signs and sizes.
  static let typical = PolynomialMatrix(
    factors: [
      [0.875, -0.5, 0.0625, 0.25], [0.125, 0.25, -0.0625, 0], [0.25, 0.5, 0, 1], [0.75, -0.25, 0.125, -0.5],
    ])

  /// With a determinant that changes its sign, and equal singular values in places.
  static let turning = PolynomialMatrix(factors: [[0, 1, 0, 0], [-1, 0, 1, 0], [1, 0, -1, 0], [0, 1, 0, 0]])

  /// Nothing.
  static let zero = PolynomialMatrix(factors: Array(repeating: [0, 0, 0, 0], count: 4))

  /// The factors times a power of two.
  func scaled(_ factor: Double) -> PolynomialMatrix {
    PolynomialMatrix(factors: factors.map { $0.map { $0 * factor } })
  }

  func entries(_ y: Interval, _ x: Interval) -> PlanarEntries? {
    let values = factors.map { f in
      Interval(f[0]) + Interval(f[1]) * y + Interval(f[2]) * x + Interval(f[3]) * (y * x)
    }
    return PlanarEntries(values[0], values[1], values[2], values[3])
  }

  func exactEntries(_ y: Rational, _ x: Rational) throws -> [Rational] {
    try factors.map { f in
      let exact = try f.map { try #require(Rational(exactly: $0)) }
      return exact[0] + exact[1] * y + exact[2] * x + exact[3] * y * x
    }
  }

  /// The trace and the determinant of H H^T for H = M(p q, r s) diag(q, s).
  func gram(at point: [Rational]) throws -> (trace: Rational, determinant: Rational) {
    let (q, s) = (point[1], point[3])
    let m = try exactEntries(point[0] * q, point[2] * s)
    let h = [q * m[0], s * m[1], q * m[2], s * m[3]]
    let determinant = h[0] * h[3] - h[1] * h[2]
    return (h.reduce(0) { $0 + $1.squared() }, determinant.squared())
  }

  /// Whether a number is at least the largest singular value at a point, decided without error: its square must not lie
  /// below the larger root of the characteristic polynomial.
  func isBounded(by bound: Rational, at point: [Rational]) throws -> Bool {
    let (trace, determinant) = try gram(at: point)
    let square = bound.squared()
    return bound >= 0 && 2 * square >= trace && square.squared() - trace * square + determinant >= 0
  }
}

/// A matrix of which nothing is known where x is above a limit.
struct VeiledMatrix: PlanarMatrix {
  let limit: Double

  func entries(_ y: Interval, _ x: Interval) -> PlanarEntries? {
    x.upperBound > limit ? nil : PolynomialMatrix.typical.entries(y, x)
  }
}
