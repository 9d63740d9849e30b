import FixedPointSolver
import IntervalArithmetic
import MomentMap
import SELUClaims
import SELUTheorem

/// What `fixed-point` is asked: for which weights, and where to search.
struct FixedPointQuestion: Sendable {
  let omega: ExactRange
  let tau: ExactRange
  let mean: ExactRange
  let variance: ExactRange
  let maximumBoxes: Int
  let digits: Int?

  /// Throws a usage error for options that do not go together.
  init(_ arguments: ParsedArguments) throws {
    omega = try arguments[FixedPointCommand.omega]
    tau = try arguments[FixedPointCommand.tau]
    mean = try arguments[FixedPointCommand.meanRange]
    variance = try arguments[FixedPointCommand.varianceRange]
    maximumBoxes = try arguments[FixedPointCommand.maximumBoxes]
    digits = try arguments[NumberOptions.digits]
    if digits != nil && !isSingle {
      throw CommandError(.usage, "The option '--digits <n>' needs a single omega and a single tau.")
    }
  }

  /// Whether there is one pair (omega, tau) only.
  var isSingle: Bool { omega.isSingle && tau.isSingle }

  /// The equations of a fixed point, the weights rounded outward.
  var equations: FixedPointEquations {
    FixedPointEquations(MomentMapping(Activation<Interval>.selfNormalizing), omega: omega.interval, tau: tau.interval)
  }

  /// The box to search, rounded outward.
  var box: Pair<Interval> { Pair(mean.interval, variance.interval) }

  /// Whether a box of (mu, nu) lies in the exact box that was asked for.
  func contains(_ box: Pair<Interval>) -> Bool { mean.contains(box.first) && variance.contains(box.second) }
}
