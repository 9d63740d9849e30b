import FixedPointSolver
import GridChecker
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic
import SELUClaims

// Printed values: what is decided from a certified enclosure of a number.
extension ClaimChecker {
  /// Decides whether a quantity that is constant on a domain rounds to a printed decimal.
  func check(_ quantity: Quantity, roundsTo printed: PrintedDecimal, on domain: Domain) -> Finding {
    guard let problem = problem(quantity, on: domain), problem.box.isPoint else { return Finding(.undecided) }
    let exact = problem.function.value(over: problem.box.hull)
    var value = quantity.isAbsolute ? Interval.abs(exact) : exact
    // A number that binary64 does not tell from one that rounds otherwise.
    if printed.isRounding(of: value) == .undecided, let precise = problem.preciseValue {
      value = value.intersection(quantity.isAbsolute ? Interval.abs(precise) : precise)
    }
    var finding = Finding(printed.isRounding(of: value), enclosure: value, boxes: 1)
    finding.witness = problem.witness(problem.box, value)
    return finding
  }

  /// Decides whether the largest (`above`) or the least value of a quantity on a domain rounds to a printed decimal.
  func check(
    extremumOf quantity: Quantity, above: Bool, roundsTo printed: PrintedDecimal, on domain: Domain
  ) -> Finding {
    guard let problem = problem(quantity, on: domain), above || !quantity.isAbsolute else { return Finding(.undecided) }
    var finding = problem.finding(extremum(of: problem, above: above))
    finding.decision = finding.enclosure.map(printed.isRounding) ?? .undecided
    return finding
  }

  /// Decides whether the parameter of the activation that belongs to a wanted fixed point of mean 0 rounds to a printed
  /// decimal.
  ///
  /// For mean 0 there is no other solution with lambda > 0: the first of the two equations (`ParameterEquations`) is
  /// linear in alpha, and the second gives lambda^2 from it.
  func check(
    _ parameter: ActivationParameter, for target: FixedPointTarget, roundsTo printed: PrintedDecimal
  ) -> Finding {
    guard target.mean.isZero, let solution = try? ParameterSolver.solve(target) else { return Finding(.undecided) }
    let value = parameter == .alpha ? solution.alpha : solution.lambda
    var finding = Finding(printed.isRounding(of: value), enclosure: value, boxes: 1)
    finding.witness = Witness(point: [], value: value)
    return finding
  }
}

extension ExtremumProblem<QuantityFunction> {
  /// The value at the one point of the box, enclosed with 192 bits and rounded outward; nil where it is not known, or
  /// the activation is not the paper's, of which alone more digits are to be had here.
  fileprivate var preciseValue: Interval? {
    let paper = Activation<Interval>.selfNormalizing
    guard function.activation.alpha == paper.alpha, function.activation.lambda == paper.lambda else { return nil }
    let one = DyadicInterval(Dyadic(1), precision: 192)
    let evaluator = QuantityEvaluator(
      function.quantity, coordinates: coordinates, activation: Activation.selfNormalizing(like: one))
    return evaluator.value(over: box.sides.map { one.constant($0.lower.exact) }).map { Interval(enclosing: $0) }
  }
}
