import FixedPointSolver
import GridChecker
import IntervalArithmetic
import MomentMap
import RealArithmetic

/// A coordinate of the fixed point (mu*, nu*) as a function of the weights (omega, tau), on a box K of (mu, nu) that g
/// maps into itself with a contraction factor less than 1.
struct FixedPointFamily: BoxFunction {
  let coordinate: FixedPointCoordinate
  let activation: Activation<Interval>
  /// K.
  let region: Pair<Interval>
  /// A proved upper bound, less than 1, of the contraction factor of g on K for all weights.
  let contractionFactor: Double

  func value(over variables: [Interval]) -> Interval {
    let fixedPoint = enclosure(variables)
    return coordinate == .mean ? fixedPoint.first : fixedPoint.second
  }

  func gradient(over variables: [Interval]) -> [Interval] {
    let derivative = equations(variables).parameterDerivative(over: enclosure(variables))
    return coordinate == .mean ? [derivative.a11, derivative.a12] : [derivative.a21, derivative.a22]
  }

  private func equations(_ variables: [Interval]) -> FixedPointEquations {
    FixedPointEquations(MomentMapping(activation), omega: variables[0], tau: variables[1])
  }

  /// A box that holds the fixed points for all weights in the given ranges.
  ///
  /// For any point c of K, the contraction gives `|z* - c| <= |g(c) - c| / (1 - factor)`: for c near the fixed point of
  /// the middle weights this is a small neighbourhood, which Krawczyk's operator then narrows.
  private func enclosure(_ variables: [Interval]) -> Pair<Interval> {
    let equations = equations(variables)
    let c = equations.approximateFixedPoint(from: region)
    let residual = equations.residual(over: c)
    let distance =
      Interval.sqrt(residual.first.squared() + residual.second.squared()) / (Interval(1) - Interval(contractionFactor))
    let ball = Interval(lowerBound: -distance.upperBound, upperBound: distance.upperBound)
    let neighbourhood = Pair(c.first + ball, c.second + ball).intersection(region)
    switch equations.contract(neighbourhood, maximumSteps: 4) {
    case .unique(let enclosure, _), .unknown(let enclosure): return enclosure
    // There is a fixed point, so this cannot be; but knowing nothing is always right.
    case .none: return Pair(.empty, .empty)
    }
  }
}
