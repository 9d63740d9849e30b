import FixedPointSolver
import MomentMap
import MultiPrecision
import RealArithmetic

/// The precisions at which everything that is computed for users is tried in turn, until it is sharp enough.
public enum PrecisionLadder {
  /// What is doubled from one precision to the next.
  public enum Growth: Sendable {
    /// The bits beyond those that the digits take, from 32 on: for a number that is computed in a few steps.
    case reserve
    /// All bits, from 128 on: for orbits and fixed points, which lose nobody knows how many.
    case precision
  }

  /// The precisions in bits for so many decimal digits, in rising order.
  public static func precisions(forDigits digits: Int, doubling growth: Growth = .reserve) -> [Int] {
    // log2(10) < 3.3220
    let bits = digits * 33220 / 10_000 + 1
    switch growth {
    case .reserve: return sequence(first: 32) { $0 * 2 }.prefix { $0 <= 8192 + bits }.map { bits + $0 }
    case .precision: return sequence(first: 128) { $0 * 2 }.prefix { $0 <= 8192 + 8 * digits }.filter { $0 >= bits }
    }
  }
}

/// A step of the fixed-point iteration that begins with alpha = 1, with so many digits of the exact numbers.
public struct ParameterStep: Sendable {
  /// Lambda from the second moment's equation with the alpha before, then alpha from the mean's equation; correctly rounded.
  public let alpha, lambda: String
  /// The same, enclosed.
  let iterate: ParameterIterate<DyadicInterval>

  /// Nil if the enclosures are too wide for the digits.
  init?(_ iterate: ParameterIterate<DyadicInterval>, digits: Int) {
    guard let alpha = iterate.alpha.decimal(significantDigits: digits),
      let lambda = iterate.lambda.decimal(significantDigits: digits)
    else { return nil }
    (self.alpha, self.lambda, self.iterate) = (alpha, lambda, iterate)
  }

  /// The steps until the digits of both numbers repeat or the limit of steps is reached; nil if a digit cannot be told.
  static func orbit(_ equations: ParameterEquations<DyadicInterval>, digits: Int) -> [ParameterStep]? {
    var steps: [ParameterStep] = []
    for iterate in equations.orbit.prefix(ParameterSolver.maximumSteps) {
      guard let step = ParameterStep(iterate, digits: digits) else { return nil }
      let isRepeated = steps.last.map { $0.alpha == step.alpha && $0.lambda == step.lambda } ?? false
      steps.append(step)
      if isRepeated { break }
    }
    return steps
  }
}

/// Alpha, lambda and their product for a target, as sharp as somebody needs them.
///
/// The iteration leads to a solution, Krawczyk's operator proves it (`ParameterSolver`), and the closed form says how many
/// there are: all with as many bits as the digits take.
public enum PreciseParameters {
  /// All solutions with a positive lambda, at the first precision at which `use` makes something of each.
  ///
  /// `use` gets a solution, and returns nil to ask for a higher precision. Throws a `ParameterError` if there is no solution
  /// or none of the precisions is enough.
  public static func solve<Result>(
    _ target: FixedPointTarget, digits: Int, _ use: (ParameterRoot) -> Result?
  ) throws(ParameterError) -> [Result] {
    let limit = ParameterSolver.limit(target)
    return try attempt(target, digits: digits) { equations, roots in
      results(roots, of: equations, limit: limit, use)
    }
  }

  /// The same, with the steps of the iteration to so many digits; the last of them is the limit near which a solution is
  /// proved.
  public static func trace<Result>(
    _ target: FixedPointTarget, digits: Int, _ use: (ParameterRoot) -> Result?
  ) throws(ParameterError) -> (results: [Result], steps: [ParameterStep]) {
    try attempt(target, digits: digits) { equations, roots in
      guard let steps = ParameterStep.orbit(equations, digits: digits) else { return nil }
      return results(roots, of: equations, limit: steps.last?.iterate, use).map { ($0, steps) }
    }
  }

  private static func results<Result>(
    _ roots: [ParameterRoot], of equations: ParameterEquations<DyadicInterval>,
    limit: ParameterIterate<DyadicInterval>?, _ use: (ParameterRoot) -> Result?
  ) -> [Result]? {
    let results = ParameterSolver.certify(roots, of: equations, limit: limit)?.compactMap(use)
    return results?.count == roots.count ? results : nil
  }

  /// What `work` makes of the equations and all their solutions, at the first precision at which it makes something.
  private static func attempt<Result>(
    _ target: FixedPointTarget, digits: Int,
    _ work: (ParameterEquations<DyadicInterval>, [ParameterRoot]) -> Result?
  ) throws(ParameterError) -> Result {
    try ParameterSolver.check(target)
    for precision in PrecisionLadder.precisions(forDigits: digits) {
      let equations = ParameterEquations(target, like: DyadicInterval(Dyadic(1), precision: precision))
      switch equations.roots() {
      case .none(let least): throw .unreachable(target, leastSecondMoment: least)
      case .all(let roots):
        if let result = work(equations, roots) { return result }
      case .undecided: break
      }
    }
    throw .undecided(target)
  }
}

/// A target with its solutions in so many digits, or the proof that there are none.
public struct ConstantsGridPoint: Sendable {
  /// What was asked for.
  public let target: FixedPointTarget
  /// The digits of every solution, correctly rounded; the largest lambda comes first.
  public let solutions: [(alpha: String, lambda: String, product: String)]
  /// Without a solution: a lower bound, rounded down, of the second moment that the mean takes.
  public let leastSecondMoment: String?

  /// Computes the numbers with as many bits as it takes. Throws a `ParameterError` if nothing can be told.
  public init(_ target: FixedPointTarget, digits: Int) throws(ParameterError) {
    self.target = target
    do {
      solutions = try PreciseParameters.solve(target, digits: digits) { root in
        let texts = [root.alpha, root.lambda, root.product].compactMap { $0.decimal(significantDigits: digits) }
        return texts.count == 3 ? (texts[0], texts[1], texts[2]) : nil
      }
      leastSecondMoment = nil
    } catch .unreachable(_, let least) {
      solutions = []
      leastSecondMoment = least.outwardDecimals(significantDigits: digits)?.lower
    }
  }
}
