import GridChecker
import IntervalArithmetic
import RealArithmetic
import SELUClaims

// Where a quantity is largest or least.
extension ClaimChecker {
  /// The finding on a claim that an extremum is taken at a place and nowhere else.
  ///
  /// If every partial derivative has one sign on the domain and is nowhere zero, the extremum is at one corner alone.
  /// Where that decides nothing, a value that is better than the one at the place refutes the claim.
  func finding(onPlace place: [Variable: Rational], _ decision: Verdict, _ answers: [Answer?]) -> Finding {
    guard let first = answers.first, let extremum = first else { return Finding(.undecided) }
    var finding = extremum.undecidedFinding
    finding.decision = decision
    finding.boxes += answers.dropFirst().reduce(0) { $0 + ($1?.boxes ?? 0) }
    let point = extremum.problem.coordinates.compactMap { place[$0] }
    guard decision == .undecided, point.count == extremum.problem.coordinates.count, let best = extremum.witness?.value,
      let value = extremum.problem.function.value(over: Box(point: point).hull, within: nil)
    else { return finding }
    let isBetterElsewhere =
      extremum.extremum.kind == .supremum
      ? value.upperBound < best.lowerBound : best.upperBound < value.lowerBound
    if isBetterElsewhere { finding.decision = .refuted }
    return finding
  }

  /// The places where an expression may be largest on a range of a variable; all other variables are fixed by the domain.
  ///
  /// A maximiser inside the range is a zero of the derivative. The range is halved until the parts in which the
  /// derivative may be zero are short; the ends of the range count where the derivative does not lead away from them.
  func placesOfMaximum(of expression: Expression, _ variable: Variable, on domain: Domain) -> Finding {
    let slope = Quantity(expression, derivative: variable)
    guard let problem = problem(slope, on: domain), let axis = problem.coordinates.firstIndex(of: variable) else {
      return Finding(.undecided)
    }
    var bracket = ZeroBracket(function: problem.function, box: problem.box, axis: axis)
    bracket.narrow(maximumBoxes: budget.maximumBoxes)
    var finding = Finding(.undecided, enclosure: bracket.enclosure, boxes: bracket.boxes)
    finding.isSharp = bracket.isSharp
    let fixed = domain.ranges.filter { $0.key != variable }.map { ($0.key, $0.value.lower) }
    finding.witness = Witness(point: fixed.sorted { $0.0.rawValue < $1.0.rawValue }, value: bracket.enclosure)
    return finding
  }
}

extension Domain {
  /// The domain without the places of a maximum: a variable's range ends somewhat before them, or begins after them. On
  /// what is left the derivative keeps away from zero.
  func cut(_ places: Interval, _ end: (variable: Variable, isUpper: Bool)) -> Domain? {
    let margin = 0x1p-24
    let bound = end.isUpper ? places.lowerBound - margin : places.upperBound + margin
    guard let range = range(of: end.variable), let bound = Rational(exactly: bound), range.lower < bound,
      bound < range.upper
    else { return nil }
    return restricted(
      to: [end.variable: end.isUpper ? ExactRange(range.lower, bound) : ExactRange(bound, range.upper)])
  }
}

/// The places along one side of a box, all other sides of which are thin, where a function with this derivative may be
/// largest.
private struct ZeroBracket {
  /// The derivative.
  let function: any BoxFunction<Interval>
  let box: Box
  let axis: Int
  /// The number of boxes on which the derivative was enclosed.
  private(set) var boxes = 0
  /// Whether nothing was left to halve.
  private(set) var isSharp = false
  /// Holds all places.
  private(set) var enclosure: Interval

  init(function: any BoxFunction<Interval>, box: Box, axis: Int) {
    self.function = function
    self.box = box
    self.axis = axis
    enclosure = box.sides[axis].hull
  }

  /// Parts no longer than this are not halved: some hundred times what rounding leaves of the derivative.
  private static let shortest = 0x1p-42

  mutating func narrow(maximumBoxes: Int) {
    let side = box.sides[axis]
    var open = [side]
    var places: [Interval] = []
    let (lower, upper) = (ExactRange(side.lower), ExactRange(side.upper))
    if !(derivative(on: lower).map { $0.lowerBound > 0 } ?? false) { places.append(lower.hull) }
    if !(derivative(on: upper).map { $0.upperBound < 0 } ?? false) { places.append(upper.hull) }
    while let part = open.popLast() {
      if boxes >= maximumBoxes { return }
      guard derivative(on: part)?.contains(0) ?? true else { continue }
      guard part.hull.width > Self.shortest, let middle = part.splitPoint, let (lower, upper) = part.split(at: middle)
      else {
        places.append(part.hull)
        continue
      }
      open += [lower, upper]
    }
    isSharp = true
    enclosure = places.reduce(.empty) { $0.convexHull($1) }
  }

  private mutating func derivative(on side: ExactRange) -> Interval? {
    boxes += 1
    return function.value(over: box.replacing(axis, with: side).hull, within: nil)
  }
}
