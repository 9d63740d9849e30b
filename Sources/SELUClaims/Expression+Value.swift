import MomentMap
import RealArithmetic

extension Expression {
  /// The value in an environment, or nil if a variable is missing there.
  package func value<Scalar>(in environment: Environment<Scalar>) -> Scalar? {
    switch self {
    case .number(let number): environment.activation.alpha.constant(number)
    case .pi: environment.activation.alpha.pi
    case .variable(let variable): environment[variable]
    case .alpha: environment.activation.alpha
    case .lambda: environment.activation.lambda
    case .mean: environment.moments?.mean
    case .secondMoment: environment.moments?.secondMoment
    case .variance: environment.moments?.variance
    case .jacobian(let row, let column): environment.jacobianEntry(row, column)
    case .secondMomentJacobian(let row, let column): environment.secondMomentJacobianEntry(row, column)
    case .spectralNorm: environment.spectralNorm
    case .tailArgument(let tail): environment.tailArgument(tail)
    case .tail(let tail): environment.moments?.halfLines.tail(tail)
    case .scaledComplement(let tail): environment.tailArgument(tail).map { Scalar.erfcx($0) }
    case .density: environment.moments?.halfLines.density
    case .sum(let a, let b): Self.apply(+, a, b, environment)
    case .difference(let a, let b): Self.apply(-, a, b, environment)
    case .product(let a, let b): Self.apply(*, a, b, environment)
    case .quotient(let a, let b): Self.apply(/, a, b, environment)
    case .negation(let a): a.value(in: environment).map { -$0 }
    case .square(let a): a.value(in: environment).map { $0.squared() }
    case .squareRoot(let a): a.value(in: environment).map { Scalar.sqrt($0) }
    case .exponential(let a): a.value(in: environment).map { Scalar.exp($0) }
    case .erfc(let a): a.value(in: environment).map { Scalar.exp(-$0.squared()) * Scalar.erfcx($0) }
    case .erfcx(let a): a.value(in: environment).map { Scalar.erfcx($0) }
    }
  }

  private static func apply<Scalar>(
    _ operation: (Scalar, Scalar) -> Scalar, _ a: Expression, _ b: Expression, _ environment: Environment<Scalar>
  ) -> Scalar? {
    guard let left = a.value(in: environment), let right = b.value(in: environment) else { return nil }
    return operation(left, right)
  }
}
