import IntervalArithmetic
import RealArithmetic
import Testing

@testable import GridChecker

/// The certified extrema of functions whose extrema are known.
@Suite struct ExtremumTests {
  /// A function, a box and an extremum that is known exactly.
  struct Problem: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let function: any ExactFunction
    let domain: @Sendable () throws -> Box
    let kind: Extremum.Kind
    let value: Rational

    init(
      _ name: String, _ function: any ExactFunction, _ kind: Extremum.Kind, _ value: Rational,
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
    #expect(found.boxes == found.subdivision.nodes.count && found.boxes <= 1_000)
    // Values a little off are not in it.
    let margin = Rational(1, timesTenTo: -6)
    #expect(!found.enclosure.contains(problem.value + margin) && !found.enclosure.contains(problem.value - margin))
  }

  @Test(arguments: problems)
  func witnessIsAPointOfTheDomain(problem: Problem) throws {
    let found = try Self.extremum(problem)
    let (point, value) = try #require(found.witness)
    #expect(point.isPoint)
    #expect(try problem.domain().contains(point.point))
    #expect(value.contains(problem.function.exactValue(at: point.point)))
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
    #expect(below.subdivision.nodes.map(\.box) == above.subdivision.nodes.map(\.box))
    #expect(below.enclosure != above.enclosure)
  }

  // MARK: What is not known

  /// A function of which nothing is known has any extremum.
  @Test(arguments: [.supremum, .infimum] as [Extremum.Kind], [.adaptive, .uniformGrid([4, 4])] as [SearchStrategy])
  func nothingIsProvedOfUnknownFunctions(kind: Extremum.Kind, strategy: SearchStrategy) throws {
    let veiled = Veiled(function: Product(), hidden: .values)
    let found = veiled.extremum(
      kind, over: try Box(("0", "1"), ("0", "1")), strategy: strategy, budget: SearchBudget(maximumBoxes: 50))
    #expect(found.enclosure == .entire)
    #expect(!found.isSharp)
  }

  /// Where part of the domain is unknown nothing bounds the function, but values attained elsewhere count.
  @Test(arguments: [.supremum, .infimum] as [Extremum.Kind], [.adaptive, .uniformGrid([8, 8])] as [SearchStrategy])
  func unknownPartsAreUnbounded(kind: Extremum.Kind, strategy: SearchStrategy) throws {
    let veiled = Veiled(function: Sum(), hidden: .valuesOnTheRight)
    let found = veiled.extremum(
      kind, over: try Box(("0", "1"), ("0", "1")), strategy: strategy, budget: SearchBudget(maximumBoxes: 200))
    #expect(kind == .supremum ? found.enclosure.upperBound == .infinity : found.enclosure.lowerBound == -.infinity)
    #expect(kind == .supremum ? found.enclosure.lowerBound > 1 : found.enclosure.upperBound < 0.5)
    #expect(!found.isSharp)
    let (point, value) = try #require(found.witness)
    #expect(value.contains(veiled.exactValue(at: point.point)))
  }

  /// Without a gradient the interval extension still bounds the function.
  @Test func unknownGradientsOnlyCostBoxes() throws {
    let domain = try Box(("-1", "2"), ("-3", "1"))
    let budget = SearchBudget(maximumBoxes: 300, relativeTolerance: 0x1p-6)
    let veiled = Veiled(function: Product(), hidden: .gradients).supremum(over: domain, budget: budget)
    #expect(veiled.enclosure.contains(3 as Rational))
    #expect(veiled.subdivision.nodes.allSatisfy { $0.bound.faces.isEmpty && $0.bound.form == .natural })
    let known = Product().supremum(over: domain, budget: budget)
    #expect(known.boxes < veiled.boxes)
  }

  /// The search believes what it is told: a gradient of the wrong sign gives a wrong extremum. This is why the
  /// functions' enclosures are tested by themselves, and it shows that the tests above would notice an unsound one.
  @Test func wrongGradientsAreBelieved() throws {
    let found = Mirrored(function: Sum()).supremum(over: try Box(("0.1", "0.3"), ("0.1", "0.2")))
    #expect(!found.enclosure.contains(Rational(1, over: 2)))
    #expect(found.enclosure.contains(Rational(1, over: 5)))
  }

  // MARK: Odd boxes

  @Test(arguments: [Extremum.Kind.supremum, .infimum])
  func boxesWithoutVariablesArePoints(kind: Extremum.Kind) throws {
    for strategy in [SearchStrategy.adaptive, .uniformGrid([])] {
      let found = Sum().extremum(kind, over: Box([]), strategy: strategy)
      #expect(found.enclosure == Interval(0))
      #expect(found.boxes == 1 && found.witness?.point.sides.isEmpty == true)
    }
  }

  @Test func pointsHaveTheirValue() throws {
    let found = Himmelblau().supremum(over: try Box(("0.1", "0.1"), ("1/3", "1/3")))
    let point = [Rational(1, over: 10), Rational(1, over: 3)]
    #expect(found.enclosure.contains(Himmelblau().exactValue(at: point)))
    #expect(found.enclosure.width < 1e-12 && found.boxes == 1)
    #expect(found.witness?.point.point == point)
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
      let x = min(max(function.summit[0], domain.sides[0].lower.exact), domain.sides[0].upper.exact)
      let exact = function.exactValue(at: [x, 0])
      #expect(found.enclosure.contains(exact))
      #expect(found.isSharp && found.boxes < 1_000)
      let witness = try #require(found.witness)
      #expect(domain.contains(witness.point.point))
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
    #expect(size.gradient(over: [two, Interval(3)]) == [Interval(3), two])
    #expect(size.gradient(over: [-two, Interval(3)]) == [Interval(-3), two])
    #expect(
      size.gradient(over: [mixed, Interval(3)]) == [
        Interval(lowerBound: -3, upperBound: 3), Interval(lowerBound: -2, upperBound: 2),
      ])
    #expect(size.value(over: [mixed, Interval(3)]) == Interval(lowerBound: 0, upperBound: 6))
  }
}
