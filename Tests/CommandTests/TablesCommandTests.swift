import ClaimsTestSupport
import Foundation
import Reporting
import SELUClaims
import SELUTheorem
import Testing

@testable import selu_proof

@Suite struct TablesCommandTests {
  private let program = RootCommand.program

  /// The documents on all claims but the four whose search takes longest; .ci/run compares the whole ones.
  private static let (claims, documents): ([Claim], [String: String]) = {
    let slow: Set = ["lemma10.mu", "lemma10.omega", "lemma10.nu", "lemma10.tau"]
    let claims = Printed.claims.filter { !slow.contains($0.id) }
    let entries = { (claims: [Claim]) in zip(claims, ClaimChecker().check(claims)).map { Report.Entry($0, $1) } }
    let (report, supplements) = (Report(tool: .seluProof, entries: entries(claims)), entries(paper.supplements))
    let texts = TablesJob.documents.compactMap { document in
      (try? document.text(paper, report, supplements)).map { (document.name, $0) }
    }
    return (claims, Dictionary(texts) { first, _ in first })
  }()

  @Test func eachClaimHasARowAndEachRefutedOneAnEntry() throws {
    let texts = Self.documents
    let claims = try #require(texts["claims.md"]).split(separator: "\n")
    let errata = try #require(texts["errata.md"]).split(separator: "\n")
    for claim in Self.claims {
      #expect(claims.filter { $0.hasPrefix("| `\(claim.id)` |") }.count == 1, "\(claim.id)")
      let headings = errata.filter { $0.hasPrefix("#### `\(claim.id)`,") }.count
      #expect(headings == (claim.expected == .refuted ? 1 : 0), "\(claim.id)")
    }
    let refuted = Self.claims.count { $0.expected == .refuted }
    #expect(claims.contains("| all | \(Self.claims.count) | \(Self.claims.count - refuted) | \(refuted) | 0 |"))
  }

  /// The bars that separate cells are those that are not escaped: rows of a table have as many as its head.
  @Test func tablesAreRectangular() throws {
    for (name, text) in Self.documents {
      var width: Int?
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        guard line.hasPrefix("|") else {
          width = nil
          continue
        }
        let bars = line.replacing("\\|", with: "").count { $0 == "|" }
        #expect(bars == width ?? bars, "\(name): \(line)")
        width = bars
      }
    }
  }

  @Test func linksLeadToPlacesOnThePage() throws {
    let text = try #require(Self.documents["errata.md"])
    let places = Set(text.matches(of: /<a id="([^"]+)">/).map { String($0.1) })
    let targets = text.matches(of: /\]\(#([^)]+)\)/).map { String($0.1) }
    #expect(targets.count > 100 && targets.filter { !places.contains($0) } == [])
    #expect(!text.contains(/\{[a-z]/))
  }

  /// Every slip has a row, every number behind the list one as well.
  @Test func eachSlipHasARow() throws {
    let lines = try #require(Self.documents["errata.md"]).split(separator: "\n")
    for number in Set(paper.slips.map(\.number)) {
      let slips = paper.slips.filter { $0.number == number }.count
      #expect(lines.filter { $0.hasPrefix("| \(number) | ") }.count == slips, "\(number)")
    }
    for number in paper.slips.flatMap(\.numbers) {
      #expect(lines.filter { $0.hasPrefix("| <a id=\"\(number)\"></a>") }.count == 1, "\(number)")
    }
  }

  /// The split of the false claims is counted, and what is not printed is not among them.
  @Test func falseClaimsAreSplit() throws {
    let refuted = Self.claims.filter { $0.expected == .refuted }
    let printed = refuted.filter { $0.origin != .unprinted }
    let substantive = paper.errata.filter { $0.group == .substantive }.count
    for name in ["claims.md", "errata.md"] {
      let text = try #require(Self.documents[name])
      #expect(text.contains("Of \(Self.claims.count) claims ("), "\(name)")
      #expect(text.contains(", \(printed.count) do not hold as printed (substantive: \(substantive); "), "\(name)")
    }
    #expect(printed.count == refuted.count - 1)
  }

  @Test func nothingIsWrittenUnlessEverythingIsAsExpected() throws {
    try inFolder { folder in
      try folder.create("claims.md", "old")
      let result = try program.result(of: ["tables", "--output", folder.url.path, "--max-boxes", "1"])
      #expect(result.status == .undecided)
      #expect(result.errors.hasSuffix("No document is written.\n"))
      #expect(result.errors.contains("theorem1.contraction: undecided, expected proved.\n"))
      #expect(try folder.names() == ["claims.md"] && folder.text("claims.md") == "old")
    }
  }

  @Test func whatCannotBeWrittenIsSaidBeforeTheWork() throws {
    try inFolder { folder in
      try folder.create("file", "")
      try OutputFile.createDirectory(folder.path("docs/errata.md"))
      for (name, reason) in [("file", "File exists"), ("docs", "Is a directory")] {
        let result = try program.result(of: ["tables", "--output", folder.path(name)])
        #expect(result.status == .cannotCreate, "\(name)")
        #expect(result.errors.contains(reason), "\(result.errors)")
      }
      #expect(try folder.names() == ["docs", "file"])
    }
  }

  @Test func usage() throws {
    #expect(try program.result(of: "tables").status == .usage)
    #expect(try program.result(of: "tables --output d --format text").status == .usage)
    #expect(try program.result(of: "tables --output d more").status == .usage)
  }

  @Test func help() throws {
    #expect(
      try program.result(of: "tables --help").output == """
        OVERVIEW: Writes the documents that are generated from a run.

        Decides all claims and writes into the directory: 'claims.md', one row a claim;
        'errata.md', what does not hold as printed, what is true instead, and whether
        the printed arguments close with corrected constants; 'constants.md' and
        'constants.json', certified constants for some fixed points, for alpha dropout
        and for initialisations.

        Nothing is written unless every verdict is the expected one: the sentences of
        the errata would not fit. The status is then 1, or 2 if a claim is undecided.

        USAGE: selu-proof tables --output <directory> [--max-boxes <n>] [--threads <n>]

        OPTIONS:
          --output <directory>    Where to write them; made if it does not exist.
          --max-boxes <n>         The most boxes to examine for one extremum; on a grid,
                                  if given, the most cells. (default: 50000)
          --threads <n>           Worker threads; one a processor if not given. Results
                                  do not depend on it.
          --version               Show the version.
          -h, --help              Show help information.

        EXAMPLES:
          The documents of this project:
            $ selu-proof tables --output docs

        """)
  }
}
