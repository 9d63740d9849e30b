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
  /// K, rounded outward. The fixed points lie in K itself. There is no other in the hull either: the checker bounds the
  /// contraction factor over the outward-rounded hulls of its boxes, so that it holds on all of this box, too.
  let region: Pair<Interval>
  /// A proved upper bound, less than 1, of the contraction factor of g on K for all weights.
  let contractionFactor: Double

  func value(over variables: [Interval]) -> Interval {
    component(of: enclosure(variables))
  }

  func gradient(over variables: [Interval]) -> [Interval] {
    valueAndGradient(over: variables).gradient
  }

  func valueAndGradient(over variables: [Interval]) -> (value: Interval, gradient: [Interval]) {
    let fixedPoint = enclosure(variables)
    let derivative = equations(variables).parameterDerivative(over: fixedPoint)
    let gradient = coordinate == .mean ? [derivative.a11, derivative.a12] : [derivative.a21, derivative.a22]
    return (component(of: fixedPoint), gradient)
  }

  private func component(of fixedPoint: Pair<Interval>) -> Interval {
    coordinate == .mean ? fixedPoint.first : fixedPoint.second
  }

  private func equations(_ variables: [Interval]) -> FixedPointEquations {
    FixedPointEquations(MomentMapping(activation), omega: variables[0], tau: variables[1])
  }

  /// A box that holds the fixed points for all weights in the given ranges.
  ///
  /// First the neighbourhood that Newton's method suggests: if Krawczyk's operator proves that it holds exactly one fixed
  /// point and encloses that within K, it is the one. Otherwise the contraction tells how far it can be from a point c
  /// of K: `|z* - c| <= |g(c) - c| / (1 - factor)`.
  private func enclosure(_ variables: [Interval]) -> Pair<Interval> {
    let equations = equations(variables)
    let c = equations.approximateFixedPoint(from: region)
    let suggestion = equations.suggestedNeighbourhood(of: c)
    if case .unique(let enclosure, _) = equations.contract(suggestion, maximumSteps: 2), enclosure.isSubset(of: region)
    {
      return enclosure
    }
    let residual = equations.residual(over: c)
    let distance =
      Interval.sqrt(residual.first.squared() + residual.second.squared()) / (Interval(1) - Interval(contractionFactor))
    let ball = Interval(lowerBound: -distance.upperBound, upperBound: distance.upperBound)
    switch equations.contract(Pair(c.first + ball, c.second + ball).intersection(region), maximumSteps: 1) {
    case .unique(let enclosure, _), .unknown(let enclosure): return enclosure
    // There is a fixed point, so this cannot be; but knowing nothing is always right.
    case .none: return Pair(.empty, .empty)
    }
  }
}
