import Constants
import FixedPointSolver
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic
import Reporting
import SELUClaims
import SELUTheorem

/// The exact numbers that an orbit of the moment mapping begins with.
struct MapStart: Sendable {
  let mean: Rational
  let variance: Rational
  let omega: Rational
  let tau: Rational
  var activation = NamedActivation.selu

  /// Mean and variance after each of `count` layers: in binary64 if that is sharp enough, else with as many bits as it
  /// takes.
  ///
  /// Throws status 2 if a number cannot be told well enough with any of the precisions tried.
  func layers(_ count: Int, digits: Int?, progress: ProgressLine) throws -> [MapLayer] {
    defer { progress.finish() }
    let report = { (bits: Int) in
      { (layer: Int) in progress.update("Layer \(layer) of \(count), with \(bits) bits") }
    }
    var orbit = self.orbit(activation.binary64, Interval(1), count, report(53)) {
      Enclosure($0, digits: digits, mayBeZero: $1)
    }
    for precision in PrecisionLadder.precisions(forDigits: digits ?? 0, doubling: .precision) where orbit.count < count
    {
      let one = DyadicInterval(Dyadic(1), precision: precision)
      orbit = self.orbit(activation.function(like: one), one, count, report(precision)) {
        Enclosure($0, digits: digits, mayBeZero: $1)
      }
    }
    guard orbit.count == count else { throw failure(afterLayer: orbit.count + 1, digits: digits) }
    return orbit
  }

  /// The orbit in one arithmetic, up to the last layer that is told well enough.
  private func orbit<Scalar: EnclosingScalar>(
    _ activation: some ActivationFunction<Scalar>, _ scalar: Scalar, _ count: Int, _ report: (_ layer: Int) -> Void,
    _ enclosure: (Scalar, _ mayBeZero: Bool) -> Enclosure
  ) -> [MapLayer] {
    let mapping = MomentMapping(activation)
    let number: (Rational) -> Scalar = { scalar.constant($0) }
    var state = Pair(number(mean), number(variance))
    var layers: [MapLayer] = []
    while layers.count < count, let next = mapping.enclosure(of: state, omega: number(omega), tau: number(tau)) {
      state = next
      report(layers.count + 1)
      // No activation is constant, so that a variance is never zero.
      let layer = MapLayer(mean: enclosure(state.first, true), variance: enclosure(state.second, false))
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

extension NamedActivation {
  /// The function in binary64; the SELU with the tightest alpha and lambda.
  var binary64: any ActivationFunction<Interval> {
    self == .selu ? Activation<Interval>.selfNormalizing : function(like: Interval(1))
  }
}
