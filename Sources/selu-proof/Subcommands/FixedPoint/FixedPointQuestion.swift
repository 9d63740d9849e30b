import FixedPointSolver
import IntervalArithmetic
import MomentMap
import RealArithmetic
import SELUClaims
import SELUTheorem

/// What `fixed-point` is asked: for which weights, and where to search.
struct FixedPointQuestion: Sendable {
  let activation: NamedActivation
  let omega: ExactRange
  let tau: ExactRange
  /// The means to search; nil for all.
  let mean: ExactRange?
  /// The variances to search; nil for all that are positive.
  let variance: ExactRange?
  let maximumBoxes: Int
  let digits: Int?

  /// Throws a usage error for options that do not go together.
  init(_ arguments: ParsedArguments) throws {
    omega = try arguments[FixedPointCommand.omega]
    tau = try arguments[FixedPointCommand.tau]
    let activation = try arguments[ActivationOption.activation]
    self.activation = activation
    let searchesAll = activation.equations(omega: omega.interval, tau: tau.interval).coversAllVariances
    mean = try arguments[FixedPointCommand.meanRange] ?? (searchesAll ? nil : Self.usualMeans)
    variance = try arguments[FixedPointCommand.varianceRange] ?? (searchesAll ? nil : Self.usualVariances)
    maximumBoxes = try arguments[FixedPointCommand.maximumBoxes]
    digits = try arguments[NumberOptions.digits]
    if digits != nil && !isSingle {
      throw CommandError(.usage, "The option '--digits <n>' needs a single omega and a single tau.")
    }
  }

  /// What is searched where not all can be: about what a network may meet.
  private static let usualMeans = ExactRange(lower: -8, upper: 8)
  private static let usualVariances = ExactRange(lower: Rational(1, over: 64), upper: 64)

  /// Whether there is one pair (omega, tau) only.
  var isSingle: Bool { omega.isSingle && tau.isSingle }

  /// The equations of a fixed point, the weights rounded outward.
  var equations: FixedPointEquations {
    activation.equations(omega: omega.interval, tau: tau.interval)
  }

  /// Where fixed points are asked for.
  var region: FixedPointRegion {
    FixedPointRegion(
      mean: mean.map { ($0.lower, $0.upper) }, variance: variance.map { ($0.lower, $0.upper) })
  }

  /// How the weights lie to the domain of Theorem 1.
  var domain: TheoremDomain {
    guard let domain = (try? Paper.selu2017())?.domains["omega"], let omegas = domain.range(of: .omega),
      let taus = domain.range(of: .tau)
    else { return .outside }
    let sides = [(omega, omegas), (tau, taus)]
    if sides.allSatisfy({ $0.1.lower <= $0.0.lower && $0.0.upper <= $0.1.upper }) { return .inside }
    return sides.allSatisfy { $0.1.lower <= $0.0.upper && $0.0.lower <= $0.1.upper } ? .partly : .outside
  }
}

extension NamedActivation {
  /// The equations of a fixed point.
  fileprivate func equations(omega: Interval, tau: Interval) -> FixedPointEquations {
    func equations(_ function: some ActivationFunction<Interval>) -> FixedPointEquations {
      FixedPointEquations(MomentMapping(function), omega: omega, tau: tau)
    }
    return equations(binary64)
  }
}

/// How weights lie to the domain of Theorem 1.
enum TheoremDomain: String, Sendable {
  /// All in it.
  case inside
  /// Some in it, some not.
  case partly
  /// None in it.
  case outside

  /// The answer to "Theorem 1?".
  var words: String {
    switch self {
    case .inside: "the weights lie in its domain"
    case .partly: "some of the weights lie in its domain, some do not"
    case .outside: "the weights lie outside its domain"
    }
  }
}
