import IntervalArithmetic
import MomentMap
import RealArithmetic

/// Moments of the SELU, with any positive alpha and lambda, over a box of net inputs, in units of their standard deviation s.
///
/// Let `t = y / s`, v normally distributed with mean t and variance 1, and `f_s(v) = f(s v) / s`. With
///
///     h = E[v; v > 0],  k = E[v^2; v > 0],   m_n = E[(-v)^n; v < 0],   b_j = E[e^(j s v); v < 0] = phi(t) R(t + j s),
///     e_j = E[((1 - e^(s v)) / s)^j; v < 0],   e_1' = E[(1 - e^(2 s v)) / s; v < 0],
///     c_1 = E[(1 - e^(s v) (1 - s v)) / s; v < 0],   c_2 = E[(1 - e^(s v)) (1 - e^(s v) (1 - s v)) / s^2; v < 0]
///
/// and Mills' ratio R(u) = Phi(-u) / phi(u), the mean and the variance of `f_s`, and their slopes, are
///
///     M   = lambda (h - alpha e_1)                    W   = lambda^2 (k + alpha^2 e_2) - M^2
///     M_t = E f' = lambda (Phi(t) + alpha b_1)        W_t = 2 (lambda^2 (h - alpha^2 (e_1' - e_1)) - M M_t)
///     s M_s = lambda alpha c_1                        s W_s = -2 (lambda^2 alpha^2 c_2 + M lambda alpha c_1),
///
/// because `s d/ds f_s(v) = (s v f'(s v) - f(s v)) / s`, which is 0 for v > 0.
///
/// **Bounds at corners.** What stands in brackets after E is a decreasing function of v, and v grows with t; with s, the
/// e_j decrease and the numerators of the c_j increase. M increases with t and s. W decreases with s: `s W_s / 2` is the
/// covariance of two functions of v, of which `f_s` increases and the other one does not (Chebyshev). So nothing is lost
/// but what differences of such ranges lose, and no quotient by a power of s makes it larger.
struct NetInputMoments: NetInputBounds {
  private let activation: Activation<Interval>
  /// t and s.
  let ratio: Interval
  let deviation: Interval
  /// E f'.
  let meanSlope: Interval
  /// E f'^2.
  let meanSquareSlope: Interval
  /// M.
  let mean: Interval
  /// W.
  let variance: Interval
  /// The corners, by the ends of t and those of s.
  private let low, high: (left: Corner, right: Corner)

  /// The moments for bounded t and positive s; also for s from 0 or to infinity, for the limits as well.
  init(_ activation: Activation<Interval>, ratio t: Interval, deviation s: Interval) {
    self.activation = activation
    (ratio, deviation) = (t, s)
    func corners(_ s: Double) -> (left: Corner, right: Corner) {
      let left = Corner(t.lowerBound, s)
      return (left, t.isSingleton ? left : Corner(t.upperBound, s))
    }
    let low = corners(s.lowerBound)
    let high = s.isSingleton ? low : corners(s.upperBound)
    (self.low, self.high) = (low, high)
    let (alpha, lambda) = (activation.alpha, activation.lambda)
    let above = Interval.span(low.left.above, low.right.above)
    let tails = [1, 2].map { Interval.span(Self.tail($0, high, t), Self.tail($0, low, t)) }
    meanSlope = lambda * (above + alpha * tails[0])
    meanSquareSlope = lambda.squared() * (above + alpha.squared() * tails[1])
    mean = Interval.span(low.left.mean(activation), high.right.mean(activation))
    variance = Interval.span(Self.variance(activation, high, t), Self.variance(activation, low, t)).nonnegativePart
  }

  /// W_t.
  var varianceByRatio: Interval {
    Self.varianceByRatio(
      activation, positiveMean: Interval.span(low.left.h, low.right.h),
      Interval.span(high.right.e1Double, low.left.e1Double), Interval.span(high.right.e1, low.left.e1), mean, meanSlope)
  }

  /// s M_s, for bounded, positive s.
  var meanByLogDeviation: Interval {
    // c_1 s increases with s.
    let numerator = Interval.span(low.right.c1 * low.right.s, high.left.c1 * high.left.s)
    return activation.lambda * activation.alpha * (numerator / deviation).nonnegativePart
  }

  /// s W_s, for bounded, positive s.
  var varianceByLogDeviation: Interval {
    let numerator = Interval.span(low.right.c2 * low.right.s.squared(), high.left.c2 * high.left.s.squared())
    let second =
      (activation.lambda * activation.alpha).squared() * (numerator / deviation.squared()).nonnegativePart
    let half = second + mean * meanByLogDeviation
    return -(half + half)
  }

  private static func varianceByRatio(
    _ activation: Activation<Interval>, positiveMean: Interval, _ e1Double: Interval, _ e1: Interval, _ mean: Interval,
    _ slope: Interval
  ) -> Interval {
    let alpha = activation.alpha.squared()
    let half = activation.lambda.squared() * (positiveMean - alpha * (e1Double - e1)) - mean * slope
    return half + half
  }

  /// W for one s: by its parts, and by the mean-value form in t.
  private static func variance(
    _ activation: Activation<Interval>, _ corners: (left: Corner, right: Corner), _ t: Interval
  ) -> Interval {
    let (left, right) = corners
    let mean = Interval.span(left.mean(activation), right.mean(activation))
    let square = Interval.span(left.k, right.k) + activation.alpha.squared() * Interval.span(right.e2, left.e2)
    let whole = activation.lambda.squared() * square - mean.squared()
    guard !t.isSingleton else { return whole }
    let middle = Corner(t.midpoint, left.size)
    let centre =
      activation.lambda.squared() * (middle.k + activation.alpha.squared() * middle.e2)
      - middle.mean(activation).squared()
    let slope = varianceByRatio(
      activation, positiveMean: Interval.span(left.h, right.h), Interval.span(right.e1Double, left.e1Double),
      Interval.span(right.e1, left.e1), mean,
      activation.lambda * (Interval.span(left.above, right.above) + activation.alpha * tail(1, corners, t)))
    return whole.intersection(centre + slope * (t - Interval(t.midpoint)))
  }

  /// b_j for one s.
  ///
  /// Its logarithmic derivative by t is `j s - 1 / R(t + j s)`, which decreases with t: b_j has no minimum between the ends,
  /// and where the derivative does not change its sign no maximum either.
  private static func tail(_ j: Int, _ corners: (left: Corner, right: Corner), _ t: Interval) -> Interval {
    let (left, right) = corners
    let (first, last) = j == 1 ? (left.b1, right.b1) : (left.b2, right.b2)
    let hull = first.convexHull(last)
    guard left.size.isFinite else { return hull }
    let shift = Interval(Double(j)) * left.s
    func product(_ corner: Corner) -> Interval { shift * Corner.millsRatio(corner.t + shift) }
    if product(left).upperBound <= 1 || product(right).lowerBound >= 1 { return hull }
    let byExtension = Corner.tail(t, shift).intersection(
      Interval(lowerBound: 0, upperBound: left.below.upperBound))
    return Interval(lowerBound: hull.lowerBound, upperBound: byExtension.upperBound)
  }

  /// The parts for one t and one s.
  private struct Corner {
    let t: Interval
    /// s as a number, which may be infinite, and as an interval, which is then empty.
    let size: Double
    var s: Interval { Interval(size) }
    /// Phi(t) and Phi(-t).
    let above, below: Interval
    let h, k, b1, b2, e1, e2, e1Double, c1, c2: Interval

    init(_ t: Double, _ s: Double) {
      let (t, zero) = (Interval(t), Interval(0))
      (self.t, size) = (t, s)
      let (above, below, density) = (Self.probability(t), Self.probability(-t), Self.density(t))
      (self.above, self.below) = (above, below)
      h = (t * above + density).nonnegativePart
      k = (t * h + above).nonnegativePart
      // The moments of -v by partial integration: m_n = -t m_(n-1) + (n - 1) m_(n-2).
      let m1 = (density - t * below).nonnegativePart
      let m2 = (below - t * m1).nonnegativePart
      if s == 0 {
        (b1, b2, e1, e2, e1Double, c1, c2) = (below, below, m1, m2, m1 + m1, zero, zero)
        return
      }
      if s == .infinity {
        (b1, b2, e1, e2, e1Double, c1, c2) = (zero, zero, zero, zero, zero, zero, zero)
        return
      }
      let s = Interval(s)
      let m3 = (m1 + m1 - t * m2).nonnegativePart
      let m4 = (Interval(3) * m2 - t * m3).nonnegativePart
      let probability = Interval(lowerBound: 0, upperBound: below.upperBound)
      let (b1, b2) = (
        Self.tail(t, s).intersection(probability), Self.tail(t, s + s).intersection(probability)
      )
      (self.b1, self.b2) = (b1, b2)
      // Closed forms, which cancel for small s, and what the power series of e^(s v) leave between consecutive sums:
      // with a = -s v >= 0,
      //   a - a^2/2 <= 1 - e^(-a) <= a - a^2/2 + a^3/6,        a^2 - a^3 <= (1 - e^(-a))^2 <= a^2,
      //   a^2/2 - a^3/3 <= 1 - e^(-a) (1 + a) <= a^2/2         (slopes: a (1 - a) <= a e^(-a) <= a),
      //   a^3/2 - 7 a^4/12 <= (1 - e^(-a)) (1 - e^(-a) (1 + a)) <= a^3/2,
      // the last lower bound by the product of the two above where a <= 3/2; beyond it is negative.
      func bounded(_ closed: Interval, _ lower: Interval, _ upper: Interval) -> Interval {
        closed.intersection(Interval(lowerBound: lower.lowerBound, upperBound: upper.upperBound)).nonnegativePart
      }
      let series = m1 - s * m2.half
      e1 = bounded((below - b1) / s, series, series + s.squared() * m3 / Interval(6))
      let (twice, doubleSeries) = (s + s, m1 - s * m2)
      e1Double = bounded(
        (below - b2) / s, doubleSeries + doubleSeries, (doubleSeries + twice.squared() * m3 / Interval(6)) * Interval(2)
      )
      e2 = bounded(((below - b1) - (b1 - b2)) / s.squared(), m2 - s * m3, m2)
      // E[v e^(j s v); v < 0] = (t + j s) b_j - phi(t).
      let (first, second) = ((t + s) * b1 - density, (t + twice) * b2 - density)
      c1 = bounded(((below - b1) + s * first) / s, s * m2.half - s.squared() * m3 / Interval(3), s * m2.half)
      c2 = bounded(
        ((below - b1) - (b1 - b2) + s * (first - second)) / s.squared(),
        s * m3.half - Interval(7) / Interval(12) * s.squared() * m4, s * m3.half)
    }

    /// M.
    func mean(_ activation: Activation<Interval>) -> Interval { activation.lambda * (h - activation.alpha * e1) }

    /// `E[e^(s v); v < 0] = phi(t) R(t + s) = e^(t s + s^2/2) Phi(-(t + s))`.
    static func tail(_ t: Interval, _ s: Interval) -> Interval {
      let z = (t + s) / rootOfTwo
      return Interval.tail(Interval.exp(-t.squared().half), z, exponent: t * s + s.squared().half).half
    }

    private static let rootOfTwo = Interval.sqrt(Interval(2))
    private static let rootOfTwoPi = Interval.sqrt(Interval(2) * .pi)

    static func probability(_ t: Interval) -> Interval { Interval.erfc(-t / rootOfTwo).half }

    static func density(_ t: Interval) -> Interval { Interval.exp(-t.squared().half) / rootOfTwoPi }

    static func millsRatio(_ u: Interval) -> Interval {
      rootOfTwoPi.half * Interval.erfcx(u / rootOfTwo)
    }
  }
}

extension Interval {
  /// From the least of one interval to the greatest of another.
  fileprivate static func span(_ lower: Interval, _ upper: Interval) -> Interval {
    Interval(lowerBound: lower.lowerBound, upperBound: upper.upperBound)
  }
}
