import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic

/// Alpha and lambda for which a layer keeps a wanted mean and variance, proved to exist and to be the only ones in a
/// box.
public struct ParameterSolution: Sendable {
  /// A box of (alpha, lambda) that holds the solution.
  public let enclosure: Vector2<DyadicInterval>
  /// A box around the enclosure that holds no other solution.
  public let region: Vector2<DyadicInterval>

  /// Alpha in binary64. Accuracy: one unit in the last place wide, rarely two, if the precision was 100 bits or more.
  public var alpha: Interval { Interval(enclosing: enclosure.first) }

  /// Lambda in binary64. Accuracy: as for alpha.
  public var lambda: Interval { Interval(enclosing: enclosure.second) }
}

/// Finds alpha and lambda for a fixed-point target, and proves that they exist.
///
/// The iteration that the paper's authors use, lambda from the second moment and alpha from the mean in turn
/// (`ParameterEquations.orbit`), finds the solution; in which arithmetic it runs, and how far, is of no account to the
/// proof. Krawczyk's operator in multi-precision arithmetic then proves that there is exactly one solution near the limit,
/// and encloses it. How many there are elsewhere is known from the closed form (`ParameterEquations.roots`).
public enum ParameterSolver {
  /// The number of steps after which the iteration is given up.
  public static let maximumSteps = 1_000

  /// The solution that the iteration leads to.
  ///
  /// For other targets than those with mean 0 there may be further solutions outside of the result's region.
  ///
  /// - Parameters:
  ///   - target: The wanted fixed point and the weights.
  ///   - precision: The significant bits to compute with; at least 64 are used. Accuracy: the enclosure is relatively
  ///     about a thousand units of `2^-precision` wide.
  /// - Throws: a `ParameterError` if variance or tau is not positive, or no solution is found.
  public static func solve(
    _ target: FixedPointTarget, precision: Int = 128
  ) throws(ParameterError) -> ParameterSolution {
    try check(target)
    guard let limit = limit(target) else { throw .noLimit(target) }
    let bits = max(precision, 64)
    let equations = ParameterEquations(target, like: DyadicInterval(Dyadic(1), precision: bits))
    guard let solution = equations.solution(near: limit) else { throw .notProved(target, precision: bits) }
    return solution
  }

  /// Proves the solutions that the closed form has isolated, and encloses them; nil if the precision is too low.
  ///
  /// The one that the iteration leads to, if it settles, is proved near its limit. Another one, which repels the iteration,
  /// is proved near its enclosure by the closed form.
  ///
  /// - Parameters:
  ///   - roots: All solutions with a positive lambda, by the closed form of `equations`.
  ///   - equations: The equations.
  ///   - limit: The last step of the iteration, run in any arithmetic; nil if it does not settle.
  public static func certify(
    _ roots: [ParameterRoot], of equations: ParameterEquations<DyadicInterval>,
    limit: ParameterIterate<DyadicInterval>?
  ) -> [ParameterRoot]? {
    let found = limit.flatMap(equations.solution)
    let solutions = roots.compactMap { root -> ParameterRoot? in
      // A region has one solution only, so that a root in it is the one found there.
      if let found, Vector2(root.alpha, root.lambda).isInterior(to: found.region) { return root.with(found.enclosure) }
      return equations.solution(at: root).map { root.with($0.enclosure) }
    }
    return solutions.count == roots.count ? solutions : nil
  }

  /// Throws a `ParameterError` if variance or tau is not positive.
  public static func check(_ target: FixedPointTarget) throws(ParameterError) {
    guard target.variance.signum > 0 else { throw .notPositive(name: "variance", value: target.variance) }
    guard target.tau.signum > 0 else { throw .notPositive(name: "tau", value: target.tau) }
  }

  /// The orbit of the iteration in plain arithmetic, from alpha = 1, until it repeats itself.
  public static func iterates(_ target: FixedPointTarget) -> [ParameterIterate<Double>] {
    var orbit: [ParameterIterate<Double>] = []
    for step in ParameterEquations(target, like: 1.0).orbit.prefix(maximumSteps) {
      let isRepeated = orbit.last == step
      orbit.append(step)
      if isRepeated || !step.alpha.isFinite || !step.lambda.isFinite { break }
    }
    return orbit
  }

  /// The last step of the iteration in plain arithmetic; nil if it leaves the numbers.
  public static func limit(_ target: FixedPointTarget) -> ParameterIterate<DyadicInterval>? {
    guard let last = iterates(target).last, last.alpha.isFinite, last.lambda.isFinite, last.lambda > 0 else {
      return nil
    }
    return ParameterIterate(
      alpha: DyadicInterval(last.alpha, precision: 53), lambda: DyadicInterval(last.lambda, precision: 53))
  }
}

extension ParameterEquations<DyadicInterval> {
  /// The solution near a point, if Krawczyk's operator proves that there is exactly one.
  func solution(near limit: ParameterIterate<DyadicInterval>) -> ParameterSolution? {
    // The region must hold the limit's error; it need not be small.
    [-20, -10, -30, -40].lazy.compactMap { solution(limit, exponent: $0) }.first
  }

  /// The solution that a root is, proved once more by Krawczyk's operator.
  func solution(at root: ParameterRoot) -> ParameterSolution? {
    let bits = mean.precision
    let centre = ParameterIterate(alpha: root.alpha.centre, lambda: root.lambda.centre)
    // The nearer another solution is, the smaller the region has to be; the root's own width is the limit.
    return [-20, -40, -bits / 2, -bits * 7 / 8].lazy.compactMap { solution(centre, exponent: $0) }.first {
      Vector2(root.alpha, root.lambda).isInterior(to: $0.region)
    }
  }

  private func solution(_ point: ParameterIterate<DyadicInterval>, exponent: Int) -> ParameterSolution? {
    let box = Vector2(
      neighbourhood(point.alpha, exponent, least: 1), neighbourhood(point.lambda, exponent, least: 0))
    // Few bits prove that there is one, unless the box is very small; more of them are then for the enclosure alone.
    let start = Swift.max(160, -4 * exponent)
    guard case .unique(let enclosure, let region) = limited(toPrecision: start).contract(box) else { return nil }
    return ParameterSolution(enclosure: refined(enclosure, from: start), region: region)
  }

  /// A narrower enclosure of the zeros in a box: a step of Krawczyk's operator, which doubles the bits that are right, at
  /// each of precisions that grow as fast. Together they take about twice the time of the last.
  private func refined(_ box: Vector2<DyadicInterval>, from start: Int) -> Vector2<DyadicInterval> {
    let precisions = sequence(first: mean.precision) { $0 / 2 + 32 }.prefix { $0 > start }
    return precisions.reversed().reduce(box) { box, bits in
      let exact = Vector2(box.first.with(precision: bits), box.second.with(precision: bits))
      guard let image = limited(toPrecision: bits).krawczyk(exact)?.intersection(exact), !image.isVoid else {
        return box
      }
      return image
    }
  }

  /// The same equations with at most so many bits, rounded outward.
  private func limited(toPrecision bits: Int) -> ParameterEquations {
    let limited = { (x: DyadicInterval) in x.precision > bits ? x.with(precision: bits) : x }
    return ParameterEquations(
      halfLines: HalfLineMoments(
        tail0: limited(halfLines.tail0), tail1: limited(halfLines.tail1), tail2: limited(halfLines.tail2),
        density: limited(halfLines.density), positiveProbability: limited(halfLines.positiveProbability),
        positiveMean: limited(halfLines.positiveMean), positiveSecondMoment: limited(halfLines.positiveSecondMoment),
        negativeMean: limited(halfLines.negativeMean), negativeSecondMoment: limited(halfLines.negativeSecondMoment)),
      mean: limited(mean), secondMoment: limited(secondMoment))
  }

  /// The numbers nearer to the middle of `value` than `2^exponent` times its magnitude, or than `2^exponent least`.
  private func neighbourhood(_ value: DyadicInterval, _ exponent: Int, least: Dyadic) -> DyadicInterval {
    let centre = value.centre
    let radius = Swift.max(centre.magnitude ?? least, least) * Dyadic(significand: 1, exponent: exponent)
    return DyadicInterval(
      lowerBound: centre.lowerBound - radius, upperBound: centre.upperBound + radius,
      precision: Swift.min(mean.precision, Swift.max(160, -4 * exponent)))
  }
}

extension ParameterRoot {
  /// The root with a narrower enclosure of alpha and lambda; the product, from the closed form, is narrower than theirs.
  fileprivate func with(_ enclosure: Vector2<DyadicInterval>) -> ParameterRoot {
    ParameterRoot(alpha: enclosure.first, lambda: enclosure.second, product: product)
  }
}
