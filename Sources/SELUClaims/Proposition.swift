import GridChecker
import MomentMap
import RealArithmetic

/// What a claim asserts, in a form that can be decided.
public enum Proposition: Sendable, Hashable {
  // MARK: Ranges of a quantity

  /// The quantity stands in this relation to the bound on all of the domain.
  case bound(Quantity, Inequality, PrintedDecimal)
  /// The quantity rounds to the printed decimal; the domain is a point.
  case roundsTo(Quantity, PrintedDecimal)
  /// The largest value of the quantity on the domain rounds to the printed decimal.
  case maximumIs(Quantity, PrintedDecimal)
  /// The least value of the quantity on the domain rounds to the printed decimal.
  case minimumIs(Quantity, PrintedDecimal)
  /// The expression takes its largest value at this point of the domain, and nowhere else. The point names the
  /// coordinates on which the expression depends (`Domain.coordinates(for:)`).
  case argmax(Expression, at: [Variable: PrintedDecimal])
  /// The expression takes its least value at this point of the domain, and nowhere else.
  case argmin(Expression, at: [Variable: PrintedDecimal])
  /// Wherever the expression is largest on the domain, which is a range of this variable, the variable rounds to the
  /// printed decimal.
  case maximiserRoundsTo(Expression, Variable, PrintedDecimal)

  // MARK: Slopes and signs

  /// The expression is strictly monotone in a variable, with a derivative of the one sign and nowhere zero.
  case monotone(Expression, Direction, in: Variable)
  /// A variable times the cofactor is positive, zero, negative exactly where the variable is: the cofactor is positive.
  case sign(of: Variable, cofactor: Quantity)

  // MARK: Exact numbers

  /// The expression, a rational number, is the printed one.
  case equals(Expression, PrintedDecimal)
  /// The quotient of two polynomials is the printed number, whatever the indeterminates are.
  case identity(PolynomialIdentity, PrintedDecimal)

  // MARK: All numbers, or all positive ones

  /// A comparison of erfcx with an algebraic function for all positive numbers.
  case tailComparison(TailComparison)

  // MARK: The map g

  /// Mean and variance of the next layer stay in these ranges.
  case mapsInto(mean: ExactRange, variance: ExactRange)
  /// For every (omega, tau) the domain's box of (mu, nu) holds exactly one fixed point, and attracts to it.
  case uniqueAttractingFixedPoint
  /// A coordinate of the fixed point stands in this relation to the bound for every (omega, tau).
  case fixedPointBound(FixedPointCoordinate, Inequality, PrintedDecimal)
  /// No point of the domain is a fixed point, because the variance always changes in the same direction.
  case noFixedPoint
  /// The closed forms of Eq. 14 solve the moment equation for this quantity, and no other parameters solve both.
  case uniqueSolution(Quantity, PrintedDecimal)
  /// The activation's parameter that belongs to a wanted fixed point rounds to the printed decimal.
  case parameterRoundsTo(ActivationParameter, FixedPointTarget, PrintedDecimal)
}

/// Which way a monotone quantity goes.
public enum Direction: String, Sendable, Hashable {
  /// Strictly increasing.
  case increasing = "increasing-in"
  /// Strictly decreasing.
  case decreasing = "decreasing-in"
}

/// A parameter of the activation.
public enum ActivationParameter: String, Sendable, Hashable {
  /// The paper's alpha.
  case alpha
  /// The paper's lambda.
  case lambda
}

/// A coordinate of the fixed point (mu*, nu*).
public enum FixedPointCoordinate: String, Sendable, Hashable {
  /// mu*.
  case mean
  /// nu*.
  case variance
}

// MARK: - As it is listed

extension Proposition {
  /// The name of the relation, as in the list of claims.
  public var relation: String {
    switch self {
    case .bound(_, let inequality, _), .fixedPointBound(_, let inequality, _): inequality.rawValue
    case .roundsTo, .maximiserRoundsTo, .parameterRoundsTo: "rounds-to"
    case .maximumIs: "max-is"
    case .minimumIs: "min-is"
    case .argmax: "argmax"
    case .argmin: "argmin"
    case .monotone(_, let direction, _): direction.rawValue
    case .sign: "sign"
    case .equals: "equals"
    case .identity: "identity"
    case .tailComparison(let comparison): comparison.relation
    case .mapsInto: "maps-into"
    case .uniqueAttractingFixedPoint: "unique-attracting-fixed-point"
    case .noFixedPoint: "none-in-domain"
    case .uniqueSolution: "unique-solution"
    }
  }

  /// The decimal that is printed, where there is exactly one.
  public var printedDecimal: PrintedDecimal? {
    switch self {
    case .bound(_, _, let decimal), .roundsTo(_, let decimal), .maximumIs(_, let decimal), .minimumIs(_, let decimal),
      .maximiserRoundsTo(_, _, let decimal), .equals(_, let decimal), .identity(_, let decimal),
      .fixedPointBound(_, _, let decimal), .uniqueSolution(_, let decimal), .parameterRoundsTo(_, _, let decimal):
      decimal
    default: nil
    }
  }

  /// What is printed beside the relation: a decimal, several, or the name of a variable.
  package var printedConstant: String {
    switch self {
    case .argmax(_, let point), .argmin(_, let point):
      point.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) = \($0.value.text)" }
        .joined(separator: ", ")
    case .monotone(_, _, let variable), .sign(let variable, _): variable.rawValue
    case .tailComparison(let comparison): comparison.printed
    case .mapsInto(let mean, let variance):
      [mean.lower, mean.upper, variance.lower, variance.upper].map(\.description).joined(separator: ", ")
    default: printedDecimal?.text ?? ""
    }
  }
}
