import FixedPointSolver
import MomentMap
import RealArithmetic
import SELUClaims

/// A coordinate of the fixed point (mu*, nu*) as a function of the weights (omega, tau), evaluated with multi-precision
/// intervals.
///
/// That there is exactly one fixed point in K for each of these weights is a premise, which other parts of the same
/// certificate prove. Where it lies is said by the certificate: a neighbourhood Z, which Krawczyk's operator must map into
/// its interior for all weights of the box. Then Z holds exactly one zero for each of them, and it lies in the image. As
/// the image lies in K, it is the fixed point.
struct ReplayedFixedPoint<Scalar: ReplayScalar>: ReplayedFunction {
  let isAboutFixedPoints = true
  let coordinate: FixedPointCoordinate
  /// K, as exact ranges of mu and nu.
  let region: [Certificate.Side]
  let activation: Activation<Scalar>

  func value(over box: ReplayBox<Scalar>, within neighbourhood: Node.Neighbourhood?) throws(Rejection) -> Scalar {
    let image = try fixedPoints(over: box, within: neighbourhood)
    return coordinate == .mean ? image.first : image.second
  }

  func gradient(
    over box: ReplayBox<Scalar>, along axes: [Int], within neighbourhood: Node.Neighbourhood?
  ) throws(Rejection) -> [Scalar] {
    let derivative = equations(box).derivativeByWeights(at: try fixedPoints(over: box, within: neighbourhood))
    let row = coordinate == .mean ? [derivative.a11, derivative.a12] : [derivative.a21, derivative.a22]
    var gradient: [Scalar] = []
    for axis in axes { gradient.append(try known(row[axis])) }
    return gradient
  }

  func exactValue(at point: [Rational]) -> Rational? { nil }

  /// Encloses the fixed points for all weights of a box.
  private func fixedPoints(
    over box: ReplayBox<Scalar>, within neighbourhood: Node.Neighbourhood?
  ) throws(Rejection) -> Pair<Scalar> {
    guard let bounds = neighbourhood?.bounds.compactMap({ Rational(exactly: $0) }), bounds.count == 4 else {
      throw Rejection("a neighbourhood of the fixed point is missing")
    }
    let z = Pair(
      activation.alpha.enclosing(bounds[0], through: bounds[1]),
      activation.alpha.enclosing(bounds[2], through: bounds[3]))
    guard let image = equations(box).uniqueZeros(in: z) else {
      throw Rejection("Krawczyk's operator does not map a neighbourhood into its interior")
    }
    let (mu, nu) = (try known(image.first), try known(image.second))
    guard mu.isInside(region[0]), nu.isInside(region[1]) else {
      throw Rejection("a neighbourhood leads out of the region where the fixed point is unique")
    }
    return image
  }

  private func equations(_ box: ReplayBox<Scalar>) -> WeightedFixedPoint<Scalar> {
    let weights = box.intervals
    return WeightedFixedPoint(activation, omega: weights[0], tau: weights[1])
  }
}

extension ReplayScalar {
  fileprivate func isInside(_ side: Certificate.Side) -> Bool {
    isGreaterOrEqual(to: side.lower) && isLessOrEqual(to: side.upper)
  }
}
