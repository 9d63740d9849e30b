import FixedPointSolver
import GridChecker
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic
import SELUClaims

/// Decides claims about the SELU moment mapping by rigorous computation.
public struct ClaimChecker: Sendable {
  /// How much work a single extremum may cost.
  public let budget: SearchBudget
  /// How extrema are sought.
  public let strategy: SearchStrategy
  /// The extrema found so far.
  let cache = ExtremumCache()
  /// The activation with alpha01 and lambda01.
  public let activation: Activation<Interval>

  /// A checker for the paper's activation.
  public init(
    budget: SearchBudget = SearchBudget(), strategy: SearchStrategy = .adaptive,
    activation: Activation<Interval> = .selfNormalizing
  ) {
    self.budget = budget
    self.strategy = strategy
    self.activation = activation
  }

  /// Decides several claims at once, on the budget's number of threads; the findings stand in the order of the claims.
  ///
  /// `finished` is called after each claim, from any thread.
  public func check(_ claims: [Claim], finished: @Sendable (Claim) -> Void = { _ in }) -> [Finding] {
    concurrentMap(claims, threads: budget.threads, share: 1) { claim in
      defer { finished(claim) }
      return check(claim)
    }
  }

  /// Decides a claim.
  public func check(_ claim: Claim) -> Finding {
    let region = claim.region
    return switch claim.proposition {
    case .bound(let quantity, let inequality, let bound):
      check(quantity, inequality, bound.value, on: region)
    case .roundsTo(let quantity, let printed):
      check(quantity, roundsTo: printed, on: region)
    case .maximumIs(let quantity, let printed):
      check(extremumOf: quantity, above: true, roundsTo: printed, on: region)
    case .minimumIs(let quantity, let printed):
      check(extremumOf: quantity, above: false, roundsTo: printed, on: region)
    case .argmax(let quantity, let point):
      check(quantity, above: true, isExtremalAt: point.mapValues(\.value), on: region)
    case .argmin(let quantity, let point):
      check(quantity, above: false, isExtremalAt: point.mapValues(\.value), on: region)
    case .maximiserRoundsTo(let expression, let variable, let printed):
      check(maximiserOf: expression, variable, roundsTo: printed, on: region)
    case .monotone(let expression, let direction, let variable):
      check(expression, direction, in: variable, on: region)
    case .sign(let variable, let cofactor):
      check(signOf: variable, cofactor: cofactor, on: region)
    case .equals(let expression, let printed):
      check(expression, equals: printed.value)
    case .identity(let identity, let printed):
      check(identity, value: printed.value)
    case .tailComparison(let comparison):
      check(comparison)
    case .mapsInto(let mean, let variance):
      .all(selfMapParts(mean: mean, variance: variance, on: region))
    case .uniqueAttractingFixedPoint:
      checkUniqueAttractingFixedPoint(on: region)
    case .fixedPointBound(let coordinate, let inequality, let bound):
      check(fixedPoint: coordinate, inequality, bound.value, on: region)
    case .noFixedPoint:
      checkNoFixedPoint(on: region)
    case .uniqueSolution(let quantity, let value):
      checkUniqueSolution(quantity, value.value, on: region)
    case .parameterRoundsTo(let parameter, let target, let printed):
      check(parameter, for: target, roundsTo: printed)
    }
  }
}

extension Activation<Interval> {
  /// The activation with alpha01 and lambda01, each in the tightest double interval.
  ///
  /// The closed forms in binary64 intervals would come out 5 and 19 units in the last place wide, so they are evaluated
  /// with 128 bits and rounded outward.
  public static let selfNormalizing: Activation = {
    let precise = Activation<DyadicInterval>.selfNormalizing(like: DyadicInterval(Dyadic(1), precision: 128))
    return Activation(alpha: Interval(enclosing: precise.alpha), lambda: Interval(enclosing: precise.lambda))
  }()
}
