import RealArithmetic

/// The activation functions that are analytic, by their values, their derivatives and a bound in a strip around the real
/// numbers: what `GaussianTrapezoid` needs.
public enum SmoothFunction: String, Sendable, CaseIterable {
  /// The hyperbolic tangent.
  case tanh
  /// 1 / (1 + e^-z).
  case sigmoid
  /// The error function.
  case erf
  /// log(1 + e^z).
  case softplus
  /// z sigmoid(z), also called swish.
  case silu
  /// z tanh(softplus(z)).
  case mish
  /// z Phi(z), with the normal distribution function Phi: the exact form, not that by tanh.
  case gelu
  /// Phi itself.
  case normalDistribution
}

extension SmoothFunction {
  /// A strip `|Im z| <= halfWidth` in which the function is analytic with `|f(z)| <= constant + slope |Re z|`.
  ///
  /// With z = x + i b, where |b| is at most the half-width:
  ///
  /// * `|tanh z|^2 = (cosh 2x - cos 2b) / (cosh 2x + cos 2b) <= max(1, (tan b)^2)`, and `tan 1 < 8/5`;
  /// * `|1 + e^-z|^2 = 1 + 2 e^-x cos b + e^(-2 x) >= 1`, as `3/2 < pi/2`: so `|sigmoid z| <= 1`, `|z sigmoid z| <= |z|`;
  /// * `1 <= |1 + e^z| <= 1 + e^x` and `|arg(1 + e^z)| <= |b|`, so that the principal logarithm is at most
  ///   `log(1 + e^|x|) + 3/2 <= |x| + log 2 + 3/2`;
  /// * `tanh softplus z = q / (q + 2)` with `q = e^(2z) + 2 e^z`, whose real part is not negative as `2 * 3/4 < pi/2`: at
  ///   most 1;
  /// * `erf z = erf x + (2/sqrt pi) i (integral of e^-(x + it)^2 dt from 0 to b)`, of which the last term is at most
  ///   `(2/sqrt pi) |b| e^(b^2)`: for `|b| <= 1` less than 4, for `|b| <= 1/sqrt 2` less than 2;
  /// * `Phi(z) = (1 + erf(z/sqrt 2)) / 2`, hence at most 2.
  var strip: (halfWidth: Rational, constant: Rational, slope: Rational) {
    switch self {
    case .tanh: (1, Rational(8, over: 5), 0)
    case .sigmoid: (Rational(3, over: 2), 1, 0)
    case .erf: (1, 5, 0)
    case .softplus: (Rational(3, over: 2), Rational(9, over: 4), 1)
    case .silu: (Rational(3, over: 2), Rational(3, over: 2), 1)
    case .mish: (Rational(3, over: 4), Rational(3, over: 4), 1)
    case .gelu: (1, 2, 2)
    case .normalDistribution: (1, 2, 0)
    }
  }

  /// The value and the derivatives at z, or at all z of an interval, as a Taylor series; `decay` is `e^-z`.
  ///
  /// The value is that of a formula in which z counts once and which does not overflow; the derivatives come from the
  /// function's differential equation:
  ///
  ///     sigmoid' = sigmoid - sigmoid^2,   tanh' = 1 - tanh^2,   softplus' = sigmoid,
  ///     w' = (1 - w^2) sigmoid for w = tanh softplus,   erf' = (2/sqrt pi) e^(-z^2).
  func series<Scalar: QuadratureScalar>(at z: Scalar, decay: Scalar, order: Int) -> TaylorSeries<Scalar> {
    let one = z.constant(1)
    // e^z, also where that or e^-z is out of range.
    var growth: Scalar { one / decay }
    var sigmoid: TaylorSeries<Scalar> {
      TaylorSeries(value: one / (one + decay), order: order) { $0.coefficients[$1] - $0.square($1) }
    }
    /// z times a series.
    func timesVariable(_ series: TaylorSeries<Scalar>) -> TaylorSeries<Scalar> {
      TaylorSeries(variableAt: z, order: order) * series
    }
    switch self {
    case .sigmoid: return sigmoid
    case .silu: return timesVariable(sigmoid)
    case .tanh:
      // 2 / (1 + e^(-2z)) - 1
      let value = z.constant(2) / (one + decay.squared()) - one
      return TaylorSeries(value: value, order: order) { $1 == 0 ? one - $0.square(0) : -$0.square($1) }
    case .softplus:
      // log(1 + e^z); where e^z is huge, z + log(1 + e^-z), in which z counts twice but the second time hardly.
      let value = (z - z.constant(32)).isPositive ? z + Scalar.log(one + decay) : Scalar.log(one + growth)
      guard order > 0 else { return TaylorSeries([value]) }
      let slope = sigmoid
      return TaylorSeries(value: value, order: order) { slope.coefficients[$1] }
    case .mish:
      // tanh(log u) = 1 - 2 / (u^2 + 1) with u = 1 + e^z
      let value = one - z.constant(2) / ((one + growth).squared() + one)
      guard order > 0 else { return TaylorSeries([z * value]) }
      let sigmoid = sigmoid
      return timesVariable(
        TaylorSeries(value: value, order: order) { known, k in
          let complement = TaylorSeries((0...k).map { $0 == 0 ? one - known.square(0) : -known.square($0) })
          return complement.product(sigmoid, k)
        })
    case .erf: return Self.errorFunction(z, order: order)
    case .normalDistribution: return Self.normalDistribution(z, order: order).distribution
    case .gelu: return timesVariable(Self.normalDistribution(z, order: order).distribution)
    }
  }

  /// erf about z.
  private static func errorFunction<Scalar: QuadratureScalar>(_ z: Scalar, order: Int) -> TaylorSeries<Scalar> {
    let value = z.constant(1) - Scalar.erfc(z)
    guard order > 0 else { return TaylorSeries([value]) }
    let two = z.constant(2)
    // g' = -2 z g for g = e^(-z^2).
    let peak = TaylorSeries(value: Scalar.exp(-z.squared()), order: order - 1) { known, k in
      -(two * (z * known.coefficients[k] + (k > 0 ? known.coefficients[k - 1] : z.constant(0))))
    }
    let factor = two * z.inverseRootPi
    return TaylorSeries(value: value, order: order) { factor * peak.coefficients[$1] }
  }

  /// The normal distribution function Phi about z, and its density phi up to the order before.
  static func normalDistribution<Scalar: QuadratureScalar>(
    _ z: Scalar, order: Int
  ) -> (distribution: TaylorSeries<Scalar>, density: TaylorSeries<Scalar>) {
    let scale = z.constant(1) / Scalar.sqrt(z.constant(2))
    let value = Scalar.erfc(-(scale * z)).half
    // phi' = -z phi
    let density = TaylorSeries(value: scale * z.inverseRootPi * Scalar.exp(-z.squared().half), order: order) {
      known, k in
      -(z * known.coefficients[k] + (k > 0 ? known.coefficients[k - 1] : z.constant(0)))
    }
    return (TaylorSeries(value: value, order: order) { density.coefficients[$1] }, density)
  }
}
