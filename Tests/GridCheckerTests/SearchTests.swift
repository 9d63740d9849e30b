import IntervalArithmetic
import RealArithmetic
import Testing

@testable import GridChecker

/// The certified extrema of functions whose extrema are known.
@Suite struct SearchTests {
  /// A function, a box and an extremum that is known exactly.
  struct Problem: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let function: any ExactFunction
    let domain: @Sendable () throws -> Box
    let kind: RangeEnd
    let value: Rational

    init(
      _ name: String, _ function: any ExactFunction, _ kind: RangeEnd, _ value: Rational,
      _ domain: @escaping @Sendable () throws -> Box
    ) {
      (testDescription, self.function, self.domain, self.kind, self.value) = (name, function, domain, kind, value)
    }
  }

  static let hill = Hill(height: 2, summit: [Rational(1, over: 3), Rational(-2, over: 7)])

  static let problems: [Problem] = [
    Problem("corner of Himmelblau", Himmelblau(), .supremum, 890) { try Box(("-5", "5"), ("-5", "5")) },
    Problem("root of Himmelblau", Himmelblau(), .infimum, 0) { try Box(("2.5", "3.5"), ("1.5", "2.5")) },
    Problem("product above", Product(), .supremum, 3) { try Box(("-1", "2"), ("-3", "1")) },
    Problem("product below", Product(), .infimum, -6) { try Box(("-1", "2"), ("-3", "1")) },
    Problem("summit inside", hill, .supremum, 2) { try Box(("-1", "1"), ("-1", "1")) },
    Problem("foot in a corner", hill, .infimum, 2 - Rational(16, over: 9) - 3 * Rational(81, over: 49)) {
      try Box(("-1", "1"), ("-1", "1"))
    },
    Problem("summit on the edge", hill, .supremum, 2 - Rational(1, over: 36)) { try Box(("0.5", "1"), ("-1", "1")) },
    Problem("whole line inside", Ridge(), .supremum, 1) { try Box(("-1", "1"), ("-1", "1")) },
    Problem("whole edge", Ridge(), .supremum, 1) { try Box(("0.1", "1"), ("-1", "1")) },
    Problem("two corners", Ridge(), .infimum, 1 - Rational(121, over: 50)) { try Box(("-1", "1"), ("-1", "1")) },
    Problem("plateau", Plateau(), .supremum, 1) { try Box(("-0.5", "2"), ("-1", "0.7")) },
    Problem("slope beside a plateau", Plateau(), .infimum, -3) { try Box(("-0.5", "2"), ("-1", "0.7")) },
    Problem("decimal corner", Sum(), .supremum, Rational(1, over: 2)) { try Box(("0.1", "0.3"), ("0.1", "0.2")) },
    Problem("decimal corner below", Sum(), .infimum, Rational(1, over: 5)) { try Box(("0.1", "0.3"), ("0.1", "0.2")) },
    Problem("thirds", Product(), .supremum, Rational(1, over: 9)) { try Box(("1/7", "1/3"), ("-1/7", "1/3")) },
    Problem("idle variable", Idle(), .supremum, Rational(1, over: 4)) {
      try Box(("0", "1"), ("0", "1"), ("-7", "0.3"))
    },
    Problem("thin side", Himmelblau(), .supremum, 610) { try Box(("5", "5"), ("-5", "4")) },
  ]

  static let budget = SearchBudget(maximumBoxes: 4_000)

  static func extremum(_ problem: Problem, budget: SearchBudget = budget) throws -> Extremum {
    problem.function.extremum(problem.kind, over: try problem.domain(), budget: budget)
  }

  @Test(arguments: problems)
  func enclosureIsSoundAndSharp(problem: Problem) throws {
    let found = try Self.extremum(problem)
    #expect(found.kind == problem.kind)
    #expect(found.enclosure.contains(problem.value))
    #expect(found.isSharp)
    #expect(found.enclosure.width <= 0x1p-30 * found.enclosure.magnitude)
    #expect(found.boxes == found.tree?.nodes.count && found.boxes <= 1_000)
    // Values a little off are not in it.
    let margin = Rational(1, timesTenTo: -6)
    #expect(!found.enclosure.contains(problem.value + margin) && !found.enclosure.contains(problem.value - margin))
  }

  @Test(arguments: problems)
  func witnessIsAPointOfTheDomain(problem: Problem) throws {
    let found = try Self.extremum(problem)
    let (point, value) = try #require(found.witness)
    #expect(point.isPoint)
    #expect(try problem.domain().contains(point.lowerCorner))
    #expect(value.contains(problem.function.trueValue(at: point.lowerCorner)))
    // The enclosure's inner bound is what the witness proves.
    let attained = problem.kind == .supremum ? value.lowerBound : value.upperBound
    #expect(attained == (problem.kind == .supremum ? found.enclosure.lowerBound : found.enclosure.upperBound))
  }

  /// A budget that is too small widens the enclosure and never makes it wrong.
  @Test(arguments: problems, [0, 1, 2, 3, 7, 20, 60])
  func smallBudgetsAreSound(problem: Problem, maximumBoxes: Int) throws {
    let found = try Self.extremum(problem, budget: SearchBudget(maximumBoxes: maximumBoxes))
    #expect(found.enclosure.contains(problem.value))
    #expect(found.boxes <= max(1, maximumBoxes))
    let full = try Self.extremum(problem)
    #expect(found.isSharp || found.enclosure.width > full.enclosure.width)
    #expect(found.enclosure == full.enclosure || found.boxes < full.boxes)
  }

  @Test func smallBudgetsAreNotSharp() throws {
    let hard = try Self.problems.filter { try Self.extremum($0).boxes > 30 }
    #expect(hard.count >= 1)
    for problem in hard {
      let found = try Self.extremum(problem, budget: SearchBudget(maximumBoxes: 20))
      #expect(!found.isSharp)
      #expect(try found.enclosure.width > Self.extremum(problem).enclosure.width)
    }
  }

  /// A coarser tolerance ends sooner, with an enclosure that is as narrow as was asked for.
  @Test(arguments: [0x1p-4, 0x1p-12, 0x1p-24, 0x1p-40])
  func toleranceIsKept(tolerance: Double) throws {
    let domain = try Box(("-1", "1"), ("-1", "1"))
    let budget = SearchBudget(maximumBoxes: 4_000, relativeTolerance: tolerance)
    let found = Self.hill.supremum(over: domain, budget: budget)
    #expect(found.isSharp && found.enclosure.contains(2 as Rational))
    #expect(found.enclosure.width <= 2.001 * tolerance)
    let coarser = Self.hill.supremum(over: domain, budget: SearchBudget(maximumBoxes: 4_000, relativeTolerance: 0.5))
    #expect(coarser.boxes <= found.boxes)
  }

  /// The infimum is minus the supremum of the negative, box by box.
  @Test func infimumMirrorsSupremum() throws {
    let domain = try Box(("-5", "5"), ("-5", "5"))
    let budget = SearchBudget(maximumBoxes: 500)
    let below = Himmelblau().infimum(over: domain, budget: budget)
    let above = NegatedFunction(Himmelblau()).supremum(over: domain, budget: budget)
    #expect(below.enclosure == -above.enclosure && below.boxes == above.boxes)
    #expect(below.enclosure.contains(0 as Rational))
    #expect(below.tree == above.tree && below.leaves.map(\.box) == above.leaves.map(\.box))
    #expect(below.enclosure != above.enclosure)
  }

  // MARK: What is not known

  /// A function of which nothing is known has any extremum.
  @Test(arguments: [.supremum, .infimum] as [RangeEnd], [.adaptive, .uniformGrid([4, 4])] as [SearchStrategy])
  func nothingIsProvedOfUnknownFunctions(kind: RangeEnd, strategy: SearchStrategy) throws {
    let veiled = Veiled(function: Product(), hidden: .values)
    let found = veiled.extremum(
      kind, over: try Box(("0", "1"), ("0", "1")), strategy: strategy, budget: SearchBudget(maximumBoxes: 50))
    #expect(found.enclosure == .entire)
    #expect(!found.isSharp)
  }

  /// Where part of the domain is unknown nothing bounds the function, but values attained elsewhere count.
  @Test(arguments: [.supremum, .infimum] as [RangeEnd], [.adaptive, .uniformGrid([8, 8])] as [SearchStrategy])
  func unknownPartsAreUnbounded(kind: RangeEnd, strategy: SearchStrategy) throws {
    let veiled = Veiled(function: Sum(), hidden: .valuesOnTheRight)
    let found = veiled.extremum(
      kind, over: try Box(("0", "1"), ("0", "1")), strategy: strategy, budget: SearchBudget(maximumBoxes: 200))
    #expect(kind == .supremum ? found.enclosure.upperBound == .infinity : found.enclosure.lowerBound == -.infinity)
    #expect(kind == .supremum ? found.enclosure.lowerBound > 1 : found.enclosure.upperBound < 0.5)
    #expect(!found.isSharp)
    let (point, value) = try #require(found.witness)
    #expect(value.contains(veiled.trueValue(at: point.lowerCorner)))
  }

  /// Without a gradient the interval extension still bounds the function.
  @Test func unknownGradientsOnlyCostBoxes() throws {
    let domain = try Box(("-1", "2"), ("-3", "1"))
    let budget = SearchBudget(maximumBoxes: 300, relativeTolerance: 0x1p-6)
    let veiled = Veiled(function: Product(), hidden: .gradients).supremum(over: domain, budget: budget)
    #expect(veiled.enclosure.contains(3 as Rational))
    #expect(try #require(veiled.tree).nodes.allSatisfy { $0.faces.isEmpty && ($0.end == .natural() || !$0.end.isLeaf) })
    let known = Product().supremum(over: domain, budget: budget)
    #expect(known.boxes < veiled.boxes)
  }

  /// Search and leaf check believe the function: a gradient of the wrong sign gives a wrong extremum. This is why the
  /// functions' enclosures are tested by themselves, and it shows that the tests above would notice an unsound one.
  @Test func wrongGradientsAreBelieved() throws {
    let found = Mirrored(function: Sum()).supremum(over: try Box(("0.1", "0.3"), ("0.1", "0.2")))
    #expect(!found.enclosure.contains(Rational(1, over: 2)))
    #expect(found.enclosure.contains(Rational(1, over: 5)))
  }

  // MARK: Odd boxes

  @Test(arguments: [RangeEnd.supremum, .infimum])
  func boxesWithoutVariablesArePoints(kind: RangeEnd) throws {
    for strategy in [SearchStrategy.adaptive, .uniformGrid([])] {
      let found = Sum().extremum(kind, over: Box([]), strategy: strategy)
      #expect(found.enclosure == Interval(0))
      #expect(found.boxes == 1 && found.witness?.point.sides.isEmpty == true)
    }
  }

  @Test func pointsHaveTheirValue() throws {
    let found = Himmelblau().supremum(over: try Box(("0.1", "0.1"), ("1/3", "1/3")))
    let point = [Rational(1, over: 10), Rational(1, over: 3)]
    #expect(found.enclosure.contains(Himmelblau().trueValue(at: point)))
    #expect(found.enclosure.width < 1e-12 && found.boxes == 1)
    #expect(found.witness?.point.lowerCorner == point)
  }

  /// Sides that no double splits: as wide as a unit in the last place, or between two neighbouring doubles.
  @Test(arguments: [
    ("0x1p0", "0x1.0000000000001p0"), ("0.1", "0.10000000000000000001"), ("1/3", "0.33333333333333333334"),
    ("0.1", "0.1000000000000000056"), ("0", "0x1p-1074"), ("-1/10", "-0.09999999999999999999"),
  ])
  func sidesThatCannotBeSplit(lower: String, upper: String) throws {
    let domain = try Box((lower, upper), ("-1", "1"))
    for function in [Hill(height: 2, summit: [0, 0]), Hill(height: 2, summit: [Rational(1, over: 10), 0])] {
      let found = function.supremum(over: domain, budget: SearchBudget(maximumBoxes: 2_000))
      let x = min(max(function.summit[0], domain.sides[0].lower), domain.sides[0].upper)
      let exact = function.trueValue(at: [x, 0])
      #expect(found.enclosure.contains(exact))
      #expect(found.isSharp && found.boxes < 1_000)
      let witness = try #require(found.witness)
      #expect(domain.contains(witness.point.lowerCorner))
    }
  }

  /// |x y| has its supremum where x y is least or largest, and is zero inside.
  @Test(arguments: [("-2", "1", 6), ("-1", "2", 6), ("-3", "-1", 9), ("0", "0.5", Rational(3, over: 2))])
  func absoluteValues(lower: String, upper: String, supremum: Rational) throws {
    let domain = try Box((lower, upper), ("1", "3"))
    let found = AbsoluteFunction(Product()).supremum(over: domain)
    #expect(found.enclosure.contains(supremum) && found.isSharp && found.boxes < 20)
    let infimum = AbsoluteFunction(Product()).infimum(over: domain)
    #expect(infimum.enclosure.lowerBound >= 0)
    let least: Rational = lower == "-3" ? 1 : 0
    #expect(infimum.enclosure.contains(least))
  }

  /// Where the sign may change the slopes of both branches count.
  @Test func slopesOfAbsoluteValues() {
    let size = AbsoluteFunction(Product())
    let (two, mixed) = (Interval(2), Interval(lowerBound: -1, upperBound: 2))
    let slopes = { (x: Interval) in size.gradient(over: [x, Interval(3)], along: [0, 1], within: nil) }
    #expect(slopes(two) == [Interval(3), two])
    #expect(slopes(-two) == [Interval(-3), two])
    #expect(slopes(mixed) == [Interval(lowerBound: -3, upperBound: 3), Interval(lowerBound: -2, upperBound: 2)])
    #expect(size.valueAndGradient(over: [mixed, Interval(3)], along: [0, 1], within: nil).gradient == slopes(mixed))
    #expect(size.value(over: [mixed, Interval(3)], within: nil) == Interval(lowerBound: 0, upperBound: 6))
  }

  // MARK: What is proposed

  /// The whole tree, bit for bit, whatever the number of threads.
  @Test(arguments: LeafCheckTests.samples)
  func threadsMakeNoDifference(sample: LeafCheckTests.Sample) throws {
    let single = try sample.search(threads: 1)
    for threads in [2, 5] {
      let several = try sample.search(threads: threads)
      #expect(several.enclosure == single.enclosure && several.boxes == single.boxes)
      #expect(several.isSharp == single.isSharp && several.tree == single.tree)
      #expect(several.witness?.point == single.witness?.point && several.witness?.value == single.witness?.value)
      #expect(several.leaves.map(LeafCheckTests.Signature.init) == single.leaves.map(LeafCheckTests.Signature.init))
    }
  }

  /// At least one of the samples is large enough to be shared among threads.
  @Test func threadsAreUsed() throws {
    #expect(try LeafCheckTests.samples.contains { try $0.search().boxes > 200 })
  }

  /// A reduction to a face for each variable in which the function is monotone, as far as can be told; one after the other:
  /// on a face the gradient is narrower.
  @Test func facesAreFound() throws {
    struct Step: ExactFunction {
      // x + x y - y / 2: increasing in x for y > -1, and in y for x > 1/2.
      func trueValue(at p: [Rational]) -> Rational { p[0] + p[0] * p[1] - p[1] / 2 }
      func value(over v: [Interval]) -> Interval? { v[0] + v[0] * v[1] - Interval(0.5) * v[1] }
      func gradient(over v: [Interval]) -> [Interval?] { [Interval(1) + v[1], v[0] - Interval(0.5)] }
    }
    let found = Step().supremum(over: try Box(("0", "1"), ("-0.5", "0.5")))
    #expect(
      found.tree == Tree([Tree.Node(faces: [.init(0, isUpper: true), .init(1, isUpper: true)], end: .natural())]))
    #expect(found.enclosure == Interval(1.25) && found.leaves[0].face.isPoint)
    // A derivative that vanishes on the whole box allows either bound.
    let idle = Idle().supremum(over: try Box(("0.1", "0.2"), ("1", "2"), ("-7", "0.3")))
    #expect(idle.leaves.count == 1 && idle.leaves[0].face.lowerCorner.prefix(2) == [Rational(1, over: 5), 2])
  }

  /// A partial derivative that is not known reduces nothing, even beside others that are.
  @Test func unknownDerivativesReduceNothing() throws {
    struct Half: ExactFunction {
      func trueValue(at p: [Rational]) -> Rational { p[0] + p[1] }
      func value(over v: [Interval]) -> Interval? { v[0] + v[1] }
      func gradient(over v: [Interval]) -> [Interval?] { [Interval(1), nil] }
    }
    let found = Half().supremum(over: try Box(("0", "1"), ("0", "1")), budget: SearchBudget(maximumBoxes: 1))
    #expect(found.tree == Tree([Tree.Node(faces: [.init(0, isUpper: true)], end: .natural())]))
    #expect(found.enclosure.upperBound == 2)
  }

  /// A search that lies: nothing follows from a tree with a false step, nor from a witness outside of the domain.
  @Test func liesAreCaught() throws {
    let domain = try Box(("-1", "1"), ("0", "2"))
    func found(_ node: Tree.Node, _ witness: [Rational]? = nil) -> Extremum {
      Product().supremum(
        over: domain,
        by: Proposal(tree: Tree([node]), witness: witness.map { Box(point: $0) }, witnessNeighbourhood: nil, boxes: 1),
        budget: SearchBudget())
    }
    let (x, y) = (Tree.Face(0, isUpper: true), Tree.Face(1, isUpper: true))
    // The product grows with x, and where x is 1 with y.
    let honest = found(Tree.Node(faces: [x, y], end: .natural()), [1, 2])
    #expect(honest.enclosure == Interval(2) && honest.isSharp)
    for lie in [
      Tree.Node(faces: [y, x], end: .natural()), Tree.Node(faces: [.init(0, isUpper: false), y], end: .natural()),
      Tree.Node(faces: [x, y], end: .split(axis: 0, at: 0)),
      Tree.Node(faces: [x, .init(2, isUpper: true)], end: .natural()),
      Tree.Node(end: .meanValue([3, 1])), Tree.Node(end: .split(axis: 0, at: 0)),
    ] {
      let found = found(lie, [1, 2])
      #expect(found.enclosure == Interval(lowerBound: 2, upperBound: .infinity), "\(lie)")
      #expect(!found.isSharp && found.leaves.map(\.box) == [domain])
    }
    let outside = found(Tree.Node(faces: [x, y], end: .natural()), [1, 3])
    #expect(outside.witness == nil && outside.enclosure == Interval(lowerBound: -.infinity, upperBound: 2))
  }
}
