import MomentMap
import RealArithmetic

/// The values of all variables that an expression may ask for, in one arithmetic.
package struct Environment<Scalar: RealScalar> {
  package let activation: Activation<Scalar>
  package private(set) var mu: Scalar?
  package private(set) var omega: Scalar?
  package private(set) var nu: Scalar?
  package private(set) var tau: Scalar?
  package private(set) var y: Scalar?
  package private(set) var x: Scalar?
  package private(set) var z: Scalar?
  /// The moments at (y, x), where these are known.
  package var moments: Moments<Scalar>?

  /// An environment from the values of some variables; y = mu omega and x = nu tau follow from them.
  package init(activation: Activation<Scalar>, coordinates: [Variable], values: [Scalar]) {
    self.activation = activation
    for (variable, value) in zip(coordinates, values) {
      switch variable {
      case .mu: mu = value
      case .omega: omega = value
      case .nu: nu = value
      case .tau: tau = value
      case .y: y = value
      case .x: x = value
      case .z: z = value
      }
    }
    if let mu, let omega { y = mu * omega }
    if let nu, let tau { x = nu * tau }
  }

  /// The environment with the moments worked out.
  package func withMoments() -> Environment {
    withMoments { HalfLineMoments(NetInput(mean: $0, variance: $1)) }
  }

  /// The environment with the moments made from half-line moments that are supplied; without moments if none are.
  package func withMoments(_ halfLines: ((Scalar, Scalar) -> HalfLineMoments<Scalar>)?) -> Environment {
    guard let y, let x, let halfLines else { return self }
    var copy = self
    copy.moments = Moments(activation, halfLines(y, x))
    return copy
  }

  package subscript(variable: Variable) -> Scalar? {
    switch variable {
    case .mu: mu
    case .omega: omega
    case .nu: nu
    case .tau: tau
    case .y: y
    case .x: x
    case .z: z
    }
  }
}

// MARK: - What follows from the variables

extension Environment {
  /// An entry of the Jacobian H, where the variables that it needs are known.
  package func jacobianEntry(_ row: Expression.Index, _ column: Expression.Index) -> Scalar? {
    guard let moments, let factor = column == .one ? omega : tau else { return nil }
    return switch (row, column) {
    case (.one, .one): factor * moments.meanByMean
    case (.one, .two): factor * moments.meanByVariance
    case (.two, .one): factor * moments.varianceByMean
    case (.two, .two): factor * moments.varianceByVariance
    }
  }

  /// An entry of the Jacobian J (paper, Eq. 18 to 21), where the variables that it needs are known.
  package func secondMomentJacobianEntry(_ row: Expression.Index, _ column: Expression.Index) -> Scalar? {
    guard row == .two else { return jacobianEntry(row, column) }
    guard let moments, let factor = column == .one ? omega : tau else { return nil }
    return factor * (column == .one ? moments.secondMomentByMean : moments.secondMomentByVariance)
  }

  /// The largest singular value of H, provided that H22 is positive (`Expression.positivePremises`); it dominates H for all
  /// weights of the paper.
  package var spectralNorm: Scalar? {
    guard let moments, let omega, let tau else { return nil }
    return MomentMapping(activation).valueAndJacobian(moments, omega: omega, tau: tau).jacobian
      .largestSingularValueByLastEntry
  }

  /// z_k = y / sqrt(2 x) + k sqrt(2 x) / 2: in this form x counts twice, not three times.
  package func tailArgument(_ tail: Expression.Tail) -> Scalar? {
    guard let y, let x else { return nil }
    let root = Scalar.sqrt(x + x)
    let first = y / root
    return switch tail {
    case .zero: first
    case .one: first + root / x.constant(2)
    case .two: first + root
    }
  }
}

extension HalfLineMoments {
  /// g erfcx(z_k).
  package func tail(_ tail: Expression.Tail) -> Scalar {
    switch tail {
    case .zero: tail0
    case .one: tail1
    case .two: tail2
    }
  }
}
