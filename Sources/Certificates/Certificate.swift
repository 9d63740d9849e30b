import GridChecker
import RealArithmetic
import SELUClaims

/// All that has to be known to prove or refute a claim by boxes (docs/certificates.md).
///
/// A value of this type says nothing by itself: see `CertificateVerifier`.
public struct Certificate: Sendable, Equatable {
  /// The program that wrote a certificate.
  public struct Tool: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// Its version.
    public let version: String

    /// A program.
    public init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// The claim as it is listed.
  public struct Heading: Sendable, Equatable {
    /// The claim's id.
    public let claim: String
    package let source: String
    package let statement: String
    package let relation: String
    package let printed: String
    /// The ranges of the points of which the claim speaks, as exact texts.
    package let domain: [String: [String]]

    /// The heading of a certificate for a claim.
    public init(_ claim: Claim) {
      self.claim = claim.id
      source = claim.source
      statement = claim.statement
      relation = claim.proposition.relation
      printed = claim.printed
      domain = claim.region.texts
    }

    package init(
      claim: String, source: String, statement: String, relation: String, printed: String, domain: [String: [String]]
    ) {
      self.claim = claim
      self.source = source
      self.statement = statement
      self.relation = relation
      self.printed = printed
      self.domain = domain
    }
  }

  /// A number that a part proves: a double in most cases, a rational number where the extremum is known exactly.
  public enum Number: Sendable, Equatable {
    /// A finite binary64 number.
    case binary(Double)
    /// Any rational number.
    case exact(Rational)

    /// Whether it is the extremum itself.
    package var isExact: Bool {
      if case .exact = self { true } else { false }
    }

    /// The number itself.
    package var value: Rational {
      switch self {
      case .binary(let double): Rational(exactly: double) ?? 0
      case .exact(let rational): rational
      }
    }
  }

  /// The proof that an extremum of a quantity over a box lies between two numbers.
  public struct Part: Sendable, Equatable {
    /// What the part is for; a name that is unique in its certificate.
    public let role: String
    /// The quantity in the paper's notation.
    public let quantity: String
    /// Which extremum.
    public let extremum: RangeEnd
    /// What the sides of the box stand for.
    public let variables: [Variable]
    /// The box.
    public let box: Box
    /// The proved bound: the quantity is nowhere greater than it (less, for an infimum).
    public let bound: Number
    /// At the witness the quantity is at least this (at most, for an infimum).
    public let attained: Number
    /// A point of the box.
    public let witness: [Rational]
    /// For fixed points only: where they are at the witness.
    public let witnessNeighbourhood: Tree.Neighbourhood?
    /// The subdivision of the box.
    public let tree: Tree

    /// What the part says, for those who have replayed it, or found it.
    package var proved: ProvedExtremum {
      ProvedExtremum(
        extremum, over: named(box.sides), bound: bound.value, attained: attained.value, at: named(witness))
    }

    private func named<Value>(_ values: [Value]) -> [Variable: Value] {
      Dictionary(zip(variables, values)) { first, _ in first }
    }

    /// A part; nothing is checked.
    public init(
      role: String, quantity: String, extremum: RangeEnd, variables: [Variable], box: Box, bound: Number,
      attained: Number, witness: [Rational], witnessNeighbourhood: Tree.Neighbourhood? = nil, tree: Tree
    ) {
      self.role = role
      self.quantity = quantity
      self.extremum = extremum
      self.variables = variables
      self.box = box
      self.bound = bound
      self.attained = attained
      self.witness = witness
      self.witnessNeighbourhood = witnessNeighbourhood
      self.tree = tree
    }
  }

  /// The most steps that a certificate may have: some times what the largest one of the paper's claims has. Each may cost
  /// the replay milliseconds.
  package static let maximumSteps = 50_000

  /// The steps of all trees, each of which is a node or a face of one.
  package var steps: Int { parts.reduce(0) { $0 + $1.tree.steps } }

  /// The program that wrote it.
  public let tool: Tool
  /// The claim.
  public let heading: Heading
  /// What the parts show.
  public let verdict: Verdict
  /// The proofs.
  public let parts: [Part]

  /// A certificate; nothing is checked.
  public init(tool: Tool, heading: Heading, verdict: Verdict, parts: [Part]) {
    self.tool = tool
    self.heading = heading
    self.verdict = verdict
    self.parts = parts
  }
}

extension Domain {
  /// The ranges as exact texts.
  fileprivate var texts: [String: [String]] {
    var texts: [String: [String]] = [:]
    for (variable, range) in ranges { texts[variable.rawValue] = [range.lower.exactText, range.upper.exactText] }
    for (variable, range) in openRanges {
      texts[variable.rawValue] = [range == .positive ? "0" : "-inf", "inf"]
    }
    return texts
  }
}
