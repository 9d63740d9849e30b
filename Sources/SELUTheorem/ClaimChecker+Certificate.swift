import Certificates
import GridChecker
import RealArithmetic
import SELUClaims

// What the search found, as certificates that others can replay.
extension ClaimChecker {
  /// The certificate of a claim, given the finding on it.
  ///
  /// Nil for a claim that is not decided by boxes or is undecided, for the strategy of a grid, whose cells are too many to
  /// list, and for a decision that the boxes alone do not show, or show in more steps than the replay would take.
  /// All of the paper's certificates are accepted by the replay (a test says so). A claim of somebody's own may have one that
  /// is not: numbers or texts that the file format does not have, or formulas that only binary64 encloses.
  public func certificate(for claim: Claim, _ finding: Finding, tool: Certificate.Tool) -> Certificate? {
    guard strategy == .adaptive, finding.decision != .undecided, claim.obligations != nil else { return nil }
    var parts: [Certificate.Part] = []
    for answer in answers(to: claim, places: finding.enclosure) {
      guard let part = answer.flatMap(\.part) else { return nil }
      parts.append(part)
    }
    let certificate = Certificate(
      tool: tool, heading: Certificate.Heading(claim), verdict: finding.decision, parts: parts)
    guard claim.decision(from: parts.map(\.proved)) == finding.decision,
      certificate.steps <= Certificate.maximumSteps
    else { return nil }
    return certificate
  }
}

extension Answer {
  /// The part of a certificate that the answer proves; nil if nothing is attained, or no bound is known.
  fileprivate var part: Certificate.Part? {
    guard let bounds = numbers, let point = exact?.point ?? witness?.point, let tree = extremum.tree else { return nil }
    return Certificate.Part(
      role: obligation.role, quantity: obligation.name, extremum: extremum.kind, variables: problem.coordinates,
      box: problem.box, bound: bounds.bound, attained: bounds.attained, witness: point.lowerCorner,
      witnessNeighbourhood: extremum.witnessNeighbourhood, tree: tree)
  }

  private var numbers: (bound: Certificate.Number, attained: Certificate.Number)? {
    if let exact { return (.exact(exact.value), .exact(exact.value)) }
    guard let value = witness?.value else { return nil }
    let isAbove = extremum.kind == .supremum
    let bound = isAbove ? extremum.enclosure.upperBound : extremum.enclosure.lowerBound
    let attained = isAbove ? value.lowerBound : value.upperBound
    return bound.isFinite && attained.isFinite ? (.binary(bound), .binary(attained)) : nil
  }
}
