import GridChecker
import MomentMap
import MultiPrecision
import RealArithmetic
import SELUClaims

/// Replays certificates with multi-precision intervals: of a fixed width first, and what these do not prove with as many
/// bits as one wants. Whatever it accepts is proved, however the certificate was found or changed: it knows the claims,
/// the formulas of the moment map, and nothing of the search.
public struct CertificateVerifier: Sendable {
  /// The number of significant bits of the intervals, at least.
  public let precision: Int
  private let activation: Activation<DyadicInterval>
  private let claims: [String: Claim]
  /// The same of fixed width; nil if that is not enough for the precision.
  let fast: Activation<Interval128>?

  /// A verifier with intervals of so many bits, for certificates of these claims; of two with the same id the first counts.
  public init(precision: Int = 96, claims: [Claim]) {
    self.precision = precision
    self.claims = Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }
    activation = .selfNormalizing(like: DyadicInterval(Dyadic(1), precision: precision))
    // Functions have some bits less than the sum of two numbers.
    fast = precision <= Interval128.precision - 16 ? .selfNormalizing(like: Interval128(1.0)) : nil
  }

  /// Checks everything that a certificate says.
  ///
  /// Throws: `Rejection` with the first thing that is wrong.
  public func verify(_ certificate: Certificate) throws(Rejection) {
    let id = certificate.heading.claim
    guard let claim = claims[id] else { throw Rejection("there is no claim '\(id)'") }
    guard certificate.heading == Certificate.Heading(claim) else {
      throw Rejection("the claim is not the one that is listed as '\(id)'")
    }
    guard let obligations = claim.obligations else { throw Rejection("'\(id)' is not a claim that boxes decide") }
    guard certificate.parts.map(\.role) == obligations.map(\.role) else {
      throw Rejection("the parts have to be: \(obligations.map(\.role).joined(separator: ", "))")
    }
    guard certificate.steps <= Certificate.maximumSteps else {
      throw Rejection("there are more than \(Certificate.maximumSteps) steps")
    }
    for (part, obligation) in zip(certificate.parts, obligations) {
      do {
        try replay(part, obligation)
      } catch {
        throw error.inside("part '\(part.role)'")
      }
    }
    let decision = claim.decision(from: certificate.parts.map(\.proved))
    guard decision == certificate.verdict, decision != .undecided else {
      throw Rejection("the verdict is '\(certificate.verdict.rawValue)', but the parts say '\(decision.rawValue)'")
    }
  }

  /// Whether the part proves what it says, and what it says is what the obligation asks for.
  private func replay(_ part: Certificate.Part, _ obligation: Obligation) throws(Rejection) {
    guard part.quantity == obligation.name else { throw Rejection("the quantity has to be \(obligation.name)") }
    guard obligation.end.map({ $0 == part.extremum }) ?? true else { throw Rejection("the other extremum is needed") }
    guard part.variables == obligation.variables, covers(part, obligation) else {
      throw Rejection("the box is not that of the claim")
    }
    guard part.bound.isExact == part.attained.isExact, !part.bound.isExact || part.bound == part.attained else {
      throw Rejection("an extremum that is known exactly is one number, and exact at both ends")
    }
    if let fast, (try? replayTree(part, obligation, fast)) != nil { return }
    try replayTree(part, obligation, activation)
  }

  /// Whether the part's box is the required one, except at an end that is free.
  private func covers(_ part: Certificate.Part, _ obligation: Obligation) -> Bool {
    let box = obligation.box
    guard part.box.dimension == box.dimension else { return false }
    return zip(part.variables, zip(part.box.sides, box.sides)).allSatisfy { variable, sides in
      let (side, required) = sides
      guard let free = obligation.freeEnd, free.variable == variable else { return side == required }
      return side.isValid && required.contains(side)
        && (free.isUpper ? side.lower == required.lower : side.upper == required.upper)
    }
  }

  /// Replays the tree and the witness of a part in one arithmetic.
  func replayTree<Scalar: EnclosingScalar>(
    _ part: Certificate.Part, _ obligation: Obligation, _ activation: Activation<Scalar>
  ) throws(Rejection) {
    let function = obligation.subject.function(of: obligation.variables, on: obligation.domain, activation)
    guard let function else { throw Rejection("the claim has no box of mean and variance") }
    try part.check(function, like: activation.alpha)
  }
}

extension Certificate.Part {
  /// Checks that the tree proves the bound, and the witness what is said to be attained, for a function.
  func check<Scalar: EnclosingScalar>(
    _ function: any BoxFunction<Scalar>, like scalar: Scalar
  ) throws(Rejection) {
    switch extremum {
    case .supremum: try check(LeafCheck(function, like: scalar, names: names), sign: 1)
    // An infimum is minus the supremum of the negative.
    case .infimum: try check(LeafCheck(NegatedFunction(function), like: scalar, names: names), sign: -1)
    }
  }

  private func check(_ leafCheck: LeafCheck<some EnclosingScalar>, sign: Rational) throws(Rejection) {
    _ = try leafCheck.leaves(of: tree, over: box, atMost: sign * bound.value)
    try leafCheck.check(witness, of: box, attains: sign * attained.value, within: witnessNeighbourhood)
  }

  private var names: [String] { variables.map(\.rawValue) }
}
