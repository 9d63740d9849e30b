import FixedPointSolver
import GridChecker
import IntervalArithmetic
import MomentMap
import RealArithmetic
import SELUClaims

// Theorem 1 proper: from inequalities to the fixed point.
extension ClaimChecker {
  /// Decides whether mean and variance of the next layer stay in the given ranges, bound by bound.
  func selfMapParts(
    mean: Domain.Range, variance: Domain.Range, on domain: Domain
  ) -> [(name: String, finding: Finding)] {
    [
      ("mean >= \(mean.lower)", check(Quantity(.mean), .atLeast, mean.lower, on: domain)),
      ("mean <= \(mean.upper)", check(Quantity(.mean), .atMost, mean.upper, on: domain)),
      ("var >= \(variance.lower)", check(Quantity(.variance), .atLeast, variance.lower, on: domain)),
      ("var <= \(variance.upper)", check(Quantity(.variance), .atMost, variance.upper, on: domain)),
    ]
  }

  /// Decides whether, for every (omega, tau) of the domain, g has exactly one fixed point in the domain's box K of
  /// (mu, nu), to which every orbit that starts in K converges.
  ///
  /// The argument, for fixed (omega, tau): K is convex and closed, so by the mean value inequality the supremum of the
  /// spectral norm S of the Jacobian over K is a Lipschitz constant of g in the Euclidean norm. If it is less than 1 and
  /// g maps K into K, Banach's fixed-point theorem gives existence, uniqueness and convergence.
  func checkUniqueAttractingFixedPoint(on domain: Domain) -> Finding {
    guard let mu = domain.ranges[.mu], let nu = domain.ranges[.nu] else { return Finding(.undecided) }
    let contraction = check(Quantity(.spectralNorm), .less, 1, on: domain)
    var whole = Finding.all(
      [("S < 1", contraction)] + selfMapParts(mean: mu, variance: nu, on: domain))
    // A failing premise would not refute the conclusion.
    if whole.decision == .refuted {
      whole.decision = .undecided
      whole.witness = nil
    }
    whole.enclosure = contraction.enclosure
    return whole
  }

  /// Decides whether a coordinate of the fixed point stands in a relation to a bound for every (omega, tau).
  func check(
    fixedPoint coordinate: FixedPointCoordinate, _ inequality: Inequality, _ bound: Rational, on domain: Domain
  ) -> Finding {
    guard let family = fixedPointFamily(coordinate, on: domain), let box = domain.box(in: [.omega, .tau]) else {
      return Finding(.undecided)
    }
    let problem = ExtremumProblem(function: family, box: box, coordinates: [.omega, .tau], domain: domain)
    return decide(problem.extremum(above: inequality.boundsAbove, self), inequality, bound, problem)
  }

  /// A coordinate of the fixed point as a function of the weights; nil unless it is proved that there is exactly one for
  /// all of them.
  func fixedPointFamily(_ coordinate: FixedPointCoordinate, on domain: Domain) -> FixedPointFamily? {
    guard checkUniqueAttractingFixedPoint(on: domain).decision == .proved,
      let region = domain.box(in: [.mu, .nu])?.hull
    else { return nil }
    return FixedPointFamily(
      coordinate: coordinate, activation: activation, region: Pair(region[0], region[1]))
  }

  /// Decides whether the domain holds no fixed point of g, by the sign of var - nu: at a fixed point it is zero.
  func checkNoFixedPoint(on domain: Domain) -> Finding {
    let change = Quantity(.variance - .variable(.nu))
    let falls = check(change, .less, 0, on: domain)
    var finding = falls.decision == .proved ? falls : check(change, .greater, 0, on: domain)
    // That the variance does not always fall, nor always grow, does not make a fixed point.
    if finding.decision == .refuted {
      finding.decision = .undecided
      finding.witness = nil
    }
    return finding
  }
}
