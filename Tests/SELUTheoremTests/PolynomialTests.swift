import ClaimsTestSupport
import IntervalArithmetic
import RealArithmetic
import Testing

@testable import SELUClaims
@testable import SELUTheorem

@Suite struct PolynomialTests {
  private let a = Polynomial("a")
  private let b = Polynomial("b")

  @Test func normalForms() {
    #expect((a + b).squared() == a * a + 2 * a * b + b * b)
    #expect((a + b) * (a - b) == a.squared() - b.squared())
    #expect((a - a).isZero && !(a - b).isZero && Polynomial(0).isZero)
    #expect((a * b * 3 - 1).indeterminates == ["a", "b"] && (a - a + 2).indeterminates.isEmpty)
    #expect((a * a * b + a).degree(in: "a") == 2 && (a * a * b + a).degree(in: "c") == 0)
    #expect((2 - 3 * a * a).coefficients(of: "a") == [2, 0, -3] && (a * b).coefficients(of: "a") == nil)
    #expect((a * a * b - 2).value(at: ["a": 3, "b": Rational(1, over: 3)]) == 1)
  }

  // MARK: Identities

  @Test func identitiesThatHold() throws {
    #expect(try check(.identity(PolynomialIdentity(a - a), "0"), on: .none).decision == .proved)
    #expect(try check(.identity(PolynomialIdentity(2 * a * b, over: a * b), "2"), on: .none).decision == .proved)
    for id in ["dropout.mean", "dropout.variance"] {
      #expect(Printed.claim(id).map { checker.check($0).decision } == .proved)
    }
  }

  /// Alpha dropout with one sign or factor wrong.
  @Test func identitiesThatDoNotHold() throws {
    let (q, alpha) = (Polynomial("q"), Polynomial("alpha'"))
    let dropped = (1 - q) * alpha
    let secondMoment = q + (1 - q) * alpha * alpha
    let radicand = q + alpha * alpha * q * (1 - q)
    #expect(PolynomialIdentity(secondMoment - dropped.squared(), over: radicand).holds(1))
    for wrong in [
      PolynomialIdentity(a * dropped + a * (1 - q) * alpha), PolynomialIdentity(a * dropped - (1 - q) * alpha),
      PolynomialIdentity(secondMoment + dropped.squared(), over: radicand),
      PolynomialIdentity(secondMoment - dropped.squared(), over: q - alpha * alpha * q * (1 - q)),
      PolynomialIdentity(secondMoment - dropped.squared(), over: q + alpha * alpha * (1 - q)),
    ] {
      let value: PrintedDecimal = wrong.denominator == 1 ? "0" : "1"
      let finding = try check(.identity(wrong, value), on: .none)
      #expect(finding.decision == .refuted && finding.witness != nil)
    }
  }

  /// Zero over zero is no number.
  @Test func quotientsByZeroAreUndecided() throws {
    #expect(try check(.identity(PolynomialIdentity(a - a, over: b - b), "0"), on: .none).decision == .undecided)
    #expect(try check(.identity(PolynomialIdentity(a, over: b - b), "1"), on: .none).decision == .undecided)
  }

  /// The value of a refutation is one that the quotient has: here 2 throughout, where the denominator is not zero.
  @Test func refutedIdentitiesShowTheQuotient() throws {
    for denominator in [3 * a * b, (a - 1) * b, (a - 1) * (2 * a - 1)] {
      let finding = try check(.identity(PolynomialIdentity(2 * denominator, over: denominator), "1"), on: .none)
      #expect(finding.decision == .refuted && finding.enclosure == Interval(2) && finding.witness?.value == Interval(2))
    }
  }

  /// A polynomial that is zero at many points of the grid is still noticed.
  @Test func counterexamplesAreFound() throws {
    let half = Polynomial(Rational(1, over: 2))
    let hidden = (a - 1) * (a - half) * (b - 1)
    let example = try #require(PolynomialIdentity(hidden).counterexample(0))
    #expect(example.difference == hidden.value(at: example.point) && !example.difference.isZero)
    #expect(PolynomialIdentity(hidden - hidden).counterexample(0) == nil)
  }
}
