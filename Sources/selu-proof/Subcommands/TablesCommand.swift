import Foundation
import GridChecker
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

/// One call of `tables`.
struct TablesJob {
  /// A generated document: its name in the directory, and its text.
  typealias Document = (
    name: String, text: @Sendable (Paper, Report, _ supplements: [Report.Entry]) throws -> String
  )

  /// All documents, in the order in which they are written.
  static let documents: [Document] = [
    ("claims.md", { paper, report, _ in ClaimsDocument.text(report, of: paper) }),
    ("errata.md", { ErrataDocument($0, $1, supplements: $2).text }),
    ("constants.md", { _, report, _ in try ConstantsDocument.markdown(tool: report.tool) }),
    ("constants.json", { _, report, _ in try ConstantsDocument.json(tool: report.tool) }),
  ]

  private let paper: Paper
  private let console: Console
  private let directory: String
  private let budget: SearchBudget

  /// Throws what can be found wrong with the directory before the work begins.
  init(_ arguments: ParsedArguments, _ console: Console) throws {
    paper = try .selu2017()
    self.console = console
    directory = try arguments[TablesCommand.output]
    budget = SearchBudget(
      maximumBoxes: try arguments[SearchSettings.maximumBoxes], threads: try SearchSettings.threads(arguments))
    try OutputFile.createDirectory(directory)
    for document in Self.documents { try OutputFile.check(path(of: document)) }
  }

  func run() throws -> ExitStatus {
    let entries = entries(paper.claims + paper.supplements)
    let (claims, supplements) = (
      Array(entries.prefix(paper.claims.count)), Array(entries.dropFirst(paper.claims.count))
    )
    let wrong = entries.filter { $0.outcome != .expected }
    guard wrong.isEmpty else { return refuse(wrong) }
    let report = Report(tool: .seluProof, entries: claims)
    // All texts are made before the first is written.
    let texts = try Self.documents.map { ($0, try $0.text(paper, report, supplements)) }
    for (document, text) in texts { try OutputFile.write(text, to: path(of: document), on: console) }
    return .success
  }

  private func entries(_ claims: [Claim]) -> [Report.Entry] {
    let line = ProgressLine(console)
    line.update("Deciding \(claims.count) claims")
    defer { line.finish() }
    return zip(claims, ClaimChecker(budget: budget).check(claims)).map { Report.Entry($0, $1) }
  }

  private func refuse(_ wrong: [Report.Entry]) -> ExitStatus {
    for entry in wrong {
      console.remark(
        "\(entry.claim.id): \(entry.finding.decision.rawValue), expected \(entry.claim.expected.rawValue).")
    }
    console.remark("No document is written.")
    return wrong.contains { $0.outcome == .unexpected } ? .unexpected : .undecided
  }

  private func path(of document: Document) -> String { "\(directory)/\(document.name)" }
}
