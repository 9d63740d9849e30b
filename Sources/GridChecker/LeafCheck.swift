import IntervalArithmetic
import MultiPrecision
import RealArithmetic

/// Why a tree, or a certificate with trees, is not accepted.
public struct Rejection: Error, Equatable, Sendable {
  /// A phrase that says what is wrong and where; it stands behind a colon.
  public let reason: String

  /// A rejection for a reason.
  public init(_ reason: String) {
    self.reason = reason
  }
}

/// A box of a cover of the domain, and what is proved of a function there.
public struct Leaf<Scalar: EnclosingScalar>: Sendable {
  /// The box for which the leaf stands.
  public let box: Box
  /// A part of it: no value of the function on the box exceeds the largest one here.
  public let face: Box
  /// No value of the function on the box exceeds all of these numbers; nil if nothing is known.
  public let bound: Scalar?
  /// The supremum over the box itself, where it is a rational number and known exactly.
  public let exact: Rational?

  init(box: Box, face: Box, bound: Scalar?, exact: Rational? = nil) {
    (self.box, self.face, self.bound, self.exact) = (box, face, bound, exact)
  }
}

/// The proof that a function has no values beyond a bound on a box, from a tree: all that has to be believed of it.
///
/// The same lines decide with binary64 intervals what a search proposes, and replay certificates with multi-precision
/// intervals. Where the tree comes from does not matter.
///
/// * **Cover.** A split leaves two parts that have the cut in common, so that every point of a node's face lies in the box
///   of one of its two branches.
/// * **Faces.** A partial derivative without negative values on a box lets the function be largest at the upper bound of
///   that variable, one without positive values at the lower bound: no value on the box exceeds the largest on that face.
/// * **Leaves.** On a face the values are bounded by the interval extension, or by the mean-value form
///   f(c) + sum of f_i(face) (x_i - c_i) around a point c of the face.
///
/// By induction no value on the domain exceeds the largest bound of a leaf.
public struct LeafCheck<Scalar: EnclosingScalar>: Sendable {
  private let function: any BoxFunction<Scalar>
  private let scalar: Scalar
  private let names: [String]

  /// A check for a function, in the arithmetic of a number; the names of the variables serve for messages.
  public init(_ function: any BoxFunction<Scalar>, like scalar: Scalar, names: [String] = []) {
    (self.function, self.scalar, self.names) = (function, scalar, names)
  }

  /// The leaves of a tree, in its order. They cover the domain, and the bound of each holds.
  ///
  /// With a number given as `atMost`, all bounds are at most this number. The work is shared by up to `threads` threads;
  /// the result does not depend on their number.
  ///
  /// Throws: `Rejection`, which names the node, if the tree does not prove that.
  @_specialize(where Scalar == Interval)
  @_specialize(where Scalar == Interval128)
  @_specialize(where Scalar == DyadicInterval)
  public func leaves(
    of tree: Tree, over domain: Box, atMost number: Rational? = nil, threads: Int = 1
  ) throws(Rejection) -> [Leaf<Scalar>] {
    guard function.needsNeighbourhood || !tree.namesNeighbourhood else { throw .needlessNeighbourhood }
    let boxes = try cover(domain, tree)
    var leaves: [Leaf<Scalar>] = []
    // A part at a time, so that what is wrong early is found early.
    for start in stride(from: 0, to: boxes.count, by: 64 * threads) {
      let part = Array(start..<Swift.min(start + 64 * threads, boxes.count))
      let found = concurrentMap(part, threads: threads, share: 16) { index in
        Result { () throws(Rejection) in try check(tree.nodes[index], boxes[index].box, boxes[index].face, number) }
      }
      for (index, result) in zip(part, found) {
        do {
          if let leaf = try result.get() { leaves.append(leaf) }
        } catch {
          throw error.inside("node \(index + 1)")
        }
      }
    }
    return leaves
  }

  /// Checks that the function reaches a number at a point of the domain.
  @_specialize(where Scalar == Interval128)
  @_specialize(where Scalar == DyadicInterval)
  public func check(
    _ point: [Rational], of domain: Box, attains number: Rational, within place: Tree.Neighbourhood? = nil
  ) throws(Rejection) {
    guard function.needsNeighbourhood || place == nil else { throw .needlessNeighbourhood }
    guard domain.contains(point) else { throw Rejection("the witness is not in the box") }
    let holds: Bool
    if let exact = function.exactValue(at: point) {
      holds = exact >= number
    } else {
      holds = try known(value(over: Box(point: point), within: place), place).isGreaterOrEqual(to: number)
    }
    guard holds else { throw Rejection("the witness does not attain what is said") }
  }

  // MARK: Cover

  /// The box of each node, and the face to which its steps reduce it.
  private func cover(_ domain: Box, _ tree: Tree) throws(Rejection) -> [(box: Box, face: Box)] {
    guard domain.isValid else { throw Rejection("the bounds of the box are in the wrong order") }
    var open = [domain]
    var boxes: [(box: Box, face: Box)] = []
    for (index, node) in tree.nodes.enumerated() {
      guard let box = open.popLast() else { throw Rejection("nodes are left over after the last leaf") }
      do {
        let face = try face(of: box, node.faces)
        boxes.append((box, face))
        if case .split(let axis, let point) = node.end { open += try halves(of: face, axis, point) }
      } catch {
        throw error.inside("node \(index + 1)")
      }
    }
    guard open.isEmpty else { throw Rejection("leaves are missing at the end of the tree") }
    return boxes
  }

  private func face(of box: Box, _ faces: [Tree.Face]) throws(Rejection) -> Box {
    var box = box
    for face in faces {
      try check(face.axis, of: box)
      guard !box.sides[face.axis].isPoint else { throw Rejection("\(name(face.axis)) is a single number already") }
      box = box.face(face.axis, isUpper: face.isUpper)
    }
    return box
  }

  /// The two parts, the one for the next node last.
  private func halves(of box: Box, _ axis: Int, _ point: Double) throws(Rejection) -> [Box] {
    try check(axis, of: box)
    guard let halves = box.split(axis, at: point) else {
      throw Rejection("the split of \(name(axis)) is not inside of the box")
    }
    return [halves.upper, halves.lower]
  }

  private func check(_ axis: Int, of box: Box) throws(Rejection) {
    guard box.sides.indices.contains(axis) else { throw Rejection("\(name(axis)) is no variable of the box") }
  }

  private func name(_ axis: Int) -> String { names.indices.contains(axis) ? names[axis] : "number \(axis)" }

  // MARK: Nodes

  /// The leaf, with its bound; nil for a node that is split.
  private func check(
    _ node: Tree.Node, _ box: Box, _ face: Box, _ number: Rational?
  ) throws(Rejection) -> Leaf<Scalar>? {
    try check(node.faces, of: box)
    let bound: Scalar?
    var exact: Rational?
    let place: Tree.Neighbourhood?
    switch node.end {
    case .split: return nil
    case .natural(let neighbourhood):
      place = neighbourhood
      bound = value(over: face, within: place)
      if face.isPoint { exact = function.exactValue(at: face.lowerCorner) }
    case .meanValue(let centre, let neighbourhood, let atCentre):
      place = neighbourhood
      bound = try meanValueForm(over: face, around: centre, within: place, at: atCentre)
    }
    if let number {
      let holds: Bool
      if let exact { holds = exact <= number } else { holds = try known(bound, place).isLessOrEqual(to: number) }
      guard holds else { throw Rejection("the bound does not hold") }
    }
    return Leaf(box: box, face: face, bound: bound, exact: exact)
  }

  /// Checks the signs of the derivatives. One enclosure of the gradient serves for as many faces as it shows.
  private func check(_ faces: [Tree.Face], of box: Box) throws(Rejection) {
    var (box, rest) = (box, faces[...])
    while let first = rest.first {
      let place = first.neighbourhood
      let group = place == nil ? rest : rest.prefix(1)
      let slopes = function.gradient(over: box.enclosure(like: scalar), along: group.map(\.axis), within: place)
      let shown = zip(group, slopes).prefix { face, slope in
        slope.map { face.isUpper ? $0.isNotNegative : (-$0).isNotNegative } ?? false
      }
      if shown.isEmpty {
        _ = try known(slopes.first ?? nil, place)
        throw Rejection("the derivative by \(name(first.axis)) may have the wrong sign")
      }
      for (face, _) in shown { box = box.face(face.axis, isUpper: face.isUpper) }
      rest = rest.dropFirst(shown.count)
    }
  }

  private func value(over box: Box, within place: Tree.Neighbourhood?) -> Scalar? {
    function.value(over: box.enclosure(like: scalar), within: place).flatMap { $0.isKnown ? $0 : nil }
  }

  private func meanValueForm(
    over face: Box, around numbers: [Double], within place: Tree.Neighbourhood?, at placeOfCentre: Tree.Neighbourhood?
  ) throws(Rejection) -> Scalar? {
    let axes = face.thickAxes
    guard numbers.count == axes.count else { throw Rejection("the centre does not have a coordinate for each side") }
    guard let centre = face.replacing(axes, with: numbers) else { throw Rejection("the centre is not in the box") }
    let slopes = function.gradient(over: face.enclosure(like: scalar), along: axes, within: place)
    return meanValue(value(over: centre, within: placeOfCentre), slopes, face, centre, axes)
  }

  /// The members of the form f(c) + sum of f_i (x_i - c_i); nil if something in it is not known.
  func meanValue(_ valueAtCentre: Scalar?, _ slopes: [Scalar?], _ face: Box, _ centre: Box, _ axes: [Int]) -> Scalar? {
    guard var sum = valueAtCentre else { return nil }
    for (axis, slope) in zip(axes, slopes) {
      guard let slope else { return nil }
      sum = sum + slope * (face.sides[axis].enclosure(like: scalar) - centre.sides[axis].enclosure(like: scalar))
    }
    return sum.isKnown ? sum : nil
  }

  private func known(_ enclosure: Scalar?, _ place: Tree.Neighbourhood?) throws(Rejection) -> Scalar {
    if let enclosure { return enclosure }
    throw Rejection(
      function.needsNeighbourhood && place == nil ? "a neighbourhood of the fixed point is missing" : function.obstacle)
  }
}

extension Box {
  /// The box with the sides along some axes replaced by single numbers; nil if one of them is not in its side.
  func replacing(_ axes: [Int], with numbers: [Double]) -> Box? {
    var box = self
    for (axis, number) in zip(axes, numbers) {
      guard sides[axis].contains(number) else { return nil }
      box = box.replacing(axis, with: ExactRange(Coordinate(number)))
    }
    return box
  }
}

extension Rejection {
  fileprivate static let needlessNeighbourhood = Rejection(
    "a neighbourhood of fixed points is named, and the part is not about these")

  /// The reason with the place where it holds in front.
  public func inside(_ place: String) -> Rejection { Rejection("\(place): \(reason)") }
}
