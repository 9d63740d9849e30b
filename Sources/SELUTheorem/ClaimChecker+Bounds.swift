import GridChecker
import IntervalArithmetic
import MomentMap
import RealArithmetic

// Inequalities and printed values: what is decided from one certified extremum.
extension ClaimChecker {
  /// Decides whether a quantity stands in a relation to a bound on all of a domain.
  public func check(
    _ quantity: Quantity, _ inequality: Inequality, _ bound: Rational, on domain: Domain
  ) -> Finding {
    guard let problem = problem(quantity, on: domain) else { return Finding(.undecided) }
    guard quantity.isAbsolute else {
      return decide(extremum(of: problem, above: inequality.boundsAbove), inequality, bound, problem)
    }
    return checkAbsolute(problem, inequality, bound)
  }

  /// Decides an upper bound c of |f|: it says f < c and f > -c.
  private func checkAbsolute(
    _ problem: ExtremumProblem<QuantityFunction>, _ inequality: Inequality, _ bound: Rational
  ) -> Finding {
    guard let mirrored = inequality.mirrored else { return Finding(.undecided) }
    let above = decide(extremum(of: problem, above: true), inequality, bound, problem)
    let below = decide(extremum(of: problem, above: false), mirrored, -bound, problem).mirrored
    let aboveIsLarger = (above.enclosure?.lowerBound ?? 0) >= (below.enclosure?.lowerBound ?? 0)
    let sides = aboveIsLarger ? [above, below] : [below, above]
    var finding = sides.first { $0.decision == .refuted } ?? sides[0]
    if finding.decision == .proved { finding.decision = sides[1].decision }
    finding.enclosure = Interval.max(above.enclosure ?? .empty, below.enclosure ?? .empty)
    finding.openBoxes = finding.decision == .undecided ? sides.flatMap(\.openBoxes) : []
    finding.boxes = above.boxes + below.boxes
    finding.isSharp = above.isSharp && below.isSharp
    return finding
  }

  /// Decides whether a quantity that is constant on a domain rounds to a printed decimal.
  func check(_ quantity: Quantity, roundsTo printed: PrintedDecimal, on domain: Domain) -> Finding {
    guard let problem = problem(quantity, on: domain), problem.box.isPoint else { return Finding(.undecided) }
    let exact = problem.function.value(over: problem.box.hull)
    let value = quantity.isAbsolute ? Interval.abs(exact) : exact
    var finding = Finding(.undecided, enclosure: value, boxes: 1)
    guard let lower = Rational(exactly: value.lowerBound), let upper = Rational(exactly: value.upperBound) else {
      return finding
    }
    let (least, greatest) = printed.preimage
    if least < lower && upper < greatest { finding.decision = .proved }
    if upper < least || greatest < lower { finding.decision = .refuted }
    finding.witness = problem.witness(problem.box, value)
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
  private func extremum(of problem: ExtremumProblem<QuantityFunction>, above: Bool) -> Extremum {
    let key = ExtremumCache.Key(quantity: problem.function.quantity, domain: problem.domain, above: above)
    return cache.extremum(key) {
      // A grid whose cells cannot be counted is not examined.
      let grid = try? ContractionGrid(problem, above: above, strategy: strategy, threads: budget.threads)
      return grid?.extremum(threads: budget.threads) ?? problem.extremum(above: above, self)
    }
  }

  /// Compares a certified extremum with an exact bound.
  func decide<Function>(
    _ extremum: Extremum, _ inequality: Inequality, _ bound: Rational, _ problem: ExtremumProblem<Function>
  ) -> Finding {
    var finding = Finding(.undecided, enclosure: extremum.enclosure, boxes: extremum.boxes)
    finding.isSharp = extremum.isSharp
    finding.coverage = extremum.coverage
    finding.witness = extremum.witness.map { problem.witness($0.point, $0.value) }
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

  /// A box in the coordinates of the search.
  func openBox(_ box: Box) -> OpenBox {
    OpenBox(sides: zip(coordinates, box.sides).map { ($0, $1.lower.exact, $1.upper.exact) })
  }
}
