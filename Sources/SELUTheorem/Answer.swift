import Certificates
import FixedPointSolver
import GridChecker
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic
import SELUClaims

/// A quantity or a coordinate of the fixed point on a box whose sides stand for variables of the paper: what is searched.
struct ExtremumProblem {
  enum Subject {
    case quantity(QuantityFunction)
    case fixedPoint(FixedPointFamily)
  }

  let subject: Subject
  let box: Box
  let coordinates: [Variable]
  let domain: Domain

  /// What has an extremum.
  var function: any BoxFunction {
    switch subject {
    case .quantity(let function) where function.quantity.isAbsolute: AbsoluteFunction(function)
    case .quantity(let function): function
    case .fixedPoint(let family): family
    }
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

  /// The value at a point, if it is known exactly.
  private func exactValue(at point: Box) -> Rational? {
    guard case .quantity(let function) = subject, function.quantity.derivative == nil else { return nil }
    let coordinates = zip(coordinates, point.sides).map { ($0, $1.lower.exact) }
    let value = function.quantity.expression.exactValue(at: Dictionary(coordinates) { first, _ in first }.withProducts)
    return function.quantity.isAbsolute ? value?.magnitude : value
  }

  /// The extremum itself and a point that has it, if it is attained at known points and is a rational number there.
  ///
  /// Where the signs of the gradient reduce a box to one of its corners, the extremum over the box is the value there, and
  /// the expression is evaluated at the exact coordinates: the doubles around a decimal do not tell < from <=. All other
  /// boxes must be bounded by the best of these values.
  func exactValue(of extremum: Extremum) -> (value: Rational, point: Box)? {
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
}

/// What the search found for an obligation.
struct Answer {
  let obligation: Obligation
  let problem: ExtremumProblem
  let extremum: Extremum
  /// Encloses the extremum.
  private(set) var enclosure: Interval
  /// The best point found, or one that serves in its place; nil if no value is known.
  var witness: (point: Box, value: Interval)?
  /// The number of boxes on which a quantity was bounded, in all searches that this took.
  var boxes: Int
  /// The extremum itself, where it is known exactly.
  let exact: (value: Rational, point: Box)?

  init(_ obligation: Obligation, _ problem: ExtremumProblem, _ extremum: Extremum) {
    self.obligation = obligation
    self.problem = problem
    self.extremum = extremum
    enclosure = extremum.enclosure
    witness = extremum.witness
    boxes = extremum.boxes
    exact = problem.exactValue(of: extremum)
  }

  /// The same at a point, with the value there evaluated with 192 bits and rounded outward: for a number that binary64 does
  /// not tell from one that rounds otherwise. Nil where the activation is not the paper's, of which alone more digits are
  /// to be had here.
  var withMoreBits: Answer? {
    let paper = Activation<Interval>.selfNormalizing
    guard problem.box.isPoint, case .quantity(let function) = problem.subject,
      function.activation.alpha == paper.alpha, function.activation.lambda == paper.lambda
    else { return nil }
    let one = DyadicInterval(Dyadic(1), precision: 192)
    let evaluator = QuantityEvaluator(
      function.quantity, coordinates: problem.coordinates, activation: Activation.selfNormalizing(like: one))
    guard let value = evaluator.value(over: problem.box.sides.map { one.constant($0.lower.exact) }) else { return nil }
    let precise = Interval(enclosing: function.quantity.isAbsolute ? DyadicInterval.abs(value) : value)
    var copy = self
    copy.enclosure = enclosure.intersection(precise)
    copy.witness = witness.map { ($0.point, $0.value.intersection(precise)) }
    return copy
  }

  private var isSupremum: Bool { extremum.kind == .supremum }

  /// What the search has proved.
  var proved: ProvedExtremum {
    let end = isSupremum ? enclosure.upperBound : enclosure.lowerBound
    let reached = witness.map { isSupremum ? $0.value.lowerBound : $0.value.upperBound }
    let point = (exact?.point ?? witness?.point)?.sides.map(\.lower.exact) ?? []
    return ProvedExtremum(
      isSupremum ? .supremum : .infimum,
      over: named(problem.box.sides.map { Domain.Range($0.lower.exact, $0.upper.exact) }),
      bound: exact?.value ?? Rational(exactly: end),
      attained: exact?.value ?? reached.flatMap { Rational(exactly: $0) },
      at: named(point))
  }

  private func named<Value>(_ values: [Value]) -> [Variable: Value] {
    Dictionary(zip(problem.coordinates, values)) { first, _ in first }
  }

  /// The extremum by itself, not held against anything.
  var undecidedFinding: Finding {
    var finding = Finding(.undecided, enclosure: enclosure, boxes: extremum.boxes)
    finding.isSharp = extremum.isSharp
    finding.coverage = extremum.coverage
    finding.witness = witness.map { problem.witness($0.point, $0.value) }
    return finding
  }

  /// The extremum held against the goal of the obligation, with the boxes that are left over if that decides nothing.
  var finding: Finding {
    var finding = undecidedFinding
    if let exact {
      let value = Interval(enclosing: exact.value)
      finding.enclosure = value
      finding.witness = problem.witness(exact.point, value)
    }
    finding.decision = proved.decision(obligation.goal)
    if finding.decision == .undecided { finding.openBoxes = openBoxes }
    return finding
  }

  /// The leaves that do not keep the bound which the goal asks for.
  var openBoxes: [OpenBox] {
    let (inequality, number): (Inequality, Rational)
    switch obligation.goal {
    case .bound(let wanted, let bound): (inequality, number) = (wanted, bound)
    case .sign: (inequality, number) = (isSupremum ? .less : .greater, 0)
    case .value: return []
    }
    return extremum.subdivision.leaves.filter { leaf in
      let bound = Rational(exactly: isSupremum ? leaf.bound.upperBound : -leaf.bound.upperBound)
      return bound.map { !inequality.holds($0, number) } ?? true
    }.map { problem.openBox($0.box) }
  }
}

// MARK: - Searching

extension ClaimChecker {
  /// Searches for what meets an obligation, on a part of its domain if one is given; nil if there is nothing to search.
  func answer(_ obligation: Obligation, on part: Domain? = nil) -> Answer? {
    guard let problem = problem(obligation.subject, on: part ?? obligation.domain) else { return nil }
    if let end = obligation.end { return Answer(obligation, problem, extremum(of: problem, end)) }
    var infimum = Answer(obligation, problem, extremum(of: problem, .infimum))
    if infimum.proved.sign != nil { return infimum }
    var supremum = Answer(obligation, problem, extremum(of: problem, .supremum))
    let boxes = infimum.boxes + supremum.boxes
    (infimum.boxes, supremum.boxes) = (boxes, boxes)
    return supremum.proved.sign != nil ? supremum : infimum
  }

  /// What has to be searched; nil if the domain lacks a variable, or if the quantity is differentiated by a variable that
  /// is not one of the search.
  private func problem(_ subject: Obligation.Subject, on domain: Domain) -> ExtremumProblem? {
    switch subject {
    case .quantity(let quantity): return problem(quantity, on: domain)
    case .fixedPoint(let coordinate):
      guard let region = domain.box(in: [.mu, .nu])?.hull, let box = domain.box(in: [.omega, .tau]) else { return nil }
      let family = FixedPointFamily(
        coordinate: coordinate, activation: activation, region: Pair(region[0], region[1]))
      return ExtremumProblem(subject: .fixedPoint(family), box: box, coordinates: [.omega, .tau], domain: domain)
    }
  }

  func problem(_ quantity: Quantity, on domain: Domain) -> ExtremumProblem? {
    let coordinates = strategy == .adaptive ? domain.coordinates(for: quantity.variables) : domain.gridCoordinates
    guard let box = domain.box(in: coordinates), quantity.derivative.map(coordinates.contains) ?? true else {
      return nil
    }
    let function = QuantityFunction(quantity, coordinates: coordinates, activation: activation)
    return ExtremumProblem(subject: .quantity(function), box: box, coordinates: coordinates, domain: domain)
  }

  /// A certified extremum, found now or taken from the cache.
  private func extremum(of problem: ExtremumProblem, _ end: RangeEnd) -> Extremum {
    // At a point there is nothing to divide.
    guard case .quantity(let function) = problem.subject, !problem.box.isPoint else { return search(problem, end) }
    let key = ExtremumCache.Key(quantity: function.quantity, domain: problem.domain, above: end == .supremum)
    return cache.extremum(key) {
      // A grid whose cells cannot be counted is not examined.
      let grid = try? ContractionGrid(problem, above: end == .supremum, strategy: strategy, threads: budget.threads)
      return grid?.extremum(threads: budget.threads) ?? search(problem, end)
    }
  }

  private func search(_ problem: ExtremumProblem, _ end: RangeEnd) -> Extremum {
    problem.function.extremum(
      end == .supremum ? .supremum : .infimum, over: problem.box,
      strategy: problem.box.isPoint ? .adaptive : strategy, budget: budget)
  }
}
