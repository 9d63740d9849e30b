import MomentMap
import MultiPrecision
import RealArithmetic

/// Why no parameters were found for a fixed-point target. The description is a sentence for the user.
public enum ParameterError: Error, Equatable, Sendable {
  /// A fixed variance, and the sum of squared weights that scales it, have to be positive.
  case notPositive(name: String, value: Rational)
  /// The fixed-point iteration left the numbers, or did not settle.
  case noLimit(FixedPointTarget)
  /// The iteration settled, but a solution near its limit could not be proved with so many bits.
  case notProved(FixedPointTarget, precision: Int)
  /// It is proved that there are none with a positive lambda: the mean takes a larger second moment than the target has.
  case unreachable(FixedPointTarget, leastSecondMoment: DyadicInterval)
  /// None of the precisions tried was enough.
  case undecided(FixedPointTarget)
}

extension ParameterError: CustomStringConvertible {
  /// One sentence that names the numbers at fault.
  public var description: String {
    switch self {
    case .notPositive(let name, let value):
      "A fixed point needs a positive \(name), not \(value.shortText)."
    case .noLimit(let target):
      "The iteration for alpha and lambda does not converge for \(target)."
    case .notProved(let target, let precision):
      "No alpha and lambda could be proved for \(target) with \(precision) bits."
    case .unreachable(let target, let least):
      "There are no alpha and lambda > 0 for \(target): with that mean a layer's second moment is proved to be at least "
        + "\(least.outwardDecimals(significantDigits: 6)?.lower ?? "too large"), not "
        + "variance + mean^2 = \((target.variance + target.mean.squared()).shortText)."
    case .undecided(let target):
      "Alpha and lambda for \(target) cannot be told with the precisions tried."
    }
  }
}

extension FixedPointTarget: CustomStringConvertible {
  /// The four numbers, as `mean 0, variance 1, omega 0, tau 1`.
  public var description: String {
    zip(["mean", "variance", "omega", "tau"], [mean, variance, omega, tau])
      .map { "\($0) \($1.shortText)" }.joined(separator: ", ")
  }
}
