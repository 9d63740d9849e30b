import FixedPointSolver
import GridChecker
import MomentMap
import RealArithmetic
import SELUClaims

extension Obligation.Subject {
  /// What the subject is a function of, on a domain, in one arithmetic: search and replay enclose the same. Nil if the
  /// domain lacks what the function needs.
  package func function<Scalar: EnclosingScalar>(
    of coordinates: [Variable], on domain: Domain, _ activation: Activation<Scalar>
  ) -> (any BoxFunction<Scalar>)? {
    switch self {
    case .quantity(let quantity): return quantity.function(of: coordinates, activation)
    case .fixedPoint(let coordinate):
      guard let region = domain.box(in: [.mu, .nu]), coordinates == [.omega, .tau] else { return nil }
      return FixedPointFunction(coordinate: coordinate, region: region, activation: activation)
    }
  }
}

/// A coordinate of the fixed point (mu*, nu*) as a function of the weights (omega, tau).
///
/// That there is exactly one fixed point in a box K of (mu, nu) for each of these weights is a premise, which other parts
/// of the same certificate prove. Where it lies is said by whoever asks: a neighbourhood Z, which Krawczyk's operator must
/// map into its interior for all weights of the box. Then Z holds exactly one zero for each of them, and it lies in the
/// image. As the image lies in K, it is the fixed point.
package struct FixedPointFunction<Scalar: EnclosingScalar>: BoxFunction {
  private let coordinate: FixedPointCoordinate
  /// K.
  package let region: Box
  package let activation: Activation<Scalar>

  package init(coordinate: FixedPointCoordinate, region: Box, activation: Activation<Scalar>) {
    (self.coordinate, self.region, self.activation) = (coordinate, region, activation)
  }

  package var needsNeighbourhood: Bool { true }

  package var obstacle: String {
    "Krawczyk's operator does not map a neighbourhood into its interior, in the region where the fixed point is unique"
  }

  package func value(over variables: [Scalar], within place: Tree.Neighbourhood?) -> Scalar? {
    fixedPoints(variables, place).map { coordinate == .mean ? $0.first : $0.second }
  }

  package func gradient(over variables: [Scalar], along axes: [Int], within place: Tree.Neighbourhood?) -> [Scalar?] {
    slopes(variables, fixedPoints(variables, place), axes)
  }

  package func valueAndGradient(
    over variables: [Scalar], along axes: [Int], within place: Tree.Neighbourhood?
  ) -> (value: Scalar?, gradient: [Scalar?]) {
    let zeros = fixedPoints(variables, place)
    return (zeros.map { coordinate == .mean ? $0.first : $0.second }, slopes(variables, zeros, axes))
  }

  private func slopes(_ variables: [Scalar], _ zeros: Vector2<Scalar>?, _ axes: [Int]) -> [Scalar?] {
    guard let zeros else { return axes.map { _ in nil } }
    let derivative = equations(variables).derivativeByWeights(at: zeros)
    let row = coordinate == .mean ? [derivative.a11, derivative.a12] : [derivative.a21, derivative.a22]
    return axes.map { row[$0].isKnown ? row[$0] : nil }
  }

  /// Encloses the fixed points for all weights of a box; nil if they are not shown to lie in the place.
  private func fixedPoints(_ variables: [Scalar], _ place: Tree.Neighbourhood?) -> Vector2<Scalar>? {
    guard let bounds = place?.bounds.compactMap({ Rational(exactly: $0) }), bounds.count == 4 else { return nil }
    let alpha = activation.alpha
    let neighbourhood = Vector2(
      alpha.enclosing(bounds[0], through: bounds[1]), alpha.enclosing(bounds[2], through: bounds[3]))
    guard let image = equations(variables).uniqueZeros(in: neighbourhood), image.first.isKnown, image.second.isKnown,
      image.first.isInside(region.sides[0]), image.second.isInside(region.sides[1])
    else { return nil }
    return image
  }

  private func equations(_ variables: [Scalar]) -> WeightedFixedPoint<Scalar> {
    WeightedFixedPoint(activation, omega: variables[0], tau: variables[1])
  }
}

extension EnclosingScalar {
  fileprivate func isInside(_ side: ExactRange) -> Bool {
    isGreaterOrEqual(to: side.lower) && isLessOrEqual(to: side.upper)
  }
}
