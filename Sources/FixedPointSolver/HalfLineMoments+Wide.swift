import IntervalArithmetic
import MomentMap
import RealArithmetic

extension HalfLineMoments<Interval> {
  /// The half-line moments over wide ranges of the net input, for positive variance.
  ///
  /// The closed form writes the tails as `g erfcx(z_k)`. Far out on the negative side that is a tiny number times a
  /// huge one, and over a range of y says nothing. There the tails are intersected with what the form with erfc gives,
  /// and with their order:
  ///
  ///     A = erfc(z_0),   B = e^(y + x/2) erfc(z_1),   C = e^(2 y + 2 x) erfc(z_2),   0 <= C <= B <= A <= 2.
  ///
  /// For `z_0 >= -1` these are the closed forms as they stand.
  init(overWide input: NetInput<Interval>) {
    let (y, x) = (input.mean, input.variance)
    self.init(input)
    let inverseRoot = Interval(1) / Interval.sqrt(x + x)
    let z0 = y * inverseRoot
    guard z0.lowerBound < -1 else { return }
    let step = x * inverseRoot
    let (z1, z2) = (z0 + step, z0 + (step + step))
    let half = Interval(0.5)
    tail0 = tail0.intersection(Interval.erfc(z0))
    tail1 = tail1.intersection(Interval.exp(y + half * x) * Interval.erfc(z1)).intersection(tail0.downToZero)
    tail2 = tail2.intersection(Interval.exp((y + x) + (y + x)) * Interval.erfc(z2)).intersection(tail1.downToZero)
    positiveProbability = Interval.erfc(-z0)
    let scaledDensity = (x + x) * density
    positiveMean = (y * positiveProbability + scaledDensity).nonnegativePart
    positiveSecondMoment = ((y.squared() + x) * positiveProbability + y * scaledDensity).nonnegativePart
    negativeMean = tail1 - tail0
    negativeSecondMoment = ((tail0 - tail1) + (tail2 - tail1)).nonnegativePart
  }
}

extension Interval {
  /// The numbers from zero to the largest member.
  fileprivate var downToZero: Interval { Interval(lowerBound: 0, upperBound: upperBound) }
}
