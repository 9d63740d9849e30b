import GridChecker
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic

/// Encloses a quantity, without its absolute value, and its partial derivatives over boxes, in any enclosing arithmetic.
///
/// It is compiled for the arithmetics of search and replay here: generic code that another module calls would not be, and
/// the search would take six times as long.
///
/// Nil is the one spelling of "not known" here and for all who ask: where a premise of the formula may not hold somewhere
/// on the box, where the formula asks for a variable that is not among the coordinates or is differentiated by one, and
/// where the arithmetic gives no bounds.
package struct QuantityEvaluator<Scalar: EnclosingScalar>: Sendable {
  package let quantity: Quantity
  /// What the sides of the boxes stand for.
  package let coordinates: [Variable]
  package let activation: Activation<Scalar>
  private let usesMoments: Bool
  /// Whether the variable by which the quantity is differentiated, if any, is one that can vary.
  private let isDerivable: Bool
  private let premises: [Expression.Premise]
  private let premisesOfDerivatives: [Expression.Premise]
  private let dual: Activation<Dual<Scalar>>
  private let secondDual: Activation<Dual<Dual<Scalar>>>

  package init(_ quantity: Quantity, coordinates: [Variable], activation: Activation<Scalar>) {
    self.quantity = quantity
    self.coordinates = coordinates
    usesMoments = quantity.expression.usesMoments
    isDerivable = quantity.derivative.map(coordinates.contains) ?? true
    premisesOfDerivatives = Array(quantity.expression.premises(ofDerivatives: true))
    premises =
      quantity.derivative == nil ? Array(quantity.expression.premises(ofDerivatives: false)) : premisesOfDerivatives
    self.activation = activation
    dual = Activation(alpha: Dual(constant: activation.alpha), lambda: Dual(constant: activation.lambda))
    secondDual = Activation(alpha: Dual(constant: dual.alpha), lambda: Dual(constant: dual.lambda))
  }

  /// Encloses the values over the product of `variables`.
  @_specialize(where Scalar == Interval)
  @_specialize(where Scalar == Interval128)
  @_specialize(where Scalar == DyadicInterval)
  package func value(over variables: [Scalar]) -> Scalar? {
    value(over: variables, base(variables))
  }

  /// Encloses the partial derivatives over the product of `variables`, one a variable.
  @_specialize(where Scalar == Interval)
  @_specialize(where Scalar == Interval128)
  @_specialize(where Scalar == DyadicInterval)
  package func gradient(over variables: [Scalar]) -> [Scalar?] {
    gradient(over: variables, along: variables.indices, base(variables))
  }

  /// Encloses the partial derivatives by some of the variables, in the order of `axes`.
  @_specialize(where Scalar == Interval)
  @_specialize(where Scalar == Interval128)
  @_specialize(where Scalar == DyadicInterval)
  package func gradient(over variables: [Scalar], along axes: [Int]) -> [Scalar?] {
    gradient(over: variables, along: axes, base(variables))
  }

  /// Both, which share the transcendental functions.
  @_specialize(where Scalar == Interval)
  @_specialize(where Scalar == Interval128)
  @_specialize(where Scalar == DyadicInterval)
  package func valueAndGradient(over variables: [Scalar]) -> (value: Scalar?, gradient: [Scalar?]) {
    let base = base(variables)
    return (value(over: variables, base), gradient(over: variables, along: variables.indices, base))
  }

  /// Whether the formulas are defined and right for all variables of a box.
  private func hold(_ premises: [Expression.Premise], _ base: Environment<Scalar>) -> Bool {
    isDerivable && coordinates.allSatisfy { base[$0]?.isKnown ?? false }
      && premises.allSatisfy { premise in
        switch premise {
        case .isPositive(let expression): expression.value(in: base)?.isPositive ?? false
        case .isNotNegative(let expression): expression.value(in: base)?.isNotNegative ?? false
        case .isNotZero(let expression): expression.value(in: base).map { $0.isPositive || (-$0).isPositive } ?? false
        }
      }
  }

  private func value(over variables: [Scalar], _ base: Environment<Scalar>) -> Scalar? {
    guard hold(premises, base), let value = uncheckedValue(over: variables, base), value.isKnown else { return nil }
    return value
  }

  private func uncheckedValue(over variables: [Scalar], _ base: Environment<Scalar>) -> Scalar? {
    guard let variable = quantity.derivative else { return quantity.expression.value(in: base) }
    let lifted = environment(dual, coordinates.indices.map { seeded(variables[$0], coordinates[$0] == variable) })
      .withMoments(usesMoments ? { lift(base, $0, $1) } : nil)
    return quantity.expression.value(in: lifted)?.tangent
  }

  private func gradient(
    over variables: [Scalar], along axes: some Collection<Int>, _ base: Environment<Scalar>
  ) -> [Scalar?] {
    guard hold(premisesOfDerivatives, base) else { return axes.map { _ in nil } }
    return axes.map { axis in
      uncheckedPartial(axis, over: variables, base).flatMap { $0.isKnown ? $0 : nil }
    }
  }

  private func uncheckedPartial(_ axis: Int, over variables: [Scalar], _ base: Environment<Scalar>) -> Scalar? {
    guard let variable = quantity.derivative else {
      let lifted = environment(dual, variables.indices.map { seeded(variables[$0], $0 == axis) })
        .withMoments(usesMoments ? { lift(base, $0, $1) } : nil)
      return quantity.expression.value(in: lifted)?.tangent
    }
    let arguments = variables.indices.map { index in
      Dual(
        seeded(variables[index], coordinates[index] == variable),
        tangent: Dual(constant: variables[index].constant(index == axis ? 1 : 0)))
    }
    let lifted = environment(secondDual, arguments).withMoments(
      usesMoments ? { lift(base, $0.value, $1.value).lifted(mean: $0, variance: $1) } : nil)
    return quantity.expression.value(in: lifted)?.tangent.tangent
  }

  /// The variables as they are, with the moments if the quantity asks for any.
  private func base(_ variables: [Scalar]) -> Environment<Scalar> {
    let environment = environment(activation, variables)
    return usesMoments ? environment.withMoments() : environment
  }

  private func environment<Value>(_ activation: Activation<Value>, _ values: [Value]) -> Environment<Value> {
    Environment(activation: activation, coordinates: coordinates, values: values)
  }

  /// The half-line moments with one derivative, from those without: the transcendental functions are evaluated once for
  /// all directions.
  private func lift(
    _ base: Environment<Scalar>, _ y: Dual<Scalar>, _ x: Dual<Scalar>
  ) -> HalfLineMoments<Dual<Scalar>> {
    let halfLines = base.moments?.halfLines ?? HalfLineMoments(NetInput(mean: y.value, variance: x.value))
    return halfLines.lifted(mean: y, variance: x)
  }

  /// A value as a dual number: the variable of differentiation or a constant.
  private func seeded(_ value: Scalar, _ isVariable: Bool) -> Dual<Scalar> {
    isVariable ? Dual(variable: value) : Dual(constant: value)
  }
}

// MARK: - As a function of boxes

extension QuantityEvaluator: BoxFunction {
  package func value(over variables: [Scalar], within _: Tree.Neighbourhood?) -> Scalar? { value(over: variables) }

  package func gradient(over variables: [Scalar], along axes: [Int], within _: Tree.Neighbourhood?) -> [Scalar?] {
    gradient(over: variables, along: axes)
  }

  @_specialize(where Scalar == Interval)
  @_specialize(where Scalar == Interval128)
  @_specialize(where Scalar == DyadicInterval)
  package func valueAndGradient(
    over variables: [Scalar], along axes: [Int], within _: Tree.Neighbourhood?
  ) -> (value: Scalar?, gradient: [Scalar?]) {
    let base = base(variables)
    return (value(over: variables, base), gradient(over: variables, along: axes, base))
  }

  package func exactValue(at point: [Rational]) -> Rational? {
    guard !usesMoments, quantity.derivative == nil else { return nil }
    let values = Dictionary(zip(coordinates, point)) { first, _ in first }
    return quantity.expression.exactValue(at: values.withProducts)
  }
}

extension Quantity {
  /// The quantity, with its absolute value if it is one, as a function of some variables in one arithmetic.
  package func function<Scalar: EnclosingScalar>(
    of coordinates: [Variable], _ activation: Activation<Scalar>
  ) -> any BoxFunction<Scalar> {
    let evaluator = QuantityEvaluator(self, coordinates: coordinates, activation: activation)
    return isAbsolute ? AbsoluteFunction(evaluator) : evaluator
  }
}
