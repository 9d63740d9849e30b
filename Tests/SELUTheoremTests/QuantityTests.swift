import ClaimsTestSupport
import GridChecker
import IntervalArithmetic
import MomentMap
import RealArithmetic
import Testing

@testable import SELUClaims
@testable import SELUTheorem

/// The enclosures that all verdicts rest on.
@Suite struct QuantityTests {
  static let quantities: [Quantity] = [
    Quantity(.mean), Quantity(.secondMoment), Quantity(.variance), Quantity(.spectralNorm),
    Quantity(.jacobian(row: .one, column: .one)), Quantity(.jacobian(row: .one, column: .two)),
    Quantity(.jacobian(row: .two, column: .one)), Quantity(.jacobian(row: .two, column: .two)),
    Quantity(.variance - .variable(.nu)), Quantity(.secondMoment + .number(Rational(1, over: 3))),
    Quantity(.mean, derivative: .mu), Quantity(.variance, derivative: .nu), Quantity(.secondMoment, derivative: .tau),
    Quantity(.mean, derivative: .x), Quantity(.spectralNorm, derivative: .nu),
    Quantity(.variable(.mu) + .variable(.tau)),
  ]

  struct Problem {
    let function: QuantityEvaluator<Interval>
    let coordinates: [Variable]
    let domain: Domain

    init(_ quantity: Quantity, _ domain: Domain) {
      coordinates = domain.coordinates(for: quantity.variables)
      function = QuantityEvaluator(quantity, coordinates: coordinates, activation: checker.activation)
      self.domain = domain
    }

    /// A random box of the domain in the coordinates of the search.
    func box(_ generator: inout SeededGenerator, size: Double) throws -> [Interval] {
      try coordinates.map { variable in
        let range = try #require(domain.range(of: variable))
        let whole = Interval(enclosing: range.lower, through: range.upper)
        let length = size * whole.width
        let start = generator.number(in: whole.lowerBound...max(whole.lowerBound, whole.upperBound - length))
        return Interval(lowerBound: start, upperBound: min(start + length, whole.upperBound))
      }
    }
  }

  static let domains: [Domain] = [.omega, .high, .lowMainText]

  func point(_ box: [Interval], _ generator: inout SeededGenerator) -> [Interval] {
    box.map { Interval(generator.number(in: $0.lowerBound...$0.upperBound)) }
  }

  /// Values at points lie in the values over boxes, and so do gradients.
  @Test(arguments: quantities.indices, domains.indices)
  func partsLieInTheWhole(quantity: Int, domain: Int) throws {
    var generator = SeededGenerator(seed: UInt64(41 + quantity))
    let problem = Problem(Self.quantities[quantity], Self.domains[domain])
    for size in [1, 0.1, 1e-4] {
      let box = try problem.box(&generator, size: size)
      let point = point(box, &generator)
      // Nothing is known of S where H22 may not be positive.
      guard let whole = problem.function.value(over: box) else {
        #expect(size > 0.1)
        continue
      }
      #expect(try #require(problem.function.value(over: point)).isSubset(of: whole))
      for (inner, outer) in zip(problem.function.gradient(over: point), problem.function.gradient(over: box)) {
        #expect(try #require(inner).isSubset(of: try #require(outer)))
      }
      let (value, gradient) = problem.function.valueAndGradient(over: box)
      #expect(value == problem.function.value(over: box) && gradient == problem.function.gradient(over: box))
    }
  }

  /// The mean value theorem: the difference of two values is the gradient somewhere between times the way.
  @Test(arguments: quantities.indices, domains.indices)
  func gradientsExplainDifferences(quantity: Int, domain: Int) throws {
    var generator = SeededGenerator(seed: UInt64(61 + quantity))
    let problem = Problem(Self.quantities[quantity], Self.domains[domain])
    for size in [0.3, 0.01] {
      let box = try problem.box(&generator, size: size)
      let (a, b) = (box.map { Interval($0.lowerBound) }, box.map { Interval($0.upperBound) })
      let start = try #require(problem.function.value(over: a))
      let difference = try #require(problem.function.value(over: b)) - start
      let gradient = try problem.function.gradient(over: box).map { try #require($0) }
      let explained = zip(gradient, zip(a, b)).reduce(Interval(0)) { $0 + $1.0 * ($1.1.1 - $1.1.0) }
      #expect(!difference.isDisjoint(with: explained))
      // Along each axis by itself.
      for axis in box.indices {
        var end = a
        end[axis] = b[axis]
        let step = try #require(problem.function.value(over: end)) - start
        #expect(!step.isDisjoint(with: gradient[axis] * (b[axis] - a[axis])), "along \(problem.coordinates[axis])")
      }
    }
  }

  /// Over a tiny box gradients are narrow, so that the agreement above means something: any other gradient fails.
  @Test(arguments: quantities.indices)
  func gradientsAreNarrow(quantity: Int) throws {
    var generator = SeededGenerator(seed: UInt64(81 + quantity))
    let problem = Problem(Self.quantities[quantity], .omega)
    let box = try problem.box(&generator, size: 1e-4)
    for (axis, known) in problem.function.gradient(over: box).enumerated() {
      let slope = try #require(known)
      #expect(slope.width < 1e-2)
      var (start, end) = (box.map { Interval($0.lowerBound) }, box.map { Interval($0.lowerBound) })
      (start[axis], end[axis]) = (Interval(box[axis].lowerBound), Interval(box[axis].upperBound))
      let way = end[axis] - start[axis]
      let (first, last) = (problem.function.value(over: start), problem.function.value(over: end))
      let quotient = (try #require(last) - #require(first)) / way
      #expect(quotient.isDisjoint(with: slope + Interval(0.1)) && quotient.isDisjoint(with: slope - Interval(0.1)))
    }
  }

  /// Values agree with arithmetic of 160 bits at exact decimal points.
  @Test(arguments: quantities.indices)
  func valuesArePrecise(quantity: Int) throws {
    var generator = SeededGenerator(seed: UInt64(101 + quantity))
    let quantity = Self.quantities[quantity]
    guard quantity.derivative == nil else { return }
    for domain in Self.domains {
      let exact = generator.point(in: domain)
      let function = QuantityEvaluator(
        quantity, coordinates: [.mu, .omega, .nu, .tau], activation: checker.activation)
      let sides = try [Variable.mu, .omega, .nu, .tau].map { Interval(enclosing: try #require(exact[$0])) }
      let value = try #require(function.value(over: sides))
      let precise = try #require(quantity.preciseValue(at: exact))
      #expect(value.overlaps(precise) && value.width <= 1e-11 * (1 + value.magnitude))
      #expect(!(value + Interval(1e-10 * (1 + value.magnitude))).overlaps(precise))
    }
  }

  // MARK: Derivatives by the product of two variables

  /// y = mu omega is no coordinate of its own where mu or omega counts by itself. The derivative by it is then not 0.
  @Test func derivativesByVariablesThatAreNoCoordinates() throws {
    // d H11 / dy = omega d^2 mean / dy^2 = 2 omega d mean / dx reaches 0.018.
    let entry = Quantity(.jacobian(row: .one, column: .one), derivative: .y, isAbsolute: true)
    #expect(throws: InvalidClaim.self) { try check(entry, .less, "0.0001", on: .omega) }
    let change = Quantity(.variance - .variable(.nu), derivative: .x)
    #expect(throws: InvalidClaim.self) { try check(change, .less, "0.0001", on: .omega) }
    for quantity in [entry, change] {
      #expect(checker.check(quantity, .less, 0, on: .omega).decision == .undecided)
      #expect(checker.check(quantity, .atMost, Rational(1, over: 10_000), on: .omega).decision == .undecided)
    }
    #expect(try check(Quantity(.mean, derivative: .x), .less, "0.0001", on: .omega).decision == .refuted)
  }

  /// A uniform grid has the domain's own coordinates.
  @Test(arguments: [Variable.x, .y])
  func derivativesOnUniformGrids(variable: Variable) throws {
    let grid = ClaimChecker(strategy: .uniformGrid([2, 2, 2, 2]))
    let slope = Quantity(.mean, derivative: variable)
    #expect(try check(slope, .less, "0.0001", on: .omega, by: grid).decision != .proved)
    #expect(try check(slope, .less, "0.0001", on: .omega).decision == .refuted)
    #expect(try check(slope, .less, "2", on: .omega).decision == .proved)
  }

  // MARK: Expressions

  @Test func variablesOfExpressions() {
    #expect(Expression.mean.variables == [.y, .x])
    #expect(Expression.spectralNorm.variables == [.y, .x, .omega, .tau])
    #expect((Expression.variance - .variable(.nu)).variables == [.y, .x, .nu])
    #expect(Quantity(.mean, derivative: .mu).variables == [.y, .x, .mu])
    #expect(Expression.alpha.variables.isEmpty && Expression.number(3).variables.isEmpty)
  }

  @Test func expressionsArePrinted() {
    #expect((Expression.variance - .variable(.nu)).description == "var - nu")
    #expect((Expression.secondMoment + .number(Rational(1, over: 2))).description == "xi + 0.5")
    #expect(Expression.jacobian(row: .one, column: .two).description == "H12")
    #expect(Expression.spectralNorm.description == "S" && Expression.alpha.description == "alpha01")
  }
}
