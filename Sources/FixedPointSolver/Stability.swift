import MomentMap
import RealArithmetic

/// What the eigenvalues of the Jacobian at a fixed point say of the orbits near it.
public enum Stability: String, Sendable, CaseIterable {
  /// Both eigenvalues are less than 1 in modulus: every orbit that starts near enough converges to the fixed point.
  case attracting
  /// One eigenvalue is less than 1 in modulus, the other greater: almost all orbits leave.
  case saddle
  /// Both eigenvalues are greater than 1 in modulus: all orbits leave.
  case repelling
  /// None of these is proved.
  case unknown
}

extension Matrix2 where Scalar: EnclosingScalar {
  /// Encloses the spectral radius, the larger modulus of an eigenvalue, of all matrices inside.
  ///
  /// With trace t, determinant d and `D = (a11 - a22)^2 + 4 a12 a21 = t^2 - 4 d` it is `(|t| + sqrt D) / 2` for `D >=
  /// 0` and `sqrt d` for `D <= 0`.
  public var spectralRadius: Scalar {
    let trace = a11 + a22
    let product = a12 * a21
    let discriminant = (a11 - a22).squared() + (product + product) + (product + product)
    if (-discriminant).isPositive { return Scalar.sqrt(determinant) }
    // The root of the square instead of the absolute value; the square is not negative.
    let real = (Scalar.sqrt(trace.squared()) + Scalar.sqrt(discriminant.nonnegativePart)).half
    return discriminant.isPositive ? real : real.convexHull(Scalar.sqrt(determinant.nonnegativePart))
  }

  /// Classifies the eigenvalues of all matrices inside, without computing them.
  ///
  /// The characteristic polynomial p has `p(1) = (1 - a11)(1 - a22) - a12 a21`, `p(-1) = (1 + a11)(1 + a22) - a12 a21`
  /// and the determinant d as the product of its roots. Both roots are less than 1 in modulus if and only if `p(1) > 0`,
  /// `p(-1) > 0` and `d < 1` (Jury's criterion). If `p(1) p(-1) < 0` there is one real root in (-1, 1) and one outside
  /// of [-1, 1]. If `p(1) p(-1) > 0` and `|d| > 1` both are greater: either two real roots on the same side of all of
  /// [-1, 1], or one on either side of it, or a complex pair.
  public var stability: Stability {
    let one = a11.constant(1)
    let product = a12 * a21
    let determinant = determinant
    let atOne = (one - a11) * (one - a22) - product
    let atMinusOne = (one + a11) * (one + a22) - product
    if atOne.isPositive && atMinusOne.isPositive && (one - determinant).isPositive { return .attracting }
    let sign = atOne * atMinusOne
    if (-sign).isPositive { return .saddle }
    return sign.isPositive && (determinant.squared() - one).isPositive ? .repelling : .unknown
  }
}

extension EnclosingScalar {
  /// An interval that holds all members that are not negative, and none that is.
  fileprivate var nonnegativePart: Self {
    // No number exceeds its square plus 1.
    intersection(constant(0).convexHull(squared() + constant(1)))
  }
}
