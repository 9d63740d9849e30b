import GridChecker
import MultiPrecision
import RealArithmetic

/// A comparison of erfcx with an algebraic function that is claimed for all z > 0 (paper, Lemmas 22 to 24).
///
/// With u(z) = sqrt(pi) z erfcx(z) and w = 1/z^2 all of these claims compare u with an algebraic function B(w):
///
///     2 e^(-z^2) / (sqrt(pi) (sqrt(z^2 + c) + z)) < erfc z    u > 2 / (1 + sqrt(1 + c w))
///     z erfcx(z) < 1/sqrt(pi)                                 u < 1
///     erfcx'(z)  = 2 z erfcx(z) - 2/sqrt(pi) < 0              u < 1
///     (z erfcx)' = (1 + 2 z^2) erfcx(z) - 2 z/sqrt(pi) > 0    u > 1 / (1 + w/2)
///     erfcx''(z) = 2 (z erfcx(z))' > 0                        u > 1 / (1 + w/2)
public struct TailComparison: Sendable, Hashable {
  /// The algebraic function B.
  public enum Bound: Sendable, Hashable {
    /// `limit * 2 / (1 + sqrt(1 + c w))`, where `c = constant + overPi / pi`, not negative; `limit` is positive.
    case root(limit: Rational, constant: Rational, overPi: Rational)
    /// `1 / (1 + slope w)`, where `slope` is positive.
    case reciprocal(slope: Rational)
  }

  /// B.
  public let bound: Bound
  /// Whether u is claimed to lie above B, else below; strictly, in both cases.
  public let isAbove: Bool
  /// The relation as it is listed.
  public let relation: String
  /// What is printed beside the relation.
  public let printed: String
  /// The infimum or supremum of the side of the claim that has a bound, or of the difference between its sides. It is the
  /// limit for z to infinity, as u tends to 1 there, and is not attained.
  public let limit: Expression

  /// A comparison.
  public init(_ bound: Bound, isAbove: Bool, relation: String, printed: String, limit: Expression = 0) {
    self.bound = bound
    self.isAbove = isAbove
    self.relation = relation
    self.printed = printed
    self.limit = limit
  }
}

// MARK: - Without a denominator

extension TailComparison.Bound {
  /// An expression in z that has the sign of u - B for z > 0, and no singularity at 0:
  ///
  ///     erfcx(z) (sqrt(z^2 + c) + z) - 2 limit / sqrt(pi),    erfcx(z) (z^2 + slope) - z / sqrt(pi).
  package var difference: Expression {
    let z = Expression.variable(.z)
    switch self {
    case .root(let limit, let constant, let overPi):
      let root = Expression.squareRoot(.square(z) + (.number(constant) + .number(overPi) / .pi))
      return .erfcx(z) * (root + z) - .number(2 * limit) / .squareRoot(.pi)
    case .reciprocal(let slope):
      return .erfcx(z) * (.square(z) + .number(slope)) - z / .squareRoot(.pi)
    }
  }

  /// Whether the numbers in it have the signs that the arguments below ask for.
  package var isAdmissible: Bool {
    switch self {
    case .root(let limit, let constant, let overPi): limit.signum > 0 && constant.signum >= 0 && overPi.signum >= 0
    case .reciprocal(let slope): slope.signum > 0
    }
  }

  /// Whether that expression is zero at z = 0: sqrt(c) = 2 limit / sqrt(pi), which is to say pi c = 4 limit^2.
  package var vanishesAtZero: Bool {
    switch self {
    case .root(let limit, let constant, let overPi): constant.isZero && overPi == 4 * limit.squared()
    case .reciprocal: false
    }
  }
}

// MARK: - Parts of the line

extension TailComparison {
  /// From here on the asymptotic series decides.
  private static let farOut: Rational = 8
  /// Up to here the slope decides, where both sides of the claim agree at 0.
  private static let nearZero = Rational(1, over: 4)

  /// Where the slope of the difference decides, as the difference is zero at 0; nil if it is not.
  package var near: Domain? { bound.vanishesAtZero ? .line(from: 0, to: Self.nearZero) : nil }

  /// Where the sign of the difference decides.
  package var middle: Domain { .line(from: bound.vanishesAtZero ? Self.nearZero : 0, to: Self.farOut) }

  /// Whether the polynomials of `certificates(cBounds:)` prove the claim for all z beyond these ranges: whether they are
  /// positive for every w = 1/z^2 in (0, 1/farOut^2].
  package var holdsFarOut: Bool {
    let end = Self.farOut.squared().reciprocal()
    return certificates(cBounds: bound.constantBounds).allSatisfy { $0.isPositive("w", upTo: end) }
  }
}

extension TailComparison.Bound {
  private static let pi = DyadicInterval.pi(precision: 64)

  /// Rational bounds of the number c; equal ones where c is rational or there is none.
  fileprivate var constantBounds: (lower: Rational, upper: Rational) {
    guard case .root(_, let constant, let overPi) = self else { return (0, 0) }
    return (constant + overPi / Rational(Self.pi.upperBound), constant + overPi / Rational(Self.pi.lowerBound))
  }
}

extension Domain {
  /// A closed range of z.
  package static func line(from lower: Rational, to upper: Rational) -> Domain {
    Domain(name: "z", [.z: ExactRange(lower, upper)])
  }
}

// MARK: - Far out

/// The asymptotic series of u(z) = sqrt(pi) z erfcx(z) in w = 1/z^2,
///
///     1 - w/2 + 3 w^2/4 - 15 w^3/8 + ...,    the term of order k being (-1)^k (2 k - 1)!! (w/2)^k.
///
/// It is enveloping: for every z > 0, u lies strictly between any two consecutive partial sums (integrate by parts: the
/// remainder has the sign of the first term that is left out, and is smaller).
package enum TailSeries {
  /// The partial sum up to the term of this order: an upper bound of u for even orders, a lower bound for odd ones.
  package static func partialSum(order: Int) -> Polynomial {
    let half = Polynomial("w") * Polynomial(Rational(1, over: 2))
    var (sum, term): (Polynomial, Polynomial) = (1, 1)
    for k in 1...order {
      term = -term * half * Polynomial(Rational(2 * k - 1))
      sum = sum + term
    }
    return sum
  }
}

extension TailComparison {
  /// Polynomials in w that prove the claim for all z with w = 1/z^2 in a range (0, w0] if all of them are positive there.
  /// For c, which they contain, `bounds` are rational bounds.
  ///
  /// Above: let L be a lower bound of u. L > B = 2 k / (1 + s), where s = sqrt(1 + c w), follows from L > 0 and
  /// s > 2 k/L - 1, hence from `(1 + c w) L^2 > (2 k - L)^2`, which is `c w L^2 - 4 k (k - L) > 0`.
  ///
  /// Below: let U be an upper bound of u. U < B follows from U > 0, 2 k - U > 0 and the opposite inequality.
  ///
  /// c counts with a positive factor, so that its lower bound is the unfavourable one above and its upper bound below.
  package func certificates(cBounds bounds: (lower: Rational, upper: Rational)) -> [Polynomial] {
    let w = Polynomial("w")
    let sum = TailSeries.partialSum(order: isAbove ? 5 : 4)
    switch bound {
    case .root(let limit, _, _):
      let k = Polynomial(limit)
      let c = Polynomial(isAbove ? bounds.lower : bounds.upper)
      let squares = c * w * sum.squared() - 4 * k * (k - sum)
      return isAbove ? [sum, squares] : [sum, 2 * k - sum, -squares]
    case .reciprocal(let slope):
      let product = sum * (1 + Polynomial(slope) * w) - 1
      return [isAbove ? product : -product]
    }
  }
}

extension Polynomial {
  /// Whether it is proved that a polynomial in one indeterminate is positive on (0, bound].
  ///
  /// Divided by a power of the indeterminate it must have a positive constant, which must outweigh the terms with negative
  /// coefficients at the upper end, where they are largest.
  package func isPositive(_ name: String, upTo bound: Rational) -> Bool {
    guard let all = coefficients(of: name), let order = all.firstIndex(where: { !$0.isZero }) else { return false }
    let rest = all[order...]
    let least = zip(rest, 0...).reduce(Rational(0)) { sum, term in
      let (coefficient, exponent) = term
      return exponent > 0 && coefficient.signum > 0 ? sum : sum + coefficient * bound.raised(to: exponent)
    }
    return least.signum > 0
  }
}
