import ClaimsTestSupport
import GridChecker
import JSON
import SELUClaims
import Testing

@testable import Certificates

/// What fuzzing (Tests/Fuzz) and reading the reader with hostile eyes found, and inputs from the fuzzer's corpus, cut
/// down, that are refused for different reasons.
@Suite struct FuzzFindingTests {
  /// The smallest certificate there is.
  private static let smallest = """
    {
      "arithmetic" : "binary64 intervals, rounded outward",
      "claim" : "lemma13.variance.lower.difference",
      "domain" : {

      },
      "format" : "selu-proof certificate 1",
      "parts" : [
        {
          "attained" : {
            "exact" : "0.800073"
          },
          "bound" : {
            "exact" : "0.800073"
          },
          "box" : [

          ],
          "extremum" : "infimum",
          "quantity" : "0.80467 - 0.004597",
          "role" : "extremum",
          "tree" : [
            "natural"
          ],
          "variables" : [

          ],
          "witness" : [

          ]
        }
      ],
      "printed" : "0.80009",
      "relation" : ">=",
      "source" : "Lemma 13",
      "statement" : "0.80467 - 0.004597 >= bound",
      "tool" : {
        "name" : "selu-proof",
        "version" : "0.1.0"
      },
      "verdict" : "refuted"
    }

    """

  @Test func theSmallestIsAccepted() throws {
    let certificate = try Certificate(parsing: Self.smallest)
    #expect(try certificate.text() == Self.smallest)
    try CertificateVerifier(precision: 64, claims: Printed.claims).verify(certificate)
  }

  // MARK: Findings

  /// U+037E is canonically equivalent to the semicolon, so that texts with the one and the other are equal as texts of
  /// Swift, and Swift splits at both; but they are not the same bytes. Likewise the Kelvin sign and K. In a tree, and in
  /// the statement of a claim.
  @Test(arguments: [
    ("theorem2.variance-decreases", "; "), ("theorem1.fixed-point.unique-attracting", "; every point"),
  ])
  func equivalentCharactersAreRefused(id: String, old: String) throws {
    let text = try Samples.certificate(id).text()
    let new = old.replacing(";", with: "\u{37E}")
    let other = text.replacing(old, with: new, maxReplacements: 1)
    #expect(!other.utf8.elementsEqual(text.utf8))
    #expect(throws: (any Error).self) {
      try CertificateVerifier(precision: 64, claims: Printed.claims).verify(try Certificate(parsing: other))
    }
  }

  /// Each face costs an evaluation, as each node does: their number is limited, too. A face of a face is the same face,
  /// so that they are all true.
  @Test func facesWithoutEndAreRejected() throws {
    let text = try Samples.certificate("lemma30.upper").text()
    let face = "lower x, "
    try #require(text.contains(face))
    let other = text.replacing(face, with: String(repeating: face, count: 100_001), maxReplacements: 1)
    let certificate = try Certificate(parsing: other)
    #expect(throws: Rejection.self) {
      try CertificateVerifier(precision: 64, claims: Printed.claims).verify(certificate)
    }
  }

  // MARK: The corpus

  @Test(arguments: [
    (" \"inary: 2", 1, 11, "'\"'"),
    ("{\n  \"arit\u{11}hmetic\" : 1", 2, 8, "a character other than a control character"),
    ("{\"a\" : {}, \"k\" : [0,], \"k\" : 1}", 1, 21, "a value"),
    ("{ \"2*0.03124\\ud8002911235\" : 0 }", 1, 13, "a pair of surrogates"),
    ("{ \"00\\u1615\\u0000\\u161", 1, 18, "an escape sequence"),
    ("{\"K\":1,\"K\":2}", 1, 8, "a key that has not been used before"), ("-e9999", 1, 2, "a digit"),
    (String(repeating: "[{\"a\":", count: 40), 1, 193, "nesting of at most 64 levels"),
  ])
  func noJSON(_ text: String, _ line: Int, _ column: Int, _ expected: String) {
    #expect(throws: JSONError.syntax(line: line, column: column, expected: expected)) {
      try Certificate(parsing: text)
    }
  }

  @Test(arguments: [
    ("\"natural\"", "\"upper y, lowe\u{FFFD} x, natural\"", "the text", "ASCII characters only"),
    ("\"natural\"", "\"natural within 0x1p0 0x1p0 0x1p0\"", "parts[0].tree[0]", "the steps of some nodes"),
    ("\"natural\"", "\"split y 0x1p1024\"", "parts[0].tree[0]", "the steps of some nodes"),
    ("\"natural\"", "\"split y 0x0p0\"", "parts[0].tree[0]", "the steps of some nodes"),
    ("\"natural\"", "\"upper mu, natural\"", "parts[0].tree[0]", "the steps of some nodes"),
    ("\"natural\"", "\"split y 0x1p99999\"", "parts[0].tree[0]", "the steps of some nodes"),
    ("\"natural\"", "\"natural; natural\"", "the text", "the form in which certificates are written"),
    ("\"natural\"", "9e999", "parts[0].tree[0]", "a string"),
    ("\"0.800073\"", "\"1e99999\"", "parts[0].bound.exact", "an exact number"),
    ("\"0.800073\"", "\"1e-99999\"", "parts[0].bound.exact", "an exact number"),
    ("\"0.800073\"", "\"1/0\"", "parts[0].bound.exact", "an exact number"),
    ("\"0.800073\"", "\"-0\"", "parts[0].bound.exact", "an exact number"),
    ("\"exact\" : \"0.800073\"", "\"hex\" : \"0x1.5be06c54653f21p-4\"", "parts[0].bound.hex", binary64),
    ("\"exact\" : \"0.800073\"", "\"hex\" : \"-inf\"", "parts[0].bound.hex", binary64),
    ("\"exact\" : \"0.800073\"", "\"hex\" : \"0x1p-99999\"", "parts[0].bound.hex", binary64),
    ("\"exact\" : \"0.800073\"", "\"hex\" : \"-0x0p0\"", "the text", "the form in which certificates are written"),
    ("\"box\" : [", "\"box\" : [[\"0.01\"]", "parts[0].box[0]", "two bounds"),
    ("\"domain\" : {", "\"domain\" : { \"mu\" : \"\"", "domain.mu", "an array"),
    ("\"role\"", "\"witnessWithin\" : [\"0x1p0\"], \"role\"", "parts[0].witnessWithin", neighbourhood),
    ("\"verdict\"", "\"Verdict\"", "verdict", "a value"),
  ])
  func noCertificate(_ old: String, _ new: String, _ path: String, _ expected: String) {
    let text = Self.smallest.replacing(old, with: new)
    do {
      _ = try Certificate(parsing: text)
      Issue.record("accepted")
    } catch .value(let foundPath, let foundExpected, _) {
      // Of two bounds that are damaged alike, the one that is read first is named.
      #expect(foundPath == path)
      #expect(foundExpected == expected)
    } catch {
      Issue.record(error)
    }
  }

  private static let binary64 = "a finite binary64 number in hexadecimal"
  private static let neighbourhood = "four binary numbers, as 0x9p-4"

  @Test(arguments: [
    (
      "\"natural\"\n", "\"natural\",\n        \"natural\"\n",
      "part 'extremum': nodes are left over after the last leaf"
    ),
    (
      "\"natural\"", "\"mean-value 0x1p0\"",
      "part 'extremum': node 1: the centre does not have a coordinate for each side"
    ),
    ("\"extremum\" : \"infimum\"", "\"extremum\" : \"supremum\"", "part 'extremum': the other extremum is needed"),
    ("\"0.800073\"", "\"0.850073\"", "part 'extremum': node 1: the bound does not hold"),
    ("\"0.800073\"", "\"0.8\"", "part 'extremum': the witness does not attain what is said"),
    ("\"natural\"", "\"natural within 0x0p0 0x1p0 0x1p0 0x1p1\"", needless),
    (
      "\"witness\" : [\n\n      ]",
      "\"witness\" : [\n\n      ],\n      \"witnessWithin\" : [\n        \"0x0p0\",\n        \"0x1p0\",\n        \"0x1p0\",\n        \"0x1p1\"\n      ]",
      needless
    ),
    ("\"verdict\" : \"refuted\"", "\"verdict\" : \"undecided\"", said("undecided")),
    ("\"verdict\" : \"refuted\"", "\"verdict\" : \"proved\"", said("proved")),
    ("lemma13.variance", "lemma13.uariance", "there is no claim 'lemma13.uariance.lower.difference'"),
    (
      "\"printed\" : \"0.80009\"", "\"printed\" : \"0.80008\"",
      "the claim is not the one that is listed as 'lemma13.variance.lower.difference'"
    ),
  ])
  func noProof(_ old: String, _ new: String, _ reason: String) throws {
    let certificate = try Certificate(parsing: Self.smallest.replacing(old, with: new))
    do {
      try CertificateVerifier(precision: 64, claims: Printed.claims).verify(certificate)
      Issue.record("accepted")
    } catch let error as Rejection {
      #expect(error.reason == reason)
    }
  }

  private static let needless =
    "part 'extremum': a neighbourhood of fixed points is named, and the part is not about these"

  private static func said(_ verdict: String) -> String {
    "the verdict is '\(verdict)', but the parts say 'refuted'"
  }
}
