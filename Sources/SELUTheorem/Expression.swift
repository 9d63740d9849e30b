import MomentMap
import RealArithmetic

/// A quantity of the paper as data: a formula over the variables, the activation's parameters and the moments.
///
/// An expression can be evaluated in every arithmetic, can tell which variables it depends on, and can be printed. The
/// named quantities (`mean`, `spectralNorm`, ...) stand for the generic functions of `MomentMap`.
public indirect enum Expression: Sendable, Hashable {
  /// An exact number.
  case number(Rational)
  /// A variable.
  case variable(Variable)
  /// The activation's alpha.
  case alpha
  /// The activation's lambda.
  case lambda
  /// The mean of the activation, the paper's mu~.
  case mean
  /// The second moment of the activation, the paper's xi~.
  case secondMoment
  /// The variance of the activation, the paper's nu~.
  case variance
  /// An entry of H, the Jacobian of (mu, nu) -> (mean, variance).
  case jacobian(row: Index, column: Index)
  /// The largest singular value S of H.
  case spectralNorm
  /// A sum.
  case sum(Expression, Expression)
  /// A difference.
  case difference(Expression, Expression)

  /// The number of a row or column.
  public enum Index: Int, Sendable, Hashable {
    /// The first.
    case one = 1
    /// The second.
    case two = 2
  }

  /// A sum of two expressions.
  public static func + (a: Expression, b: Expression) -> Expression { .sum(a, b) }

  /// A difference of two expressions.
  public static func - (a: Expression, b: Expression) -> Expression { .difference(a, b) }

  /// The variables on which the value depends, in their fixed order; x and y stand for themselves.
  public var variables: Set<Variable> {
    switch self {
    case .number, .alpha, .lambda: []
    case .variable(let variable): [variable]
    case .mean, .secondMoment, .variance: [.y, .x]
    case .jacobian(_, .one): [.y, .x, .omega]
    case .jacobian(_, .two): [.y, .x, .tau]
    case .spectralNorm: [.y, .x, .omega, .tau]
    case .sum(let a, let b), .difference(let a, let b): a.variables.union(b.variables)
    }
  }
}

/// The values of all variables that an expression may ask for, in one arithmetic.
struct Environment<Scalar: RealScalar> {
  let activation: Activation<Scalar>
  private(set) var mu: Scalar?
  private(set) var omega: Scalar?
  private(set) var nu: Scalar?
  private(set) var tau: Scalar?
  private(set) var y: Scalar?
  private(set) var x: Scalar?
  /// The moments at (y, x), where these are known.
  var moments: Moments<Scalar>?

  /// An environment from the values of some variables; y = mu omega and x = nu tau follow from them.
  init(activation: Activation<Scalar>, coordinates: [Variable], values: [Scalar]) {
    self.activation = activation
    for (variable, value) in zip(coordinates, values) {
      switch variable {
      case .mu: mu = value
      case .omega: omega = value
      case .nu: nu = value
      case .tau: tau = value
      case .y: y = value
      case .x: x = value
      }
    }
    if let mu, let omega { y = mu * omega }
    if let nu, let tau { x = nu * tau }
  }

  /// The environment with the moments worked out.
  func withMoments() -> Environment {
    withMoments { Scalar.halfLineMoments(mean: $0, variance: $1) }
  }

  /// The environment with the moments made from half-line moments that are supplied.
  func withMoments(_ halfLines: (Scalar, Scalar) -> HalfLineMoments<Scalar>) -> Environment {
    guard let y, let x else { return self }
    var copy = self
    copy.moments = Moments(activation, halfLines(y, x))
    return copy
  }

  subscript(variable: Variable) -> Scalar? {
    switch variable {
    case .mu: mu
    case .omega: omega
    case .nu: nu
    case .tau: tau
    case .y: y
    case .x: x
    }
  }

  /// The Jacobian H, where the variables that it needs are known.
  func jacobianEntry(_ row: Expression.Index, _ column: Expression.Index) -> Scalar? {
    guard let moments, let factor = column == .one ? omega : tau else { return nil }
    return switch (row, column) {
    case (.one, .one): factor * moments.meanByMean
    case (.one, .two): factor * moments.meanByVariance
    case (.two, .one): factor * moments.varianceByMean
    case (.two, .two): factor * moments.varianceByVariance
    }
  }
}

extension Expression {
  /// The value in an environment, or nil if a variable is missing there.
  func value<Scalar>(in environment: Environment<Scalar>) -> Scalar? {
    switch self {
    case .number(let number): return environment.activation.alpha.constant(number)
    case .variable(let variable): return environment[variable]
    case .alpha: return environment.activation.alpha
    case .lambda: return environment.activation.lambda
    case .mean: return environment.moments?.mean
    case .secondMoment: return environment.moments?.secondMoment
    case .variance: return environment.moments?.variance
    case .jacobian(let row, let column): return environment.jacobianEntry(row, column)
    case .spectralNorm:
      guard let moments = environment.moments, let omega = environment.omega, let tau = environment.tau else {
        return nil
      }
      return MomentMapping(environment.activation).valueAndJacobian(moments, omega: omega, tau: tau).jacobian
        .largestSingularValue
    case .sum(let a, let b):
      guard let left = a.value(in: environment), let right = b.value(in: environment) else { return nil }
      return left + right
    case .difference(let a, let b):
      guard let left = a.value(in: environment), let right = b.value(in: environment) else { return nil }
      return left - right
    }
  }
}

extension Expression: CustomStringConvertible {
  /// The formula in the paper's notation.
  public var description: String {
    switch self {
    case .number(let number): number.description
    case .variable(let variable): variable.rawValue
    case .alpha: "alpha01"
    case .lambda: "lambda01"
    case .mean: "mean"
    case .secondMoment: "xi"
    case .variance: "var"
    case .jacobian(let row, let column): "H\(row.rawValue)\(column.rawValue)"
    case .spectralNorm: "S"
    case .sum(let a, let b): "\(a) + \(b)"
    case .difference(let a, let b): "\(a) - \(b)"
    }
  }
}
