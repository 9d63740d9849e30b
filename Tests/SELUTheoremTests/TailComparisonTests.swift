import GridChecker
import IntervalArithmetic
import MomentMap
import RealArithmetic
import Testing

@testable import SELUClaims
@testable import SELUTheorem

/// Lemmas 21 to 24, with wrong constants too.
@Suite struct TailComparisonTests {
  func finding(_ bound: TailComparison.Bound, isAbove: Bool, by other: ClaimChecker = checker) throws -> Finding {
    let comparison = TailComparison(bound, isAbove: isAbove, relation: "<", printed: "")
    return try check(.tailComparison(comparison), on: .positiveNumbers, by: other)
  }

  func decide(_ bound: TailComparison.Bound, isAbove: Bool) throws -> Verdict {
    try finding(bound, isAbove: isAbove).decision
  }

  func rational(_ text: String) throws -> Rational { try Rational(parsing: text) }

  /// 2 e^(-z^2) / (sqrt(pi) (sqrt(z^2 + c) + z)) < erfc z for c from 2 on.
  @Test(arguments: [
    ("2", Verdict.proved), ("2.001", .proved), ("3", .proved), ("1.999", .refuted), ("1.9", .refuted), ("1", .refuted),
    ("0", .refuted),
  ])
  func lowerBoundsOfErfc(constant: String, decision: Verdict) throws {
    #expect(try decide(.root(limit: 1, constant: try rational(constant), overPi: 0), isAbove: true) == decision)
  }

  /// So near to the least constant that no double shows a counterexample nothing is decided.
  @Test func hardlyWrongConstantsAreNotProved() throws {
    #expect(
      try decide(.root(limit: 1, constant: try rational("1.99999999999"), overPi: 0), isAbove: true) == .undecided)
  }

  /// The opposite, for c up to 4/pi = 1.2732395.
  @Test(arguments: [
    ("0", "4", Verdict.proved), ("0", "3.99", .proved), ("1.27", "0", .proved), ("1.273", "0", .proved),
    ("0", "4.01", .refuted), ("1.274", "0", .refuted), ("1.3", "0", .refuted), ("2", "0", .refuted),
  ])
  func upperBoundsOfErfc(constant: String, overPi: String, decision: Verdict) throws {
    let bound = TailComparison.Bound.root(limit: 1, constant: try rational(constant), overPi: try rational(overPi))
    #expect(try decide(bound, isAbove: false) == decision)
  }

  /// z erfcx(z) < k/sqrt(pi) for k from 1 on.
  @Test(arguments: [
    ("1", Verdict.proved), ("1.5", .proved), ("0.9999", .refuted), ("0.99", .refuted), ("0.5", .refuted),
    ("0.999999999", .refuted),
  ])
  func limits(limit: String, decision: Verdict) throws {
    #expect(try decide(.root(limit: try rational(limit), constant: 0, overPi: 0), isAbove: false) == decision)
    // It is not above its limit, either, nor above anything smaller, near 0.
    #expect(try decide(.root(limit: try rational(limit), constant: 0, overPi: 0), isAbove: true) == .refuted)
  }

  /// (1 + 2 z^2) erfcx(z) > 2 z/sqrt(pi): u > 1 / (1 + s w) for s from 1/2 on.
  @Test(arguments: [
    ("0.5", Verdict.proved), ("0.6", .proved), ("2", .proved), ("0.499", .refuted), ("0.4", .refuted),
    ("0.1", .refuted),
  ])
  func slopes(slope: String, decision: Verdict) throws {
    #expect(try decide(.reciprocal(slope: try rational(slope)), isAbove: true) == decision)
    #expect(try decide(.reciprocal(slope: try rational(slope)), isAbove: false) == .refuted)
  }

  /// What the difference tends to is its infimum or supremum only if the claim holds.
  @Test func limitsAreStatedOfProvedClaimsAlone() throws {
    let bounds = try ["2", "1.9"].map { TailComparison.Bound.root(limit: 1, constant: try rational($0), overPi: 0) }
    #expect(try finding(bounds[0], isAbove: true).enclosure == Interval(0))
    #expect(try finding(bounds[1], isAbove: true).enclosure == nil)
    let hasty = try finding(bounds[0], isAbove: true, by: ClaimChecker(budget: SearchBudget(maximumBoxes: 1)))
    #expect(hasty.decision == .undecided && hasty.enclosure == nil)
  }

  /// Constants for which the arguments do not hold make no claim, nor does another domain.
  @Test func whatTheArgumentsDoNotCoverIsNoClaim() throws {
    let bounds: [TailComparison.Bound] = [
      .root(limit: -1, constant: 1, overPi: 0), .root(limit: 1, constant: -1, overPi: 0),
      .root(limit: 1, constant: 8, overPi: -4), .reciprocal(slope: 0),
    ]
    for isAbove in [false, true] {
      for bound in bounds {
        #expect(throws: InvalidClaim.self) { try decide(bound, isAbove: isAbove) }
      }
    }
    let comparison = TailComparison(.reciprocal(slope: 1), isAbove: true, relation: "<", printed: "")
    for domain in [Domain.allNumbers, .line(from: 0, to: 1), .none] {
      #expect(throws: InvalidClaim.self) { try check(.tailComparison(comparison), on: domain) }
    }
  }

  /// z = 0 is no positive number: where the difference is least there, a point beside it contradicts the claim.
  @Test(arguments: [true, false])
  func witnessesArePositive(isAbove: Bool) throws {
    let bound = isAbove ? TailComparison.Bound.root(limit: 1, constant: 0, overPi: 0) : .reciprocal(slope: 2)
    let found = try finding(bound, isAbove: isAbove)
    #expect(found.decision == .refuted)
    let witness = try #require(found.witness)
    let z = try #require(witness.point.first)
    #expect(z.variable == .z && z.value > 0)
    #expect(isAbove ? witness.value.upperBound < 0 : witness.value.lowerBound > 0)
    let precise = try #require(Quantity(bound.difference).preciseValue(at: witness.coordinates))
    #expect(isAbove ? precise.isNegative : precise.isPositive)
  }

  /// The sums enclose what they should, at points where both can be told apart.
  @Test(arguments: [8, 20, 100, 1000])
  func partialSumsEnclose(z: Int) throws {
    let w = Rational(1, over: BigInteger(z * z))
    let bounds = try (4...5).map { order in
      let sum = TailSeries.partialSum(order: order).value(at: ["w": w])
      return try #require(sum == 0 ? nil : sum)
    }
    let u = Interval(Double(z)) * Interval.erfcx(Interval(Double(z))) * Interval.sqrt(.pi)
    #expect(bounds[1] < bounds[0])
    #expect(Interval(enclosing: bounds[1], through: bounds[0]).isDisjoint(with: u) == false)
    let first = TailSeries.partialSum(order: 1).value(at: ["w": w])
    #expect(Interval(enclosing: first).upperBound < u.lowerBound)
  }

  @Test func partialSumsAreThoseOfTheSeries() {
    let sum = TailSeries.partialSum(order: 4).coefficients(of: "w")
    #expect(sum == [1, Rational(-1, over: 2), Rational(3, over: 4), Rational(-15, over: 8), Rational(105, over: 16)])
  }

  /// The derivatives in the lemmas are those of which the comparisons speak.
  @Test(arguments: [0.125, 1, 2.5, 6])
  func derivativesAreTheOnesThatAreCompared(z: Double) throws {
    let at = Dual(Dual(variable: Interval(z)), tangent: Dual(constant: Interval(1)))
    let erfcx = Dual<Dual<Interval>>.erfcx(at)
    let limit = TailComparison.Bound.root(limit: 1, constant: 0, overPi: 0).difference
    let convex = TailComparison.Bound.reciprocal(slope: Rational(1, over: 2)).difference
    let value = { (expression: Expression) in
      let environment = Environment(activation: checker.activation, coordinates: [.z], values: [Interval(z)])
      return expression.value(in: environment) ?? .empty
    }
    // erfcx' = 2 z erfcx - 2/sqrt(pi), (z erfcx)' and erfcx''
    #expect(!erfcx.tangent.value.isDisjoint(with: value(limit)))
    let product = at * erfcx
    #expect(!product.tangent.value.isDisjoint(with: Interval(2) * value(convex)))
    #expect(!erfcx.tangent.tangent.isDisjoint(with: Interval(4) * value(convex)))
    #expect(erfcx.tangent.tangent.width < 1e-9 && value(limit).width < 1e-9)
  }

  // MARK: Polynomials on a range

  @Test func positivePolynomials() throws {
    let w = Polynomial("w")
    let quarter = Rational(1, over: 4)
    #expect((w - 2 * w * w).isPositive("w", upTo: quarter))
    #expect(!(w - 4 * w * w).isPositive("w", upTo: quarter))
    #expect((w * w).isPositive("w", upTo: quarter) && !(-w).isPositive("w", upTo: quarter))
    #expect(!Polynomial(0).isPositive("w", upTo: quarter) && Polynomial(1).isPositive("w", upTo: quarter))
    #expect(!(w * Polynomial("v")).isPositive("w", upTo: quarter))
    #expect(!(w - Polynomial(Rational(1, over: 1000))).isPositive("w", upTo: quarter))
  }

  // MARK: Lemma 21

  @Test func structureOfSlopes() {
    let z = Expression.z
    #expect(Expression.exponential(z).derivative(by: .z)?.structuralSign == 1)
    #expect(Expression.exponential(-z).derivative(by: .z)?.structuralSign == -1)
    #expect(Expression.erfc(z).derivative(by: .z)?.structuralSign == -1)
    #expect(Expression.erfc(-2 * z).derivative(by: .z)?.structuralSign == 1)
    #expect(Expression.exponential(.square(z)).derivative(by: .z)?.structuralSign == nil)
    #expect((Expression.exponential(z) - .erfc(z)).derivative(by: .z)?.structuralSign == 1)
    #expect((Expression.exponential(z) + .erfc(z)).derivative(by: .z)?.structuralSign == nil)
    #expect(Expression.squareRoot(z).derivative(by: .z) == nil)
    #expect(Expression.number(2).derivative(by: .z)?.structuralSign == 0)
  }

  /// On (0, inf) the witness is one of these numbers.
  @Test func monotonicityOnTheHalfLine() throws {
    #expect(try check(.monotone(.exponential(-.z), .decreasing, in: .z), on: .positiveNumbers).decision == .proved)
    let wrong = try check(.monotone(.exponential(-.z), .increasing, in: .z), on: .positiveNumbers)
    #expect(wrong.decision == .refuted)
    let point = try #require(wrong.witness?.point.first)
    #expect(point.variable == .z && point.value > 0 && wrong.witness?.value.upperBound ?? 0 < 0)
    let enclosure = try #require(wrong.enclosure)
    #expect(enclosure.upperBound == 0 && enclosure.lowerBound > -1e-100)
  }

  @Test func monotonicityOnTheLine() throws {
    #expect(try check(.monotone(.exponential(.z), .increasing, in: .z), on: .allNumbers).decision == .proved)
    let wrong = try check(.monotone(.exponential(.z), .decreasing, in: .z), on: .allNumbers)
    #expect(wrong.decision == .refuted && wrong.witness?.value.contains(1) == true)
    #expect(
      try check(.monotone(.exponential(.square(.z)), .increasing, in: .z), on: .allNumbers).decision == .undecided)
    #expect(try check(.monotone(.number(1), .increasing, in: .z), on: .allNumbers).decision == .undecided)
    #expect(throws: InvalidClaim.self) {
      try check(.monotone(.exponential(.z) * .x, .increasing, in: .z), on: .allNumbers)
    }
  }
}
