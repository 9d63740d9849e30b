import Certificates
import FixedPointSolver
import GridChecker
import IntervalArithmetic
import MomentMap
import RealArithmetic

// Where to look for fixed points. Nothing here is part of a proof: Krawczyk's operator decides.
extension FixedPointFunction<Interval> {
  /// A box around the fixed points for all weights of a box, near to which Newton's method comes; the narrowest one tried
  /// that will do, nil if there is none.
  func suggestedNeighbourhood(_ weights: [Interval]) -> Tree.Neighbourhood? {
    let search = FixedPointEquations(MomentMapping(activation), omega: weights[0], tau: weights[1])
    let approximation = search.approximateFixedPoint(from: Vector2(region.sides[0].hull, region.sides[1].hull))
    return Self.margins.lazy.compactMap { margin in
      let suggestion = search.suggestedNeighbourhood(of: approximation, margin: margin)
      let (mu, nu) = (suggestion.first.withShortBounds, suggestion.second.withShortBounds)
      return Tree.Neighbourhood([mu.lowerBound, mu.upperBound, nu.lowerBound, nu.upperBound])
    }.first { value(over: weights, within: $0) != nil }
  }

  /// A narrow neighbourhood gives narrow slopes, a wide one leaves room for wide images of wide boxes.
  private static var margins: [Double] { [1.25, 1.75, 2.5] }
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
