import GridChecker
import Reporting
import SELUClaims
import SELUTheorem

/// How the work on a grid is cut into pieces: over time by a checkpoint, over machines by parts.
struct GridDistribution {
  static let part = Option(
    "part", "i/n", partParser,
    help: """
      Examine only share I of N of a grid, and write what 'selu-proof merge' needs to '--output'; for a single claim \
      that bounds S.
      """)

  let checkpoint: GridCheckpoint?
  /// The part to examine; nil for an ordinary run.
  let part: GridPart?

  /// Throws a usage error for options that do not go together, and status 73 for a checkpoint that cannot be written.
  init(_ arguments: ParsedArguments, _ claims: [Claim], _ settings: SearchSettings) throws {
    checkpoint = try arguments[GridCheckpoint.option].map { GridCheckpoint(path: $0) }
    part = try arguments[Self.part]
    let names = (checkpoint == nil ? [] : ["--checkpoint"]) + (part == nil ? [] : ["--part"])
    guard let name = names.first else { return }
    guard settings.grid != nil else { throw CommandError(.usage, "The option '\(name)' needs '--strategy grid'.") }
    guard claims.count == 1, ContractionGrid.canDecide(claims[0]) else {
      throw CommandError(
        .usage, "The option '\(name)' needs a single claim that bounds S, as '\(ClaimSelection.gridClaim)'.")
    }
    if part != nil { try Self.refuseReportOptions(arguments) }
    if let checkpoint { try OutputFile.check(checkpoint.path) }
  }

  /// A part is no report.
  private static func refuseReportOptions(_ arguments: ParsedArguments) throws {
    let given = [
      ("--format", arguments.isGiven(CheckCommand.format)), ("--timings", arguments.isGiven(CheckCommand.timings)),
      ("--baseline", arguments.isGiven(BaselineFile.option)),
      ("--update-baseline", arguments.isGiven(BaselineFile.update)),
    ].first { $0.1 }
    guard let given else { return }
    throw CommandError(
      .usage, "The options '--part' and '\(given.0)' exclude each other: give that one to 'selu-proof merge'.")
  }

  /// The most parts; more than any cluster has processors.
  private static let maximumParts = 1_000_000

  private static var partParser: ValueParser<GridPart> {
    ValueParser { text in
      let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
      guard numbers.count == 2, numbers[1] <= maximumParts, let part = GridPart(numbers[0], of: numbers[1]) else {
        throw InvalidValue(text, expected: "I/N with I from 1 to N, and N at most \(maximumParts)")
      }
      return part
    }
  }
}
