import ClaimsTestSupport
import Foundation
import RealArithmetic
import Testing

@testable import Reporting
@testable import SELUClaims
@testable import SELUTheorem

@Suite struct ClaimListTests {
  private static let claims = [
    Samples.claim("theorem1.a", statement: Array(repeating: "many words", count: 12).joined(separator: " ")),
    Claim.listed {
      try Claim(
        id: "equation14.b", source: "Eq. 14", kind: .arithmetic, domain: Domain(name: "none", [:]),
        statement: "|alpha| is", proposition: .roundsTo(Quantity(.alpha), "1.67326"), expected: .refuted)
    },
  ]

  @Test func text() {
    #expect(
      ClaimListText.text(Self.claims) == """
        theorem1.a
          statement  many words many words many words many words many words many words many words many words
                     many words many words many words many words
          domain     square: mu in [-0.1, 0.1], nu in [1, 2]
          relation   <
          printed    1
          source     Theorem 1
          kind       statement
          expected   proved

        equation14.b
          statement  |alpha| is
          domain     none
          relation   rounds-to
          printed    1.67326
          source     Eq. 14
          kind       arithmetic
          expected   refuted

        """)
  }

  @Test func markdown() {
    #expect(
      ClaimListMarkdown.text([Self.claims[1]]) == """
        | claim | source | kind | statement | domain | relation | printed | expected |
        | --- | --- | --- | --- | --- | --- | --- | --- |
        | `equation14.b` | Eq. 14 | arithmetic | \\|alpha\\| is | none | rounds-to | 1.67326 | refuted |

        """)
  }

  @Test func json() throws {
    let text = try ClaimListJSON.text(Self.claims, tool: Samples.tool)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object.keys.sorted() == ["claims", "format", "tool", "version"])
    let claims = try #require(object["claims"] as? [[String: Any]])
    #expect(claims.map { $0["id"] as? String } == ["theorem1.a", "equation14.b"])
    #expect(
      claims[0].keys.sorted() == [
        "domain", "expected", "id", "kind", "printed", "relation", "source", "statement", "theorem",
      ])
    let domain = try #require(claims[0]["domain"] as? [String: Any])
    #expect(domain["name"] as? String == "square")
    #expect(
      domain["ranges"] as? [String: [String: String]] == [
        "mu": ["lower": "-0.1", "upper": "0.1"], "nu": ["lower": "1", "upper": "2"],
      ])
    #expect(claims[1]["relation"] as? String == "rounds-to")
  }

  @Test func everyClaimOfTheRegistryCanBeListed() throws {
    let claims = Printed.claims
    #expect(ClaimListText.text(claims).split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(ClaimListMarkdown.text(claims).split(separator: "\n").count == claims.count + 2)
    #expect(try ClaimListJSON.text(claims, tool: Samples.tool).contains(#""id" : "theorem1.contraction""#))
  }
}
