import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic

/// Finds alpha and lambda for a fixed-point target, and proves that they exist.
///
/// The iteration that the paper's authors use, lambda from the second moment and alpha from the mean in turn
/// (`ParameterEquations.iterate`), finds the solution in plain arithmetic. Krawczyk's operator in multi-precision
/// arithmetic then proves that there is exactly one near the limit, and encloses it.
public enum ParameterSolver {
  /// The number of steps after which the iteration is given up.
  public static let maximumSteps = 1_000

  /// Solves the two moment equations for a target.
  ///
  /// For other targets than those with mean 0 there may be further solutions outside of the result's region.
  ///
  /// - Parameters:
  ///   - target: The wanted fixed point and the weights.
  ///   - precision: The significant bits to compute with; at least 64 are used. Accuracy: the enclosure is relatively
  ///     about a thousand units of `2^-precision` wide.
  /// - Throws: a `ParameterError` if variance or tau is not positive, or no solution is found.
  public static func solve(
    _ target: FixedPointTarget, precision: Int = 128
  ) throws(ParameterError) -> ParameterSolution {
    guard target.variance.signum > 0 else { throw .notPositive(name: "variance", value: target.variance) }
    guard target.tau.signum > 0 else { throw .notPositive(name: "tau", value: target.tau) }
    let iterates = iterates(target)
    guard let limit = iterates.last, limit.lambda.isFinite, limit.alpha.isFinite, limit.lambda > 0 else {
      throw .noLimit(target)
    }
    let bits = max(precision, 64)
    let equations = ParameterEquations(target, like: DyadicInterval(Dyadic(1), precision: bits))
    // The region must hold the limit's error; it need not be small.
    for exponent in [-20, -10, -30, -40] {
      let box = Pair(neighbourhood(limit.alpha, exponent, bits), neighbourhood(limit.lambda, exponent, bits))
      if case .unique(let enclosure, let region) = equations.contract(box) {
        return ParameterSolution(target: target, iterates: iterates, enclosure: enclosure, region: region)
      }
    }
    throw .notProved(target, precision: bits)
  }

  /// The orbit of the iteration, from alpha = 1, until it repeats itself.
  public static func iterates(_ target: FixedPointTarget) -> [ParameterSolution.Iterate] {
    let equations = ParameterEquations(target, like: 1.0)
    var orbit: [ParameterSolution.Iterate] = []
    var alpha = 1.0
    for _ in 0..<maximumSteps {
      let next = equations.iterate(alpha: alpha)
      let step = ParameterSolution.Iterate(alpha: next.alpha, lambda: next.lambda)
      orbit.append(step)
      guard step.alpha.isFinite, step.lambda.isFinite, orbit.count < 2 || step != orbit[orbit.count - 2] else { break }
      alpha = next.alpha
    }
    return orbit
  }

  /// The interval from `value - 2^exponent |value|` to `value + 2^exponent |value|`, not less than `2^exponent` wide.
  private static func neighbourhood(_ value: Double, _ exponent: Int, _ precision: Int) -> DyadicInterval {
    let radius = Double(sign: .plus, exponent: exponent, significand: Swift.max(value.magnitude, 1))
    return DyadicInterval(lowerBound: value - radius, upperBound: value + radius, precision: precision)
  }
}
