import IntervalArithmetic
import MomentMap
import RealArithmetic

/// Moments of the activation over any box of net inputs, those on the sides of the square included, in units of
/// `r = |y| + s`.
///
/// With `w = Z / r`, normally distributed with mean p and standard deviation `d = 1 - |p|`, and
/// `f_r(w) = f(r w) / r`, they are bounded by what does not cancel as r tends to 0 or infinity. Let
///
///     h = E[w; w > 0] = p Phi(t) + d phi(t)               h' = E[-w; w < 0]    = -p Phi(-t) + d phi(t)
///     k = E[w^2; w > 0] = p h + d^2 Phi(t)                k' = E[w^2; w < 0]   = -p h' + d^2 Phi(-t)
///                                                         c' = E[|w|^3; w < 0] = -p k' + 2 d^2 h'
///     b_j = E[e^(j r w); w < 0] = e^(j r p + (j r d)^2 / 2) Phi(-(t + j r d)) = phi(t) R(t + j r d)
///
/// with t = p / d and Mills' ratio R(u) = Phi(-u) / phi(u). (By completing the square and by partial integration.) Then
///
///     E f_r  = lambda (h - alpha e_1),                    e_j = E[((1 - e^(r w)) / r)^j; w < 0]
///     E f_r^2 = lambda^2 (k + alpha^2 e_2)
///     E f'   = lambda (Phi(t) + alpha b_1),   E f'^2 = lambda^2 (Phi(t) + alpha^2 b_2).
///
/// b_j and e_j decrease as r increases, for every w < 0 and hence in the mean; so their bounds are taken at the ends of the
/// range of r. For v >= 0, `v - v^2/2 <= 1 - e^(-v) <= min(v, 1)`, hence
///
///     h' - r k'/2 <= e_1 <= min(h', Phi(-t) / r),   k' - r c' <= e_2 <= min(k', Phi(-t) / r^2):
///
/// the square of `1 - e^(-v)` is at least `v^2 - v^3`, both where `v <= 2`, the square of `v - v^2/2`, and beyond, where
/// that is negative.
struct ScaledMoments {
  /// Encloses E f'.
  let meanSlope: Interval
  /// Encloses E f'^2.
  let meanSquareSlope: Interval
  /// Encloses E f / r.
  let mean: Interval
  /// Encloses Var f / r^2.
  let variance: Interval

  init(_ activation: Activation<Interval>, _ box: NetInputBox) {
    let parts = Parts(box)
    let (alpha, lambda) = (activation.alpha, activation.lambda)
    let (first, second) = (parts.saturation(1), parts.saturation(2))
    meanSlope = lambda * (parts.above + alpha * parts.tail(1))
    meanSquareSlope = lambda.squared() * (parts.above + alpha.squared() * parts.tail(2))
    mean = lambda * (parts.positiveMean - alpha * first)
    let secondMoment = lambda.squared() * (parts.positiveSquare + alpha.squared() * second)
    variance = (secondMoment - mean.squared()).nonnegativePart
  }

  /// What the moments consist of.
  private struct Parts {
    let p: Interval
    let d: Interval
    let t: Interval
    let r: Interval
    /// Phi(t) and Phi(-t).
    let above, below: Interval
    /// h and k.
    let positiveMean, positiveSquare: Interval
    /// h', k' and c'.
    let negativeMean, negativeSquare, negativeCube: Interval

    init(_ box: NetInputBox) {
      (p, d, t, r) = (box.direction, box.spread, box.ratio, box.radius)
      (above, below) = (Self.probability(t), Self.probability(-t))
      positiveMean = Self.halfMean(box)
      negativeMean = Self.halfMean(NetInputBox(direction: -p, size: box.size))
      positiveSquare = (p * positiveMean + d.squared() * above).nonnegativePart
      negativeSquare = (d.squared() * below - p * negativeMean).nonnegativePart
      negativeCube = (Interval(2) * d.squared() * negativeMean - p * negativeSquare).nonnegativePart
    }

    /// h, which increases with p: `w = p + (1 - |p|) N` has the derivative `1 - N` or `1 + N`, and
    /// `E[1 -+ N; w > 0] = Phi(t) -+ phi(t)` is positive: for p >= 0 because `Phi - phi` increases there and is at 0.
    private static func halfMean(_ box: NetInputBox) -> Interval {
      func value(_ p: Double) -> Interval {
        let end = NetInputBox(direction: Interval(p), size: box.size)
        let t = end.ratio
        // All of w lies on one side of zero.
        if t.isEmpty { return Interval(Swift.max(p, 0)) }
        return end.direction * probability(t) + end.spread * density(t)
      }
      let (lower, upper) = (value(box.direction.lowerBound), value(box.direction.upperBound))
      return Interval(lowerBound: lower.lowerBound, upperBound: upper.upperBound).nonnegativePart
    }

    /// Phi(t).
    private static func probability(_ t: Interval) -> Interval {
      Interval.erfc(-t / Interval.sqrt(Interval(2))).half
    }

    /// phi(t).
    private static func density(_ t: Interval) -> Interval {
      Interval.exp(-t.squared().half) * Interval(1) / Interval.sqrt(Interval(2) * .pi)
    }

    /// b_j over all r of the box.
    func tail(_ j: Int) -> Interval {
      let lower = r.upperBound < .infinity ? tail(j, r.upperBound).lowerBound : 0
      return Interval(lowerBound: lower, upperBound: tail(j, r.lowerBound).upperBound)
    }

    /// b_j at one r.
    private func tail(_ j: Int, _ r: Double) -> Interval {
      let (y, s) = (Interval(Double(j)) * p * Interval(r), Interval(Double(j)) * d * Interval(r))
      let root = Interval.sqrt(Interval(2))
      let shifted = t + s
      let byCompletion = Interval.exp(y + s.squared().half) * Self.probability(-shifted)
      let byRatio = Interval.exp(-t.squared().half) * Interval.erfcx(shifted / root).half
      return byCompletion.intersection(byRatio).intersection(Interval(lowerBound: 0, upperBound: below.upperBound))
    }

    /// e_j over all r of the box.
    func saturation(_ j: Int) -> Interval {
      let limit = j == 1 ? negativeMean : negativeSquare
      let lower = r.upperBound < .infinity ? saturation(j, r.upperBound).lowerBound : 0
      let upper = r.lowerBound > 0 ? saturation(j, r.lowerBound).upperBound : limit.upperBound
      return Interval(lowerBound: lower, upperBound: upper)
    }

    /// e_j at one positive r.
    private func saturation(_ j: Int, _ r: Double) -> Interval {
      let r = Interval(r)
      let (limit, next, unit) =
        j == 1 ? (negativeMean, negativeSquare.half, r) : (negativeSquare, negativeCube, r.squared())
      let b = tail(1, r.lowerBound)
      let closed = j == 1 ? below - b : (below - b) - (b - tail(2, r.lowerBound))
      let lower = (limit - r * next).nonnegativePart
      let bounds = Interval(
        lowerBound: lower.isEmpty ? 0 : lower.lowerBound,
        upperBound: Swift.min(limit.upperBound, (below / unit).upperBound))
      return bounds.intersection(closed / unit)
    }
  }
}
