import Reporting
import SELUClaims
import SELUTheorem

/// `selu-proof check [ID or PREFIX ...]`
enum CheckCommand {
  static let format = Option(
    "format", "format", .choice(ReportFormat.self), default: ReportFormat.text.rawValue, help: "The form of the report."
  )
  static let output = OutputOption.output
  static let timings = Flag("timings", help: "Report how long each claim took; without this, output is reproducible.")

  static let command = command(in: .process)

  /// The command in a process with these surroundings.
  static func command(in surroundings: Surroundings) -> Command {
    Command(
      "check",
      abstract: "Decides claims of the paper, or your own: proved, refuted or undecided.",
      discussion: """
        Every verdict rests on outward-rounded interval arithmetic over the whole domain of the claim. A refuted claim \
        comes with a point that contradicts it; some claims are known to be false as printed, and are expected to be \
        refuted.

        With a file of claims ('selu-proof check my.claims', see docs/claims-language.md) it decides those instead. What \
        stands in such a file is expected to be proved, unless its line 'expected: refuted' says otherwise.

        The verdicts and certified values are compared with a baseline, claims of your own only with one that is named. \
        With the usual search a value has to lie within the recorded enclosure, up to the slack that the file states; \
        with a grid or fewer boxes it only has to meet it. An undecided claim is not compared.

        With '--strategy grid --grid paper' the claim is Lemma 12, decided on the grid that the paper prints, as boxes: \
        a bound for every one of its cells. Such a run can be interrupted and resumed with '--checkpoint', and \
        split over machines with '--part' and 'selu-proof merge'.

        With '--certificates' it leaves files that others can replay: 'selu-proof verify' with another arithmetic, and \
        'Proofs/arb/verify.py' with Arb.

        The format 'github' prints annotations for GitHub Actions and appends a table to the file that \
        GITHUB_STEP_SUMMARY names.

        The status is 0 if all verdicts are the expected ones, 1 if one is not or the baseline differs, and 2 if \
        nothing is wrong but something undecided.
        """,
      parameters: [ClaimSelection.ids, ClaimSelection.kinds] + SearchSettings.parameters
        + [
          GridCheckpoint.option, GridDistribution.part, format, output, BaselineFile.option, BaselineFile.update,
          CertificateDirectory.option, timings,
        ],
      examples: [
        Example("Decide everything:", "selu-proof check"),
        Example("Decide Theorem 1 and show the numbers to a program:", "selu-proof check theorem1 --format json"),
        Example("Decide claims of your own:", "selu-proof check my.claims --certificates certificates"),
        Example("Lemma 12 by the paper's grid:", "selu-proof check --strategy grid --grid paper --timings"),
        Example("In a workflow:", "selu-proof check --format junit --output verdicts.xml"),
      ]
    ) { arguments, context in
      try CheckJob(arguments, context.console, surroundings).run()
    }
  }
}
