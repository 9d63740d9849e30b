import Constants
import FixedPointSolver
import MomentMap

/// The options of a fixed-point target, and what becomes of targets without a solution.
enum TargetOptions {
  static let mean = Option("mean", "m", .decimal, default: "0", help: "The mean that layers are to keep.")
  static let variance = Option(
    "variance", "v", .positiveDecimal, default: "1", help: "The variance that layers are to keep.")
  static let omega = Option("omega", "w", .decimal, default: "0", help: "The sum of the weights of a unit.")
  static let tau = Option(
    "tau", "t", .positiveDecimal, default: "1", help: "The sum of the squared weights of a unit.")

  static let parameters: [any Parameter] = [mean, variance, omega, tau]

  static func target(_ arguments: ParsedArguments) throws -> FixedPointTarget {
    FixedPointTarget(
      mean: try arguments[mean], variance: try arguments[variance], omega: try arguments[omega],
      tau: try arguments[tau])
  }

  /// Does the work, with progress if it lasts; a target that is proved to have no solution ends with status 1, one that is
  /// not decided with 2.
  static func reporting<Result>(
    _ console: Console, digits: Int, _ work: () throws(ParameterError) -> Result
  ) throws -> Result {
    let progress = ProgressLine(console, delay: .milliseconds(300))
    progress.update("Computing alpha and lambda to \(digits) digits")
    defer { progress.finish() }
    do {
      return try work()
    } catch {
      throw CommandError(error.status, error.description)
    }
  }
}

extension ParameterError {
  fileprivate var status: ExitStatus {
    switch self {
    case .unreachable: .unexpected
    case .noLimit, .notProved, .undecided: .undecided
    case .notPositive: .usage
    }
  }
}
