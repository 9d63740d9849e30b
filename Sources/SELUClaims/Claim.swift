import GridChecker
import RealArithmetic

/// A claim, as data: one that the paper prints, or a user's own. There is none without a meaning: making one examines it.
public struct Claim: Sendable {
  /// What kind of sentence the paper makes of it.
  public enum Kind: String, Sendable, CaseIterable {
    /// What a theorem or lemma says.
    case statement
    /// An inequality or extremum inside a proof or a numerical section.
    case step
    /// A sum or product of printed numbers.
    case arithmetic
  }

  /// Who states it.
  public enum Origin: String, Sendable, CaseIterable {
    /// The paper.
    case paper
    /// The authors' notebook.
    case notebook
    /// Nobody in print: a printed argument would need it.
    case unprinted = "not printed"
  }

  /// The stable name, such as `theorem1.contraction`.
  public let id: String
  /// Who states it.
  public let origin: Origin
  /// Where the paper prints it.
  public let source: String
  /// What kind of sentence it is.
  public let kind: Kind
  /// The part of the paper to which it belongs: `1`, `2` or `3` for a theorem with all that its proof rests on,
  /// `definitions` or `appendix`.
  public let theorem: String
  /// The domain over which it is claimed.
  public let domain: Domain
  /// The ranges to which the claim restricts some variables.
  public let conditions: [Variable: ExactRange]
  /// The claim in words and the paper's symbols.
  public let statement: String
  /// How a slip of the print was read, if there is one.
  public let reading: String?
  /// The claim as the checker decides it.
  public let proposition: Proposition
  /// The printed constant, digit for digit, or what is printed in its place.
  public let printed: String
  /// The verdict that the checker is known to reach.
  public let expected: Verdict
  /// What boxes have to show for it; nil for a claim that is not decided by boxes.
  public let obligations: [Obligation]?

  /// A claim; without a theorem it belongs to what the first part of its id names, and without an origin to the paper,
  /// unless its source is the name of another one.
  ///
  /// Throws: `InvalidClaim`, which names the claim and what is wrong, if the proposition has no meaning over the region.
  public init(
    id: String, source: String, origin: Origin? = nil, kind: Kind = .statement, theorem: String? = nil, domain: Domain,
    at conditions: [Variable: ExactRange] = [:], statement: String, reading: String? = nil, proposition: Proposition,
    printed: String? = nil, expected: Verdict = .proved
  ) throws(InvalidClaim) {
    self.id = id
    self.origin = origin ?? Origin(rawValue: source) ?? .paper
    self.source = source
    self.kind = kind
    self.theorem = theorem ?? String(id.prefix { $0 != "." })
    self.domain = domain
    self.conditions = conditions
    self.statement = statement
    self.reading = reading
    self.proposition = proposition
    self.printed = printed ?? proposition.printedConstant
    self.expected = expected
    obligations = try Reduction(claim: id, region: domain.restricted(to: conditions)).obligations(of: proposition)
  }

  /// The points of which the claim speaks: the domain, restricted by the claim's conditions.
  public var region: Domain { domain.restricted(to: conditions) }
}
