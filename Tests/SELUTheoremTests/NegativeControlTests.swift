import ClaimsTestSupport
import FixedPointSolver
import IntervalArithmetic
import MomentMap
import RealArithmetic
import Testing

@testable import SELUClaims
@testable import SELUTheorem

/// Every relation has claims that are false, and the checker says so.
@Suite struct NegativeControlTests {
  // MARK: Monotonicity and signs

  /// The claims on monotonicity, with their directions turned round.
  static let monotone = Printed.claims.filter { claim in
    if case .monotone = claim.proposition { return true }
    return false
  }.map(\.id)

  @Test(arguments: monotone)
  func theOtherDirectionIsRefuted(id: String) throws {
    let claim = try #require(Printed.claim(id))
    guard case .monotone(let expression, let direction, let variable) = claim.proposition else { return }
    let other: Direction = direction == .increasing ? .decreasing : .increasing
    let finding = checker.check(try claim.saying(.monotone(expression, other, in: variable)))
    #expect(finding.decision == .refuted)
    let value = try #require(finding.witness?.value)
    #expect(other == .increasing ? value.upperBound < 0 : value.lowerBound > 0)
  }

  /// y/(sqrt2 sqrt x) does not depend on x at y = 0, so that it neither increases nor decreases.
  @Test func slopesOfZeroAreNoSigns() throws {
    let zero = try Domain.named("zero", [.x: ("1", "2"), .y: ("0", "0")])
    for direction in [Direction.increasing, .decreasing] {
      #expect(try check(.monotone(.tailArgument(.zero), direction, in: .x), on: zero).decision == .undecided)
      // On a range of one number nothing is monotone.
      #expect(throws: InvalidClaim.self) { try check(.monotone(.tailArgument(.zero), direction, in: .y), on: zero) }
    }
  }

  @Test func wrongSignsAreRefuted() throws {
    #expect(try check(.sign(of: .omega, cofactor: Quantity(.mean, derivative: .y)), on: .d).decision == .proved)
    #expect(try check(.sign(of: .omega, cofactor: Quantity(-.mean, derivative: .y)), on: .d).decision == .refuted)
    #expect(try check(.sign(of: .omega, cofactor: Quantity(.mean)), on: .d).decision == .refuted)
    #expect(try check(.sign(of: .omega, cofactor: Quantity(.y - .y)), on: .d).decision == .undecided)
  }

  // MARK: Places

  @Test func otherPlacesAreRefuted() throws {
    let quantity = Expression.tail(.one)
    for (x, y) in [("1.875", "0.01"), ("0.64", "0.01"), ("0.65", "-0.01"), ("0.64", "-0.009")] {
      let place = [Variable.x: try PrintedDecimal(parsing: x), .y: try PrintedDecimal(parsing: y)]
      let finding = try check(.argmax(quantity, at: place), on: .xyD)
      #expect(finding.decision == .refuted, "\(x), \(y)")
      #expect(finding.witness?.value.lowerBound ?? 0 > 0.5876)
    }
    #expect(try check(.argmin(quantity, at: [.x: "0.64", .y: "-0.01"]), on: .xyD).decision == .refuted)
    // A point that is not the whole of a corner, or lies beyond it, or a tie.
    #expect(throws: InvalidClaim.self) { try check(.argmax(quantity, at: [.x: "0.64"]), on: .xyD) }
    #expect(throws: InvalidClaim.self) { try check(.argmax(quantity, at: [.x: "0.63", .y: "-0.01"]), on: .xyD) }
    #expect(try check(.argmax(.square(.y) * .x, at: [.x: "1.875", .y: "0.01"]), on: .xyD).decision == .undecided)
  }

  /// -(nu - 1/4)^2 is largest inside of a range. Of (nu - 1/4)^2, which is so at an end, not enough is found out: a zero of
  /// the derivative may be a minimum.
  @Test func maximisers() throws {
    let range = try Domain.named("range", [.nu: ("0", "1"), .tau: ("1", "1")])
    let bowl = Expression.square(.nu - "0.25")
    #expect(try check(.maximiserRoundsTo(bowl, .nu, "1"), on: range).decision == .undecided)
    #expect(try check(.maximiserRoundsTo(bowl, .nu, "0"), on: range).decision == .undecided)
    let hill = try check(.maximiserRoundsTo(-bowl, .nu, "0.25"), on: range)
    #expect(hill.decision == .proved && hill.enclosure?.contains(0.25) == true)
    #expect(try #require(hill.enclosure).width < 1e-9)
    #expect(try check(.maximiserRoundsTo(-bowl, .nu, "0.24"), on: range).decision == .refuted)
    #expect(try check(.maximiserRoundsTo(.nu - .nu, .nu, "0.2"), on: range).decision == .undecided)
  }

  // MARK: Extrema and values

  @Test func extremaThatRoundToOtherNumbersAreRefuted() throws {
    #expect(try check(.maximumIs(Quantity(.y), "0.010"), on: .xyD).decision == .proved)
    #expect(try check(.maximumIs(Quantity(.y), "0.011"), on: .xyD).decision == .refuted)
    #expect(try check(.minimumIs(Quantity(.y), "0.010"), on: .xyD).decision == .refuted)
    #expect(try check(.maximumIs(.absolute(.y - "0.02"), "0.030"), on: .xyD).decision == .proved)
    #expect(try check(.minimumIs(.absolute(.y), "0.000"), on: .xyD).decision == .proved)
    #expect(try check(.minimumIs(.absolute(.y), "0.001"), on: .xyD).decision == .refuted)
  }

  @Test func parametersOfOtherFixedPoints() throws {
    let target = FixedPointTarget(variance: 2)
    #expect(try check(.parameterRoundsTo(.alpha, target, "1.97126"), on: .none).decision == .proved)
    #expect(try check(.parameterRoundsTo(.lambda, target, "1.97126"), on: .none).decision == .refuted)
    #expect(try check(.parameterRoundsTo(.alpha, FixedPointTarget(), "1.97126"), on: .none).decision == .refuted)
    // Only for mean 0 is the solution known to be the only one.
    let other = FixedPointTarget(mean: Rational(1, over: 10), variance: 2)
    #expect(try check(.parameterRoundsTo(.alpha, other, "1.97126"), on: .none).decision == .undecided)
  }

  // MARK: Exact arithmetic

  @Test func sumsAreExact() throws {
    let tenth = Expression.number(Rational(1, over: 10))
    let sum = tenth + tenth + tenth
    #expect(try check(.equals(sum, "0.3"), on: .none).decision == .proved)
    #expect(try check(.equals(sum, "0.30000000000000004"), on: .none).decision == .refuted)
    #expect(try check(.equals(.pi, "3.14"), on: .none).decision == .undecided)
    for (bound, inequality, decision) in [
      ("0.3", Inequality.atMost, Verdict.proved), ("0.3", .less, .refuted), ("0.3", .atLeast, .proved),
      ("0.3", .greater, .refuted), ("0.2999999999999999999", .greater, .proved),
    ] {
      let finding = try check(Quantity(sum), inequality, bound, on: .none)
      #expect(finding.decision == decision, "\(inequality.rawValue) \(bound)")
      #expect(decision == .proved || finding.witness != nil)
    }
  }

  /// Bounds that are attained at a corner with decimal coordinates are decided, strictly and not.
  @Test func attainedBoundsAreDecided() throws {
    for (quantity, extremum) in [(Expression.y, "0.01"), (.x, "1.875"), (.square(.x) * 2 - .y, "7.04125")] {
      #expect(try check(Quantity(quantity), .atMost, extremum, on: .xyD).decision == .proved)
      #expect(try check(Quantity(quantity), .less, extremum, on: .xyD).decision == .refuted)
    }
    #expect(try check(.absolute(.y - "0.02"), .atMost, "0.03", on: .xyD).decision == .proved)
    #expect(try check(.absolute(.y - "0.02"), .less, "0.03", on: .xyD).decision == .refuted)
    // The function is largest at two corners, and least at neither.
    let square = Quantity(.square(.tailArgument(.zero)))
    #expect(try check(square, .atMost, "0.000078125", on: .xyD).decision == .proved)
    #expect(try check(square, .less, "0.000078125", on: .xyD).decision == .refuted)
    #expect(try check(Quantity(-.square(.y)), .atLeast, "-0.0001", on: .xyD).decision == .proved)
    #expect(try check(Quantity(-.square(.y)), .greater, "-0.0001", on: .xyD).decision == .refuted)
    // In four variables y is a product.
    #expect(try check(Quantity(.mu + .y), .atMost, "0.11", on: .omega).decision == .proved)
    #expect(try check(Quantity(.mu + .y), .less, "0.11", on: .omega).decision == .refuted)
  }
}
