import ClaimsTestSupport
import Testing

@testable import SELUClaims
@testable import SELUTheorem

/// Which claims each printed proof uses.
@Suite struct ProofStructureTests {
  private static let parts = (paper.proofs.map(\.printed) + [paper.unused]).flatMap(\.outline).map(\.part)

  @Test func everyPatternNamesClaims() {
    for part in Self.parts {
      #expect(Printed.claims.select(part.patterns).unknown == [], "\(part.title)")
      #expect(paper.claims(of: part).isEmpty == part.patterns.isEmpty, "\(part.title)")
    }
  }

  @Test func everyDirectProofIsARegisteredClaimThatHolds() throws {
    for proof in paper.proofs {
      #expect(!proof.direct.isEmpty)
      for id in proof.direct { #expect(try #require(Printed.claim(id)).expected == .proved, "\(id)") }
      for id in proof.chains { #expect(paper.chain(id) != nil, "\(id)") }
    }
  }

  @Test func everyClaimStandsSomewhere() {
    let placed = Set(Self.parts.flatMap { paper.claims(of: $0) }.map(\.id))
    #expect(Printed.claims.map(\.id).filter { !placed.contains($0) } == [])
  }

  @Test func whatNoProofUsesStandsInNone() {
    let unused = Set(paper.claimsBelow(paper.unused).map(\.id))
    for proof in paper.proofs {
      #expect(paper.claimsUsed(by: proof).map(\.id).filter(unused.contains) == [], "\(proof.title)")
    }
    #expect(unused.count < Printed.claims.count)
  }

  @Test func aProofDoesNotUseWhatItProves() {
    for proof in paper.proofs {
      let used = paper.claimsUsed(by: proof).map(\.id)
      #expect(!used.isEmpty && Set(used).count == used.count)
      #expect(used.filter(proof.direct.contains) == [])
    }
  }

  @Test func everyChainBelongsToATheorem() {
    #expect(Set(paper.proofs.flatMap(\.chains)) == Set(paper.chains.map(\.id)))
  }

  @Test func outlinesGoFromTheTop() throws {
    let outline = try #require(paper.proofs.first).printed.outline
    #expect(outline.first?.depth == 0 && outline.first?.part.title == "Theorem 1")
    #expect(zip(outline, outline.dropFirst()).allSatisfy { $1.depth <= $0.depth + 1 && $1.depth > 0 })
  }
}
