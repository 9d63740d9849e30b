import RealArithmetic
import SELUClaims

/// The replay of one part: that its tree proves its bound, and its witness what is said to be attained.
///
/// The nodes are taken in preorder, each with its box. A split leaves two parts that have the point in common, a reduction
/// to a face is allowed only where the sign of a derivative shows that the extremum over the box is taken there; so every
/// point of the domain is accounted for, because of the form of the tree.
struct TreeReplay<Function: ReplayedFunction> {
  private typealias Box = ReplayBox<Function.Scalar>

  private let part: Certificate.Part
  private let function: Function
  /// A number in the arithmetic of the replay.
  private let scalar: Function.Scalar
  /// 1 for a supremum; -1 for an infimum, which is minus the supremum of the negative.
  private let sign: Int

  init(_ part: Certificate.Part, of function: Function, like scalar: Function.Scalar) {
    self.part = part
    self.function = function
    self.scalar = scalar
    sign = part.extremum == .supremum ? 1 : -1
  }

  /// Throws: `Rejection`, which names the node.
  func run() throws(Rejection) {
    guard function.isAboutFixedPoints || !part.namesNeighbourhoods else {
      throw Rejection("a neighbourhood of fixed points is named, and the part is not about these")
    }
    var open = [Box(part.box, like: scalar)]
    for (index, node) in part.tree.enumerated() {
      guard let box = open.popLast() else { throw Rejection("nodes are left over after the last leaf") }
      do {
        open += try replay(node, on: box)
      } catch {
        throw Rejection("node \(index + 1): \(error.reason)")
      }
    }
    guard open.isEmpty else { throw Rejection("leaves are missing at the end of the tree") }
    try checkWitness()
  }

  // MARK: Nodes

  /// The boxes that follow, the one for the next node last.
  private func replay(_ node: Node, on box: Box) throws(Rejection) -> [Box] {
    var box = box
    for face in node.faces { box = try reduced(box, to: face) }
    switch node.end {
    case .split(let variable, let point):
      return try halves(of: box, along: variable, at: point)
    case .natural(let neighbourhood):
      try checkNatural(box, within: neighbourhood)
    case .meanValue(let centre, let neighbourhood, let atCentre):
      try checkMeanValue(box, around: centre, within: neighbourhood, at: atCentre)
    }
    return []
  }

  private func axis(of variable: Variable, in box: Box) throws(Rejection) -> Int {
    guard let axis = part.variables.firstIndex(of: variable) else {
      throw Rejection("\(variable.rawValue) is no variable of the box")
    }
    return axis
  }

  private func reduced(_ box: Box, to face: Node.Face) throws(Rejection) -> Box {
    let axis = try axis(of: face.variable, in: box)
    guard box.sides[axis].lower < box.sides[axis].upper else {
      throw Rejection("\(face.variable.rawValue) is a single number already")
    }
    let derivative = signed(try function.gradient(over: box, along: [axis], within: face.neighbourhood)[0])
    guard face.isUpper ? derivative.isGreaterOrEqual(to: 0) : derivative.isLessOrEqual(to: 0) else {
      throw Rejection("the derivative by \(face.variable.rawValue) may have the wrong sign")
    }
    let side = box.sides[axis]
    let bound = face.isUpper ? side.upper : side.lower
    return box.replacing(axis, with: Certificate.Side(bound, bound))
  }

  private func halves(of box: Box, along variable: Variable, at point: Double) throws(Rejection) -> [Box] {
    let axis = try axis(of: variable, in: box)
    let side = box.sides[axis]
    guard let middle = Rational(exactly: point), side.lower < middle, middle < side.upper else {
      throw Rejection("the split of \(variable.rawValue) is not inside of the box")
    }
    return [
      box.replacing(axis, with: Certificate.Side(middle, side.upper)),
      box.replacing(axis, with: Certificate.Side(side.lower, middle)),
    ]
  }

  // MARK: Leaves

  private func checkNatural(_ box: Box, within neighbourhood: Node.Neighbourhood?) throws(Rejection) {
    if let point = box.point, let value = function.exactValue(at: point) {
      guard Rational(sign) * value <= bound else { throw Rejection("the bound does not hold") }
    } else {
      try checkBound(signed(try function.value(over: box, within: neighbourhood)))
    }
  }

  private func checkMeanValue(
    _ box: Box, around centre: [Double], within neighbourhood: Node.Neighbourhood?,
    at atCentre: Node.Neighbourhood?
  ) throws(Rejection) {
    let axes = box.thickAxes
    guard centre.count == axes.count else { throw Rejection("the centre does not have a coordinate for each side") }
    var point = box.sides.map(\.lower)
    for (axis, coordinate) in zip(axes, centre) { point[axis] = Rational(exactly: coordinate) ?? point[axis] }
    guard box.contains(point) else { throw Rejection("the centre is not in the box") }
    let centreBox = Box(point: point, like: scalar)
    let gradient = try function.gradient(over: box, along: axes, within: neighbourhood)
    var sum = try function.value(over: centreBox, within: atCentre)
    let (sides, middle) = (box.intervals, centreBox.intervals)
    for (axis, slope) in zip(axes, gradient) { sum = sum + slope * (sides[axis] - middle[axis]) }
    try checkBound(signed(try known(sum)))
  }

  private func checkBound(_ enclosure: Function.Scalar) throws(Rejection) {
    guard enclosure.isLessOrEqual(to: bound) else { throw Rejection("the bound does not hold") }
  }

  // MARK: The witness

  private func checkWitness() throws(Rejection) {
    guard Box(part.box, like: scalar).contains(part.witness) else {
      throw Rejection("the witness is not in the box")
    }
    let attained = Rational(sign) * part.attained.value
    guard try isAtLeast(attained, at: part.witness) else {
      throw Rejection("the witness does not attain what is said")
    }
  }

  /// Whether the quantity, or its negative for an infimum, reaches a number at a point.
  private func isAtLeast(_ number: Rational, at point: [Rational]) throws(Rejection) -> Bool {
    if let exact = function.exactValue(at: point) { return Rational(sign) * exact >= number }
    let box = Box(point: point, like: scalar)
    return signed(try function.value(over: box, within: part.witnessNeighbourhood)).isGreaterOrEqual(to: number)
  }

  // MARK: Signs

  /// The bound on the quantity, or on its negative for an infimum.
  private var bound: Rational { Rational(sign) * part.bound.value }

  private func signed(_ enclosure: Function.Scalar) -> Function.Scalar { sign > 0 ? enclosure : -enclosure }
}

extension Certificate.Part {
  /// Whether a step or the witness has a neighbourhood of fixed points.
  fileprivate var namesNeighbourhoods: Bool {
    witnessNeighbourhood != nil
      || tree.contains { node in
        node.faces.contains { $0.neighbourhood != nil } || node.end.namesNeighbourhoods
      }
  }
}

extension Node.End {
  fileprivate var namesNeighbourhoods: Bool {
    switch self {
    case .split, .natural(nil), .meanValue(_, nil, nil): false
    case .natural, .meanValue: true
    }
  }
}
