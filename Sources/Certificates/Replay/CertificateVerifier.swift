import MomentMap
import MultiPrecision
import RealArithmetic
import SELUClaims

/// Replays certificates with multi-precision intervals: of a fixed width first, and what these do not prove with as many
/// bits as one wants. Whatever it accepts is proved, however the certificate was found or changed: it knows the claims of
/// the registry, the formulas of the moment map, and nothing of the search.
public struct CertificateVerifier: Sendable {
  /// The number of significant bits of the intervals, at least.
  public let precision: Int
  private let activation: Activation<DyadicInterval>
  /// The same of fixed width; nil if that is not enough for the precision.
  let fast: Activation<Interval128>?
  /// The most steps of a certificate: some times what the largest one has. Each may cost milliseconds.
  private static let maximumSteps = 50_000

  /// A verifier with intervals of so many bits.
  public init(precision: Int = 96) {
    self.precision = precision
    activation = .selfNormalizing(like: DyadicInterval(Dyadic(1), precision: precision))
    // Functions have some bits less than the sum of two numbers.
    fast = precision <= Interval128.precision - 16 ? .selfNormalizing(like: Interval128(1.0)) : nil
  }

  /// Checks everything that a certificate says.
  ///
  /// Throws: `Rejection` with the first thing that is wrong.
  public func verify(_ certificate: Certificate) throws(Rejection) {
    let id = certificate.heading.claim
    guard let claim = Registry.claim(id) else { throw Rejection("there is no claim '\(id)'") }
    guard certificate.heading == Certificate.Heading(claim) else {
      throw Rejection("the claim is not the one that is listed as '\(id)'")
    }
    guard let requirements = claim.requirements else { throw Rejection("'\(id)' is not a claim that boxes decide") }
    guard certificate.parts.map(\.role) == requirements.map(\.role) else {
      throw Rejection("the parts have to be: \(requirements.map(\.role).joined(separator: ", "))")
    }
    let steps = certificate.parts.reduce(0) { $1.tree.reduce($0) { $0 + $1.faces.count + 1 } }
    guard steps <= Self.maximumSteps else { throw Rejection("there are more than \(Self.maximumSteps) steps") }
    var proved: [ProvedExtremum] = []
    for (part, requirement) in zip(certificate.parts, requirements) {
      do {
        proved.append(try replay(part, requirement, of: claim))
      } catch {
        throw Rejection("part '\(part.role)': \(error.reason)")
      }
    }
    let decision = claim.decision(proved)
    guard decision == certificate.verdict, decision != .undecided else {
      throw Rejection("the verdict is '\(certificate.verdict.rawValue)', but the parts say '\(decision.rawValue)'")
    }
  }

  private func replay(
    _ part: Certificate.Part, _ requirement: Requirement, of claim: Claim
  ) throws(Rejection) -> ProvedExtremum {
    guard part.quantity == requirement.name else { throw Rejection("the quantity has to be \(requirement.name)") }
    guard requirement.extremum.map({ $0 == part.extremum }) ?? true else {
      throw Rejection("the other extremum is needed")
    }
    guard part.variables == requirement.variables, let box = requirement.box, covers(part, box, requirement) else {
      throw Rejection("the box is not that of the claim")
    }
    if let fast, (try? replayTree(part, requirement, of: claim, fast)) != nil {
      // Proved already.
    } else {
      try replayTree(part, requirement, of: claim, activation)
    }
    return ProvedExtremum(
      extremum: part.extremum, variables: part.variables, box: part.box, bound: part.bound.value,
      attained: part.attained.value)
  }

  /// Whether the part's box is the required one, except at an end that is free.
  private func covers(_ part: Certificate.Part, _ box: [Certificate.Side], _ requirement: Requirement) -> Bool {
    guard part.box.count == box.count else { return false }
    return zip(part.variables, zip(part.box, box)).allSatisfy { variable, sides in
      let (side, required) = sides
      guard let free = requirement.freeEnd, free.variable == variable else { return side == required }
      return required.lower <= side.lower && side.lower <= side.upper && side.upper <= required.upper
        && (free.isUpper ? side.lower == required.lower : side.upper == required.upper)
    }
  }

  /// Replays the tree of a part in one arithmetic.
  func replayTree<Scalar: ReplayScalar>(
    _ part: Certificate.Part, _ requirement: Requirement, of claim: Claim, _ activation: Activation<Scalar>
  ) throws(Rejection) {
    switch requirement.subject {
    case .quantity(let quantity):
      let function = ReplayedQuantity(quantity, coordinates: requirement.variables, activation: activation)
      try TreeReplay(part, of: function, like: activation.alpha).run()
    case .fixedPoint(let coordinate):
      guard let mu = claim.region.ranges[.mu], let nu = claim.region.ranges[.nu] else {
        throw Rejection("the claim has no box of mean and variance")
      }
      let function = ReplayedFixedPoint(coordinate: coordinate, region: [mu, nu], activation: activation)
      try TreeReplay(part, of: function, like: activation.alpha).run()
    }
  }
}
