import ClaimsTestSupport
import Foundation
import RealArithmetic
import Testing

@testable import SELUClaims
@testable import SELUTheorem

@Suite struct RegistryTests {
  @Test func idsAreUnique() {
    let ids = Printed.claims.map(\.id)
    #expect(ids.count >= 20)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(Printed.claim(id)?.id == id) }
    #expect(Printed.claim("theorem1") == nil && Printed.claim("") == nil)
  }

  @Test func selectionIsByPrefix() {
    let all = Printed.claims.select([])
    #expect(all.claims.count == Printed.claims.count && all.unknown.isEmpty)
    let first = Printed.claims.select(["theorem1"])
    #expect(!first.claims.isEmpty && first.claims.allSatisfy { $0.id.hasPrefix("theorem1.") })
    // theorem1 is no prefix of theorem16, as a name.
    let sixteenth = Printed.claims.select([
      "theorem16", "equation14.alpha", "nonsense", "theorem1.contraction.nonsense",
    ])
    #expect(sixteenth.claims.contains { $0.id == "equation14.alpha" })
    #expect(sixteenth.claims.allSatisfy { $0.id.hasPrefix("theorem16.") || $0.id == "equation14.alpha" })
    #expect(sixteenth.unknown == ["nonsense", "theorem1.contraction.nonsense"])
    // Each claim once, in the order of the registry.
    let twice = Printed.claims.select(["theorem1.contraction", "theorem1"])
    #expect(twice.claims.map(\.id) == first.claims.map(\.id))
  }

  @Test(arguments: Printed.claims.map(\.id))
  func claimsAreComplete(id: String) throws {
    let claim = try #require(Printed.claim(id))
    #expect(!claim.source.isEmpty && !claim.statement.isEmpty && !claim.printed.isEmpty)
    for (variable, range) in claim.domain.ranges {
      #expect(range.lower <= range.upper, "\(variable)")
    }
    // A claim over nothing would be true: there are points for all the variables that the claim needs.
    let region = claim.region
    let variables = claim.proposition.quantities.reduce(into: Set<Variable>()) { $0.formUnion($1.variables) }
    let isOpen = variables.contains { region.openRanges[$0] != nil }
    #expect(isOpen || region.box(in: region.coordinates(for: variables)) != nil)
  }

  /// The registered claims are those of the paper, as they are printed.
  @Suite struct PaperTests {
    @Test func allClaimsAreRegistered() throws {
      let paper = try PaperClaims.load()
      #expect(Set(paper.claims.map(\.id)) == Set(Printed.claims.map(\.id)))
    }

    @Test func everyRegisteredClaimIsPrinted() throws {
      let paper = try PaperClaims.load()
      let entries = Dictionary(uniqueKeysWithValues: paper.claims.map { ($0.id, $0) })
      for claim in Printed.claims {
        guard let entry = entries[claim.id] else {
          Issue.record("\(claim.id) is not in the list")
          continue
        }
        #expect(claim.domain.name == entry.domain, "\(claim.id)")
        #expect(claim.proposition.relation == entry.relation, "\(claim.id)")
        #expect(claim.printed == entry.bound.text, "\(claim.id)")
        #expect(claim.source == entry.source, "\(claim.id)")
        #expect(claim.kind.rawValue == entry.kind, "\(claim.id)")
        #expect(claim.theorem == entry.theorem, "\(claim.id)")
        #expect(claim.statement == entry.statement, "\(claim.id)")
        #expect(claim.reading == entry.reading, "\(claim.id)")
        #expect(claim.domain.ranges == (try paper.ranges(of: entry.domain)), "\(claim.id)")
        #expect(claim.domain.openRanges == paper.openRanges(of: entry.domain), "\(claim.id)")
        if let conditions = entry.at {
          #expect(claim.conditions == (try PaperClaims.ranges(conditions)), "\(claim.id)")
        }
        // What is decided is what is printed.
        if case .one(let text) = entry.bound, let decided = claim.proposition.printedDecimal {
          #expect(text == decided.text || (text == "nu" && decided.text == "0"), "\(claim.id)")
        }
      }
    }

    /// The comparison would notice a digit that is not the printed one.
    @Test func anotherDigitIsNoticed() throws {
      let paper = try PaperClaims.load()
      let ranges = try paper.ranges(of: "omega")
      #expect(ranges == Domain.omega.ranges)
      #expect(ranges != (try Domain.box(tau: ("0.95", "1.11"))).ranges)
      let entry = try #require(paper.claims.first { $0.id == "theorem1.fixed-point.mean.lower" })
      #expect(entry.bound == .one("-0.03106") && entry.bound != .one("-0.03105"))
    }
  }
}
