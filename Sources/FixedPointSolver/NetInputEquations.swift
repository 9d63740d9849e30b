import IntervalArithmetic
import MomentMap
import RealArithmetic

/// The equations of a fixed point in terms of its net input, for all weights in a box.
///
/// A fixed point (mu, nu) for weights (omega, tau) has the net input `y = omega mu`, `x = tau nu`, and is its image:
/// `mu = m1(y, x)`, `nu = V(y, x)`. So the fixed points for (omega, tau) are, one to one, the solutions of
/// `y = omega m1`, `x = tau V`, or with `t = y / s`, `s = sqrt x` and the moments M and W in units of s
///
///     t - omega M(t, s) = 0,   tau W(t, s) - 1 = 0.
///
/// The weights stand in front, and nothing depends on them otherwise. These two functions of t and log s, the second one
/// also after taking its logarithm, have at a zero the derivatives
///
///     1 - omega M_t    - omega s M_s
///     W_t / W          s W_s / W
///
/// whose determinant is, up to a factor, that of `I - H`.
struct NetInputEquations: EquationPair {
  let activation: any BoxActivation
  let omega: Interval
  let tau: Interval
  /// What is searched: all net inputs, or a box of them, without its border.
  let domain: NetInputBox

  init(_ activation: any BoxActivation, omega: Interval, tau: Interval, domain: NetInputBox = .all) {
    self.activation = activation
    self.omega = omega
    self.tau = tau
    self.domain = domain
  }

  // MARK: As a system, in t and s

  func residual(over box: Vector2<Interval>) -> Vector2<Interval> {
    moments(box).map { residual(box, $0) } ?? Vector2(.empty, .empty)
  }

  func derivative(over box: Vector2<Interval>) -> Matrix2<Interval> {
    moments(box).map { derivative(box, $0) } ?? Matrix2(.empty, .empty, .empty, .empty)
  }

  private func residual(_ box: Vector2<Interval>, _ moments: any NetInputBounds) -> Vector2<Interval> {
    Vector2(box.first - omega * moments.mean, tau * moments.variance - Interval(1))
  }

  private func derivative(_ box: Vector2<Interval>, _ moments: any NetInputBounds) -> Matrix2<Interval> {
    Matrix2(
      Interval(1) - omega * moments.meanSlope, -(omega * moments.meanByLogDeviation / box.second),
      tau * moments.varianceByRatio, tau * moments.varianceByLogDeviation / box.second)
  }

  /// The derivatives of mean and variance by y and x over a box of t and s.
  func slopes(_ box: Vector2<Interval>) -> Matrix2<Interval>? { moments(box)?.slopes }

  private func moments(_ box: Vector2<Interval>) -> (any NetInputBounds)? {
    guard box.isCommonBox && box.second.isPositive else { return nil }
    return activation.moments(ratio: box.first, deviation: box.second)
  }

  /// Mean and variance of the fixed points whose net inputs lie in a box of t and s.
  func state(_ box: Vector2<Interval>) -> Vector2<Interval> {
    guard let moments = moments(box) else { return Vector2(.entire, Interval(0).convexHull(.entire)) }
    let (s, x) = (box.second, box.second.squared())
    let (mean, variance) = (moments.mean * s, (moments.variance * x).intersection(x / tau))
    return Vector2(omega.contains(0) ? mean : mean.intersection(box.first * s / omega), variance)
  }

  // MARK: Over boxes of the square

  /// What a box of net inputs has to say.
  enum Content: Equatable {
    /// No fixed point belongs to it, whatever the weights.
    case none
    /// For each of the weights at most one fixed point belongs to it, and `I - H` is not singular there. The box touches
    /// no side of the square, or of what is searched.
    case regular
    /// All fixed points of the box lie in this part of it, which is much smaller.
    case within(NetInputBox)
    /// Nothing of this is proved.
    case unknown
  }

  /// Examines a box of net inputs.
  ///
  /// It is regular if no matrix is singular whose first row is a value of the first row of derivatives and whose second
  /// row is one of the second, for weights that have fixed points in the box. If there were two for the same weights, the
  /// mean value theorem, used for each of the equations on the segment between both in (t, log s), would give such a
  /// matrix that maps their difference to zero.
  func examine(_ box: NetInputBox) -> Content {
    let scaled = activation.scaledMoments(box)
    if let scaled, isExcluded(scaled, box) { return .none }
    let (t, s) = (box.ratio, box.deviation)
    guard t.isCommonInterval, scaled != nil || box.isInside else { return .unknown }
    let moments = activation.moments(ratio: t, deviation: s)
    if isExcluded(slope: moments.meanSlope, squareSlope: moments.meanSquareSlope) { return .none }
    // The weights for which there may be fixed points in the box.
    let omega = narrowed(omega, t, moments.mean)
    let tau = narrowed(tau, Interval(1), moments.variance)
    if omega.isEmpty || tau.isEmpty { return .none }
    guard box.isInside(domain) else { return .unknown }
    let determinant =
      (Interval(1) - omega * moments.meanSlope) * moments.varianceByLogDeviation
      + (omega * moments.meanByLogDeviation) * moments.varianceByRatio
    if determinant.leavesOut(0) { return .regular }
    return examineClosely(box, t, s, omega: omega, tau: tau)
  }

  /// Examines a box that is small enough for linear approximations to be worth their price.
  private func examineClosely(
    _ box: NetInputBox, _ t: Interval, _ s: Interval, omega: Interval, tau: Interval
  ) -> Content {
    guard s.width < 0.25 * s.lowerBound, t.width < 0.5 else { return .unknown }
    // The same for the equations y - omega m1 = 0 and x - tau V = 0, on the segment between two zeros in (y, x).
    let slopes = activation.slopes(NetInput(mean: t * s, variance: s.squared()))
    let (a, d) = (Interval(1) - omega * slopes.a11, Interval(1) - tau * slopes.a22)
    if (a * d - (omega * slopes.a12) * (tau * slopes.a21)).leavesOut(0) { return .regular }
    let weighted = NetInputEquations(activation, omega: omega, tau: tau, domain: domain)
    if weighted.combinationsExcludeZero(in: Vector2(t, s)) { return .none }
    guard let image = weighted.krawczyk(Vector2(t, s)) else { return .unknown }
    let rest = image.intersection(Vector2(t, s))
    let isKnown = !image.first.isEmpty && !image.second.isEmpty
    if isKnown && image.isDisjoint(with: Vector2(t, s)) { return .none }
    guard rest.first.width < 0.7 * t.width || rest.second.width < 0.7 * s.width, rest.second.isPositive else {
      return .unknown
    }
    let part = NetInputBox(ratio: rest.first, deviation: rest.second).intersection(box)
    return part.direction.width * part.size.width < 0.7 * box.direction.width * box.size.width
      ? .within(part) : .unknown
  }

  /// Whether a combination of both equations has no zero in a box of t and s, by its mean-value form.
  ///
  /// The combinations are the rows of the adjugate of the matrix of derivatives in the middle: they make it diagonal, also
  /// where it is singular, so that in one direction little but the residual in the middle is left.
  private func combinationsExcludeZero(in box: Vector2<Interval>) -> Bool {
    let c = box.centre
    let (value, middle, slopes) = (residual(over: c), derivative(over: c), derivative(over: box))
    let distance = Vector2(box.first - c.first, box.second - c.second)
    func excludesZero(_ p: Interval, _ q: Interval) -> Bool {
      let atMiddle: Interval = p * value.first + q * value.second
      let byFirst: Interval = p * slopes.a11 + q * slopes.a21
      let bySecond: Interval = p * slopes.a12 + q * slopes.a22
      return (atMiddle + byFirst * distance.first + bySecond * distance.second).leavesOut(0)
    }
    return excludesZero(middle.a22.centre, -middle.a12.centre) || excludesZero(-middle.a21.centre, middle.a11.centre)
  }

  /// Encloses the mean and the variance of all fixed points that belong to a box of net inputs.
  func location(_ box: NetInputBox) -> Vector2<Interval> {
    let x = box.deviation.squared()
    var whole = Vector2(Interval.entire, (x / tau).nonnegativePart)
    if let scaled = activation.scaledMoments(box) {
      let r = box.radius
      whole = Vector2(scaled.mean * r, (scaled.variance * r.squared()).intersection(x / tau))
    }
    guard box.isInside else { return whole }
    let state = state(Vector2(box.ratio, box.deviation))
    return whole.intersection(state)
  }

  /// Whether the two equations, in units of r, or the growth of the variance prove that there is no fixed point; valid also
  /// on the sides of the square.
  private func isExcluded(_ moments: ScaledMoments, _ box: NetInputBox) -> Bool {
    isExcluded(slope: moments.meanSlope, squareSlope: moments.meanSquareSlope)
      || (box.direction - omega * moments.mean).leavesOut(0)
      || (box.spread.squared() - tau * moments.variance).leavesOut(0)
  }

  /// Whether the growth of the variance cannot be 1, as it is at a fixed point.
  ///
  /// For Z normally distributed with variance x and a Lipschitz continuous f,
  ///
  ///     x (E f'(Z))^2 <= Var f(Z) <= x E f'(Z)^2.
  ///
  /// The left inequality is Cauchy's and Schwarz's for the covariance of f(Z) and Z, which is `x E f'(Z)`; the right
  /// one is the Gaussian Poincare inequality (H. Chernoff, Annals of Probability 9, 1981).
  private func isExcluded(slope: Interval, squareSlope: Interval) -> Bool {
    (tau * slope.squared().convexHull(squareSlope)).leavesOut(1)
  }

  /// The members w of `weights` for which `value = w image` is possible.
  private func narrowed(_ weights: Interval, _ value: Interval, _ image: Interval) -> Interval {
    if (value - weights * image).leavesOut(0) { return .empty }
    return image.contains(0) || image.isEmpty ? weights : weights.intersection(value / image)
  }

  // MARK: Where to look for a zero. Nothing here proves anything.

  /// Where Newton's method leads, for the middle of the weights, from a point (t, s); nil if it runs away.
  func approximateZero(from start: Vector2<Double>) -> Vector2<Interval>? {
    let (omega, tau) = (omega.midpoint, tau.midpoint)
    let middle = NetInputEquations(activation, omega: Interval(omega), tau: Interval(tau))
    var (t, s) = (start.first, start.second)
    for _ in 0..<40 {
      guard t.isFinite && s.isFinite && s > 0 else { return nil }
      let point = Vector2(Interval(t), Interval(s))
      let moments = activation.moments(ratio: point.first, deviation: point.second)
      let value = middle.residual(point, moments)
      let change = Self.solve(
        middle.derivative(point, moments), Vector2(value.first.midpoint, value.second.midpoint))
      // A step changes s by a factor of 2 at most, and t by 1 and a half of itself.
      let bound = 1 + t.magnitude / 2
      let next = (t - max(min(change.first, bound), -bound), max(min(s - change.second, 2 * s), s / 2))
      let isSettled = (next.0 - t).magnitude <= 0x1p-36 * bound && (next.1 - s).magnitude <= 0x1p-36 * s
      (t, s) = next
      if isSettled { break }
    }
    return t.isFinite && s.isFinite && s > 0 ? Vector2(Interval(t), Interval(s)) : nil
  }

  /// The box around an approximate zero that its derivatives by the weights suggest, times a margin.
  ///
  /// `least` is the least radius in relation to the size, which has to exceed what rounding makes of the residual.
  func suggestedNeighbourhood(of c: Vector2<Interval>, margin: Double, least: Double) -> Vector2<Interval> {
    guard let moments = moments(c) else { return c }
    let slopes = derivative(c, moments)
    let byOmega = Self.solve(slopes, Vector2(moments.mean.midpoint * omega.radius, 0))
    let byTau = Self.solve(slopes, Vector2(0, moments.variance.midpoint * tau.radius))
    func ball(_ first: Double, _ second: Double, _ least: Double) -> Interval {
      let radius = margin * (first.magnitude + second.magnitude) + least
      return radius.isFinite ? Interval(lowerBound: -radius, upperBound: radius) : .entire
    }
    return Vector2(
      c.first + ball(byOmega.first, byTau.first, least * (1 + c.first.magnitude)),
      c.second + ball(byOmega.second, byTau.second, least * c.second.magnitude))
  }

  private static func solve(_ matrix: Matrix2<Interval>, _ right: Vector2<Double>) -> Vector2<Double> {
    let (a, b, c, d) = (matrix.a11.midpoint, matrix.a12.midpoint, matrix.a21.midpoint, matrix.a22.midpoint)
    let determinant = a * d - b * c
    return Vector2(
      (d * right.first - b * right.second) / determinant, (a * right.second - c * right.first) / determinant)
  }
}

extension Interval {
  /// Whether it is proved that `value` is not a member; false for the empty interval, of which nothing is known.
  fileprivate func leavesOut(_ value: Double) -> Bool { !contains(value) && !isEmpty }
}
