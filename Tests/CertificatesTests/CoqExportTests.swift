import GridChecker
import Testing

@testable import Certificates

@Suite struct CoqExportTests {
  @Test func smallTree() throws {
    let text = try CoqExport.text([try Samples.certificate("corollary14")])
    #expect(
      text.contains(
        """

        (** corollary14, var >= 0.8: the infimum of var over (y, x). *)
        Definition corollary14_3 : tree :=
          (Face 1%nat false (Face 0%nat false Natural)).

        """))
  }

  @Test(arguments: ["theorem2.variance-decreases", "lemma9.mean.lower", "lemma47.max"])
  func bracketsMatch(id: String) throws {
    let text = try CoqExport.text([try Samples.certificate(id)])
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      #expect(depth >= 0)
    }
    #expect(depth == 0)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 120 })
  }

  @Test func whatIsNoTree() throws {
    let certificate = try Samples.certificate("corollary14")
    let part = certificate.parts[0]
    for tree in [Tree([]), Tree(part.tree.nodes + part.tree.nodes)] {
      let damaged = Certificate(
        tool: certificate.tool, heading: certificate.heading, verdict: certificate.verdict,
        parts: [
          Certificate.Part(
            role: part.role, quantity: part.quantity, extremum: part.extremum, variables: part.variables, box: part.box,
            bound: part.bound, attained: part.attained, witness: part.witness, tree: tree)
        ])
      #expect(throws: CoqExport.Failure.self) { try CoqExport.text([damaged]) }
    }
  }
}
