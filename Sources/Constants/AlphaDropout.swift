import FixedPointSolver
import MomentMap
import MultiPrecision
import RealArithmetic

/// Alpha dropout (paper, "New Dropout Technique"): an activation x is kept with probability q, and otherwise set to the
/// activation's limit alpha' = -lambda alpha; then the affine map a x + b restores mean and variance.
///
/// For activations with mean m and variance v, with d = 1 where x is kept and 0 elsewhere:
///
///     E   (x d + alpha' (1 - d)) = q m + (1 - q) alpha'
///     Var (x d + alpha' (1 - d)) = q v + q (1 - q) (alpha' - m)^2
///     a = sqrt(v / (q v + q (1 - q) (alpha' - m)^2)),   b = m - a (q m + (1 - q) alpha')
///
/// For m = 0, v = 1 these are the paper's a = (q + alpha'^2 q (1 - q))^(-1/2), b = -a (1 - q) alpha'.
public struct AlphaDropout: Sendable {
  /// What a dropped activation becomes.
  public let saturation: DyadicInterval
  /// The factor.
  public let a: DyadicInterval
  /// The summand.
  public let b: DyadicInterval
  /// Mean and variance behind the affine map, from the definition: they hold those of the target.
  public let mean, variance: DyadicInterval

  /// The affine map for a solution of the target's equations and the probability of being dropped, from 0 to below 1.
  ///
  /// Nothing is dropped at the rate 0, and the map is the identity exactly.
  public init(_ root: ParameterRoot, _ target: FixedPointTarget, rate: Rational) {
    let one = root.product.constant(1)
    let (m, v) = (one.constant(target.mean), one.constant(target.variance))
    let (kept, dropped) = (one.constant(1 - rate), one.constant(rate))
    saturation = -root.product
    let mixedMean = kept * m + dropped * saturation
    if rate.isZero {
      (a, b) = (one, one.constant(0))
    } else {
      let spread = (saturation - m).squared()
      a = DyadicInterval.sqrt(v / (kept * v + kept * dropped * spread))
      b = m - a * mixedMean
    }
    // The check goes another way than the formulas: by the second moments of the mixture.
    let mixedSecond = kept * (v + m.squared()) + dropped * saturation.squared()
    mean = a * mixedMean + b
    variance = a.squared() * (mixedSecond - mixedMean.squared())
  }

  /// Whether the enclosures of mean and variance hold those of the target; a difference would be a mistake in the program.
  public func keeps(_ target: FixedPointTarget) -> Bool {
    mean.contains(target.mean) && variance.contains(target.variance)
  }
}

/// The numbers of alpha dropout for a rate, to a number of certified digits.
public struct DropoutTable: Sendable {
  /// The numbers for one solution (alpha, lambda) of the target.
  public struct Solution: Sendable {
    /// alpha' = -lambda alpha, a and b, correctly rounded.
    public let saturation, a, b: String
    /// Mean and variance behind alpha dropout, enclosed from the definition.
    public let mean, variance: DyadicInterval
    /// The same minus those of the target: intervals around zero, as a check.
    public let meanError, varianceError: DyadicInterval
  }

  /// The fixed point, whose mean and variance are kept.
  public let target: FixedPointTarget
  /// The probability of being dropped.
  public let rate: Rational
  /// How many significant digits.
  public let digits: Int
  /// The numbers for every solution of the target, as `ConstantsTable` orders them.
  public let solutions: [Solution]

  /// Computes the numbers, for a rate from 0 to below 1. Throws a `ParameterError` where the target has no solution.
  public init(_ target: FixedPointTarget, rate: Rational, digits: Int) throws(ParameterError) {
    self.target = target
    self.rate = rate
    self.digits = digits
    solutions = try PreciseParameters.solve(target, digits: digits) {
      Solution(AlphaDropout($0, target, rate: rate), target, digits: digits)
    }
  }
}

extension DropoutTable.Solution {
  /// Nil if the enclosures are too wide, or do not hold what they have to.
  fileprivate init?(_ dropout: AlphaDropout, _ target: FixedPointTarget, digits: Int) {
    guard dropout.keeps(target), let saturation = dropout.saturation.decimal(significantDigits: digits),
      let a = dropout.a.decimal(significantDigits: digits), let b = dropout.b.decimal(significantDigits: digits)
    else { return nil }
    (self.saturation, self.a, self.b) = (saturation, a, b)
    (mean, variance) = (dropout.mean, dropout.variance)
    meanError = mean - mean.constant(target.mean)
    varianceError = variance - variance.constant(target.variance)
  }
}
