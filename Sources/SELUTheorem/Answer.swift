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
  let subject: Obligation.Subject
  /// What has an extremum.
  let function: any BoxFunction<Interval>
  let box: Box
  let coordinates: [Variable]
  let domain: Domain

  /// The problem in some coordinates; nil if one of them has no range, or nothing is known of the subject there.
  init?(
    _ subject: Obligation.Subject, of coordinates: [Variable], on domain: Domain, _ activation: Activation<Interval>
  ) {
    guard let box = domain.box(in: coordinates),
      let function = subject.function(of: coordinates, on: domain, activation)
    else { return nil }
    (self.subject, self.function, self.box) = (subject, function, box)
    (self.coordinates, self.domain) = (coordinates, domain)
  }

  /// The quantity, unless the problem is about fixed points.
  var quantity: Quantity? {
    if case .quantity(let quantity) = subject { quantity } else { nil }
  }

  /// An extremum, found now.
  func extremum(_ end: RangeEnd, strategy: SearchStrategy, budget: SearchBudget) -> Extremum {
    // At a point there is nothing to divide.
    let strategy = box.isPoint ? .adaptive : strategy
    guard let family = function as? FixedPointFunction<Interval> else {
      return function.extremum(end, over: box, strategy: strategy, budget: budget)
    }
    return family.extremum(end, over: box, strategy: strategy, budget: budget) { family.suggestedNeighbourhood($0) }
  }

  /// A thin box as a point of the paper's domain.
  func witness(_ point: Box, _ value: Interval) -> Witness {
    let reduced = zip(coordinates, point.lowerCorner).map { (variable: $0, value: $1) }
    return Witness(point: domain.point(from: reduced), value: value)
  }

  /// A box in the coordinates of the search.
  func openBox(_ box: Box) -> OpenBox {
    OpenBox(sides: zip(coordinates, box.sides).map { ($0, $1.lower, $1.upper) })
  }

  /// The extremum itself and a point that has it, if it is attained at known points and is a rational number there.
  ///
  /// Where the signs of the gradient reduce a box to one of its corners, the extremum over the box is the value there, and
  /// the leaf check evaluates the expression at the exact coordinates: the doubles around a decimal do not tell < from <=. All other
  /// boxes must be bounded by the best of these values.
  func exactValue(of extremum: Extremum) -> (value: Rational, point: Box)? {
    let sign: Rational = extremum.kind == .supremum ? 1 : -1
    var best: (value: Rational, point: Box)?
    var otherBounds: [Double] = []
    for leaf in extremum.leaves {
      guard leaf.face.isPoint else {
        otherBounds.append(leaf.bound?.upperBound ?? .infinity)
        continue
      }
      guard let value = leaf.exact else { return nil }
      if best.map({ $0.value < value }) ?? true { best = (value, leaf.face) }
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
  /// not tell from one that rounds otherwise. For the activation of the paper only.
  var withMoreBits: Answer? {
    guard problem.box.isPoint, let quantity = problem.quantity else { return nil }
    let one = DyadicInterval(Dyadic(1), precision: 192)
    let function = quantity.function(of: problem.coordinates, Activation.selfNormalizing(like: one))
    guard let value = function.value(over: problem.box.enclosure(like: one), within: nil) else { return nil }
    let precise = Interval(enclosing: value)
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
    let point = (exact?.point ?? witness?.point)?.lowerCorner ?? []
    return ProvedExtremum(
      extremum.kind, over: named(problem.box.sides),
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
    return extremum.leaves.filter { leaf in
      let bound = leaf.bound.flatMap { Rational(exactly: isSupremum ? $0.upperBound : -$0.upperBound) }
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
    case .quantity(let quantity): problem(quantity, on: domain)
    case .fixedPoint: ExtremumProblem(subject, of: [.omega, .tau], on: domain, activation)
    }
  }

  func problem(_ quantity: Quantity, on domain: Domain) -> ExtremumProblem? {
    let coordinates = strategy == .adaptive ? domain.coordinates(for: quantity.variables) : domain.gridCoordinates
    guard quantity.derivative.map(coordinates.contains) ?? true else { return nil }
    return ExtremumProblem(.quantity(quantity), of: coordinates, on: domain, activation)
  }

  /// A certified extremum, found now or taken from the cache.
  private func extremum(of problem: ExtremumProblem, _ end: RangeEnd) -> Extremum {
    guard let quantity = problem.quantity, !problem.box.isPoint else {
      return problem.extremum(end, strategy: strategy, budget: budget)
    }
    return cache.extremum(ExtremumCache.Key(quantity: quantity, domain: problem.domain, end: end)) {
      // A grid whose cells cannot be counted is not examined.
      let grid = try? ContractionGrid(problem, activation, end, strategy: strategy, threads: budget.threads)
      return grid?.extremum(threads: budget.threads) ?? problem.extremum(end, strategy: strategy, budget: budget)
    }
  }
}
