import Foundation
import RealArithmetic
import Testing

@testable import SELUTheorem

@Suite struct RegistryTests {
  @Test func idsAreUnique() {
    let ids = Registry.claims.map(\.id)
    #expect(ids.count >= 20)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(Registry.claim(id)?.id == id) }
    #expect(Registry.claim("theorem1") == nil && Registry.claim("") == nil)
  }

  @Test func selectionIsByPrefix() {
    let all = Registry.select([])
    #expect(all.claims.count == Registry.claims.count && all.unknown.isEmpty)
    let first = Registry.select(["theorem1"])
    #expect(!first.claims.isEmpty && first.claims.allSatisfy { $0.id.hasPrefix("theorem1.") })
    // theorem1 is no prefix of theorem16, as a name.
    let sixteenth = Registry.select(["theorem16", "equation14.alpha", "nonsense", "theorem1.contraction.nonsense"])
    #expect(sixteenth.claims.contains { $0.id == "equation14.alpha" })
    #expect(sixteenth.claims.allSatisfy { $0.id.hasPrefix("theorem16.") || $0.id == "equation14.alpha" })
    #expect(sixteenth.unknown == ["nonsense", "theorem1.contraction.nonsense"])
    // Each claim once, in the order of the registry.
    let twice = Registry.select(["theorem1.contraction", "theorem1"])
    #expect(twice.claims.map(\.id) == first.claims.map(\.id))
  }

  @Test(arguments: Registry.claims.map(\.id))
  func claimsAreComplete(id: String) throws {
    let claim = try #require(Registry.claim(id))
    #expect(!claim.source.isEmpty && !claim.statement.isEmpty && !claim.printed.isEmpty)
    for (variable, range) in claim.domain.ranges {
      #expect(range.lower <= range.upper, "\(variable)")
    }
    // A claim over nothing would be true: every domain has points for the variables that the claim needs.
    switch claim.proposition {
    case .bound(let quantity, _, _), .roundsTo(let quantity, _), .uniqueSolution(let quantity, _):
      #expect(claim.domain.box(in: claim.domain.coordinates(for: quantity.variables)) != nil)
    default:
      #expect(claim.domain.box(in: [.mu, .omega, .nu, .tau]) != nil)
    }
  }

  /// The registered claims are those of the paper, as they are printed.
  @Suite(.enabled(if: PaperClaims.isPresent, "the list of printed claims is not there (CLAIMS_JSON)"))
  struct PaperTests {
    @Test func everyRegisteredClaimIsPrinted() throws {
      let paper = try PaperClaims.load()
      let entries = Dictionary(uniqueKeysWithValues: paper.claims.map { ($0.id, $0) })
      #expect(entries.count > 200)
      for claim in Registry.claims {
        guard let entry = entries[claim.id] else {
          Issue.record("\(claim.id) is not in the list")
          continue
        }
        #expect(claim.domain.name == entry.domain, "\(claim.id)")
        #expect(claim.proposition.relation == entry.relation, "\(claim.id)")
        #expect(claim.printed == entry.bound.all.joined(separator: ", "), "\(claim.id)")
        #expect(claim.source == entry.source, "\(claim.id)")
        #expect(claim.kind.rawValue == entry.kind, "\(claim.id)")
        if let ranges = try paper.ranges(of: entry.domain) { #expect(claim.domain.ranges == ranges, "\(claim.id)") }
        // What is decided is what is printed.
        if case .one(let text) = entry.bound, let decided = claim.proposition.decimals.first {
          #expect(text == decided.text || (text == "nu" && decided.text == "0"), "\(claim.id)")
        }
      }
    }

    @Test func theTheoremsAreComplete() throws {
      let patterns = ["theorem1.", "theorem2.", "theorem3.", "theorem16.", "equation6.", "equation14."]
      let wanted = try PaperClaims.load().claims.filter { entry in
        entry.kind == "statement" && patterns.contains { entry.id.hasPrefix($0) }
      }
      #expect(wanted.count >= 20)
      #expect(wanted.map(\.id).filter { Registry.claim($0) == nil } == [])
    }

    /// The comparison would notice a digit that is not the printed one.
    @Test func anotherDigitIsNoticed() throws {
      let paper = try PaperClaims.load()
      let ranges = try #require(try paper.ranges(of: "omega"))
      #expect(ranges == Domain.omega.ranges)
      #expect(ranges != (try Domain.box(tau: ("0.95", "1.11"))).ranges)
      let entry = try #require(paper.claims.first { $0.id == "theorem1.fixed-point.mean.lower" })
      #expect(entry.bound == .one("-0.03106") && entry.bound != .one("-0.03105"))
    }
  }
}

extension Proposition {
  /// The decimal of a proposition that has one.
  fileprivate var decimals: [PrintedDecimal] {
    switch self {
    case .bound(_, _, let decimal), .roundsTo(_, let decimal), .fixedPointBound(_, _, let decimal),
      .uniqueSolution(_, let decimal):
      [decimal]
    default: []
    }
  }
}
