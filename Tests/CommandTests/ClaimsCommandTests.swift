import ClaimsTestSupport
import Foundation
import SELUClaims
import SELUTheorem
import Testing

@testable import selu_proof

@Suite struct ClaimsCommandTests {
  private let program = RootCommand.program

  @Test func aClaimInWords() throws {
    let result = try program.result(of: "claims theorem1.contraction")
    #expect(
      result == (
        .success,
        """
        theorem1.contraction
          statement  S < 1
          domain     omega: mu in [-0.1, 0.1], omega in [-0.1, 0.1], nu in [0.8, 1.5], tau in [0.95, 1.1]
          relation   <
          printed    1
          source     Theorem 1 (with Lemma 12)
          kind       statement
          expected   proved

        """, ""
      ))
  }

  @Test(arguments: [("", Printed.claims.count), (" equation6", 5), (" equation6 equation6.H11 --kind statement", 5)])
  func listsWhatIsSelected(_ words: String, _ count: Int) throws {
    let text = try program.result(of: "claims\(words)").output
    #expect(text.split(separator: "\n").filter { !$0.hasPrefix(" ") }.count == count)
    let markdown = try program.result(of: "claims\(words) --format markdown").output
    #expect(markdown.split(separator: "\n").count == count + 2)
    let json = try program.result(of: "claims\(words) --format json").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect((object?["claims"] as? [Any])?.count == count)
  }

  @Test func anUnknownClaimIsAUsageError() throws {
    #expect(
      try program.result(of: "claims equaton6") == (
        .usage, "", "Error: Unknown claim 'equaton6'. Did you mean 'equation6'?\nSee 'selu-proof claims --help'.\n"
      ))
  }

  /// By the numbers of the paper, not by the spelling: the lemmas restated in the appendix, and theorems and corollaries that
  /// somebody takes for lemmas.
  @Test(arguments: [
    ("lemma14", "corollary14"), ("Lemma14", "corollary14"), ("14", "corollary14"), ("lemma1", "theorem1"),
    ("lemma16", "theorem16"), ("theorem15", "lemma15"), ("theorem12.contraction", "lemma12"), ("LEMMA6", "lemma6"),
  ])
  func numbersAreSharedInThePaper(_ name: String, _ meant: String) throws {
    let result = try program.result(of: ["claims", name])
    #expect(
      result == (
        .usage, "",
        "Error: Unknown claim '\(name)'. Did you mean '\(meant)'? The paper numbers theorems, lemmas and corollaries "
          + "together.\nSee 'selu-proof claims --help'.\n"
      ))
    #expect(try program.result(of: ["claims", meant]).status == .success)
  }

  @Test(arguments: [("lemma44", "lemma15", "Lemma 15 = Lemma 44"), ("lemma46", "lemma18", "Lemma 18 = Lemma 46")])
  func restatedLemmasLeadToTheFirst(_ name: String, _ meant: String, _ source: String) throws {
    #expect(
      try program.result(of: ["check", name]) == (
        .usage, "",
        "Error: Unknown claim '\(name)'. Did you mean '\(meant)'? Its source is '\(source)'.\n"
          + "See 'selu-proof check --help'.\n"
      ))
  }

  @Test func otherNumbersAreNotGuessed() throws {
    #expect(
      try program.result(of: "claims lemma99").errors.hasPrefix(
        "Error: Unknown claim 'lemma99'. No claim of that number is checked.\n"))
    let misspelt = try program.result(of: "claims theorem1.contracton")
    #expect(misspelt.errors.contains("Did you mean 'theorem1.contraction'?"))
  }

  @Test func help() throws {
    #expect(
      try program.result(of: "claims --help").output == """
        OVERVIEW: Lists the claims of the paper, or your own, as they are checked.

        For each claim: what it says, its domain with exact ranges, the relation and the
        constant as printed, where the paper prints it, and the verdict that is
        expected. With a file of claims (docs/claims-language.md) those of the file,
        which is read as 'check' reads it.

        USAGE: selu-proof claims [<id> ...] [--kind <kinds>] [--format <format>]

        ARGUMENTS:
          <id>                    Ids of claims, or their beginnings up to a dot; all
                                  claims if none is given. A name that ends with
                                  '.claims' is a file with claims of your own, of which
                                  the ids are then.

        OPTIONS:
          --kind <kinds>          The kinds of claims, separated by commas. (values:
                                  statement, step, arithmetic; default:
                                  statement,step,arithmetic)
          --format <format>       The form of the list. (values: text, json, markdown;
                                  default: text)
          --version               Show the version.
          -h, --help              Show help information.

        EXAMPLES:
          What Theorem 2 says:
            $ selu-proof claims theorem2
          All ids, with jq:
            $ selu-proof claims --format json | jq -r '.claims[].id'

        """)
  }
}
