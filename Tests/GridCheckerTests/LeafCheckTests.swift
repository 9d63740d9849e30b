import GridChecker

import IntervalArithmetic
import MultiPrecision
import RealArithmetic
import Testing

@testable import GridChecker

/// The leaf check: that the leaves cover the domain and their bounds hold, and that damaged trees are rejected.
@Suite struct LeafCheckTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let function: any ExactFunction
    let ranges: [(String, String)]
    var kind = RangeEnd.supremum

    func domain() throws -> Box {
      Box(try ranges.map { try Box($0).sides[0] })
    }

    /// A search that ends after some hundred boxes.
    func search(threads: Int = 1) throws -> Extremum {
      let budget = SearchBudget(maximumBoxes: 700, threads: threads, relativeTolerance: 0x1p-40)
      return function.extremum(kind, over: try domain(), budget: budget)
    }
  }

  static let samples: [Sample] = [
    Sample(testDescription: "Himmelblau", function: Himmelblau(), ranges: [("-5.1", "5.3"), ("-5", "5")]),
    Sample(
      testDescription: "minima of Himmelblau", function: Himmelblau(), ranges: [("-5", "5"), ("-1/3", "5")],
      kind: .infimum),
    Sample(testDescription: "hill", function: SearchTests.hill, ranges: [("-0.1", "0.7"), ("-1/3", "0.1")]),
    Sample(testDescription: "ridge", function: Ridge(), ranges: [("-0.3", "0.9"), ("-0.1", "0.1")]),
    Sample(
      testDescription: "plateau", function: Plateau(), ranges: [("-2", "1.1"), ("-0.7", "2.3")], kind: .infimum),
    Sample(
      testDescription: "idle variable", function: Idle(), ranges: [("0.1", "0.8"), ("-0.1", "0.1"), ("-1", "2")],
      kind: .infimum),
    Sample(
      testDescription: "thin side", function: Himmelblau(), ranges: [("-5", "5"), ("0.1", "0.1")], kind: .infimum),
    Sample(
      testDescription: "no gradient", function: Veiled(function: Himmelblau(), hidden: .gradients),
      ranges: [("-4.9", "5"), ("-0.1", "4")]),
  ]

  /// Every leaf's face is a part of its box, and the boxes of the leaves with the faces that stand for more cover the
  /// domain: random points of it are found in the leaves, their values are no greater than the bounds, and nor are those
  /// of random points of the leaves.
  @Test(arguments: samples)
  func boundsHoldAtRandomPoints(sample: Sample) throws {
    var generator = SeededGenerator(seed: 21)
    let (found, sign) = (try sample.search(), sample.kind == .supremum ? 1 : -1 as Rational)
    #expect(found.leaves.count > 1)
    let upper = try #require(
      Rational(exactly: sample.kind == .supremum ? found.enclosure.upperBound : -found.enclosure.lowerBound))
    for _ in 0..<300 {
      #expect(sign * sample.function.trueValue(at: generator.point(in: try sample.domain())) <= upper)
    }
    for leaf in found.leaves {
      let bound = try #require(leaf.bound.flatMap { Rational(exactly: $0.upperBound) })
      #expect(bound <= upper)
      #expect(zip(leaf.box.sides, leaf.face.sides).allSatisfy { $0.contains($1) })
      for _ in 0..<2 {
        let point = generator.point(in: leaf.box)
        let value = sign * sample.function.trueValue(at: point)
        #expect(value <= bound, "\(point.map(\.description)) in \(leaf.box.hull)")
        // On the way to the face the value does not fall.
        let projected = zip(point, leaf.face.sides).map { $1.isPoint ? $1.lower : $0 }
        #expect(leaf.face.contains(projected) && sign * sample.function.trueValue(at: projected) >= value)
      }
    }
  }

  /// Without faces the boxes of the leaves tile the domain: their volumes add up.
  @Test func leavesTileTheDomain() throws {
    let sample = try #require(Self.samples.last)
    let found = try sample.search()
    #expect(found.leaves.count > 100)
    #expect(found.leaves.reduce(0) { $0 + $1.box.volume } == (try sample.domain().volume))
  }

  /// The bounds say something: in every tree some leaf's bound is near the extremum.
  @Test(arguments: samples)
  func boundsAreNotIdle(sample: Sample) throws {
    let found = try sample.search()
    let least = sample.kind == .supremum ? found.enclosure.lowerBound : -found.enclosure.upperBound
    let gaps = try found.leaves.map { (try #require($0.bound)).upperBound - least }
    #expect(gaps.contains { $0 < 1e-3 })
  }

  /// The random points would notice a bound that is too small.
  @Test func tooSmallABoundIsNoticed() throws {
    var generator = SeededGenerator(seed: 22)
    let domain = try Box(("-5", "5"), ("-5", "5"))
    let natural = try #require(Himmelblau().value(over: domain.hull)).upperBound
    let half = try #require(Rational(exactly: natural / 4))
    #expect((0..<200).contains { _ in Himmelblau().trueValue(at: generator.point(in: domain)) > half })
  }

  /// Either form bounds a function on random boxes, in all arithmetics alike, and the mean-value form quadratically close.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func formsEnclose(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let scale = Int.random(in: -6...0, using: &generator)
      let box = Box(
        (0..<2).map { _ in
          let a = generator.number(from: -3, through: 3)
          return ExactRange(
            a, a + generator.number(from: Rational(1, timesTenTo: -9), through: Rational(1, timesTenTo: scale)))
        })
      let axes = box.thickAxes
      let centre = axes.compactMap { box.sides[$0].splitPoint }
      guard centre.count == axes.count else { continue }
      for node in [Tree.Node(end: .natural()), Tree.Node(end: .meanValue(centre))] {
        let bounds = [
          try bound(node, box, Interval(1)), try bound(node, box, Interval128(1.0)),
          try bound(node, box, DyadicInterval(Dyadic(1), precision: 200)),
        ]
        let values = (0..<4).map { _ in Himmelblau().trueValue(at: generator.point(in: box)) }
        for bound in bounds { #expect(values.allSatisfy { bound.lower <= $0 && $0 <= bound.upper }) }
        // More bits, narrower bounds.
        #expect(bounds[0].upper >= bounds[1].upper && bounds[1].upper >= bounds[2].upper)
        let size = box.sides.reduce(0) { $0 + $1.hull.width }
        let gap = Double(bounds[0].upper - bounds[0].lower, rounding: .up)
        #expect(gap <= 2_000 * size + 1e-9)
      }
    }
  }

  /// The bounds from both sides that one node proves in one arithmetic, as rational numbers found by bisection of what the
  /// check accepts.
  private func bound<Scalar: EnclosingScalar>(
    _ node: Tree.Node, _ box: Box, _ one: Scalar
  ) throws -> (lower: Rational, upper: Rational) {
    func least(_ accepts: (Rational) -> Bool) -> Rational {
      var (below, above) = (-Rational(1 << 20), Rational(1 << 20))
      for _ in 0..<60 {
        let middle = (below + above) / 2
        if accepts(middle) { above = middle } else { below = middle }
      }
      return above
    }
    let function = Polynomial(one: one)
    let upper = least {
      (try? LeafCheck(function, like: one).leaves(of: Tree([node]), over: box, atMost: $0)) != nil
    }
    let lower = least {
      (try? LeafCheck(NegatedFunction(function), like: one).leaves(of: Tree([node]), over: box, atMost: $0)) != nil
    }
    return (-lower, upper)
  }

  // MARK: Damaged trees

  /// A tree with faces, splits and both forms, its domain, and a bound that it proves in all arithmetics. The supremum is
  /// 890, at a corner.
  static func sample() throws -> (tree: Tree, domain: Box, bound: Rational) {
    let domain = try Box(("-5", "5"), ("-5", "5"))
    let found = Polynomial(one: Interval(1)).supremum(over: domain)
    return (try #require(found.tree), domain, try #require(Rational(exactly: found.enclosure.upperBound.nextUp)))
  }

  /// The reasons of the three arithmetics for rejecting a tree: one each, and nil where it is accepted.
  static func reasons(_ tree: Tree, _ domain: Box, atMost bound: Rational) -> [String?] {
    func reason<Scalar: EnclosingScalar>(_ one: Scalar) -> String? {
      do throws(Rejection) {
        let check = LeafCheck(Polynomial(one: one), like: one, names: ["x", "y"])
        _ = try check.leaves(of: tree, over: domain, atMost: bound)
        return nil
      } catch {
        return error.reason
      }
    }
    return [
      reason(Interval(1)), reason(Interval128(1.0)), reason(DyadicInterval(Dyadic(1), precision: 100)),
    ]
  }

  @Test func soundTreesAreAccepted() throws {
    let (tree, domain, bound) = try Self.sample()
    #expect(tree.nodes.count > 5 && tree.nodes.contains { !$0.faces.isEmpty })
    #expect(Self.reasons(tree, domain, atMost: bound) == [nil, nil, nil])
    // The truth is the limit.
    let reasons = Self.reasons(tree, domain, atMost: 890 - Rational(1, timesTenTo: -9))
    #expect(reasons.allSatisfy { $0?.hasSuffix("the bound does not hold") ?? false })
  }

  /// What breaks the cover or a premise is rejected in every arithmetic, wherever it is done.
  @Test(arguments: 0..<150)
  func damagedTreesAreRejected(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var (tree, domain, bound) = try Self.sample()
    let index = Int.random(in: tree.nodes.indices, using: &generator)
    let splits = tree.nodes.indices.filter { !tree.nodes[$0].end.isLeaf }
    let faces = tree.nodes.indices.filter { !tree.nodes[$0].faces.isEmpty }
    let (split, face) = (
      try #require(splits.randomElement(using: &generator)), try #require(faces.randomElement(using: &generator))
    )
    switch seed % 9 {
    case 0: tree.nodes.remove(at: index)
    case 1: tree.nodes.insert(Tree.Node(end: .natural()), at: index)
    case 2: tree.nodes[split].end = .split(axis: Int.random(in: 0...1, using: &generator), at: 5)
    case 3: tree.nodes[split].end = .split(axis: 2, at: 0)
    case 4: tree.nodes[split].end = .natural()
    case 5:
      let first = tree.nodes[face].faces[0]
      tree.nodes[face].faces[0] = Tree.Face(first.axis, isUpper: !first.isUpper)
    case 6: tree.nodes[face].faces.append(tree.nodes[face].faces[0])
    case 7: tree.nodes[index].end = .meanValue([0, 6])
    default: bound = 890 - generator.number(from: Rational(1, timesTenTo: -12), through: 1)
    }
    let reasons = Self.reasons(tree, domain, atMost: bound)
    #expect(reasons.allSatisfy { $0 != nil }, "\(reasons)")
  }

  /// Whatever is changed, nothing false is accepted: not a bound below the supremum.
  @Test(arguments: 0..<100)
  func noMutantProvesWhatIsFalse(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(1_000 + seed))
    var (tree, domain, _) = try Self.sample()
    for _ in 0...Int.random(in: 0...2, using: &generator) {
      let (index, other) = (
        Int.random(in: tree.nodes.indices, using: &generator), Int.random(in: tree.nodes.indices, using: &generator)
      )
      let number = Double.random(in: -5...5, using: &generator)
      switch Int.random(in: 0...5, using: &generator) {
      case 0: tree.nodes.swapAt(index, other)
      case 1: tree.nodes[index] = tree.nodes[other]
      case 2:
        if case .split(let axis, _) = tree.nodes[index].end { tree.nodes[index].end = .split(axis: axis, at: number) }
      case 3: tree.nodes[index].faces = tree.nodes[other].faces
      case 4: tree.nodes[index].end = tree.nodes[other].end
      default: tree.nodes[index].end = .meanValue([number, -number])
      }
    }
    let reasons = Self.reasons(tree, domain, atMost: 890 - Rational(1, timesTenTo: -12))
    #expect(reasons.allSatisfy { $0 != nil })
  }

  @Test func reasonsNameWhatIsWrong() throws {
    let domain = try Box(("-1", "1"), ("0", "2"))
    func reason(_ nodes: [Tree.Node], over domain: Box = domain, atMost bound: Rational = 10_000) -> String? {
      let reasons = Self.reasons(Tree(nodes), domain, atMost: bound)
      #expect(Set(reasons).count == 1)
      return reasons[0]
    }
    #expect(reason([Tree.Node(end: .natural())]) == nil)
    #expect(reason([Tree.Node(end: .natural())], atMost: 1) == "node 1: the bound does not hold")
    #expect(reason([]) == "leaves are missing at the end of the tree")
    #expect(
      reason([Tree.Node(end: .natural()), Tree.Node(end: .natural())]) == "nodes are left over after the last leaf")
    #expect(reason([Tree.Node(end: .split(axis: 1, at: 2))]) == "node 1: the split of y is not inside of the box")
    #expect(reason([Tree.Node(end: .split(axis: 2, at: 0))]) == "node 1: number 2 is no variable of the box")
    #expect(
      reason([Tree.Node(faces: [.init(-1, isUpper: true)], end: .natural())])
        == "node 1: number -1 is no variable of the box")
    #expect(
      reason([Tree.Node(faces: [.init(0, isUpper: true)], end: .natural())])
        == "node 1: the derivative by x may have the wrong sign")
    #expect(reason([Tree.Node(end: .meanValue([0]))]) == "node 1: the centre does not have a coordinate for each side")
    for number in [1.5, (-1.0).nextDown, .nan, .infinity] {
      #expect(reason([Tree.Node(end: .meanValue([number, 1]))]) == "node 1: the centre is not in the box")
    }
    #expect(reason([Tree.Node(end: .meanValue([1, 0]))]) == nil)
    #expect(
      reason([Tree.Node(end: .natural())], over: Box([ExactRange(1, 0), ExactRange(0)]))
        == "the bounds of the box are in the wrong order")
    let place = try #require(Tree.Neighbourhood([0, 1, 0, 1]))
    #expect(
      reason([Tree.Node(end: .natural(within: place))])
        == "a neighbourhood of fixed points is named, and the part is not about these")
    let thin = Box([ExactRange(1), ExactRange(0, 2)])
    #expect(
      reason([Tree.Node(faces: [.init(0, isUpper: true)], end: .natural())], over: thin)
        == "node 1: x is a single number already")
  }

  /// What is not known bounds nothing.
  @Test func unknownValuesBoundNothing() throws {
    let domain = try Box(("0", "1"), ("0", "1"))
    let check = LeafCheck(Veiled(function: Sum(), hidden: .values), like: Interval(0))
    #expect(try check.leaves(of: Tree([Tree.Node(end: .natural())]), over: domain).map(\.bound) == [nil])
    #expect(throws: Rejection("node 1: a formula cannot be evaluated over the box")) {
      try check.leaves(of: Tree([Tree.Node(end: .natural())]), over: domain, atMost: 1000)
    }
  }

  /// All that a leaf says, comparable.
  struct Signature: Equatable {
    let box: Box
    let face: Box
    let bound: Interval?
    let exact: Rational?

    init(_ leaf: Leaf<Interval>) {
      (box, face, bound, exact) = (leaf.box, leaf.face, leaf.bound, leaf.exact)
    }
  }
}
