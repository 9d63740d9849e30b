import FixedPointSolver
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic
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
    var layers = orbit(.selfNormalizing, count, digits: digits)
    for precision in PrecisionLadder.precisions(forDigits: digits ?? 0) where !isSharp(layers, count) {
      let one = DyadicInterval(Dyadic(1), precision: precision)
      layers = orbit(Activation<DyadicInterval>.selfNormalizing(like: one), count, digits: digits)
    }
    guard isSharp(layers, count) else { throw failure(layers, digits: digits) }
    return layers
  }

  /// The orbit in one arithmetic, up to the first layer that is not told well enough.
  private func orbit<Scalar: MapScalar>(_ activation: Activation<Scalar>, _ count: Int, digits: Int?) -> [MapLayer] {
    let mapping = MomentMapping(activation)
    let number = activation.alpha.constant(_:) as (Rational) -> Scalar
    var point = Point(mu: number(mean), omega: number(omega), nu: number(variance), tau: number(tau))
    var layers: [MapLayer] = []
    while layers.count < count && point.nu.isPositive && layers.last?.isSharp != false {
      (point.mu, point.nu) = mapping(point)
      layers.append(MapLayer(mean: point.mu.enclosure(digits: digits), variance: point.nu.enclosure(digits: digits)))
    }
    return layers
  }

  private func isSharp(_ layers: [MapLayer], _ count: Int) -> Bool {
    layers.count == count && layers.allSatisfy(\.isSharp)
  }

  private func failure(_ layers: [MapLayer], digits: Int?) -> CommandError {
    let wanted = digits.map { "told to \($0) digits" } ?? "enclosed sharply"
    return CommandError(
      .undecided, "Mean and variance after layer \(max(layers.count, 1)) cannot be \(wanted) with the precisions tried.")
  }
}

/// An arithmetic in which layers can be computed and printed.
protocol MapScalar: EnclosingScalar {
  func enclosure(digits: Int?) -> Enclosure
}

extension Interval: MapScalar {
  func enclosure(digits: Int?) -> Enclosure { Enclosure(DyadicInterval(self, precision: 53), digits: digits) }
}

extension DyadicInterval: MapScalar {
  func enclosure(digits: Int?) -> Enclosure { Enclosure(self, digits: digits) }
}
