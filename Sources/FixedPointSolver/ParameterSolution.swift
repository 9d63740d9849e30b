import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic

/// Alpha and lambda for which a layer keeps a wanted mean and variance, proved to exist and to be the only ones in a
/// box.
public struct ParameterSolution: Sendable {
  /// What a step of the fixed-point iteration makes, in plain binary64 arithmetic: no part of the proof.
  public struct Iterate: Sendable, Equatable {
    /// The approximation of alpha, from the mean's equation with this lambda.
    public let alpha: Double
    /// The approximation of lambda, from the second moment's equation with the alpha before.
    public let lambda: Double
  }

  /// What was asked for.
  public let target: FixedPointTarget
  /// The steps of the iteration, which begins with alpha = 1; the last is its limit.
  public let iterates: [Iterate]
  /// A box of (alpha, lambda) that holds the solution.
  public let enclosure: Pair<DyadicInterval>
  /// A box around the enclosure that holds no other solution.
  public let region: Pair<DyadicInterval>

  /// Alpha in binary64. Accuracy: one unit in the last place wide, rarely two, if the precision was 100 bits or more.
  public var alpha: Interval { Interval(enclosing: enclosure.first) }

  /// Lambda in binary64. Accuracy: as for alpha.
  public var lambda: Interval { Interval(enclosing: enclosure.second) }
}
