import MultiPrecision
import RealArithmetic
import Reporting

/// Mean and variance of the activations behind a layer.
struct MapLayer: Sendable {
  let mean: Enclosure
  let variance: Enclosure

  /// Whether the digits wanted are certain; if bounds are wanted, whether they are within `2^-30` of the variance, or
  /// of mean and standard deviation together.
  var isSharp: Bool {
    if mean.digits != nil { return mean.decimal != nil && variance.decimal != nil }
    let (m, v) = (mean.interval, variance.interval)
    guard v.isPositive, let size = v.mignitude, let meanSize = m.magnitude, let meanWidth = m.width, let width = v.width
    else { return false }
    let sharpness = Dyadic(significand: 1, exponent: -30)
    let scale = meanSize + (DyadicInterval.sqrt(DyadicInterval(size, precision: 53)).mignitude ?? 0)
    return width <= sharpness * size && meanWidth <= sharpness * scale
  }
}
