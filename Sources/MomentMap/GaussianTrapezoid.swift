import RealArithmetic

/// A smooth activation function with its moments by the trapezoidal rule, whose error is proved.
///
/// **Method.** With s = sqrt x and the normal density phi, the derivatives of M and Q by y are
///
///     integral of F(v) phi(v) dv,   F(v) = f^(n)(y + s v), or (f^2)^(n)(y + s v),
///
/// and are summed up at the multiples of a step h, up to a distance of V = K h >= 2 from zero.
///
/// **Error of the rule.** For w analytic in the strip |Im v| < a, tending to 0 at its ends, with
/// `integral of |w(u + i b)| du <= N` for all |b| < a, the sum `h sum over all k of w(k h)` differs from the integral by at
/// most `2 N / (e^(2 pi a / h) - 1)` (L. N. Trefethen, J. A. C. Weideman, "The exponentially convergent trapezoidal rule",
/// SIAM Review 56, 2014, Theorem 5.1). Let f be analytic with `|f(z)| <= c0 + c1 |Re z|` for `|Im z| <= s a + r`. By
/// Cauchy's estimate on circles of radius r, for |Im v| < a and with `A = c0 + c1 (|y| + r)`
///
///     |F(v)| <= (n!/r^n) (A + c1 s |u|) <= alpha + beta u^2,        |F(v)| <= (n!/r^n) (A + c1 s |u|)^2 <= alpha + beta u^2
///     alpha = (n!/r^n) (A + c1 s/2),  beta = (n!/r^n) c1 s/2,       alpha = 2 (n!/r^n) A^2,  beta = 2 (n!/r^n) (c1 s)^2
///
/// for f and for f^2, where u = Re v. Because `|phi(u + i b)| = phi(u) e^(b^2/2)`, N is `e^(a^2/2) (alpha + beta)`.
///
/// **Error of the cut.** `(alpha + beta v^2) phi(v)` decreases from sqrt 2 on, so that what is left out is at most
/// `2 integral from V of (alpha + beta v^2) phi dv <= 2 phi(V) (alpha/V + beta (V + 1/V))`.
///
/// a, r and h are chosen in plain arithmetic, about so that the bounds are as small as the arithmetic is sharp; what is
/// chosen is exact, and the bounds are computed for it in the arithmetic of the arguments. That the strip is wide enough and
/// V >= 2 is checked there too. Over intervals y and x all this holds for every pair inside, as the nodes v do not depend on them.
///
/// Domain: x >= 0, any y; nothing is known where x may be negative, or s so large that more than 2^20 terms on
/// either side would be needed. Accuracy: for thin arguments a few units of the last place of `1 + |y| + s`, or of its
/// square for Q; derivatives lose some bits more. Over wide ones every term is widened by what f^(n) changes.
public struct SmoothActivation<Scalar: QuadratureScalar>: ActivationFunction {
  /// The function f.
  public let function: SmoothFunction

  /// The activation by a function.
  public init(_ function: SmoothFunction) {
    self.function = function
  }

  /// M and Q with their derivatives by y, the second at least.
  public func derivatives(at input: NetInput<Scalar>, order: Int) -> MomentDerivatives<Scalar> {
    let sums = GaussianTrapezoid(function, input, order: max(order, 2))
    return MomentDerivatives(means: sums.means, secondMoments: sums.secondMoments)
  }

  /// M and Q alone.
  public func values(at input: NetInput<Scalar>) -> (mean: Scalar, secondMoment: Scalar) {
    let sums = GaussianTrapezoid(function, input, order: 0)
    return (sums.means[0], sums.secondMoments[0])
  }
}

/// The sums for one net input.
struct GaussianTrapezoid<Scalar: QuadratureScalar> {
  private(set) var means: [Scalar] = []
  private(set) var secondMoments: [Scalar] = []

  /// The largest number of terms on one side of zero.
  private static var largestCount: Double { 0x1p20 }

  /// With a step so many times as wide as the one that is chosen, a power of two, the bounds of the errors are what is left.
  init(_ function: SmoothFunction, _ input: NetInput<Scalar>, order: Int, coarseness: Double = 1) {
    let bits = input.mean.significantBits
    let unknown = Self.unknown(input.mean)
    guard input.variance.isKnown, input.variance.isNotNegative, input.mean.isKnown,
      let rule = Rule(function, input, order: order, coarseness: coarseness)
    else {
      (means, secondMoments) = (
        Array(repeating: unknown, count: order + 1), Array(repeating: unknown, count: order + 1)
      )
      return
    }
    // Powers of up to so many factors are taken.
    let working = bits + 3 * (Int.bitWidth - rule.count.leadingZeroBitCount) + 16
    let (y, x) = (input.mean.with(significantBits: working), input.variance.with(significantBits: working))
    let s = Scalar.sqrt(x)
    let errors = rule.errors(function, y, s, order: order)
    let sums = rule.sums(function, y, s, order: order)
    means = zip(sums.first, errors.first).map { ($0 + $1).with(significantBits: bits) }
    secondMoments = zip(sums.square, errors.square).map { ($0 + $1).with(significantBits: bits) }
  }

  /// A value of which nothing is known.
  private static func unknown(_ scalar: Scalar) -> Scalar {
    let one = scalar.constant(1)
    return one / (-one).convexHull(one)
  }

  /// The numbers that are chosen. Nothing is claimed of them.
  private struct Rule {
    /// a, r and h.
    let halfWidth, radius, step: Rational
    /// K.
    let count: Int

    /// Nil if there are too many terms or numbers are out of the range of doubles.
    init?(_ function: SmoothFunction, _ input: NetInput<Scalar>, order: Int, coarseness: Double) {
      let (mean, variance) = (input.mean.doubleBounds, input.variance.doubleBounds)
      let s = variance.upper.squareRoot()
      let width = Swift.max(mean.upper - mean.lower, s - variance.lower.squareRoot())
      guard s.isFinite, width.isFinite else { return nil }
      var bits = Double(input.mean.significantBits + 16)
      // Over wide ranges the terms are wide, and the bounds need be small only beside that.
      if width > 0x1p-40 { bits = Swift.min(bits, Double(Swift.max(20 - Int(width.exponent), 24))) }
      let strip = Double(function.strip.halfWidth, rounding: .down)
      let radius = order == 0 ? 0 : strip / 4
      // n!/r^n costs bits, at most 5 for each order.
      let goal = (bits + 5 * Double(order)) * 0.6931471805599453
      let largest = (2 * goal).squareRoot()
      let halfWidth = s > 0 ? Swift.min(0.99 * (strip - radius) / s, largest) : largest
      let step = 6.283185307179586 * halfWidth / (goal + halfWidth * halfWidth / 2)
      // Few bits, so that multiples of it are exact.
      let unit = Double(sign: .plus, exponent: step.exponent - 16, significand: 1)
      let rounded = (step / unit).rounded(.down) * unit * coarseness
      let count = ((largest + 1) / rounded).rounded(.up)
      guard halfWidth > 0x1p-60, count <= GaussianTrapezoid.largestCount, let a = Rational(exactly: halfWidth),
        let r = Rational(exactly: radius), let h = Rational(exactly: rounded)
      else { return nil }
      (self.halfWidth, self.radius, self.step, self.count) = (a, r, h, Int(count))
    }

    /// The bounds of what the sums of order 0, 1, ... differ from the integrals, as intervals around zero.
    func errors(
      _ function: SmoothFunction, _ y: Scalar, _ s: Scalar, order: Int
    ) -> (first: [Scalar], square: [Scalar]) {
      let strip = function.strip
      let (one, two) = (y.constant(1), y.constant(2))
      let (a, r, h) = (y.constant(halfWidth), y.constant(radius), y.constant(step))
      let end = h * y.constant(count)
      guard (y.constant(strip.halfWidth) - r - s * a).isNotNegative, (end - two).isNotNegative else {
        let unknown = Array(repeating: GaussianTrapezoid.unknown(y), count: order + 1)
        return (unknown, unknown)
      }
      let size = (-y).convexHull(y)
      let (c0, c1) = (y.constant(strip.constant), y.constant(strip.slope))
      let bound = c0 + c1 * (size + r)
      let growth = c1 * s
      // 2 e^(a^2/2) / (e^(2 pi a / h) - 1) and the factors of alpha and beta behind the cut.
      let exponent = a.squared().half
      let aliasing = two / (Scalar.exp((y.pi + y.pi) * a / h - exponent) - Scalar.exp(-exponent))
      let density = two * Scalar.exp(-end.squared().half) / Scalar.sqrt(two * y.pi)
      let (first, second) = (aliasing + density / end, aliasing + density * (end + one / end))
      let forFirst = first * (bound + growth.half) + second * growth.half
      let forSquare = two * (first * bound.squared() + second * growth.squared())
      var factor = one
      var errors: (first: [Scalar], square: [Scalar]) = ([], [])
      for n in 0...order {
        if n > 0 { factor = factor * y.constant(n) / r }
        let (p, q) = (factor * forFirst, factor * forSquare)
        errors.first.append((-p).convexHull(p))
        errors.square.append((-q).convexHull(q))
      }
      return errors
    }

    /// `h sum of F(k h) phi(k h)` over |k| <= K, for f and its square and the orders 0, 1, ...
    ///
    /// `e^-z` is the only exponential that most functions need, and is a product of powers of two numbers: arithmetics with
    /// many bits take those, for which there are bits to spare.
    func sums(_ function: SmoothFunction, _ y: Scalar, _ s: Scalar, order: Int) -> (first: [Scalar], square: [Scalar]) {
      let one = y.constant(1)
      let zero = y.constant(0)
      let h = y.constant(step)
      let usesPowers = y.significantBits > 64
      let decays = usesPowers ? [Scalar.exp(-(s * h)), Scalar.exp(s * h)] : []
      var powers = usesPowers ? [Scalar.exp(-y), Scalar.exp(-y)] : []
      // e^(-(k+1)^2 h^2 / 2) = e^(-k^2 h^2 / 2) ratio_k, ratio_(k+1) = ratio_k e^(-h^2)
      let ratioStep = Scalar.exp(-h.squared())
      var (weight, ratio) = (one, Scalar.exp(-h.squared().half))
      var (first, square) = (Array(repeating: zero, count: order + 1), Array(repeating: zero, count: order + 1))
      for k in 0...count {
        let v = h * y.constant(k)
        if usesPowers {
          if k > 0 {
            weight = weight * ratio
            ratio = ratio * ratioStep
            powers = [powers[0] * decays[0], powers[1] * decays[1]]
          }
        } else {
          weight = Scalar.exp(-v.squared().half)
        }
        for side in 0..<(k == 0 ? 1 : 2) {
          let z = side == 0 ? y + s * v : y - s * v
          let series = function.series(at: z, decay: usesPowers ? powers[side] : Scalar.exp(-z), order: order)
          for n in 0...order {
            first[n] = first[n] + weight * series.coefficients[n]
            square[n] = square[n] + weight * series.square(n)
          }
        }
      }
      let factor = h / Scalar.sqrt(y.pi + y.pi)
      return (
        TaylorSeries(first).derivatives.map { factor * $0 }, TaylorSeries(square).derivatives.map { factor * $0 }
      )
    }
  }
}
