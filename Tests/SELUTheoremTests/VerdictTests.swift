import ClaimsTestSupport
import Foundation
import GridChecker
import IntervalArithmetic
import MomentMap
import RealArithmetic
import Testing

@testable import SELUClaims
@testable import SELUTheorem

/// The verdicts on all registered claims.
@Suite struct VerdictTests {
  static let ids = Printed.claims.map(\.id)

  @Test(arguments: ids)
  func verdictIsTheExpectedOne(id: String) throws {
    let claim = try #require(Printed.claim(id))
    let finding = checker.check(claim)
    #expect(finding.decision == claim.expected)
    #expect(finding.boxes >= 1 && finding.boxes <= 10_000)
    try expectNarrow(finding)
    switch finding.decision {
    case .proved: #expect(finding.openBoxes.isEmpty)
    case .refuted: #expect(finding.openBoxes.isEmpty && finding.witness != nil)
    case .undecided: #expect(!finding.openBoxes.isEmpty)
    }
  }

  /// The enclosure of every extremum is narrow, part by part.
  func expectNarrow(_ finding: Finding) throws {
    for part in finding.parts { try expectNarrow(part.finding) }
    guard finding.parts.isEmpty else { return }
    let enclosure = try #require(finding.enclosure)
    #expect(enclosure.width <= 1e-9 * enclosure.magnitude || enclosure.width <= 1e-14)
  }

  /// Every witness lies in its claim's domain, and the quantity there is what the finding says, by arithmetic of 160
  /// bits.
  @Test(arguments: ids)
  func witnessesAreRight(id: String) throws {
    let claim = try #require(Printed.claim(id))
    guard case .bound(let quantity, _, _) = claim.proposition else { return }
    let finding = checker.check(claim)
    let witness = try #require(finding.witness)
    #expect(claim.region.contains(witness.point))
    guard let precise = quantity.preciseValue(at: witness.coordinates) else { return }
    let value = witness.value
    #expect(value.overlaps(quantity.isAbsolute && precise.isNegative ? -precise : precise))
    #expect(!(value + Interval(1e-9)).overlaps(precise))
    let enclosure = try #require(finding.enclosure)
    #expect(value.isSubset(of: enclosure + Interval(lowerBound: -1e-12, upperBound: 1e-12)))
  }

  /// Neither the number of threads, nor the order, nor what has been found before makes a difference.
  @Test func threadsAndOrderMakeNoDifference() {
    let counter = Counter()
    let reversed = Array(Printed.claims.reversed())
    let several = ClaimChecker(budget: SearchBudget(threads: 3)).check(reversed) { counter.count($0.id) }
    #expect(several.count == Printed.claims.count)
    for (claim, finding) in zip(reversed, several) {
      #expect(FindingSignature(finding) == FindingSignature(checker.check(claim)), "\(claim.id)")
    }
    #expect(counter.counts == Dictionary(uniqueKeysWithValues: Printed.claims.map { ($0.id, 1) }))
  }

  /// With another activation mean 0 and variance 1 are not kept, and alpha and lambda do not round as printed.
  @Test func anotherActivationIsNoticed() throws {
    let other = ClaimChecker(activation: Activation(alpha: Interval(1.6732), lambda: Interval(1.0507)))
    for id in ["equation14.alpha", "equation14.mean", "equation14.variance"] {
      #expect(other.check(try #require(Printed.claim(id))).decision == .refuted, "\(id)")
    }
    // Where alpha is known roughly only, nothing is decided that depends on it.
    let vague = ClaimChecker(
      activation: Activation(alpha: Interval(lowerBound: 1.6, upperBound: 1.7), lambda: checker.activation.lambda))
    #expect(vague.check(try #require(Printed.claim("equation14.alpha"))).decision == .undecided)
    #expect(vague.check(try #require(Printed.claim("equation14.lambda"))).decision == .proved)
    #expect(vague.check(try #require(Printed.claim("equation6.H22"))).decision == .undecided)
  }

  /// A uniform grid proves less, but nothing else.
  @Test(arguments: ["theorem1.contraction", "theorem16.contraction", "theorem2.variance-decreases"])
  func uniformGridsAgree(id: String) throws {
    let claim = try #require(Printed.claim(id))
    let grid = ClaimChecker(strategy: .uniformGrid([2, 2, 6, 3]))
    let (coarse, fine) = (grid.check(claim), checker.check(claim))
    #expect(coarse.boxes.isMultiple(of: 72) && coarse.boxes > 0)
    #expect(coarse.decision == fine.decision || coarse.decision == .undecided)
    let (wide, narrow) = (try #require(coarse.enclosure), try #require(fine.enclosure))
    #expect(!wide.isDisjoint(with: narrow) && wide.width > narrow.width)
    let witness = try #require(coarse.witness)
    #expect(claim.domain.contains(witness.point))
    #expect(coarse.decision == .proved || !coarse.openBoxes.isEmpty)
  }
}

/// Counts names, from any thread.
private final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var storage: [String: Int] = [:]

  func count(_ name: String) { lock.withLock { storage[name, default: 0] += 1 } }
  var counts: [String: Int] { lock.withLock { storage } }
}
