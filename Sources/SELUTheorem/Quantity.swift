import GridChecker
import IntervalArithmetic
import MomentMap
import RealArithmetic

/// What a claim bounds: an expression, a partial derivative of one, or the absolute value of either.
public struct Quantity: Sendable, Hashable {
  /// The expression.
  public let expression: Expression
  /// The variable by which the expression is differentiated, if any.
  public let derivative: Variable?
  /// Whether the claim is on the absolute value.
  public let isAbsolute: Bool

  /// A quantity.
  public init(_ expression: Expression, derivative: Variable? = nil, isAbsolute: Bool = false) {
    self.expression = expression
    self.derivative = derivative
    self.isAbsolute = isAbsolute
  }

  /// The absolute value of an expression or of a derivative of it.
  static func absolute(_ expression: Expression, derivative: Variable? = nil) -> Quantity {
    Quantity(expression, derivative: derivative, isAbsolute: true)
  }

  /// The variables on which the quantity depends.
  public var variables: Set<Variable> {
    expression.variables.union(derivative.map { [$0] } ?? [])
  }
}

/// A quantity without its absolute value, as a function that the checker can enclose over boxes.
struct QuantityFunction: BoxFunction {
  let quantity: Quantity
  /// What the sides of the boxes stand for.
  let coordinates: [Variable]
  private let usesMoments: Bool
  private let positivePremises: [Expression]
  let activation: Activation<Interval>
  private let dual: Activation<Dual<Interval>>
  private let secondDual: Activation<Dual<Dual<Interval>>>

  init(_ quantity: Quantity, coordinates: [Variable], activation: Activation<Interval>) {
    self.quantity = quantity
    self.coordinates = coordinates
    usesMoments = quantity.expression.usesMoments
    positivePremises = Array(quantity.expression.positivePremises)
    self.activation = activation
    dual = Activation(alpha: Dual(constant: activation.alpha), lambda: Dual(constant: activation.lambda))
    secondDual = Activation(alpha: Dual(constant: dual.alpha), lambda: Dual(constant: dual.lambda))
  }

  func value(over variables: [Interval]) -> Interval {
    value(over: variables, base(variables))
  }

  func gradient(over variables: [Interval]) -> [Interval] {
    gradient(over: variables, base(variables))
  }

  func valueAndGradient(over variables: [Interval]) -> (value: Interval, gradient: [Interval]) {
    let base = base(variables)
    return (value(over: variables, base), gradient(over: variables, base))
  }

  /// Whether the formulas are right for all variables of a box.
  private func isValid(_ base: Environment<Interval>) -> Bool {
    positivePremises.allSatisfy { $0.value(in: base)?.isPositive ?? false }
  }

  private func value(over variables: [Interval], _ base: Environment<Interval>) -> Interval {
    guard isValid(base) else { return .empty }
    guard let variable = quantity.derivative else {
      return quantity.expression.value(in: base) ?? .empty
    }
    let lifted = environment(dual, coordinates.indices.map { seeded(variables[$0], coordinates[$0] == variable) })
      .withMoments(usesMoments ? { lift(base, $0, $1) } : nil)
    return quantity.expression.value(in: lifted)?.tangent ?? .empty
  }

  private func gradient(over variables: [Interval], _ base: Environment<Interval>) -> [Interval] {
    guard isValid(base) else { return variables.map { _ in .empty } }
    return variables.indices.map { axis in
      guard let variable = quantity.derivative else {
        let lifted = environment(dual, variables.indices.map { seeded(variables[$0], $0 == axis) })
          .withMoments(usesMoments ? { lift(base, $0, $1) } : nil)
        return quantity.expression.value(in: lifted)?.tangent ?? .empty
      }
      let arguments = variables.indices.map { index in
        Dual(
          seeded(variables[index], coordinates[index] == variable),
          tangent: Dual(constant: Interval(index == axis ? 1 : 0)))
      }
      let lifted = environment(secondDual, arguments).withMoments(
        usesMoments ? { lift(base, $0.value, $1.value).lifted(mean: $0, variance: $1) } : nil)
      return quantity.expression.value(in: lifted)?.tangent.tangent ?? .empty
    }
  }

  /// The variables as they are, with the moments if the quantity asks for any.
  private func base(_ variables: [Interval]) -> Environment<Interval> {
    let environment = environment(activation, variables)
    return usesMoments ? environment.withMoments() : environment
  }

  private func environment<Scalar>(
    _ activation: Activation<Scalar>, _ values: [Scalar]
  ) -> Environment<Scalar> {
    Environment(activation: activation, coordinates: coordinates, values: values)
  }

  /// The half-line moments with one derivative, from those without: the transcendental functions are evaluated once for
  /// all directions.
  private func lift(
    _ base: Environment<Interval>, _ y: Dual<Interval>, _ x: Dual<Interval>
  ) -> HalfLineMoments<Dual<Interval>> {
    let halfLines = base.moments?.halfLines ?? Interval.halfLineMoments(mean: y.value, variance: x.value)
    return halfLines.lifted(mean: y, variance: x)
  }

  /// A value as a dual number: the variable of differentiation or a constant.
  private func seeded(_ value: Interval, _ isVariable: Bool) -> Dual<Interval> {
    isVariable ? Dual(variable: value) : Dual(constant: value)
  }
}
