import Certificates
import FixedPointSolver
import GridChecker
import IntervalArithmetic
import MomentMap
import RealArithmetic
import SELUClaims

// What the search found, as certificates that others can replay.
extension ClaimChecker {
  /// The certificate of a claim, given the finding on it.
  ///
  /// Nil for a claim that is not decided by boxes or is undecided, for the strategy of a grid, whose cells are too many to
  /// list, and for a decision that the boxes alone do not show, or show in more steps than the replay would take: whatever
  /// is written the replay accepts.
  public func certificate(for claim: Claim, _ finding: Finding, tool: Certificate.Tool) -> Certificate? {
    guard strategy == .adaptive, finding.decision != .undecided, claim.obligations != nil else { return nil }
    var parts: [Certificate.Part] = []
    for answer in answers(to: claim, places: finding.enclosure) {
      guard let part = answer.flatMap({ CertificateWriter(answer: $0).part() }) else { return nil }
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

/// Writes a part of a certificate from the subdivision that a search made.
private struct CertificateWriter {
  let answer: Answer

  private var problem: ExtremumProblem { answer.problem }

  /// Whether the steps have to say where the fixed points are.
  private var isAboutFixedPoints: Bool {
    if case .fixedPoint = problem.subject { true } else { false }
  }

  /// Where the fixed points are for a box of weights; nil for quantities, which need no such thing.
  private func neighbourhood(_ box: Box) -> Node.Neighbourhood? {
    guard case .fixedPoint(let family) = problem.subject else { return nil }
    return family.neighbourhood(box)
  }

  /// The part that the answer proves; nil if nothing is attained, or a neighbourhood of a fixed point is not known.
  func part() -> Certificate.Part? {
    let isAbove = answer.extremum.kind == .supremum
    guard let bounds = numbers(isAbove), let point = answer.exact?.point ?? answer.witness?.point,
      let tree = tree(answer.extremum.subdivision)
    else { return nil }
    return Certificate.Part(
      role: answer.obligation.role, quantity: answer.obligation.name, extremum: isAbove ? .supremum : .infimum,
      variables: problem.coordinates, box: problem.box.sides.map { Domain.Range($0.lower.exact, $0.upper.exact) },
      bound: bounds.bound, attained: bounds.attained, witness: point.sides.map(\.lower.exact),
      witnessNeighbourhood: neighbourhood(point), tree: tree)
  }

  private func numbers(_ isAbove: Bool) -> (bound: Certificate.Number, attained: Certificate.Number)? {
    if let exact = answer.exact { return (.exact(exact.value), .exact(exact.value)) }
    guard let value = answer.witness?.value else { return nil }
    let bound = isAbove ? answer.extremum.enclosure.upperBound : answer.extremum.enclosure.lowerBound
    let attained = isAbove ? value.lowerBound : value.upperBound
    return bound.isFinite && attained.isFinite ? (.binary(bound), .binary(attained)) : nil
  }

  /// The nodes in preorder.
  private func tree(_ subdivision: Subdivision) -> [Node]? {
    var nodes: [Node] = []
    var open = [0]
    while let index = open.popLast() {
      let node = subdivision.nodes[index]
      guard let written = self.node(node) else { return nil }
      nodes.append(written)
      if let split = node.split { open += [split.firstChild + 1, split.firstChild] }
    }
    return nodes
  }

  private func node(_ node: Subdivision.Node) -> Node? {
    var box = node.box
    var faces: [Node.Face] = []
    // What holds the fixed points for a box of weights holds those for its faces, where the search found no narrower one.
    var place: Node.Neighbourhood?
    for face in node.bound.faces {
      place = neighbourhood(box) ?? place
      if isAboutFixedPoints && place == nil { return nil }
      faces.append(Node.Face(problem.coordinates[face.axis], isUpper: face.isUpper, within: place))
      let side = box.sides[face.axis]
      box = box.replacing(face.axis, with: Side(face.isUpper ? side.upper : side.lower))
    }
    return end(node).map { Node(faces: faces, end: $0) }
  }

  private func end(_ node: Subdivision.Node) -> Node.End? {
    let face = node.bound.face
    if let split = node.split, let point = face.sides[split.axis].splitPoint {
      return .split(problem.coordinates[split.axis], at: point.enclosure.lowerBound)
    }
    let within = neighbourhood(face)
    if isAboutFixedPoints && within == nil { return nil }
    guard node.bound.form == .meanValue else { return .natural(within: within) }
    let centre = zip(face.sides, node.bound.centre.sides).filter { !$0.0.isThin }.map(\.1.lower.enclosure)
    // The lower bound of a side that has no double inside is not a double, perhaps.
    guard centre.allSatisfy(\.isSingleton) else { return nil }
    return .meanValue(centre.map(\.lowerBound), within: within, at: neighbourhood(node.bound.centre))
  }
}
