import SELUClaims

/// A paper as a value: what it claims, how it argues, and what is wrong in it.
public struct Paper: Sendable {
  /// A short name, such as `selu2017`.
  public let name: String
  /// The title.
  public let title: String
  /// The claims, in the order of the paper.
  public let claims: [Claim]
  /// What is decided beside the claims, in the same run, because errata, slips and repairs speak of it.
  public let supplements: [Claim]
  /// The domains to which the claims give names.
  public let domains: [String: Domain]
  /// How the theorems are proved, in the order of the paper.
  public let proofs: [TheoremProof]
  /// The claims on which no theorem's printed proof rests.
  public let unused: ProofPart
  /// An entry for each claim that is expected to be refuted, in the order of their groups and, within a group, of the claims.
  public let errata: [Erratum]
  /// All slips that are known, in the order of their numbers.
  public let slips: [Slip]
  /// The printed arguments whose numbers are run anew, in the order of the paper.
  public let chains: [ArgumentChain]

  /// A paper from its text and from what persons have to say about it. What stands in one of the sections `beside` of the
  /// text is no claim, but a supplement.
  init(
    name: String, title: String, text: ClaimFile, beside: Set<String>, proofs: [TheoremProof], unused: ProofPart,
    errata: [Erratum], slips: ([Claim]) -> [Slip], chains: [ArgumentChain]
  ) {
    self.name = name
    self.title = title
    let claims = text.claims.filter { !beside.contains($0.theorem) }
    self.claims = claims
    supplements = text.claims.filter { beside.contains($0.theorem) }
    domains = text.domains
    self.proofs = proofs
    self.unused = unused
    let entries = Dictionary(errata.map { ($0.claim, $0) }) { first, _ in first }
    self.errata = Erratum.Group.allCases.flatMap { group in
      claims.compactMap { entries[$0.id] }.filter { $0.group == group }
    }
    self.slips = slips(claims).sorted { $0.number < $1.number }
    self.chains = chains
  }
}

// MARK: - What belongs together

extension Paper {
  /// The entry on a claim; nil if there is none.
  public func erratum(_ claim: String) -> Erratum? { errata.first { $0.claim == claim } }

  /// The chain with this id.
  public func chain(_ id: String) -> ArgumentChain? { chains.first { $0.id == id } }

  /// The ids of what is decided for slips.
  public var slipNumbers: Set<String> { Set(slips.flatMap(\.numbers)) }

  /// The claims of a part of a proof itself.
  public func claims(of part: ProofPart) -> [Claim] { claims(part.patterns) }

  /// The claims of a part of a proof and of all parts below, each once.
  public func claimsBelow(_ part: ProofPart) -> [Claim] { claims(part.outline.flatMap(\.part.patterns)) }

  /// All claims that a printed proof uses; what it states itself is not among them.
  public func claimsUsed(by proof: TheoremProof) -> [Claim] {
    let direct = Set(proof.direct)
    return claimsBelow(proof.printed).filter { !direct.contains($0.id) }
  }

  /// The theorems whose printed proofs use a claim.
  public func proofs(using claim: Claim) -> [TheoremProof] {
    proofs.filter { proof in claimsUsed(by: proof).contains { $0.id == claim.id } }
  }

  /// None without a pattern, where `select` would give all.
  private func claims(_ patterns: [String]) -> [Claim] {
    patterns.isEmpty ? [] : claims.select(patterns).claims
  }
}
