import Testing

@testable import SELUClaims
@testable import SELUTheorem

/// Which claims each printed proof uses.
@Suite struct ProofStructureTests {
  private static let parts = (TheoremProof.all.map(\.printed) + [TheoremProof.unused]).flatMap(\.outline).map(\.part)

  @Test func everyPatternNamesClaims() {
    for part in Self.parts {
      #expect(Registry.select(part.patterns).unknown == [], "\(part.title)")
      #expect(part.ownClaims.isEmpty == part.patterns.isEmpty, "\(part.title)")
    }
  }

  @Test func everyDirectProofIsARegisteredClaimThatHolds() throws {
    for proof in TheoremProof.all {
      #expect(!proof.direct.isEmpty)
      for id in proof.direct { #expect(try #require(Registry.claim(id)).expected == .proved, "\(id)") }
      for id in proof.chains { #expect(Repairs.chain(id) != nil, "\(id)") }
    }
  }

  @Test func everyClaimStandsSomewhere() {
    let placed = Set(Self.parts.flatMap(\.ownClaims).map(\.id))
    #expect(Registry.claims.map(\.id).filter { !placed.contains($0) } == [])
  }

  @Test func whatNoProofUsesStandsInNone() {
    let unused = Set(TheoremProof.unused.claims.map(\.id))
    for proof in TheoremProof.all {
      #expect(proof.usedClaims.map(\.id).filter(unused.contains) == [], "\(proof.title)")
    }
    #expect(unused.count < Registry.claims.count)
  }

  @Test func aProofDoesNotUseWhatItProves() {
    for proof in TheoremProof.all {
      let used = proof.usedClaims.map(\.id)
      #expect(!used.isEmpty && Set(used).count == used.count)
      #expect(used.filter(proof.direct.contains) == [])
    }
  }

  @Test func everyChainBelongsToATheorem() {
    #expect(Set(TheoremProof.all.flatMap(\.chains)) == Set(Repairs.chains.map(\.id)))
  }

  @Test func outlinesGoFromTheTop() throws {
    let outline = try #require(TheoremProof.all.first).printed.outline
    #expect(outline.first?.depth == 0 && outline.first?.part.title == "Theorem 1")
    #expect(zip(outline, outline.dropFirst()).allSatisfy { $1.depth <= $0.depth + 1 && $1.depth > 0 })
  }
}
