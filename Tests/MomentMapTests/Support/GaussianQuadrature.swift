import IntervalArithmetic
import MomentMap

/// Rigorous integration of functions against a normal density, from the definition of the expectation.
///
/// The line is cut at 0, where the activation has its kink, and into panels elsewhere. On a panel the integrand is
/// expanded about the middle, and its last Taylor term is enclosed over the whole panel (Lagrange's remainder). What
/// lies beyond the panels is bounded by Mill's ratio. Nothing here uses an error function.
struct GaussianQuadrature {
  let distribution: NormalDistribution
  /// The degree of the remainder; even, so that its power has one sign.
  let degree = 14
  /// How many standard deviations the panels reach.
  let reach = 8.0

  /// The points between the panels: 0 is one of them, unless the panels do not come near it.
  private let cuts: [Double]

  init(_ distribution: NormalDistribution) {
    self.distribution = distribution
    let middle = distribution.mean.midpoint
    let deviation = distribution.variance.midpoint.squareRoot()
    let (lower, upper) = (middle - reach * deviation, middle + reach * deviation)
    let width = min(0.5 * deviation, 1)
    func points(from a: Double, to b: Double) -> [Double] {
      guard a < b else { return [] }
      let count = ((b - a) / width).rounded(.up)
      return stride(from: 0, to: count, by: 1).map { a + (b - a) * $0 / count }
    }
    cuts = points(from: lower, to: min(0, upper)) + points(from: max(lower, 0), to: upper) + [upper]
  }

  /// Encloses the expectation of `activation(Z)` to the power `power`, which is 1 or 2.
  func moment(_ power: Int, of activation: Activation<Interval>) -> Interval {
    moment(power, of: .scaledSELU(alpha: activation.alpha, beta: Interval(1), lambda: activation.lambda))
  }

  /// The same for an activation of two pieces.
  func moment(_ power: Int, of activation: ExponentialLinear<Interval>) -> Interval {
    var sum = tail(power, activation)
    for (lower, upper) in zip(cuts, cuts.dropFirst()) {
      let integrand = { (centre: Interval, count: Int) -> PowerSeries in
        let density = PowerSeries(densityOf: distribution, at: centre, count: count)
        let factor =
          upper > 0
          ? PowerSeries(variableAt: centre, count: count)
          : PowerSeries(negativePieceOf: activation, at: centre, count: count)
        return power == 1 ? density * factor : density * factor * factor
      }
      let scale = activation.lambda
      sum = sum + (power == 1 ? scale : scale.squared()) * integral(of: integrand, from: lower, to: upper)
    }
    return sum
  }

  /// Encloses the integral of the density alone over the panels: all but the tails.
  var probability: Interval {
    zip(cuts, cuts.dropFirst()).reduce(Interval(0)) { sum, panel in
      sum
        + integral(
          of: { PowerSeries(densityOf: distribution, at: $0, count: $1) }, from: panel.0, to: panel.1)
    }
  }

  private func integral(
    of integrand: (Interval, Int) -> PowerSeries, from lower: Double, to upper: Double
  ) -> Interval {
    let centre = Interval(lowerBound: lower, upperBound: upper).midpoint
    let series = integrand(Interval(centre), degree).terms
    let remainder = integrand(Interval(lowerBound: lower, upperBound: upper), degree + 1).terms[degree]
    let (left, right) = (Interval(lower) - Interval(centre), Interval(upper) - Interval(centre))
    var (leftPower, rightPower) = (left, right)
    var sum = Interval(0)
    for (index, term) in (series + [remainder]).enumerated() {
      sum = sum + term * ((rightPower - leftPower) / Interval(Double(index + 1)))
      leftPower = leftPower * left
      rightPower = rightPower * right
    }
    return sum
  }

  /// Encloses what lies beyond the panels on both sides.
  ///
  /// The activation is at most `c (1 + |z|)` in magnitude with `c = lambda (1 + |alpha| + |slope|)`, its square at most
  /// `c^2 (2 + 2 z^2)`. With u the distance from the mean and p the density at the last cut,
  ///
  ///     integral of p <= p x / u,   of |z - y| p = x p,   of (z - y)^2 p = x (integral of p) + x u p.
  private func tail(_ power: Int, _ activation: ExponentialLinear<Interval>) -> Interval {
    let (mean, variance) = (distribution.mean, distribution.variance)
    let scale = activation.lambda * (Interval(1) + Interval.abs(activation.alpha) + Interval.abs(activation.slope))
    return [cuts[0], cuts[cuts.count - 1]].reduce(Interval(0)) { sum, cut in
      let density = distribution.density(at: Interval(cut))
      let distance = Interval.abs(Interval(cut) - mean)
      let probability = density * variance / distance
      let first = probability * (Interval(1) + Interval.abs(mean)) + variance * density
      let second =
        Interval(2) * probability * (Interval(1) + Interval(2) * mean.squared())
        + Interval(4) * (variance * probability + variance * distance * density)
      let bound = (power == 1 ? scale * first : scale.squared() * second).upperBound
      return sum + Interval(lowerBound: -bound, upperBound: bound)
    }
  }
}
