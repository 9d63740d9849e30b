import IntervalArithmetic

/// How much work a search may do.
public struct SearchBudget: Sendable {
  /// The largest number of boxes to bound.
  public var maximumBoxes: Int
  /// The number of threads; results do not depend on it.
  public var threads: Int
  /// The relative width of the enclosure at which the search stops.
  public var relativeTolerance: Double
  /// The width at which it stops whatever the value: an extremum may be zero.
  public var absoluteTolerance: Double

  /// A budget; the defaults suffice for every claim of the paper.
  public init(
    maximumBoxes: Int = 50_000, threads: Int = 1, relativeTolerance: Double = 0x1p-31,
    absoluteTolerance: Double = 0x1p-60
  ) {
    self.maximumBoxes = maximumBoxes
    self.threads = threads
    self.relativeTolerance = relativeTolerance
    self.absoluteTolerance = absoluteTolerance
  }
}

/// A certified supremum or infimum of a function over a box, and the subdivision that proves it.
public struct Extremum: Sendable {
  /// Which end of the range.
  public enum Kind: Sendable {
    /// The least upper bound.
    case supremum
    /// The greatest lower bound.
    case infimum
  }

  /// Which end of the range.
  public let kind: Kind
  /// Encloses the exact extremum of the function over the exact domain.
  public let enclosure: Interval
  /// A point of the domain, with thin sides, and an enclosure of the function's value there: the best point found.
  public let witness: (point: Box, value: Interval)?
  /// The number of boxes on which the function was bounded.
  public let boxes: Int
  /// Whether the enclosure is as narrow as was asked for.
  public let isSharp: Bool
  /// The boxes and their bounds; for an infimum, of the negative of the function.
  public let subdivision: Subdivision
  /// What a `ProductGrid` has covered; nil for other searches.
  public let coverage: GridCoverage?

  /// An extremum.
  init(
    kind: Kind, enclosure: Interval, witness: (point: Box, value: Interval)?, boxes: Int, isSharp: Bool,
    subdivision: Subdivision, coverage: GridCoverage? = nil
  ) {
    self.kind = kind
    self.enclosure = enclosure
    self.witness = witness
    self.boxes = boxes
    self.isSharp = isSharp
    self.subdivision = subdivision
    self.coverage = coverage
  }
}

extension BoxFunction {
  /// Encloses an extremum of the function over a box.
  ///
  /// The result is proved whatever the strategy and the budget; a small budget only makes the enclosure wider. A uniform
  /// grid needs as many counts as there are variables, and cells that can be counted; otherwise the search is adaptive.
  public func extremum(
    _ kind: Extremum.Kind, over domain: Box, strategy: SearchStrategy = .adaptive,
    budget: SearchBudget = SearchBudget()
  ) -> Extremum {
    guard kind == .supremum else {
      return NegatedFunction(self).extremum(.supremum, over: domain, strategy: strategy, budget: budget).negated
    }
    if let grid = UniformGrid(domain: domain, strategy) {
      return supremum(on: grid, threads: budget.threads)
    }
    var search = SupremumSearch(function: self, domain: domain, budget: budget)
    return search.run()
  }

  /// Encloses the least upper bound of the function over a box, by adaptive subdivision.
  public func supremum(over domain: Box, budget: SearchBudget = SearchBudget()) -> Extremum {
    extremum(.supremum, over: domain, budget: budget)
  }

  /// Encloses the greatest lower bound of the function over a box, by adaptive subdivision.
  public func infimum(over domain: Box, budget: SearchBudget = SearchBudget()) -> Extremum {
    extremum(.infimum, over: domain, budget: budget)
  }
}

extension Extremum {
  /// The infimum of a function from the supremum of its negative.
  var negated: Extremum {
    Extremum(
      kind: .infimum, enclosure: -enclosure, witness: witness.map { ($0.point, -$0.value) }, boxes: boxes,
      isSharp: isSharp, subdivision: subdivision)
  }
}

/// The search behind `supremum`: rounds of bounding all open boxes, then splitting those that may hold the supremum.
///
/// Each round is a function of the one before, whatever the number of threads that share its work; so the result is.
private struct SupremumSearch<Function: BoxFunction> {
  let function: Function
  let domain: Box
  let budget: SearchBudget

  var subdivision = Subdivision()
  /// The largest value that is known to be attained.
  var attained = -Double.infinity
  var witness: (point: Box, value: Interval)?

  init(function: Function, domain: Box, budget: SearchBudget) {
    self.function = function
    self.domain = domain
    self.budget = budget
  }

  mutating func run() -> Extremum {
    var open = bound([domain])
    while !open.isEmpty {
      open = open.filter { mayExceedTolerance(subdivision.nodes[$0]) }
      let room = budget.maximumBoxes - subdivision.nodes.count
      // Largest bounds first, so that a budget that runs out is spent where it matters.
      let promising = open.sorted { first, second in
        let (a, b) = (subdivision.nodes[first].bound.upperBound, subdivision.nodes[second].bound.upperBound)
        return a != b ? a > b : first < second
      }
      let halves = promising.prefix(max(0, room / 2)).compactMap { split($0) }
      guard !halves.isEmpty else { break }
      open = bound(halves.flatMap { [$0.0, $0.1] }, parents: halves.map(\.parent))
    }
    return extremum()
  }

  /// Bounds boxes and appends them to the tree; returns their indices.
  mutating func bound(_ boxes: [Box], parents: [(index: Int, axis: Int)] = []) -> [Int] {
    let first = subdivision.nodes.count
    let bounds = concurrentMap(boxes, threads: budget.threads) { [function] in function.bound(on: $0) }
    for (box, bound) in zip(boxes, bounds) {
      subdivision.nodes.append(Subdivision.Node(box: box, bound: bound))
      if let value = bound.valueAtCentre, value.lowerBound > attained {
        attained = value.lowerBound
        witness = (bound.centre, value)
      }
    }
    for (position, parent) in parents.enumerated() {
      subdivision.nodes[parent.index].split = (parent.axis, first + 2 * position)
    }
    return Array(first..<subdivision.nodes.count)
  }

  /// Whether the box may hold values above the best known one by more than the tolerance.
  func mayExceedTolerance(_ node: Subdivision.Node) -> Bool {
    !(node.bound.upperBound <= attained + tolerance)
  }

  /// How far the bound may exceed the best known value in the end.
  var tolerance: Double { max(budget.relativeTolerance * attained.magnitude, budget.absoluteTolerance) }

  /// The halves of a node's face along the side where the function varies most; nil for a point or a side too short.
  func split(_ index: Int) -> (Box, Box, parent: (index: Int, axis: Int))? {
    let bound = subdivision.nodes[index].bound
    let axes = bound.face.sides.indices.filter { bound.face.sides[$0].splitPoint != nil }
    let variation = { (axis: Int) -> Double in
      let width = bound.face.sides[axis].hull.width
      let product = (bound.gradient[axis]?.magnitude ?? .infinity) * width
      return product.isFinite ? product : width * 0x1p512
    }
    guard let axis = axes.max(by: { variation($0) < variation($1) }), let (lower, upper) = bound.face.split(along: axis)
    else { return nil }
    return (lower, upper, (index, axis))
  }

  func extremum() -> Extremum {
    let upper = subdivision.leaves.reduce(-Double.infinity) { max($0, $1.bound.upperBound) }
    let enclosure = Interval(lowerBound: attained, upperBound: upper)
    return Extremum(
      kind: .supremum, enclosure: enclosure, witness: witness, boxes: subdivision.nodes.count,
      isSharp: upper <= attained + tolerance,
      subdivision: subdivision)
  }
}
