import FixedPointSolver
import MomentMap
import MultiPrecision
import RealArithmetic

/// Where the fixed point of a target goes when the activation's parameters are not the exact ones.
public struct FixedPointDisplacement: Sendable {
  /// The fixed point (mean, variance) of the moment mapping with the given parameters, enclosed.
  public let location: Vector2<DyadicInterval>
  /// A box around it that holds no other.
  public let region: Vector2<DyadicInterval>
  /// The fixed point minus the target.
  public let shift: Vector2<DyadicInterval>

  /// Proves by Krawczyk's operator that the moment mapping of an activation with exact parameters has a fixed point near a
  /// target, and encloses it; nil if none could be proved.
  ///
  /// - Parameters:
  ///   - alpha: The paper's alpha, as a network uses it.
  ///   - lambda: The paper's lambda, likewise.
  ///   - target: The fixed point that the exact parameters have, and the weights.
  ///   - precision: The significant bits to compute with.
  public init?(alpha: Dyadic, lambda: Dyadic, target: FixedPointTarget, precision: Int) {
    let one = DyadicInterval(Dyadic(1), precision: precision)
    let activation = Activation(
      alpha: DyadicInterval(alpha, precision: precision), lambda: DyadicInterval(lambda, precision: precision))
    let equations = PlainFixedPointEquations(
      mapping: MomentMapping(activation), omega: one.constant(target.omega), tau: one.constant(target.tau))
    guard let guess = Self.guess(alpha: alpha, lambda: lambda, target) else { return nil }
    // The region has to hold the error of the guess; it need not be small. The bits that are right double with a step, so
    // that two give 80, far more than are printed.
    for exponent in [-40, -24, -16] {
      let size = Vector2(guess.first.magnitude + guess.second.squareRoot(), guess.second)
      let box = Vector2(
        one.ball(around: guess.first, size.first, exponent), one.ball(around: guess.second, size.second, exponent))
      guard case .unique(let location, let region) = equations.contract(box, maximumSteps: 2) else { continue }
      self.location = location
      self.region = region
      shift = Vector2(location.first - one.constant(target.mean), location.second - one.constant(target.variance))
      return
    }
    return nil
  }

  /// A point near the fixed point by Newton's method from the target, in plain arithmetic; nil if it leads nowhere.
  private static func guess(alpha: Dyadic, lambda: Dyadic, _ target: FixedPointTarget) -> Vector2<Double>? {
    let mapping = MomentMapping(
      Activation(
        alpha: Double(alpha, rounding: .toNearestOrEven), lambda: Double(lambda, rounding: .toNearestOrEven)))
    let (omega, tau) = (1.0.constant(target.omega), 1.0.constant(target.tau))
    var state = Vector2(1.0.constant(target.mean), 1.0.constant(target.variance))
    for _ in 0..<50 {
      let step = mapping.newtonStep(from: state, omega: omega, tau: tau)
      // A step that would leave the positive variances is cut.
      let next = Vector2(state.first + step.change.first, max(state.second + step.change.second, state.second / 4))
      guard next.first.isFinite, next.second.isFinite, next.second > 0 else { return nil }
      state = next
      if step.isNegligible { break }
    }
    return state
  }
}

extension DyadicInterval {
  /// The numbers nearer to a double than `2^exponent` times a size, at the precision of `self`.
  fileprivate func ball(around centre: Double, _ size: Double, _ exponent: Int) -> DyadicInterval {
    let radius = Double(sign: .plus, exponent: exponent, significand: size)
    return DyadicInterval(centre, precision: precision)
      + DyadicInterval(lowerBound: -radius, upperBound: radius, precision: precision)
  }
}
