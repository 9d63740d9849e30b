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
  /// Nil for a claim that is not decided by boxes or is undecided, and for the strategy of a grid, whose cells are too many
  /// to list.
  public func certificate(for claim: Claim, _ finding: Finding, tool: Certificate.Tool) -> Certificate? {
    guard strategy == .adaptive, finding.decision != .undecided, let requirements = claim.requirements else {
      return nil
    }
    var parts: [Certificate.Part] = []
    for requirement in requirements {
      guard let part = part(requirement, of: claim, finding) else { return nil }
      parts.append(part)
    }
    return Certificate(tool: tool, heading: Certificate.Heading(claim), verdict: finding.decision, parts: parts)
  }

  private func part(_ requirement: Requirement, of claim: Claim, _ finding: Finding) -> Certificate.Part? {
    switch requirement.subject {
    case .quantity(let quantity):
      let domain =
        requirement.freeEnd.flatMap { end in
          finding.enclosure.flatMap { requirement.domain.cut($0, end) }
        } ?? requirement.domain
      guard let problem = problem(quantity, on: domain) else { return nil }
      if let extremum = requirement.extremum { return part(requirement, extremum, problem) }
      // One of the two shows the sign of the quantity, as the finding says that it has one.
      let supremum = part(requirement, .supremum, problem)
      return supremum.map { $0.bound.value < 0 } ?? false ? supremum : part(requirement, .infimum, problem)
    case .fixedPoint(let coordinate):
      guard let family = fixedPointFamily(coordinate, on: claim.region), let box = claim.region.box(in: [.omega, .tau])
      else { return nil }
      let isAbove = requirement.extremum == .supremum
      let problem = ExtremumProblem(
        function: family, box: box, coordinates: requirement.variables, domain: claim.region)
      return CertificateWriter(problem, requirement) { family.neighbourhood($0) }
        .part(problem.extremum(above: isAbove, self))
    }
  }

  private func part(
    _ requirement: Requirement, _ kind: Certificate.Extremum, _ problem: ExtremumProblem<QuantityFunction>
  ) -> Certificate.Part? {
    let extremum = extremum(of: problem, above: kind == .supremum)
    return CertificateWriter(problem, requirement).part(extremum, exact: problem.exactValue(of: extremum))
  }
}

extension Domain {
  /// The domain without the places of a maximum: a variable's range ends somewhat before them, or begins after them. On
  /// what is left the derivative keeps away from zero.
  fileprivate func cut(_ places: Interval, _ end: (variable: Variable, isUpper: Bool)) -> Domain? {
    let margin = 0x1p-24
    let bound = end.isUpper ? places.lowerBound - margin : places.upperBound + margin
    guard let range = range(of: end.variable), let bound = Rational(exactly: bound), range.lower < bound,
      bound < range.upper
    else { return nil }
    return restricted(
      to: [end.variable: end.isUpper ? Domain.Range(range.lower, bound) : Domain.Range(bound, range.upper)])
  }
}

/// Writes a part of a certificate from the subdivision that a search made.
private struct CertificateWriter<Function: BoxFunction> {
  let problem: ExtremumProblem<Function>
  let requirement: Requirement
  /// Where the fixed points are for a box of weights; nil for quantities, which need no such thing.
  let neighbourhood: ((Box) -> Node.Neighbourhood?)?

  init(
    _ problem: ExtremumProblem<Function>, _ requirement: Requirement,
    neighbourhood: ((Box) -> Node.Neighbourhood?)? = nil
  ) {
    self.problem = problem
    self.requirement = requirement
    self.neighbourhood = neighbourhood
  }

  /// The part that an extremum proves; nil if nothing is attained, or a neighbourhood of a fixed point is not known.
  func part(_ extremum: Extremum, exact: (value: Rational, point: Box)? = nil) -> Certificate.Part? {
    let isAbove = extremum.kind == .supremum
    let (lower, upper) = (extremum.enclosure.lowerBound, extremum.enclosure.upperBound)
    guard let point = exact?.point ?? extremum.witness?.point, lower.isFinite, upper.isFinite,
      let tree = tree(extremum.subdivision)
    else { return nil }
    return Certificate.Part(
      role: requirement.role, quantity: requirement.name, extremum: isAbove ? .supremum : .infimum,
      variables: problem.coordinates, box: problem.box.sides.map { Domain.Range($0.lower.exact, $0.upper.exact) },
      bound: exact.map { .exact($0.value) } ?? .binary(isAbove ? upper : lower),
      attained: exact.map { .exact($0.value) } ?? .binary(isAbove ? lower : upper),
      witness: point.sides.map(\.lower.exact), witnessNeighbourhood: neighbourhood?(point), tree: tree)
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
      place = neighbourhood?(box) ?? place
      if neighbourhood != nil && place == nil { return nil }
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
    let within = neighbourhood?(face)
    if neighbourhood != nil && within == nil { return nil }
    guard node.bound.form == .meanValue else { return .natural(within: within) }
    let centre = zip(face.sides, node.bound.centre.sides).filter { !$0.0.isThin }.map(\.1.lower.enclosure)
    // The lower bound of a side that has no double inside is not a double, perhaps.
    guard centre.allSatisfy(\.isSingleton) else { return nil }
    return .meanValue(centre.map(\.lowerBound), within: within, at: neighbourhood?(node.bound.centre))
  }
}
