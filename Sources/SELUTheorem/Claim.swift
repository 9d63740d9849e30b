import RealArithmetic

/// A claim that the paper prints, as data.
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

  /// The stable name, such as `theorem1.contraction`.
  public let id: String
  /// Where the paper prints it.
  public let source: String
  /// What kind of sentence it is.
  public let kind: Kind
  /// The domain over which it is claimed.
  public let domain: Domain
  /// The claim in words and the paper's symbols.
  public let statement: String
  /// The claim as the checker decides it.
  public let proposition: Proposition
  /// The printed constant, digit for digit, or what is printed in its place.
  public let printed: String
  /// The verdict that the checker is known to reach.
  public let expected: Decision

  /// A claim.
  public init(
    id: String, source: String, kind: Kind = .statement, domain: Domain, statement: String, proposition: Proposition,
    printed: String? = nil, expected: Decision = .proved
  ) {
    self.id = id
    self.source = source
    self.kind = kind
    self.domain = domain
    self.statement = statement
    self.proposition = proposition
    self.printed = printed ?? proposition.printedConstant
    self.expected = expected
  }
}

/// The relation between a quantity and a bound.
public enum Inequality: String, Sendable, Hashable {
  /// Strictly less.
  case less = "<"
  /// At most.
  case atMost = "<="
  /// Strictly greater.
  case greater = ">"
  /// At least.
  case atLeast = ">="

  /// Whether the claim is about the supremum of the quantity; otherwise it is about the infimum.
  var boundsAbove: Bool { self == .less || self == .atMost }

  /// The relation of -f to -c that says what this one says of f and an upper bound c; nil for lower bounds.
  var mirrored: Inequality? {
    switch self {
    case .less: .greater
    case .atMost: .atLeast
    case .greater, .atLeast: nil
    }
  }

  /// Whether `value` stands in this relation to `bound`.
  func holds(_ value: Rational, _ bound: Rational) -> Bool {
    switch self {
    case .less: value < bound
    case .atMost: value <= bound
    case .greater: value > bound
    case .atLeast: value >= bound
    }
  }
}

/// What a claim asserts, in a form that can be decided.
public enum Proposition: Sendable {
  /// The quantity stands in this relation to the bound on all of the domain.
  case bound(Quantity, Inequality, PrintedDecimal)
  /// The quantity, constant on the domain, rounds to the printed decimal.
  case roundsTo(Quantity, PrintedDecimal)
  /// Mean and variance of the next layer stay in these ranges.
  case mapsInto(mean: Domain.Range, variance: Domain.Range)
  /// For every (omega, tau) the domain's box of (mu, nu) holds exactly one fixed point, and attracts to it.
  case uniqueAttractingFixedPoint
  /// A coordinate of the fixed point stands in this relation to the bound for every (omega, tau).
  case fixedPointBound(FixedPointCoordinate, Inequality, PrintedDecimal)
  /// No point of the domain is a fixed point, because the variance always changes in the same direction.
  case noFixedPoint
  /// The closed forms of Eq. 14 solve the moment equation for this quantity, and no other parameters solve both.
  case uniqueSolution(Quantity, PrintedDecimal)

  /// The name of the relation, as in the list of claims.
  public var relation: String {
    switch self {
    case .bound(_, let inequality, _), .fixedPointBound(_, let inequality, _): inequality.rawValue
    case .roundsTo: "rounds-to"
    case .mapsInto: "maps-into"
    case .uniqueAttractingFixedPoint: "unique-attracting-fixed-point"
    case .noFixedPoint: "none-in-domain"
    case .uniqueSolution: "unique-solution"
    }
  }

  /// The constants of the proposition as they are printed.
  var printedConstant: String {
    switch self {
    case .bound(_, _, let bound), .roundsTo(_, let bound), .fixedPointBound(_, _, let bound),
      .uniqueSolution(_, let bound):
      bound.text
    case .mapsInto(let mean, let variance):
      [mean.lower, mean.upper, variance.lower, variance.upper].map(\.description).joined(separator: ", ")
    case .uniqueAttractingFixedPoint, .noFixedPoint: ""
    }
  }
}

/// A coordinate of the fixed point (mu*, nu*).
public enum FixedPointCoordinate: String, Sendable, Hashable {
  /// mu*.
  case mean
  /// nu*.
  case variance
}
