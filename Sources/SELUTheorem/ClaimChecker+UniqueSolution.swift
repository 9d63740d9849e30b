import GridChecker
import FixedPointSolver
import IntervalArithmetic
import MomentMap
import RealArithmetic
import SELUClaims

// Eq. 14: the closed forms of alpha01 and lambda01 are the only solution.
extension ClaimChecker {
  /// Decides whether the closed forms of Eq. 14 make `quantity` equal to `value`, and are the only parameters with
  /// lambda > 0 for which mean 0 and variance 1 are kept with normalised weights.
  ///
  /// With E1 = erfcx(1/sqrt 2) and E2 = erfcx(sqrt 2), the half-line moments at y = 0, x = 1 are sqrt(2/pi), 1, E1 - 1
  /// and 1 - 2 E1 + E2, so that the two equations read
  ///
  ///     alpha (1 - E1) = sqrt(2/pi),    lambda^2 (1 + alpha^2 (1 - 2 E1 + E2)) = 2.
  ///
  /// If 1 - E1 > 0 the first has exactly one solution, alpha01 as printed. If the bracket is positive, so has the second
  /// with lambda > 0, and it is the printed lambda01 by the identity
  ///
  ///     pi (1 - E1)^2 + 2 (1 - 2 E1 + E2) = 2 E2 + pi E1^2 - 2 (2 + pi) E1 + pi + 2.
  ///
  /// The signs are proved by enclosure; the identity by evaluating both sides exactly. That an enclosure contains `value`
  /// shows no equality, so for any other quantity, value or domain there is no more than a refutation to be had.
  func checkUniqueSolution(_ quantity: Quantity, _ value: Rational, on domain: Domain) -> Finding {
    var finding = check(quantity, .atMost, value, on: domain)
    finding.openBoxes = []
    let bounds = finding.enclosure.flatMap { enclosure in
      Rational(exactly: enclosure.lowerBound).flatMap { lower in
        Rational(exactly: enclosure.upperBound).map { (lower, $0) }
      }
    }
    guard let (lower, upper) = bounds else { return Finding(.undecided) }
    let containsValue = lower <= value && value <= upper
    let isWhatTheIdentityShows =
      domain.ranges == Self.fixedPoint
      && (quantity == Quantity(.mean) && value == 0 || quantity == Quantity(.variance) && value == 1)
    finding.decision =
      !containsValue ? .refuted : isWhatTheIdentityShows && solutionIsUnique ? .proved : .undecided
    return finding
  }

  /// The fixed point with normalised weights: the equations are those of the two moments there.
  private static let fixedPoint: [Variable: ExactRange] = [
    .mu: .init(0, 0), .omega: .init(0, 0), .nu: .init(1, 1), .tau: .init(1, 1),
  ]

  /// Whether the equations have one solution with lambda > 0, and it is the closed form.
  private var solutionIsUnique: Bool {
    let equations = ParameterEquations(FixedPointTarget(), like: Interval(1))
    let bracket =
      equations.halfLines.positiveSecondMoment
      + activation.alpha.squared() * equations.halfLines.negativeSecondMoment
    return (-equations.halfLines.negativeMean).isPositive && bracket.isPositive && Self.closedFormIdentityHolds
  }

  /// Whether the two sides of the identity above agree as polynomials in E1, E2 and pi.
  ///
  /// Both have degree at most 2 in each variable, so they are equal if they agree on a grid of three values a variable.
  static var closedFormIdentityHolds: Bool {
    let grid: [Rational] = [0, 1, 2]
    return grid.allSatisfy { e1 in
      grid.allSatisfy { e2 in
        grid.allSatisfy { pi in
          let left = pi * (1 - e1).squared() + 2 * (1 - 2 * e1 + e2)
          let right = 2 * e2 + pi * e1.squared() - 2 * (2 + pi) * e1 + pi + 2
          return left == right
        }
      }
    }
  }
}
