/// How the paper argues for a theorem: which printed claims its proof uses, and which claim this program proves instead.
public struct TheoremProof: Sendable {
  /// The theorem, as the paper calls it.
  public let title: String
  /// The printed proof.
  public let printed: ProofPart
  /// The claims that say what the theorem says, and that the program decides without any of the paper's lemmas.
  public let direct: [String]
  /// The ids of the `ArgumentChain`s that run the numbers of the printed proof anew.
  public let chains: [String]
  /// What a reader has to know about the printed proof that no claim says; empty if there is nothing.
  public let remark: String
}

/// A lemma, or a part of a proof, with those on which it rests.
public struct ProofPart: Sendable {
  /// Its name in the paper.
  public let title: String
  /// Ids of its own claims, or their beginnings up to a dot.
  public let patterns: [String]
  /// The parts on which it rests.
  public let uses: [ProofPart]

  init(_ title: String, _ patterns: [String], uses: [ProofPart] = []) {
    self.title = title
    self.patterns = patterns
    self.uses = uses
  }

  /// The part and all parts below it, each with its depth, from the top.
  public var outline: [(depth: Int, part: ProofPart)] {
    [(0, self)] + uses.flatMap { $0.outline.map { ($0.depth + 1, $0.part) } }
  }
}
