import IntervalArithmetic
import RealArithmetic

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

/// Which end of the range of a quantity.
public enum RangeEnd: String, Sendable, Hashable {
  /// The least upper bound.
  case supremum
  /// The greatest lower bound.
  case infimum
}

/// A certified supremum or infimum of a function over a box, and the tree that proves it.
public struct Extremum: Sendable {
  /// Which end of the range.
  public let kind: RangeEnd
  /// Encloses the exact extremum of the function over the exact domain.
  public let enclosure: Interval
  /// A point of the domain, with thin sides, and an enclosure of the function's value there: the best point found.
  public let witness: (point: Box, value: Interval)?
  /// The number of boxes on which the search bounded the function.
  public let boxes: Int
  /// Whether the enclosure is as narrow as was asked for.
  public let isSharp: Bool
  /// What the leaf check has proved; for an infimum, of the negative of the function.
  public let leaves: [Leaf<Interval>]
  /// The tree to which the leaves belong; nil for grids, whose cells are too many to list.
  public let tree: Tree?
  /// Where the fixed points are at the witness, for functions that need to know.
  public let witnessNeighbourhood: Tree.Neighbourhood?
  /// What a `ProductGrid` has covered; nil for other searches.
  public let coverage: GridCoverage?

  /// An extremum.
  init(
    kind: RangeEnd, enclosure: Interval, witness: (point: Box, value: Interval)?, boxes: Int, isSharp: Bool,
    leaves: [Leaf<Interval>], tree: Tree? = nil, witnessNeighbourhood: Tree.Neighbourhood? = nil,
    coverage: GridCoverage? = nil
  ) {
    self.kind = kind
    self.enclosure = enclosure
    self.witness = witness
    self.boxes = boxes
    self.isSharp = isSharp
    self.leaves = leaves
    self.tree = tree
    self.witnessNeighbourhood = witnessNeighbourhood
    self.coverage = coverage
  }

  /// The infimum of a function from the supremum of its negative.
  fileprivate var negated: Extremum {
    Extremum(
      kind: .infimum, enclosure: -enclosure, witness: witness.map { ($0.point, -$0.value) }, boxes: boxes,
      isSharp: isSharp, leaves: leaves, tree: tree, witnessNeighbourhood: witnessNeighbourhood)
  }
}

/// Where the fixed points of a function may be over a box; nil if nothing comes to mind. Nothing is believed of it.
public typealias NeighbourhoodSuggestion = @Sendable (_ variables: [Interval]) -> Tree.Neighbourhood?

extension BoxFunction where Scalar == Interval {
  /// Encloses an extremum of the function over a box.
  ///
  /// The result is proved whatever the strategy and the budget; a small budget only makes the enclosure wider. A uniform
  /// grid needs as many counts as there are variables, and cells that can be counted; otherwise the search is adaptive.
  public func extremum(
    _ kind: RangeEnd, over domain: Box, strategy: SearchStrategy = .adaptive, budget: SearchBudget = SearchBudget(),
    suggestion: @escaping NeighbourhoodSuggestion = { _ in nil }
  ) -> Extremum {
    guard kind == .supremum else {
      return NegatedFunction(self)
        .extremum(.supremum, over: domain, strategy: strategy, budget: budget, suggestion: suggestion).negated
    }
    if let grid = UniformGrid(domain: domain, strategy) {
      return supremum(on: grid, threads: budget.threads)
    }
    var search = SupremumSearch(function: self, domain: domain, budget: budget, suggestion: suggestion)
    return supremum(over: domain, by: search.run(), budget: budget)
  }

  /// Encloses the least upper bound of the function over a box, by adaptive subdivision.
  public func supremum(over domain: Box, budget: SearchBudget = SearchBudget()) -> Extremum {
    extremum(.supremum, over: domain, budget: budget)
  }

  /// Encloses the greatest lower bound of the function over a box, by adaptive subdivision.
  public func infimum(over domain: Box, budget: SearchBudget = SearchBudget()) -> Extremum {
    extremum(.infimum, over: domain, budget: budget)
  }

  /// What a proposal proves: by its leaves the function has no greater values, and at its witness it has this one. Of a
  /// tree that is not accepted, nothing.
  func supremum(over domain: Box, by proposal: Proposal, budget: SearchBudget) -> Extremum {
    let proved = try? LeafCheck(self, like: Interval(0)).leaves(
      of: proposal.tree, over: domain, threads: budget.threads)
    let leaves = proved ?? [Leaf(box: domain, face: domain, bound: nil)]
    let upper = leaves.reduce(-Double.infinity) { max($0, $1.bound?.upperBound ?? .infinity) }
    var witness: (point: Box, value: Interval)?
    if let point = proposal.witness, point.isPoint, domain.contains(point.lowerCorner) {
      witness = value(over: point.hull, within: proposal.witnessNeighbourhood).map { (point, $0) }
    }
    let attained = witness?.value.lowerBound ?? -.infinity
    return Extremum(
      kind: .supremum, enclosure: Interval(lowerBound: attained, upperBound: upper), witness: witness,
      boxes: proposal.boxes, isSharp: upper <= attained + budget.tolerance(at: attained), leaves: leaves,
      tree: proposal.tree, witnessNeighbourhood: proposal.witnessNeighbourhood)
  }
}

extension SearchBudget {
  /// How far the bound may exceed the best known value in the end.
  fileprivate func tolerance(at value: Double) -> Double { max(relativeTolerance * value.magnitude, absoluteTolerance) }
}

// MARK: - Where to look

/// What a search has to say: a tree that may prove a small bound, and a point where the function may be large.
///
/// Nothing of it is believed.
struct Proposal {
  var tree: Tree
  var witness: Box?
  var witnessNeighbourhood: Tree.Neighbourhood?
  /// The number of boxes on which the search bounded the function.
  var boxes: Int
}

/// The search behind `extremum`: rounds of bounding all open boxes, then splitting those that may hold the supremum.
///
/// Each round is a function of the one before, whatever the number of threads that share its work; so the result is.
private struct SupremumSearch {
  let function: any BoxFunction<Interval>
  let domain: Box
  let budget: SearchBudget
  let suggestion: NeighbourhoodSuggestion

  /// All boxes, in the order in which they were bounded.
  private var nodes: [Node] = []
  /// The largest value that seems to be attained, and where.
  private var attained = -Double.infinity
  private var witness: Box?

  struct Node {
    /// All of the domain, or one half of the parent's face.
    let box: Box
    /// The faces to which the signs of the gradient reduce the box, in the order in which they were found.
    var faces: [Tree.Face] = []
    /// The box after this reduction.
    var face: Box
    /// Encloses the partial derivatives over the face, along the sides that are not thin.
    var gradient: [Interval?] = []
    /// The point of the face around which the mean-value form was taken; the face itself, if it is a point.
    var centre: Box
    var valueAtCentre: Interval?
    /// The smaller of the bounds by the interval extension and by the mean-value form.
    var upperBound = Double.infinity
    /// Whether the latter is the smaller one.
    var isMeanValue = false
    /// Where the face was split, and the first of the two nodes that follow from it; nil for a leaf.
    var split: (axis: Int, point: Double, firstChild: Int)?
  }

  init(
    function: any BoxFunction<Interval>, domain: Box, budget: SearchBudget,
    suggestion: @escaping NeighbourhoodSuggestion
  ) {
    self.function = function
    self.domain = domain
    self.budget = budget
    self.suggestion = suggestion
  }

  mutating func run() -> Proposal {
    var open = bound([domain])
    while !open.isEmpty {
      open = open.filter { !(nodes[$0].upperBound <= attained + budget.tolerance(at: attained)) }
      let room = budget.maximumBoxes - nodes.count
      // Largest bounds first, so that a budget that runs out is spent where it matters.
      let promising = open.sorted { first, second in
        let (a, b) = (nodes[first].upperBound, nodes[second].upperBound)
        return a != b ? a > b : first < second
      }
      var halves: [Box] = []
      for index in promising.prefix(max(0, room / 2)) {
        guard let split = split(nodes[index]) else { continue }
        nodes[index].split = (split.axis, split.point, nodes.count + halves.count)
        halves += [split.lower, split.upper]
      }
      if halves.isEmpty { break }
      open = bound(halves)
    }
    return Proposal(
      tree: tree, witness: witness, witnessNeighbourhood: witness.flatMap { neighbourhood(of: $0) }, boxes: nodes.count)
  }

  /// Bounds boxes and appends them to the nodes; returns their indices.
  private mutating func bound(_ boxes: [Box]) -> [Int] {
    let first = nodes.count
    nodes += concurrentMap(boxes, threads: budget.threads) { [self] in bound($0) }
    for node in nodes[first...] {
      if let value = node.valueAtCentre, value.lowerBound > attained {
        (attained, witness) = (value.lowerBound, node.centre)
      }
    }
    return Array(first..<nodes.count)
  }

  /// The parts of a node's face along the side where the function varies most; nil for a point or a side too short.
  private func split(_ node: Node) -> (axis: Int, point: Double, lower: Box, upper: Box)? {
    let axes = node.face.sides.indices.filter { node.face.sides[$0].splitPoint != nil }
    let variation = { (axis: Int) -> Double in
      let width = node.face.sides[axis].hull.width
      let product = (node.gradient[axis]?.magnitude ?? .infinity) * width
      return product.isFinite ? product : width * 0x1p512
    }
    guard let axis = axes.max(by: { variation($0) < variation($1) }), let point = node.face.sides[axis].splitPoint,
      let (lower, upper) = node.face.split(axis, at: point)
    else { return nil }
    return (axis, point, lower, upper)
  }

  // MARK: A box

  /// Reduces a box to faces as long as a partial derivative seems to have one sign, where the gradient is narrower and may
  /// have one sign in further variables, and bounds the function on what remains.
  private func bound(_ box: Box) -> Node {
    var node = Node(box: box, face: box, centre: box)
    var value: Interval?
    while true {
      let (face, place) = (node.face, neighbourhood(of: node.face))
      if face.isPoint {
        value = function.value(over: face.hull, within: place)
        node.valueAtCentre = value
        node.centre = face
        break
      }
      let axes = face.thickAxes
      let (enclosure, slopes) = function.valueAndGradient(over: face.hull, along: axes, within: place)
      value = enclosure
      node.gradient = Array(repeating: nil, count: face.sides.count)
      for (axis, slope) in zip(axes, slopes) { node.gradient[axis] = slope }
      let monotone = monotoneSides(of: face, gradient: node.gradient)
      if monotone.isEmpty { break }
      for next in monotone { node.face = node.face.face(next.axis, isUpper: next.isUpper) }
      node.faces += monotone
    }
    node.upperBound = value?.upperBound ?? .infinity
    if node.face.isPoint { return node }
    node.centre = bestCentre(of: node.face, gradient: node.gradient)
    node.valueAtCentre = function.value(over: node.centre.hull, within: neighbourhood(of: node.centre))
    // A centre that is no double cannot be written in a tree.
    guard coordinates(of: node) != nil else { return node }
    let axes = node.face.thickAxes
    let meanValue = LeafCheck(function, like: Interval(0))
      .meanValue(node.valueAtCentre, axes.map { node.gradient[$0] }, node.face, node.centre, axes)
    if let meanValue, meanValue.upperBound < node.upperBound {
      node.upperBound = meanValue.upperBound
      node.isMeanValue = true
    }
    return node
  }

  /// The sides that are not thin along which the function is monotone on the box, and where it is largest.
  private func monotoneSides(of box: Box, gradient: [Interval?]) -> [Tree.Face] {
    gradient.indices.compactMap { axis in
      guard !box.sides[axis].isPoint, let slope = gradient[axis] else { return nil }
      if slope.lowerBound >= 0 { return Tree.Face(axis, isUpper: true) }
      if slope.upperBound <= 0 { return Tree.Face(axis, isUpper: false) }
      return nil
    }
  }

  /// The point of the face for which the mean-value form is least, as far as the gradient tells: where a partial derivative
  /// lies in [l, u] with l < 0 < u, the point that is as far from both bounds of its side as the slopes -l and u say
  /// (E. Baumann, Optimal centered forms, BIT 28, 1988). Any point would do for the proof.
  private func bestCentre(of face: Box, gradient: [Interval?]) -> Box {
    Box(
      zip(face.sides, gradient).map { side, slope in
        if side.isPoint { return side }
        guard let slope, slope.lowerBound.isFinite, slope.upperBound.isFinite, slope.lowerBound < slope.upperBound
        else { return ExactRange(side.centre) }
        let share = slope.upperBound / (slope.upperBound - slope.lowerBound)
        let number = side.hull.lowerBound + share * side.hull.width
        return ExactRange(side.point(near: number, fraction: 16).map { Coordinate($0) } ?? side.centre)
      })
  }

  /// The coordinates of the centre for the sides that are not thin; nil if one of them is no double.
  private func coordinates(of node: Node) -> [Double]? {
    let axes = node.face.thickAxes
    let coordinates = axes.compactMap { node.centre.sides[$0].lowerEnd.double }
    return coordinates.count == axes.count ? coordinates : nil
  }

  private func neighbourhood(of box: Box) -> Tree.Neighbourhood? {
    function.needsNeighbourhood ? suggestion(box.hull) : nil
  }

  // MARK: The tree

  /// The nodes in preorder.
  private var tree: Tree {
    var tree = Tree([])
    var open = [0]
    while let index = open.popLast() {
      tree.nodes.append(written(nodes[index]))
      if let split = nodes[index].split { open += [split.firstChild + 1, split.firstChild] }
    }
    return tree
  }

  private func written(_ node: Node) -> Tree.Node {
    var box = node.box
    // What holds the fixed points for a box holds those for its faces, where no narrower one comes to mind.
    var place: Tree.Neighbourhood?
    let faces = node.faces.map { face in
      place = neighbourhood(of: box) ?? place
      box = box.face(face.axis, isUpper: face.isUpper)
      return Tree.Face(face.axis, isUpper: face.isUpper, within: place)
    }
    if let split = node.split { return Tree.Node(faces: faces, end: .split(axis: split.axis, at: split.point)) }
    let within = neighbourhood(of: node.face)
    guard node.isMeanValue, let centre = coordinates(of: node) else {
      return Tree.Node(faces: faces, end: .natural(within: within))
    }
    return Tree.Node(
      faces: faces, end: .meanValue(centre, within: within, at: neighbourhood(of: node.centre)))
  }
}
