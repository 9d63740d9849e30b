import Certificates
import FixedPointSolver
import GridChecker
import IntervalArithmetic
import MomentMap
import RealArithmetic
import SELUClaims

/// A coordinate of the fixed point (mu*, nu*) as a function of the weights (omega, tau), on a box K of (mu, nu) that g
/// maps into itself with a contraction factor less than 1.
struct FixedPointFamily: BoxFunction {
  let coordinate: FixedPointCoordinate
  let activation: Activation<Interval>
  /// K, rounded outward. The fixed points lie in K itself. There is no other in the hull either: the checker bounds the
  /// spectral norm over the outward-rounded hulls of its boxes, so that g contracts on all of this box, too.
  let region: Pair<Interval>

  func value(over variables: [Interval]) -> Interval? {
    component(of: fixedPoints(variables)?.enclosure ?? region)
  }

  func gradient(over variables: [Interval]) -> [Interval?] {
    valueAndGradient(over: variables).gradient
  }

  /// Where no neighbourhood is found, nothing is said of the derivatives.
  func valueAndGradient(over variables: [Interval]) -> (value: Interval?, gradient: [Interval?]) {
    guard let (fixedPoints, _) = fixedPoints(variables) else { return (component(of: region), [nil, nil]) }
    let derivative = equations(variables).derivativeByWeights(at: fixedPoints)
    let gradient = coordinate == .mean ? [derivative.a11, derivative.a12] : [derivative.a21, derivative.a22]
    return (component(of: fixedPoints), gradient)
  }

  /// A box that holds the fixed points for all weights of a box, and is shown to do so by Krawczyk's operator; nil if none
  /// was found.
  func neighbourhood(_ weights: Box) -> Node.Neighbourhood? {
    fixedPoints(weights.hull).flatMap { found in
      let (mu, nu) = (found.neighbourhood.first, found.neighbourhood.second)
      return Node.Neighbourhood([mu.lowerBound, mu.upperBound, nu.lowerBound, nu.upperBound])
    }
  }

  private func component(of fixedPoint: Pair<Interval>) -> Interval {
    coordinate == .mean ? fixedPoint.first : fixedPoint.second
  }

  private func equations(_ variables: [Interval]) -> WeightedFixedPoint<Interval> {
    WeightedFixedPoint(activation, omega: variables[0], tau: variables[1])
  }

  /// The neighbourhood that Newton's method suggests, if it is proved to hold exactly one zero for all weights, and if
  /// these zeros lie in K: then they are the fixed points.
  private func fixedPoints(
    _ variables: [Interval]
  ) -> (enclosure: Pair<Interval>, neighbourhood: Pair<Interval>)? {
    let search = FixedPointEquations(MomentMapping(activation), omega: variables[0], tau: variables[1])
    let approximation = search.approximateFixedPoint(from: region)
    for margin in Self.margins {
      let suggestion = search.suggestedNeighbourhood(of: approximation, margin: margin)
      let neighbourhood = Pair(suggestion.first.withShortBounds, suggestion.second.withShortBounds)
      if let zeros = equations(variables).uniqueZeros(in: neighbourhood), zeros.isSubset(of: region) {
        return (zeros, neighbourhood)
      }
    }
    return nil
  }

  /// A narrow neighbourhood gives narrow slopes, a wide one leaves room for wide images of wide boxes.
  private static let margins = [1.25, 1.75, 2.5]
}

extension Interval {
  /// The interval made a little wider, so that its bounds have few significant bits and are short in a certificate.
  fileprivate var withShortBounds: Interval {
    let spacing = width.binade / 16
    let (lower, upper) = (
      (lowerBound / spacing).rounded(.down) * spacing, (upperBound / spacing).rounded(.up) * spacing
    )
    return lower.isFinite && upper.isFinite ? Interval(lowerBound: lower, upperBound: upper) : self
  }
}
