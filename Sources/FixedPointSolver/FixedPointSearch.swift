import IntervalArithmetic
import MomentMap
import RealArithmetic

/// All fixed points of the moment mapping in a box of (mu, nu), for all weights in a box of (omega, tau).
public struct FixedPointSearch: Sendable {
  /// The result of a search. Together the lists account for the whole box.
  public struct Outcome: Sendable {
    /// Boxes that hold exactly one fixed point for every (omega, tau), each with the region where it is the only one.
    public var unique: [(enclosure: Pair<Interval>, region: Pair<Interval>)] = []
    /// Boxes on which nothing was decided within the budget.
    public var undecided: [Pair<Interval>] = []
    /// The number of boxes examined.
    public var boxes = 0

    /// Whether it is proved that the box holds no fixed point.
    public var provesNone: Bool { unique.isEmpty && undecided.isEmpty }
  }

  /// The equations to solve.
  public let equations: FixedPointEquations
  /// The largest number of boxes to examine.
  public let maximumBoxes: Int

  /// A search for the zeros of `equations`.
  public init(_ equations: FixedPointEquations, maximumBoxes: Int = 20_000) {
    self.equations = equations
    self.maximumBoxes = maximumBoxes
  }

  /// Finds, or excludes, all fixed points in a box of (mu, nu) with positive nu.
  ///
  /// Boxes on which `g - (mu, nu)` has no zero are dropped; Krawczyk's operator shrinks the others and proves existence
  /// and uniqueness; what remains is split. Every fixed point of the box lies in one of the boxes returned.
  public func run(in box: Pair<Interval>) -> Outcome {
    var outcome = Outcome()
    // Near a fixed point found by plain iteration existence and uniqueness are proved at once, in a region that later
    // boxes need not examine again.
    if let known = enclosureNearOrbit(within: box) { outcome.unique.append(known) }
    var open = [box]
    while let current = open.popLast() {
      guard outcome.boxes < maximumBoxes else {
        outcome.undecided.append(current)
        continue
      }
      outcome.boxes += 1
      examine(current, &outcome, &open)
    }
    return outcome
  }

  private func examine(_ box: Pair<Interval>, _ outcome: inout Outcome, _ open: inout [Pair<Interval>]) {
    if outcome.unique.contains(where: { box.isSubset(of: $0.region) }) { return }
    let residual = equations.residual(over: box)
    if !residual.first.contains(0) || !residual.second.contains(0) { return }
    switch equations.contract(box, maximumSteps: 20) {
    case .none:
      return
    case .unique(let enclosure, let region):
      // A fixed point in the region of a known one is that one; whether it is cannot be told on the region's border.
      if outcome.unique.contains(where: { enclosure.isSubset(of: $0.region) }) { return }
      if outcome.unique.contains(where: { !enclosure.isDisjoint(with: $0.region) }) {
        outcome.undecided.append(enclosure)
      } else {
        outcome.unique.append((enclosure, region))
      }
    case .unknown(let rest):
      guard let (lower, upper) = rest.bisected() else {
        outcome.undecided.append(rest)
        return
      }
      open.append(upper)
      open.append(lower)
    }
  }

  /// The fixed point to which the orbit of (0, 1) seems to converge, enclosed; nil if it does not converge inside.
  private func enclosureNearOrbit(
    within box: Pair<Interval>
  ) -> (enclosure: Pair<Interval>, region: Pair<Interval>)? {
    let activation = equations.mapping.activation
    let mapping = MomentMapping(
      Activation(alpha: activation.alpha.midpoint, lambda: activation.lambda.midpoint))
    let (omega, tau) = (equations.omega.midpoint, equations.tau.midpoint)
    var (mu, nu) = (0.0, 1.0)
    for _ in 0..<2_000 {
      let next = mapping(Point(mu: mu, omega: omega, nu: nu, tau: tau))
      let change = (next.mean - mu).magnitude + (next.variance - nu).magnitude
      (mu, nu) = next
      if !(nu > 0 && nu.isFinite && mu.isFinite) { return nil }
      if change <= 0x1p-50 * nu { break }
    }
    // The region must be a neighbourhood: try generous ones first.
    for exponent in [-4, -6, -8, -12, -20, -30] {
      let scale = Double(sign: .plus, exponent: exponent, significand: 1)
      let radius = (nu + mu.magnitude) * scale
      let candidate = Pair(
        Interval(lowerBound: mu - radius, upperBound: mu + radius),
        Interval(lowerBound: nu - radius, upperBound: nu + radius))
      guard candidate.isSubset(of: box) else { continue }
      if case .unique(let enclosure, let region) = equations.contract(candidate) { return (enclosure, region) }
    }
    return nil
  }
}

extension Pair<Interval> {
  /// Whether the box lies inside another.
  public func isSubset(of other: Pair) -> Bool {
    first.isSubset(of: other.first) && second.isSubset(of: other.second)
  }

  /// Whether the boxes have no point in common.
  func isDisjoint(with other: Pair) -> Bool {
    first.isDisjoint(with: other.first) || second.isDisjoint(with: other.second)
  }

  /// Two parts along the relatively wider side; nil if there is no double between its bounds.
  ///
  /// The cut is not in the middle, because fixed points like to lie on lines of symmetry, such as mu = 0, and none can
  /// be proved to exist on the border of a box.
  func bisected() -> (Pair, Pair)? {
    let splitFirst = first.width > second.width / Swift.max(1, second.magnitude)
    let side = splitFirst ? first : second
    let middle = side.lowerBound + 0.46875 * side.width
    guard side.lowerBound < middle && middle < side.upperBound else { return nil }
    let lower = Interval(lowerBound: side.lowerBound, upperBound: middle)
    let upper = Interval(lowerBound: middle, upperBound: side.upperBound)
    return splitFirst ? (Pair(lower, second), Pair(upper, second)) : (Pair(first, lower), Pair(first, upper))
  }
}
