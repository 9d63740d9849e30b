import MultiPrecision
import RealArithmetic

/// Expectations under the standard normal distribution for which there is no closed form, by the trapezoidal rule with a
/// rigorous error bound.
///
/// For w analytic in the strip |Im z| < a with `integral of |w(x + i b)| dx <= N` for all |b| < a, the sum
/// `h sum over all k of w(k h)` differs from the integral by at most `2 N / (e^(2 pi a / h) - 1)` (L. N. Trefethen, J. A. C.
/// Weideman, "The exponentially convergent trapezoidal rule", SIAM Review 56, 2014, Theorem 5.1). Here w = f phi with the
/// normal density phi, a = 1 and N = 5 for each of the functions below, because `|phi(x + i b)| = phi(x) e^(b^2 / 2)`,
/// `e^(1/2) < 5/3`, and for |b| < 1:
///
/// * `|tanh z|^2 = (cosh 2x - cos 2b) / (cosh 2x + cos 2b) <= max(1, (tan b)^2) < (8/5)^2`;
/// * `|sigmoid z| <= 1`, because `|1 + e^-z|^2 = 1 + 2 e^-x cos b + e^(-2 x) >= 1`;
/// * `|z sigmoid z|^2 <= x^2 + 1`, of expectation 2, and `|z sigmoid z| <= (1 + |z|^2) / 2`, of expectation 3/2 at most.
///
/// The sum is cut off behind X = K h >= 2. What is left out is not negative, and `f(x) + f(-x) <= 2 x^2` there, so that it
/// is at most `integral over x > X of 2 x^2 phi <= 2 (X + 1/X) phi(X) <= 2 X e^(-X^2 / 2)`.
struct GaussianTrapezoid {
  /// E tanh(Z)^2.
  let tanhSquared: DyadicInterval
  /// E sigmoid(Z)^2.
  let sigmoidSquared: DyadicInterval
  /// E Z sigmoid(Z).
  let silu: DyadicInterval
  /// E (Z sigmoid(Z))^2.
  let siluSquared: DyadicInterval

  /// The expectations to about so many bits.
  init(precision bits: Int) {
    // 2 pi / h >= ln 2 (bits + 16), and X^2 / 2 >= ln 2 (bits + 16), or nearly so.
    let step = Rational(9, over: BigInteger(bits + 16))
    let count = Self.nodes(bits: bits)
    // The powers are products of up to so many factors.
    let working = bits + 3 * (Int.bitWidth - count.leadingZeroBitCount) + 16
    let one = DyadicInterval(Dyadic(1), precision: working)
    let h = one.constant(step)
    let sums = Self.sums(h, count: count)
    let cut = h * one.constant(count)
    let tail = (cut + cut) * DyadicInterval.exp(-cut.squared().half)
    let aliasing = one.constant(10) / (DyadicInterval.exp((one.pi + one.pi) / h) - one)
    let error = one.constant(0).convexHull(tail) + (-aliasing).convexHull(aliasing)
    let factor = h / DyadicInterval.sqrt(one.pi + one.pi)
    (tanhSquared, sigmoidSquared) = (factor * sums.tanhSquared + error, factor * sums.sigmoidSquared + error)
    (silu, siluSquared) = (factor * sums.silu + error, factor * sums.siluSquared + error)
  }

  /// The smallest K with `(K h)^2 >= 1.4 (bits + 16)` for h = 9 / (bits + 16).
  private static func nodes(bits: Int) -> Int {
    let goal = 14 * BigInteger(bits + 16).raised(to: 3)
    var count = 2 * (bits + 16) / 9 + 1
    while 810 * BigInteger(count).squared() < goal { count += 1 }
    return count
  }

  private struct Sums {
    var tanhSquared, sigmoidSquared, silu, siluSquared: DyadicInterval
  }

  /// The sums of `(f(x) + f(-x)) e^(-x^2 / 2)` over x = h, 2 h, ..., and half of that for x = 0. With E = e^-x:
  ///
  ///     sigmoid(x)^2 + sigmoid(-x)^2 = (1 + E^2) / (1 + E)^2
  ///     x sigmoid(x) - x sigmoid(-x) = x (1 - E) / (1 + E)
  ///     2 tanh(x)^2                  = 2 ((1 - E^2) / (1 + E^2))^2
  private static func sums(_ h: DyadicInterval, count: Int) -> Sums {
    let one = h.constant(1)
    let zero = h.constant(0)
    // sigmoid(0)^2 = 1/4; the others are zero at 0.
    var sums = Sums(tanhSquared: zero, sigmoidSquared: one.half.half, silu: zero, siluSquared: zero)
    let decay = DyadicInterval.exp(-h)
    // e^(-(k+1)^2 h^2 / 2) = e^(-k^2 h^2 / 2) ratio_k, ratio_(k+1) = ratio_k e^(-h^2)
    let ratioStep = DyadicInterval.exp(-h.squared())
    var (power, gauss, ratio) = (one, one, DyadicInterval.exp(-h.squared().half))
    for k in 1...count {
      power = power * decay
      gauss = gauss * ratio
      ratio = ratio * ratioStep
      let x = h * h.constant(k)
      let square = power.squared()
      let inverse = one / (one + power)
      let sigmoids = gauss * (one + square) * inverse.squared()
      sums.sigmoidSquared = sums.sigmoidSquared + sigmoids
      sums.siluSquared = sums.siluSquared + x.squared() * sigmoids
      sums.silu = sums.silu + gauss * x * ((one - power) * inverse)
      let tanhSquared = gauss * ((one - square) / (one + square)).squared()
      sums.tanhSquared = sums.tanhSquared + (tanhSquared + tanhSquared)
    }
    return sums
  }
}
