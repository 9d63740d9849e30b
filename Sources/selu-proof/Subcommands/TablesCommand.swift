import Foundation
import Reporting
import SELUClaims
import SELUTheorem

/// `selu-proof tables --output DIR`
enum TablesCommand {
  static let output = Option.required(
    "output", "directory", .directory, help: "Where to write them; made if it does not exist.")

  static let command = Command(
    "tables",
    abstract: "Writes the documents that are generated from a run.",
    discussion: """
      Decides all claims and writes into the directory: 'claims.md', one row a claim; 'errata.md', what does not hold as \
      printed, what is true instead, and whether the printed arguments close with corrected constants; 'constants.md' and \
      'constants.json', certified constants for some fixed points, for alpha dropout and for initialisations.

      Nothing is written unless every verdict is the expected one: the sentences of the errata would not fit. The status \
      is then 1, or 2 if a claim is undecided.
      """,
    parameters: [output, SearchSettings.maximumBoxes, SearchSettings.threads],
    examples: [Example("The documents of this project:", "selu-proof tables --output docs")],
    run: run)

  private static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitStatus {
    try TablesJob(arguments, context.console).run()
  }
}
