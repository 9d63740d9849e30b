import FixedPointSolver
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic
import SELUClaims
import SELUTheorem

/// The exact numbers that an orbit of the moment mapping begins with.
struct MapStart: Sendable {
  let mean: Rational
  let variance: Rational
  let omega: Rational
  let tau: Rational

  /// Mean and variance after each of `count` layers: in binary64 if that is sharp enough, else with as many bits as it
  /// takes.
  ///
  /// Throws status 2 if a number cannot be told well enough with any of the precisions tried.
  func layers(_ count: Int, digits: Int?) throws -> [MapLayer] {
    var orbit = orbit(Activation<Interval>.selfNormalizing, count) { Enclosure($0, digits: digits) }
    for precision in PrecisionLadder.precisions(forDigits: digits ?? 0) where orbit.count < count {
      let one = DyadicInterval(Dyadic(1), precision: precision)
      orbit = self.orbit(Activation.selfNormalizing(like: one), count) { Enclosure($0, digits: digits) }
    }
    guard orbit.count == count else { throw failure(afterLayer: orbit.count + 1, digits: digits) }
    return orbit
  }

  /// The orbit in one arithmetic, up to the last layer that is told well enough.
  private func orbit<Scalar: EnclosingScalar>(
    _ activation: Activation<Scalar>, _ count: Int, _ enclosure: (Scalar) -> Enclosure
  ) -> [MapLayer] {
    let mapping = MomentMapping(activation)
    let number: (Rational) -> Scalar = { activation.alpha.constant($0) }
    var state = Pair(number(mean), number(variance))
    var layers: [MapLayer] = []
    while layers.count < count, let next = mapping.enclosure(of: state, omega: number(omega), tau: number(tau)) {
      state = next
      let layer = MapLayer(mean: enclosure(state.first), variance: enclosure(state.second))
      guard layer.isSharp else { break }
      layers.append(layer)
    }
    return layers
  }

  private func failure(afterLayer number: Int, digits: Int?) -> CommandError {
    let wanted = digits.map { "told to \($0) digits" } ?? "enclosed sharply"
    return CommandError(
      .undecided, "Mean and variance after layer \(number) cannot be \(wanted) with the precisions tried.")
  }
}
