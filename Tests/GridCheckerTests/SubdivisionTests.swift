import IntervalArithmetic
import RealArithmetic
import Testing

@testable import GridChecker

/// The tree of boxes: that it covers the domain, and that every bound in it holds.
@Suite struct SubdivisionTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let function: any ExactFunction
    let ranges: [(String, String)]
    var kind = Extremum.Kind.supremum

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
    Sample(testDescription: "hill", function: ExtremumTests.hill, ranges: [("-0.1", "0.7"), ("-1/3", "0.1")]),
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

  /// Every node's face is made of its box by the named faces, and its children are the two parts of the face on either
  /// side of a number strictly inside: by induction the leaves and what the faces stand for cover the domain exactly.
  @Test(arguments: samples)
  func childrenTileTheFaceOfTheirParent(sample: Sample) throws {
    let tree = try sample.search().subdivision
    #expect(tree.nodes.count > 2)
    #expect(try tree.nodes[0].box == sample.domain())
    var isChild = [Bool](repeating: false, count: tree.nodes.count)
    for (index, node) in tree.nodes.enumerated() {
      var face = node.box
      for reduction in node.bound.faces {
        let side = face.sides[reduction.axis]
        #expect(!side.isThin)
        face = face.replacing(reduction.axis, with: Side(reduction.isUpper ? side.upper : side.lower))
      }
      #expect(face == node.bound.face)
      guard let (axis, child) = node.split else { continue }
      try #require(index < child && child + 1 < tree.nodes.count)
      #expect(!isChild[child] && !isChild[child + 1])
      (isChild[child], isChild[child + 1]) = (true, true)
      let (lower, upper) = (tree.nodes[child].box, tree.nodes[child + 1].box)
      for other in face.sides.indices where other != axis {
        #expect(lower.sides[other] == face.sides[other] && upper.sides[other] == face.sides[other])
      }
      #expect(lower.sides[axis].lower.exact == face.sides[axis].lower.exact)
      #expect(lower.sides[axis].upper.exact == upper.sides[axis].lower.exact)
      #expect(upper.sides[axis].upper.exact == face.sides[axis].upper.exact)
      #expect(lower.sides[axis].lower.exact < lower.sides[axis].upper.exact)
      #expect(upper.sides[axis].lower.exact < upper.sides[axis].upper.exact)
      // The same in terms of volumes; a gap would show.
      #expect(lower.volume + upper.volume == face.volume)
    }
    // All but the root come from a parent.
    #expect(isChild.dropFirst().allSatisfy { $0 } && !isChild[0])
    #expect(tree.leaves.count == tree.nodes.filter { $0.split == nil }.count)
  }

  /// No value in a box exceeds its bound; on the way to the face it does not fall.
  @Test(arguments: samples)
  func boundsHoldAtRandomPoints(sample: Sample) throws {
    var generator = SeededGenerator(seed: 21)
    let sign: Rational = sample.kind == .supremum ? 1 : -1
    for node in try sample.search().subdivision.nodes {
      for _ in 0..<2 {
        let point = generator.point(in: node.box)
        let value = sign * sample.function.exactValue(at: point)
        let bound = try #require(Rational(exactly: node.bound.upperBound))
        #expect(value <= bound, "\(point.map(\.description)) in \(node.box.hull)")
        let projected = zip(point, node.bound.face.sides).map { $1.isThin ? $1.lower.exact : $0 }
        #expect(node.bound.face.contains(projected))
        #expect(sign * sample.function.exactValue(at: projected) >= value)
      }
      let centre = node.bound.centre
      #expect(node.bound.face.contains(centre.point))
      #expect(try #require(node.bound.valueAtCentre).contains(sign * sample.function.exactValue(at: centre.point)))
    }
  }

  /// The bounds say something: in every tree some leaf's bound is near a value of the function in it.
  @Test(arguments: samples)
  func boundsAreNotIdle(sample: Sample) throws {
    let leaves = try sample.search().subdivision.leaves
    let gaps = try leaves.map { $0.bound.upperBound - (try #require($0.bound.valueAtCentre)).lowerBound }
    #expect(gaps.contains { $0 < 1e-3 })
    #expect(gaps.allSatisfy { $0 >= 0 })
  }

  /// The random points would notice a bound that is too small: halfway between the value at the centre and the bound.
  @Test func tooSmallABoundIsNoticed() throws {
    var generator = SeededGenerator(seed: 22)
    let root = try #require(Himmelblau().supremum(over: try Box(("-5", "5"), ("-5", "5"))).subdivision.nodes.first)
    let half = try #require(Rational(exactly: root.bound.upperBound / 4))
    #expect((0..<200).contains { _ in Himmelblau().exactValue(at: generator.point(in: root.box)) > half })
  }

  /// The same nodes, bit for bit, whatever the number of threads.
  @Test(arguments: samples)
  func threadsMakeNoDifference(sample: Sample) throws {
    let single = try sample.search(threads: 1)
    for threads in [2, 5] {
      let several = try sample.search(threads: threads)
      #expect(several.enclosure == single.enclosure && several.boxes == single.boxes)
      #expect(several.isSharp == single.isSharp)
      #expect(several.witness?.point == single.witness?.point && several.witness?.value == single.witness?.value)
      #expect(several.subdivision.nodes.map(Signature.init) == single.subdivision.nodes.map(Signature.init))
    }
  }

  /// At least one of the samples is large enough to be shared among threads.
  @Test func threadsAreUsed() throws {
    #expect(try Self.samples.contains { try $0.search().boxes > 200 })
  }

  /// All that a node says, comparable.
  struct Signature: Equatable {
    let box: Box
    let faces: [Face]
    let face: Box
    let form: BoundForm
    let upperBound: Double
    let value: Interval?
    let split: [Int]?

    init(_ node: Subdivision.Node) {
      (box, faces, face, form) = (node.box, node.bound.faces, node.bound.face, node.bound.form)
      (upperBound, value) = (node.bound.upperBound, node.bound.valueAtCentre)
      split = node.split.map { [$0.axis, $0.firstChild] }
    }
  }
}
