import MultiPrecision
import RealArithmetic

/// One pair of parameters that solves the two moment equations, enclosed.
public struct ParameterRoot: Sendable {
  /// The paper's alpha.
  public let alpha: DyadicInterval
  /// The paper's lambda, which is positive.
  public let lambda: DyadicInterval
  /// Their product.
  public let product: DyadicInterval

  /// The same with at most so many bits, rounded outward.
  public func limited(toPrecision bits: Int) -> ParameterRoot {
    let limited = { (x: DyadicInterval) in x.precision > bits ? x.with(precision: bits) : x }
    return ParameterRoot(alpha: limited(alpha), lambda: limited(lambda), product: limited(product))
  }
}

/// All solutions with a positive lambda of the two moment equations.
public enum ParameterRoots: Sendable {
  /// There are exactly these, the one with the largest lambda first.
  case all([ParameterRoot])
  /// There is none: a positive lambda and that mean make a second moment of at least (for a positive mean) or more than
  /// (for others) what is enclosed here, and that is not what was asked for.
  case none(leastSecondMoment: DyadicInterval)
  /// The precision is too low to tell.
  case undecided
}

extension ParameterEquations<DyadicInterval> {
  /// Encloses all solutions by the closed form of the equations: how many there are, and that there are no others.
  ///
  /// With t = lambda alpha and W = V + M^2 they read `p lambda + q t = 2 M` and `r lambda^2 + s t^2 = 2 W`, where p, r, s
  /// are positive and q is negative. The first gives `t = (2 M - p lambda) / q`, and the second becomes
  ///
  ///     f(lambda) = k lambda^2 - 4 M p s lambda + (4 M^2 s - 2 W q^2) = 0,   k = r q^2 + p^2 s > 0,
  ///
  /// with the roots `(2 M p s -+ |q| sqrt(2 (W k - 2 M^2 r s))) / k`. A root is positive:
  ///
  /// * for M <= 0 one if f(0) < 0, that is W > 2 M^2 s / q^2, otherwise none: the sum of the roots is not positive;
  /// * for M > 0 none if W < 2 M^2 r s / k (the least second moment on the line of the first equation); else one if
  ///   f(0) < 0, and two if f(0) > 0.
  public func roots() -> ParameterRoots {
    let (p, q) = (halfLines.positiveMean, halfLines.negativeMean)
    let (r, s) = (halfLines.positiveSecondMoment, halfLines.negativeSecondMoment)
    guard p.isPositive, q.isNegative, r.isPositive, s.isPositive else { return .undecided }
    let k = r * q.squared() + p.squared() * s
    let twiceMeanSquared = mean.squared() + mean.squared()
    let hasPositiveMean = mean.isPositive
    let least = hasPositiveMean ? twiceMeanSquared * r * s / k : twiceMeanSquared * s / q.squared()
    if secondMoment.isStrictlyLess(than: least) { return .none(leastSecondMoment: least) }
    guard least.isStrictlyLess(than: secondMoment) else { return .undecided }
    let excess = secondMoment * k - twiceMeanSquared * r * s
    let middle = (mean + mean) * p * s
    let distance = -q * DyadicInterval.sqrt(excess + excess)
    let upper = root((middle + distance) / k)
    guard hasPositiveMean else { return upper.map { .all([$0]) } ?? .undecided }
    let atZero = twiceMeanSquared * s - secondMoment * q.squared()
    if atZero.isNegative { return upper.map { .all([$0]) } ?? .undecided }
    guard atZero.isPositive, let upper, let lower = root((middle - distance) / k) else { return .undecided }
    return .all([upper, lower])
  }

  /// The pair that belongs to a lambda; nil if that is not seen to be positive.
  private func root(_ lambda: DyadicInterval) -> ParameterRoot? {
    guard lambda.isPositive else { return nil }
    let product = ((mean + mean) - lambda * halfLines.positiveMean) / halfLines.negativeMean
    return ParameterRoot(alpha: product / lambda, lambda: lambda, product: product)
  }
}
