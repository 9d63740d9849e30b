import IntervalArithmetic
import MomentMap
import RealArithmetic

/// An activation as the search for fixed points sees it: its moments over boxes of net inputs.
protocol BoxActivation: Sendable {
  /// The moments for bounded t = y / s and positive s, both ranges.
  func moments(ratio t: Interval, deviation s: Interval) -> any NetInputBounds

  /// What is known of a box that may touch the sides of the square of all net inputs; nil if that is nothing.
  func scaledMoments(_ box: NetInputBox) -> ScaledMoments?

  /// Mean and variance of the activation over a box of net inputs of positive variance.
  func image(_ input: NetInput<Interval>) -> Vector2<Interval>

  /// The derivatives of mean (first row) and variance by y (first column) and x there.
  func slopes(_ input: NetInput<Interval>) -> Matrix2<Interval>
}

/// The mean M and the variance W of an activation in units of the deviation s of its net input and of its square, over
/// ranges of t = y / s and of s, with their slopes.
protocol NetInputBounds {
  /// t.
  var ratio: Interval { get }
  /// s.
  var deviation: Interval { get }
  /// E f', which is M_t.
  var meanSlope: Interval { get }
  /// E f'^2.
  var meanSquareSlope: Interval { get }
  /// M.
  var mean: Interval { get }
  /// W.
  var variance: Interval { get }
  /// W_t.
  var varianceByRatio: Interval { get }
  /// s M_s.
  var meanByLogDeviation: Interval { get }
  /// s W_s.
  var varianceByLogDeviation: Interval { get }
}

extension NetInputBounds {
  /// The derivatives of mean (first row) and variance of the activation by y (first column) and x.
  ///
  /// With `m1(y, x) = s M(y / s, s)` and `V(y, x) = x W(y / s, s)`, by the chain rule
  ///
  ///     dm1/dy = M_t,     dm1/dx = (M + s M_s - t M_t) / (2 s),
  ///     dV/dy  = s W_t,   dV/dx  = W + (s W_s - t W_t) / 2.
  var slopes: Matrix2<Interval> {
    let byRatio = varianceByRatio
    return Matrix2(
      meanSlope, (mean + meanByLogDeviation - ratio * meanSlope) / (deviation + deviation),
      deviation * byRatio, variance + (varianceByLogDeviation - ratio * byRatio).half)
  }
}

extension Activation<Interval>: BoxActivation {
  func moments(ratio t: Interval, deviation s: Interval) -> any NetInputBounds {
    NetInputMoments(self, ratio: t, deviation: s)
  }

  func scaledMoments(_ box: NetInputBox) -> ScaledMoments? { ScaledMoments(self, box) }

  func image(_ input: NetInput<Interval>) -> Vector2<Interval> { MomentEnclosure(self, input).image }

  func slopes(_ input: NetInput<Interval>) -> Matrix2<Interval> { MomentEnclosure(self, input).slopes }
}

/// Any activation, by nothing but the derivatives of its moments: nothing is known on the sides of the square.
struct GeneralActivation: BoxActivation {
  let function: any ActivationFunction<Interval>

  func moments(ratio t: Interval, deviation s: Interval) -> any NetInputBounds {
    GeneralBounds(function, ratio: t, deviation: s)
  }

  func scaledMoments(_ box: NetInputBox) -> ScaledMoments? { nil }

  func image(_ input: NetInput<Interval>) -> Vector2<Interval> { GeneralMoments(function, input).image }

  func slopes(_ input: NetInput<Interval>) -> Matrix2<Interval> { GeneralMoments(function, input).slopes }
}

/// Mean and variance over a box of (y, x) with their derivatives, by M0, ..., M4 and Q0, ..., Q4: interval extensions,
/// intersected with mean-value forms about the centre. With V = Q0 - M0^2 and the heat equation,
///
///     V_y = Q1 - 2 M0 M1,                  V_x = Q2/2 - M0 M2,
///     V_yy = Q2 - 2 (M1^2 + M0 M2),   V_yx = Q3/2 - M1 M2 - M0 M3,   V_xx = (Q4/2 - M2^2 - M0 M4) / 2.
private struct GeneralMoments {
  let image: Vector2<Interval>
  let slopes: Matrix2<Interval>

  init(_ function: any ActivationFunction<Interval>, _ input: NetInput<Interval>) {
    let whole = function.derivatives(at: input, order: 4)
    let (m, q) = (whole.means, whole.secondMoments)
    let plain = Vector2(m[0], whole.variance.nonnegativePart)
    let plainSlopes = Matrix2(m[1], m[2].half, q[1] - Interval(2) * m[0] * m[1], q[2].half - m[0] * m[2])
    let centre = NetInput(mean: input.mean.centre, variance: input.variance.centre)
    guard !(input.mean.isSingleton && input.variance.isSingleton), centre.variance.isPositive else {
      (image, slopes) = (plain, plainSlopes)
      return
    }
    let middle = function.derivatives(at: centre, order: 2)
    let distance = Vector2(input.mean - centre.mean, input.variance - centre.variance)
    let (v11, v12) = (q[2] - Interval(2) * (m[1].squared() + m[0] * m[2]), q[3].half - m[1] * m[2] - m[0] * m[3])
    let v22 = (q[4].half - m[2].squared() - m[0] * m[4]).half
    func narrowed(_ value: Interval, _ middle: Interval, _ byMean: Interval, _ byVariance: Interval) -> Interval {
      value.intersection(middle + byMean * distance.first + byVariance * distance.second)
    }
    let slopes = Matrix2(
      narrowed(plainSlopes.a11, middle.meanByMean, m[2], m[3].half),
      narrowed(plainSlopes.a12, middle.meanByVariance, m[3].half, m[4].half.half),
      narrowed(plainSlopes.a21, middle.varianceByMean, v11, v12),
      narrowed(plainSlopes.a22, middle.varianceByVariance, v12, v22))
    image = Vector2(
      narrowed(plain.first, middle.mean, slopes.a11, slopes.a12),
      narrowed(plain.second, middle.variance, slopes.a21, slopes.a22))
    self.slopes = slopes
  }
}

/// The same in units of the deviation.
private struct GeneralBounds: NetInputBounds {
  let ratio, deviation: Interval
  let meanSlope, mean, variance, varianceByRatio, meanByLogDeviation, varianceByLogDeviation: Interval

  init(_ function: any ActivationFunction<Interval>, ratio t: Interval, deviation s: Interval) {
    (ratio, deviation) = (t, s)
    let moments = GeneralMoments(function, NetInput(mean: t * s, variance: s.squared()))
    let (image, slopes) = (moments.image, moments.slopes)
    meanSlope = slopes.a11
    mean = image.first / s
    variance = image.second / s.squared()
    varianceByRatio = slopes.a21 / s
    // The chain rule of `slopes`, solved for what is wanted.
    meanByLogDeviation = Interval(2) * s * slopes.a12 - mean + t * meanSlope
    varianceByLogDeviation = Interval(2) * (slopes.a22 - variance) + t * varianceByRatio
  }

  /// At least the square of E f', and not known otherwise.
  var meanSquareSlope: Interval { Interval(lowerBound: 0, upperBound: .infinity) }
}
