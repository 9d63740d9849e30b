import ClaimsTestSupport
import GridChecker
import MomentMap
import MultiPrecision
import RealArithmetic
import SELUClaims
import Testing

@testable import Certificates

/// The replay accepts what the search found and, as the negative control beside it, nothing that says more than is true.
@Suite struct VerifierTests {
  private static let verifier = CertificateVerifier(precision: 96, claims: Printed.claims)

  @Test(arguments: Samples.ids)
  func certificatesAreAccepted(id: String) throws {
    try Self.verifier.verify(try Samples.certificate(id))
  }

  /// Lemma 43 by two derivatives, Lemma 23 by a slope, boxes and a series, Theorem 1 by Krawczyk's operator.
  @Test(.serialized, arguments: ["lemma43.argmax", "lemma23.decreasing", "theorem1.fixed-point.variance.upper"])
  func composedCertificatesAreAccepted(id: String) throws {
    try Self.verifier.verify(try Samples.certificate(id))
  }

  /// The intervals of fixed width prove what is in the certificates: they save the time, the others are in reserve.
  @Test(.serialized, arguments: Samples.ids + ["theorem1.fixed-point.variance.upper"])
  func fixedWidthIsEnough(id: String) throws {
    let certificate = try Samples.certificate(id)
    let claim = try #require(Printed.claim(id))
    let activation = try #require(Self.verifier.fast)
    for (part, obligation) in zip(certificate.parts, try #require(claim.obligations)) {
      try Self.verifier.replayTree(part, obligation, activation)
    }
    #expect(CertificateVerifier(precision: 256, claims: Printed.claims).fast == nil)
  }

  /// A bound that the fixed width cannot tell from the truth is proved with more bits; one that is false with none.
  @Test func boundsThatNeedMoreBits() throws {
    var draft = Draft(try Samples.certificate("theorem2.variance-decreases"))
    let quantity = Quantity(.varianceChange)
    let coordinates = draft.parts[0].variables
    let obligation = try #require(Printed.claim("theorem2.variance-decreases")?.obligations?.first)
    func accepts<Scalar: EnclosingScalar>(_ like: Scalar) -> Bool {
      let activation = Activation.selfNormalizing(like: like)
      return (try? Self.verifier.replayTree(draft.certificate.parts[0], obligation, activation)) != nil
    }
    func number(precision: Int) -> DyadicInterval { DyadicInterval(Dyadic(1), precision: precision) }
    let function = quantity.function(of: coordinates, Activation.selfNormalizing(like: number(precision: 300)))
    let point = Box(point: draft.parts[0].witness).enclosure(like: number(precision: 300))
    let maximum = try #require(function.value(over: point, within: nil))
    #expect(accepts(Interval128(1.0)) && accepts(number(precision: 96)) && accepts(number(precision: 400)))
    draft.parts[0].bound = .exact(Rational(maximum.upperBound))
    #expect(!accepts(Interval128(1.0)) && !accepts(number(precision: 96)) && accepts(number(precision: 400)))
    draft.parts[0].bound = .exact(Rational(maximum.lowerBound))
    #expect(!accepts(Interval128(1.0)) && !accepts(number(precision: 96)) && !accepts(number(precision: 400)))
  }

  /// The reason for which a changed certificate is rejected; nil if it is accepted.
  private static func reason(_ id: String, _ change: (inout Draft) -> Void) throws -> String? {
    var draft = Draft(try Samples.certificate(id))
    change(&draft)
    do {
      try verifier.verify(draft.certificate)
      return nil
    } catch let error as Rejection {
      return error.reason
    }
  }

  @Test func boundsPastTheTruth() throws {
    // The supremum is -0.1197442899...: a bound below is false, one above is true.
    let tighter = try Self.reason("theorem2.variance-decreases") {
      $0.parts[0].bound = .binary(-0.11975)
    }
    #expect(tighter?.hasSuffix("the bound does not hold") ?? false)
    let looser = try Self.reason("theorem2.variance-decreases") {
      $0.parts[0].bound = .binary(-0.1197)
    }
    #expect(looser == nil)
    // By one unit in the last place of a double.
    let last = try Self.reason("notebook.theorem1.mean.min") { draft in
      guard case .binary(let bound) = draft.parts[0].bound else { return }
      draft.parts[0].attained = .binary(bound.nextDown)
    }
    #expect(last == "part 'extremum': the witness does not attain what is said")
  }

  @Test func exactBounds() throws {
    #expect(
      try Self.reason("lemma25.lower") { $0.parts[0].bound = .exact(Rational(-9_999_999_999, over: 1_000_000_000_000)) }
        != nil)
    #expect(
      try Self.reason("lemma25.lower") {
        $0.parts[0].attained = .exact(Rational(-10_000_000_001, over: 1_000_000_000_000))
      } != nil)
  }

  @Test func otherClaims() throws {
    let unknown = try Self.reason("lemma25.lower") { $0.heading = $0.heading(claim: "lemma25.middle") }
    #expect(unknown == "there is no claim 'lemma25.middle'")
    let swapped = try Self.reason("lemma25.lower") { $0.heading = $0.heading(claim: "lemma25.upper") }
    #expect(swapped == "the claim is not the one that is listed as 'lemma25.upper'")
    let other = try Self.reason("lemma25.lower") { $0.heading = Certificate.Heading(Printed.claims[0]) }
    #expect(other == "the parts have to be: extremum" || other?.hasPrefix("part 'extremum': ") ?? false)
    let verdict = try Self.reason("equation6.H12") { $0.verdict = .proved }
    #expect(verdict == "the verdict is 'proved', but the parts say 'refuted'")
    let undecided = try Self.reason("theorem2.variance-decreases") { draft in
      draft.verdict = .undecided
      draft.parts[0].bound = .binary(1)
    }
    #expect(undecided == "the verdict is 'undecided', but the parts say 'undecided'")
  }

  @Test func otherParts() throws {
    #expect(try Self.reason("corollary14") { $0.parts.removeLast() }?.hasPrefix("the parts have to be: ") ?? false)
    #expect(try Self.reason("corollary14") { $0.parts.swapAt(0, 1) }?.hasPrefix("the parts have to be: ") ?? false)
    #expect(
      try Self.reason("corollary14") { $0.parts[0].quantity = "var" }
        == "part 'mean >= -0.1': the quantity has to be mean")
    #expect(
      try Self.reason("corollary14") { $0.parts[0].extremum = .supremum }
        == "part 'mean >= -0.1': the other extremum is needed")
    let shrunk = try Self.reason("corollary14") {
      $0.parts[0].box = $0.parts[0].box.replacing(1, with: ExactRange($0.parts[0].box.sides[1].lower, 1))
    }
    #expect(shrunk == "part 'mean >= -0.1': the box is not that of the claim")
    let renamed = try Self.reason("corollary14") { $0.parts[0].variables.reverse() }
    #expect(renamed == "part 'mean >= -0.1': the box is not that of the claim")
  }

  @Test func otherTrees() throws {
    let id = "theorem2.variance-decreases"
    #expect(
      try Self.reason(id) { _ = $0.parts[0].tree.nodes.removeLast() }?.hasSuffix(
        "leaves are missing at the end of the tree")
        ?? false)
    #expect(
      try Self.reason(id) { $0.parts[0].tree.nodes.append(Tree.Node(end: .natural())) }?
        .hasSuffix("nodes are left over after the last leaf") ?? false)
    #expect(
      try Self.reason(id) { $0.parts[0].tree = Tree([]) }?.hasSuffix("leaves are missing at the end of the tree")
        ?? false)
    // The whole domain as one leaf.
    #expect(
      try Self.reason(id) { $0.parts[0].tree = Tree([Tree.Node(end: .natural())]) }?
        .hasSuffix("node 1: the bound does not hold") ?? false)
    #expect(
      try Self.reason(id) { $0.parts[0].tree = Tree([Tree.Node(end: .meanValue([0, 4, 1]))]) }?
        .hasSuffix("node 1: the bound does not hold") ?? false)
    #expect(
      try Self.reason(id) { $0.parts[0].tree.nodes[0] = Tree.Node(end: .split(axis: 1, at: 3)) }?
        .hasSuffix("the split of nu is not inside of the box") ?? false)
    #expect(
      try Self.reason(id) { $0.parts[0].tree.nodes[0] = Tree.Node(end: .split(axis: 3, at: 0)) }?
        .hasSuffix("number 3 is no variable of the box") ?? false)
    // The variance grows with tau, so its lower bound is not where the quantity is largest.
    #expect(
      try Self.reason(id) {
        $0.parts[0].tree = Tree([Tree.Node(faces: [.init(2, isUpper: false)], end: .natural())])
      }?
      .hasSuffix("node 1: the derivative by tau may have the wrong sign") ?? false)
  }

  @Test(arguments: [[], [0, 4], [0, 4, 1, 1], [0.2, 4, 1], [0, 17, 1], [0, 2.9, 1]])
  func otherCentres(centre: [Double]) throws {
    let reason = try Self.reason("theorem2.variance-decreases") {
      $0.parts[0].tree = Tree([Tree.Node(end: .meanValue(centre))])
    }
    #expect(reason?.contains("centre") ?? false)
  }

  @Test func otherWitnesses() throws {
    #expect(
      try Self.reason("theorem2.variance-decreases") { $0.parts[0].witness[1] = 16 }?
        .hasSuffix("the witness does not attain what is said") ?? false)
    #expect(
      try Self.reason("theorem2.variance-decreases") { $0.parts[0].witness[1] = 2 }?
        .hasSuffix("the witness is not in the box") ?? false)
    #expect(
      try Self.reason("theorem2.variance-decreases") { $0.parts[0].witness.removeLast() }?
        .hasSuffix("the witness is not in the box") ?? false)
  }

  /// There is one text for a proof: a neighbourhood of fixed points stands where these are spoken of and nowhere else, and
  /// an extremum that is known exactly is one number.
  @Test func needlessStatements() throws {
    let id = "theorem2.variance-decreases"
    let place = try #require(Tree.Neighbourhood([0, 1, 0, 1]))
    let expected = "part 'extremum': a neighbourhood of fixed points is named, and the part is not about these"
    #expect(try Self.reason(id) { $0.parts[0].neighbourhood = place } == expected)
    let ends: [Tree.End] = [
      .natural(within: place), .meanValue([0, 4, 1], within: place, at: nil),
      .meanValue([0, 4, 1], within: nil, at: place),
    ]
    for end in ends {
      #expect(
        try Self.reason(id) { draft in
          draft.parts[0].tree.nodes[draft.parts[0].tree.nodes.count - 1].end = end
        } == expected)
    }
    #expect(
      try Self.reason(id) { draft in
        draft.parts[0].tree.nodes[0].faces.insert(.init(2, isUpper: true, within: place), at: 0)
      } == expected)
    let exact = "part 'extremum': an extremum that is known exactly is one number, and exact at both ends"
    #expect(try Self.reason(id) { $0.parts[0].bound = .exact(Rational(-1197, over: 10_000)) } == exact)
    #expect(try Self.reason("lemma25.lower") { $0.parts[0].bound = .exact(-1) } == exact)
    #expect(try Self.reason("lemma25.lower") { $0.parts[0].attained = .binary(0) } == exact)
  }

  private static let noImage =
    "Krawczyk's operator does not map a neighbourhood into its interior, in the region where the fixed point is unique"

  /// A neighbourhood that does not hold the fixed points, or is missing, proves nothing.
  @Test(
    .serialized,
    arguments: [
      ([-1, 1, 0.5, 2], Self.noImage), ([0.05, 0.06, 1, 1.01], Self.noImage),
      ([], "a neighbourhood of the fixed point is missing"),
    ])
  func otherNeighbourhoods(bounds: [Double], expected: String) throws {
    let reason = try Self.reason("theorem1.fixed-point.variance.upper") {
      $0.parts[5].tree = Tree([Tree.Node(end: .natural(within: Tree.Neighbourhood(bounds)))])
    }
    #expect(reason == "part 'fixed point': node 1: \(expected)")
  }
}

/// A certificate that can be changed.
private struct Draft {
  struct Part {
    var role: String
    var quantity: String
    var extremum: RangeEnd
    var variables: [Variable]
    var box: Box
    var bound: Certificate.Number
    var attained: Certificate.Number
    var witness: [Rational]
    var neighbourhood: Tree.Neighbourhood?
    var tree: Tree
  }

  var heading: Certificate.Heading
  var verdict: Verdict
  var parts: [Part]

  init(_ certificate: Certificate) {
    heading = certificate.heading
    verdict = certificate.verdict
    parts = certificate.parts.map {
      Part(
        role: $0.role, quantity: $0.quantity, extremum: $0.extremum, variables: $0.variables, box: $0.box,
        bound: $0.bound, attained: $0.attained, witness: $0.witness, neighbourhood: $0.witnessNeighbourhood,
        tree: $0.tree)
    }
  }

  func heading(claim: String) -> Certificate.Heading {
    Certificate.Heading(
      claim: claim, source: heading.source, statement: heading.statement, relation: heading.relation,
      printed: heading.printed, domain: heading.domain)
  }

  var certificate: Certificate {
    Certificate(
      tool: Samples.tool, heading: heading, verdict: verdict,
      parts: parts.map {
        Certificate.Part(
          role: $0.role, quantity: $0.quantity, extremum: $0.extremum, variables: $0.variables, box: $0.box,
          bound: $0.bound, attained: $0.attained, witness: $0.witness, witnessNeighbourhood: $0.neighbourhood,
          tree: $0.tree)
      })
  }
}
