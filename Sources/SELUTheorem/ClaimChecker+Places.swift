import GridChecker
import IntervalArithmetic
import RealArithmetic
import SELUClaims

// Where a quantity is largest or least.
extension ClaimChecker {
  /// Decides whether a quantity has its largest (`above`) or least value on a domain at a given point and nowhere else.
  ///
  /// If every partial derivative has one sign on the domain and is nowhere zero, the extremum is at one corner alone, which
  /// is compared with the point as exact numbers. Otherwise a value beyond that at the point would refute the claim.
  func check(
    _ quantity: Quantity, above: Bool, isExtremalAt point: [Variable: Rational], on domain: Domain
  ) -> Finding {
    guard let problem = problem(quantity, on: domain), !quantity.isAbsolute, quantity.derivative == nil,
      let place = Domain(name: domain.name, point.mapValues { Domain.Range($0, $0) }).box(in: problem.coordinates)
    else { return Finding(.undecided) }
    let extremum = extremum(of: problem, above: above)
    var finding = problem.finding(extremum)
    let slopes = problem.coordinates.map { slope(of: quantity.expression, $0, on: domain) }
    finding.boxes += slopes.reduce(0) { $0 + $1.boxes }
    let corner = zip(problem.coordinates, slopes).map { variable, slope in
      domain.range(of: variable).flatMap { range in
        slope.direction.map { ($0 == .increasing) == above ? range.upper : range.lower }
      }
    }
    if corner == problem.coordinates.map({ point[$0] }) {
      finding.decision = .proved
    } else if let best = extremum.witness?.value {
      let value = problem.function.value(over: place.hull)
      if above ? value.upperBound < best.lowerBound : best.upperBound < value.lowerBound { finding.decision = .refuted }
    }
    return finding
  }

  /// Which way an expression goes in a variable, if that is the same on all of a domain, strictly.
  private func slope(
    of expression: Expression, _ variable: Variable, on domain: Domain
  ) -> (direction: Direction?, boxes: Int) {
    let rising = check(expression, .increasing, in: variable, on: domain)
    if rising.decision == .proved { return (.increasing, rising.boxes) }
    let falling = check(expression, .decreasing, in: variable, on: domain)
    return (falling.decision == .proved ? .decreasing : nil, rising.boxes + falling.boxes)
  }

  /// Decides whether the places where an expression is largest on a range of a variable round to a printed decimal; all
  /// other variables are fixed by the domain.
  ///
  /// A maximiser inside the range is a zero of the derivative. The range is halved until the parts in which the
  /// derivative may be zero are short; the ends of the range count where the derivative does not lead away from them.
  func check(
    maximiserOf expression: Expression, _ variable: Variable, roundsTo printed: PrintedDecimal, on domain: Domain
  ) -> Finding {
    let slope = Quantity(expression, derivative: variable)
    guard let problem = problem(slope, on: domain), let axis = problem.coordinates.firstIndex(of: variable),
      problem.box.sides.enumerated().allSatisfy({ $0.offset == axis || $0.element.isThin })
    else { return Finding(.undecided) }
    var bracket = ZeroBracket(function: problem.function, box: problem.box, axis: axis)
    bracket.narrow(maximumBoxes: budget.maximumBoxes)
    var finding = Finding(printed.isRounding(of: bracket.enclosure), enclosure: bracket.enclosure, boxes: bracket.boxes)
    finding.isSharp = bracket.isSharp
    let fixed = domain.ranges.filter { $0.key != variable }.map { ($0.key, $0.value.lower) }
    finding.witness = Witness(point: fixed.sorted { $0.0.rawValue < $1.0.rawValue }, value: bracket.enclosure)
    return finding
  }
}

/// The places along one side of a box, all other sides of which are thin, where a function with this derivative may be
/// largest.
private struct ZeroBracket {
  /// The derivative.
  let function: QuantityFunction
  let box: Box
  let axis: Int
  /// The number of boxes on which the derivative was enclosed.
  private(set) var boxes = 0
  /// Whether nothing was left to halve.
  private(set) var isSharp = false
  /// Holds all places.
  private(set) var enclosure: Interval

  init(function: QuantityFunction, box: Box, axis: Int) {
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
    if !(derivative(on: Side(side.lower)).lowerBound > 0) { places.append(side.lower.enclosure) }
    if !(derivative(on: Side(side.upper)).upperBound < 0) { places.append(side.upper.enclosure) }
    while let part = open.popLast() {
      if boxes >= maximumBoxes { return }
      guard derivative(on: part).contains(0) else { continue }
      let halves = part.hull.width > Self.shortest ? Box([part]).split(along: 0) : nil
      guard let (lower, upper) = halves else {
        places.append(part.hull)
        continue
      }
      open += [lower.sides[0], upper.sides[0]]
    }
    isSharp = true
    enclosure = places.reduce(.empty) { $0.convexHull($1) }
  }

  private mutating func derivative(on side: Side) -> Interval {
    boxes += 1
    let variables = box.hull.enumerated().map { $0.offset == axis ? side.hull : $0.element }
    let value = function.value(over: variables)
    return value.isEmpty ? .entire : value
  }
}
