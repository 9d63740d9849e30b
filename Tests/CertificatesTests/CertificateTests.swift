import ClaimsTestSupport
import Foundation
import GridChecker
import JSON
import RealArithmetic
import SELUClaims
import Testing

@testable import Certificates

/// Committed certificates, small enough to be replayed in a test.
enum Samples {
  static let tool = Certificate.Tool(name: "selu-proof", version: "test")

  static func certificate(_ id: String) throws -> Certificate {
    let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    let file = folder.appendingPathComponent("../../Proofs/certificates/\(id).json")
    return try Certificate(parsing: try String(contentsOf: file, encoding: .utf8))
  }

  /// One claim at least for each relation and each verdict.
  static let ids = [
    "theorem2.variance-decreases", "lemma25.lower", "lemma30.upper", "equation6.H12", "equation6.H11",
    "notebook.theorem1.mean.min", "lemma9.mean.lower", "lemma29.lower", "lemma29.decreasing-in-x", "lemma31.sign",
    "lemma47.max", "corollary14", "theorem2.fixed-points-below-3", "lemma34.sign", "lemma12.total",
    "theorem2.second-moment-gap",
  ]
}

@Suite struct CertificateTests {
  @Test(arguments: Samples.ids)
  func textsReadBack(id: String) throws {
    let certificate = try Samples.certificate(id)
    let text = try certificate.text()
    #expect(try Certificate(parsing: text) == certificate)
    #expect(try Certificate(parsing: text).text() == text)
    #expect(text.hasSuffix("}\n"))
  }

  /// There is one text for a certificate: other keys, orders, blanks or notations are refused.
  @Test(arguments: [
    ("\"claim\" :", "\"claim\":"), ("{\n", "{ \n"), ("\"format\"", "\"extra\" : 1, \"format\""), ("\"3\"", "\"3.0\""),
    ("\"0.1\"", "\"1/10\""), ("natural", "natural "), ("p-4\"", "p-04\""), ("binary64", "binary32"),
    ("certificate 1", "certificate 2"), ("\"supremum\"", "\"maximum\""), ("\"proved\"", "\"true\""),
    ("\"decimal\" : \"-0.1", "\"decimal\" : \"-0.2"),
  ])
  func otherTextsAreRefused(old: String, new: String) throws {
    let text = try Samples.certificate("theorem2.variance-decreases").text()
    let other = text.replacing(old, with: new)
    #expect(other != text)
    #expect(throws: JSONError.self) { try Certificate(parsing: other) }
  }

  @Test(arguments: [
    "", "{", "[]", "null", "{}", "\u{0}", String(repeating: "[", count: 100_000),
    "{\"format\":\"selu-proof certificate 1\"}",
  ])
  func damagedTextsAreRefused(text: String) {
    #expect(throws: JSONError.self) { try Certificate(parsing: text) }
  }

  /// The tree of a search has its nodes in preorder: each split is followed by its two branches.
  @Test(arguments: Samples.ids)
  func treesAreComplete(id: String) throws {
    for part in try Samples.certificate(id).parts {
      var open = 1
      for node in part.tree.nodes {
        #expect(open > 0)
        open += node.end.isLeaf ? -1 : 1
      }
      #expect(open == 0)
    }
  }

  /// Nearly all claims are decided by boxes.
  @Test func mostClaimsHaveOne() {
    #expect(Printed.claims.count { $0.obligations == nil } * 10 < Printed.claims.count)
    for claim in Printed.claims {
      for obligation in claim.obligations ?? [] {
        #expect(obligation.box.dimension == obligation.variables.count, "\(claim.id)")
      }
      let roles = (claim.obligations ?? []).map(\.role)
      #expect(Set(roles).count == roles.count)
    }
  }

  /// A search that takes more steps than the replay would do leaves no certificate.
  @Test func longProofsLeaveNone() throws {
    #expect(Certificate.maximumSteps == 50_000)
    let tree = Tree(Array(repeating: Tree.Node(faces: [.init(0, isUpper: true)], end: .natural()), count: 3))
    let part = try Samples.certificate("lemma25.lower").parts[0]
    let longer = Certificate.Part(
      role: part.role, quantity: part.quantity, extremum: part.extremum, variables: part.variables, box: part.box,
      bound: part.bound, attained: part.attained, witness: part.witness, tree: tree)
    let heading = Certificate.Heading(try #require(Printed.claim("lemma25.lower")))
    #expect(Certificate(tool: Samples.tool, heading: heading, verdict: .proved, parts: [longer, longer]).steps == 12)
  }
}
