import Reporting
import SELUClaims
import SELUTheorem

/// `selu-proof claims [ID or PREFIX ...]`
enum ClaimsCommand {
  enum Format: String, CaseIterable, Sendable {
    case text, json, markdown
  }

  static let format = Option(
    "format", "format", .choice(Format.self), default: Format.text.rawValue, help: "The form of the list.")

  static let command = Command(
    "claims",
    abstract: "Lists the claims of the paper, or your own, as they are checked.",
    discussion: """
      For each claim: what it says, its domain with exact ranges, the relation and the constant as printed, where the \
      paper prints it, and the verdict that is expected. With a file of claims (docs/claims-language.md) those of the \
      file, which is read as 'check' reads it.
      """,
    parameters: [ClaimSelection.ids, ClaimSelection.kinds, format],
    examples: [
      Example("What Theorem 2 says:", "selu-proof claims theorem2"),
      Example("All ids, with jq:", "selu-proof claims --format json | jq -r '.claims[].id'"),
    ],
    run: run)

  private static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitStatus {
    let claims = try ClaimSelection(arguments).claims
    let text =
      switch try arguments[format] {
      case .text: ClaimListText.text(claims)
      case .json: try ClaimListJSON.text(claims, tool: .seluProof)
      case .markdown: ClaimListMarkdown.text(claims)
      }
    context.console.output.write(text)
    return .success
  }
}
