import IntervalArithmetic
import MomentMap
import RealArithmetic

/// Mean and variance of the next layer with their derivatives by the net input's mean y and variance x, enclosed over a
/// box of (y, x).
///
/// Over small boxes the mean-value form `f(c) + f_y (y - c_y) + f_x (x - c_x)`, intersected with the interval
/// extension, is far narrower than that alone: its error falls with the square of the box's width.
struct MomentEnclosure {
  /// The moments by interval extension.
  let whole: Moments<Interval>
  /// The net input.
  let input: NetInput<Interval>

  /// The moments of `activation` for a net input of positive variance.
  init(_ activation: Activation<Interval>, _ input: NetInput<Interval>) {
    whole = Moments(activation, HalfLineMoments(overWide: input))
    self.input = input
  }

  /// Mean and variance.
  var image: Vector2<Interval> {
    let image = Vector2(whole.mean, whole.variance)
    guard isSmall else { return image }
    let middle = middle
    let change = slopesByExtension * distance
    return image.intersection(Vector2(middle.mean + change.first, middle.variance + change.second))
  }

  /// The derivatives of mean (first row) and variance by y (first column) and x.
  ///
  /// In their mean-value form the second derivatives come from dual numbers.
  var slopes: Matrix2<Interval> {
    guard isSmall else { return slopesByExtension }
    let (middle, distance) = (middle, distance)
    let byMean = lifted(Dual(variable: input.mean), Dual(constant: input.variance))
    let byVariance = lifted(Dual(constant: input.mean), Dual(variable: input.variance))
    let narrow = { (entry: (Moments<Interval>) -> Interval, slope: (Moments<Dual<Interval>>) -> Dual<Interval>) in
      let change = slope(byMean).tangent * distance.first + slope(byVariance).tangent * distance.second
      return entry(whole).intersection(entry(middle) + change)
    }
    return Matrix2(
      narrow(\.meanByMean, \.meanByMean), narrow(\.meanByVariance, \.meanByVariance),
      narrow(\.varianceByMean, \.varianceByMean), narrow(\.varianceByVariance, \.varianceByVariance))
  }

  /// Whether the mean-value form is worth its price: the box is neither wide nor next to a point.
  private var isSmall: Bool {
    let (x, least) = (input.variance, input.variance.lowerBound)
    return x.width < 0.5 * least && x.width > 0x1p-30 * least
  }

  /// The moments at the centre c of the box.
  private var middle: Moments<Interval> {
    Moments(
      whole.activation,
      HalfLineMoments(overWide: NetInput(mean: input.mean.centre, variance: input.variance.centre)))
  }

  /// The box, seen from its centre.
  private var distance: Vector2<Interval> {
    Vector2(input.mean - input.mean.centre, input.variance - input.variance.centre)
  }

  private var slopesByExtension: Matrix2<Interval> {
    Matrix2(whole.meanByMean, whole.meanByVariance, whole.varianceByMean, whole.varianceByVariance)
  }

  /// The moments as functions of one variable.
  private func lifted(_ mean: Dual<Interval>, _ variance: Dual<Interval>) -> Moments<Dual<Interval>> {
    let activation = whole.activation
    return Moments(
      Activation(alpha: Dual(constant: activation.alpha), lambda: Dual(constant: activation.lambda)),
      whole.halfLines.lifted(mean: mean, variance: variance))
  }
}
