import IntervalArithmetic
import MomentMap
import RealArithmetic

extension FixedPointEquations {
  /// The fixed point to which the orbit of (0, 1) seems to converge; nil if none is proved to exist in the box.
  func fixedPointNearOrbit(within box: Pair<Interval>) -> FixedPoint? {
    guard let limit = limitOfOrbit() else { return nil }
    // The region must be a neighbourhood: try generous ones first, last that which the weights suggest.
    let size = limit.second + Interval(limit.first.magnitude)
    let generous = [-4, -5, -6, -8, -12, -20, -30].map { (exponent: Int) in
      let radius = size * Interval(Double(sign: .plus, exponent: exponent, significand: 1))
      let ball = Interval(lowerBound: -radius.upperBound, upperBound: radius.upperBound)
      return Pair(limit.first + ball, limit.second + ball)
    }
    for candidate in generous + [suggestedNeighbourhood(of: limit)] where candidate.isSubset(of: box) {
      if case .unique(let enclosure, let region) = contract(candidate, maximumSteps: 1) {
        return fixedPoint(in: enclosure, region)
      }
    }
    return nil
  }

  /// A fixed point known to lie in a box and to be the only one of a region, enclosed as narrowly as can be.
  func fixedPoint(in box: Pair<Interval>, _ region: Pair<Interval>) -> FixedPoint {
    switch contract(box) {
    case .unique(let enclosure, _), .unknown(let enclosure): FixedPoint(enclosure: enclosure, region: region)
    // There is one, so this cannot be.
    case .none: FixedPoint(enclosure: box, region: region)
    }
  }

  /// Where the orbit of (0, 1) ends for the middle of the weights, in plain arithmetic; nil if it runs away.
  private func limitOfOrbit() -> Pair<Interval>? {
    let activation = Activation(alpha: mapping.activation.alpha.midpoint, lambda: mapping.activation.lambda.midpoint)
    let (omega, tau) = (omega.midpoint, tau.midpoint)
    var (mu, nu) = (0.0, 1.0)
    for _ in 0..<2_000 {
      let next = MomentMapping(activation)(Point(mu: mu, omega: omega, nu: nu, tau: tau))
      let change = (next.mean - mu).magnitude + (next.variance - nu).magnitude
      (mu, nu) = next
      if !(nu > 0 && nu.isFinite && mu.isFinite) { return nil }
      if change <= 0x1p-50 * nu { break }
    }
    return Pair(Interval(mu), Interval(nu))
  }
}
