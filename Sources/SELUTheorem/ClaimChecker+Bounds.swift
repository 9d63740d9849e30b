import GridChecker
import IntervalArithmetic
import MomentMap
import RealArithmetic
import SELUClaims

// Inequalities and printed values: what is decided from one certified extremum.
extension ClaimChecker {
  /// Decides whether a quantity stands in a relation to a bound on all of a domain.
  public func check(
    _ quantity: Quantity, _ inequality: Inequality, _ bound: Rational, on domain: Domain
  ) -> Finding {
    guard let problem = problem(quantity, on: domain), inequality.boundsAbove || !quantity.isAbsolute else {
      return Finding(.undecided)
    }
    let extremum = extremum(of: problem, above: inequality.boundsAbove)
    guard let exact = problem.exactValue(of: extremum) else { return decide(extremum, inequality, bound, problem) }
    var finding = problem.finding(extremum)
    let value = Interval(enclosing: exact.value)
    finding.enclosure = value
    finding.witness = problem.witness(exact.point, value)
    finding.decision = inequality.holds(exact.value, bound) ? .proved : .refuted
    return finding
  }

  /// A quantity on a domain, ready for the search; nil if the quantity asks for a variable that the domain lacks, or for
  /// a derivative by a variable that is not one of the search.
  func problem(_ quantity: Quantity, on domain: Domain) -> ExtremumProblem<QuantityFunction>? {
    let coordinates = strategy == .adaptive ? domain.coordinates(for: quantity.variables) : domain.gridCoordinates
    guard let box = domain.box(in: coordinates), quantity.derivative.map(coordinates.contains) ?? true else {
      return nil
    }
    let function = QuantityFunction(quantity, coordinates: coordinates, activation: activation)
    return ExtremumProblem(function: function, box: box, coordinates: coordinates, domain: domain)
  }

  /// A certified extremum, found now or taken from the cache.
  func extremum(of problem: ExtremumProblem<QuantityFunction>, above: Bool) -> Extremum {
    let key = ExtremumCache.Key(quantity: problem.function.quantity, domain: problem.domain, above: above)
    return cache.extremum(key) {
      // A grid whose cells cannot be counted is not examined.
      let grid = try? ContractionGrid(problem, above: above, strategy: strategy, threads: budget.threads)
      if let extremum = grid?.extremum(threads: budget.threads) { return extremum }
      return problem.function.quantity.isAbsolute
        ? problem.absolute.extremum(above: above, self) : problem.extremum(above: above, self)
    }
  }

  /// Compares a certified extremum with an exact bound.
  func decide<Function>(
    _ extremum: Extremum, _ inequality: Inequality, _ bound: Rational, _ problem: ExtremumProblem<Function>
  ) -> Finding {
    var finding = problem.finding(extremum)
    let proved = inequality.boundsAbove ? extremum.enclosure.upperBound : extremum.enclosure.lowerBound
    if let proved = Rational(exactly: proved), inequality.holds(proved, bound) {
      finding.decision = .proved
      return finding
    }
    let attained = inequality.boundsAbove ? extremum.witness?.value.lowerBound : extremum.witness?.value.upperBound
    if let attained, let attained = Rational(exactly: attained), !inequality.holds(attained, bound) {
      finding.decision = .refuted
      return finding
    }
    finding.openBoxes = extremum.subdivision.leaves.filter { leaf in
      let leafBound = inequality.boundsAbove ? leaf.bound.upperBound : -leaf.bound.upperBound
      return Rational(exactly: leafBound).map { !inequality.holds($0, bound) } ?? true
    }.map { problem.openBox($0.box) }
    return finding
  }
}

/// A function on a box whose sides stand for variables of the paper.
struct ExtremumProblem<Function: BoxFunction> {
  let function: Function
  let box: Box
  let coordinates: [Variable]
  let domain: Domain

  /// The supremum (`above`) or the infimum of the function.
  func extremum(above: Bool, _ checker: ClaimChecker) -> Extremum {
    above
      ? function.extremum(.supremum, over: box, strategy: checker.strategy, budget: checker.budget)
      : function.extremum(.infimum, over: box, strategy: checker.strategy, budget: checker.budget)
  }

  /// A thin box as a point of the paper's domain.
  func witness(_ point: Box, _ value: Interval) -> Witness {
    let reduced = zip(coordinates, point.sides).map { (variable: $0, value: $1.lower.exact) }
    return Witness(point: domain.point(from: reduced), value: value)
  }

  /// What a search found out, before it is held against anything.
  func finding(_ extremum: Extremum) -> Finding {
    var finding = Finding(.undecided, enclosure: extremum.enclosure, boxes: extremum.boxes)
    finding.isSharp = extremum.isSharp
    finding.coverage = extremum.coverage
    finding.witness = extremum.witness.map { witness($0.point, $0.value) }
    return finding
  }

  /// A box in the coordinates of the search.
  func openBox(_ box: Box) -> OpenBox {
    OpenBox(sides: zip(coordinates, box.sides).map { ($0, $1.lower.exact, $1.upper.exact) })
  }
}

extension ExtremumProblem<QuantityFunction> {
  /// The same problem for the absolute value.
  var absolute: ExtremumProblem<AbsoluteFunction<QuantityFunction>> {
    ExtremumProblem<AbsoluteFunction<QuantityFunction>>(
      function: AbsoluteFunction(function), box: box, coordinates: coordinates, domain: domain)
  }

  /// The extremum itself and a point that has it, if it is attained at known points and is a rational number there.
  ///
  /// Where the signs of the gradient reduce a box to one of its corners, the extremum over the box is the value there, and
  /// the expression is evaluated at the exact coordinates: the doubles around a decimal do not tell < from <=. All other
  /// boxes must be bounded by the best of these values.
  func exactValue(of extremum: Extremum) -> (value: Rational, point: Box)? {
    guard function.quantity.derivative == nil else { return nil }
    let sign: Rational = extremum.kind == .supremum ? 1 : -1
    var best: (value: Rational, point: Box)?
    var otherBounds: [Double] = []
    for bound in extremum.subdivision.leaves.map(\.bound) {
      guard bound.face.isPoint else {
        otherBounds.append(bound.upperBound)
        continue
      }
      guard let value = exactValue(at: bound.face) else { return nil }
      if best.map({ $0.value < sign * value }) ?? true { best = (sign * value, bound.face) }
    }
    guard let best, otherBounds.allSatisfy({ Rational(exactly: $0).map { $0 <= best.value } ?? false }) else {
      return nil
    }
    return (sign * best.value, best.point)
  }

  /// The value at a point, if it is known exactly.
  private func exactValue(at point: Box) -> Rational? {
    let coordinates = zip(coordinates, point.sides).map { ($0, $1.lower.exact) }
    let value = function.quantity.expression.exactValue(at: Dictionary(coordinates) { first, _ in first }.withProducts)
    return function.quantity.isAbsolute ? value?.magnitude : value
  }
}
