import GridChecker
import IntervalArithmetic
import MomentMap
import SELUClaims

/// A quantity without its absolute value, as a function whose extrema the checker can seek.
struct QuantityFunction: BoxFunction {
  private let evaluator: QuantityEvaluator<Interval>

  init(_ quantity: Quantity, coordinates: [Variable], activation: Activation<Interval>) {
    evaluator = QuantityEvaluator(quantity, coordinates: coordinates, activation: activation)
  }

  var quantity: Quantity { evaluator.quantity }
  var activation: Activation<Interval> { evaluator.activation }

  func value(over variables: [Interval]) -> Interval? { evaluator.value(over: variables) }

  func gradient(over variables: [Interval]) -> [Interval?] { evaluator.gradient(over: variables) }

  func valueAndGradient(over variables: [Interval]) -> (value: Interval?, gradient: [Interval?]) {
    evaluator.valueAndGradient(over: variables)
  }
}
