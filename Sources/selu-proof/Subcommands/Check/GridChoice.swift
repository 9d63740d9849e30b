import GridChecker
import RealArithmetic
import Reporting
import SELUClaims
import SELUTheorem

/// What `--grid` may name: the paper's grid, or numbers of cells along mu, omega, nu and tau.
enum GridChoice: Sendable, Equatable {
  case paper
  case cells([Int])

  /// The word for the paper's grid.
  static let paperWord = "paper"

  /// Reads `paper`, in whatever case, or four positive integers, separated by commas.
  static let parser = ValueParser<GridChoice> { text in
    guard let choice = GridChoice(text) else {
      throw InvalidValue(text, expected: "\(paperWord), or four positive integers, separated by commas")
    }
    return choice
  }

  init?(_ text: String) {
    if text.lowercased() == Self.paperWord {
      self = .paper
      return
    }
    let counts = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard counts.count == 4, counts.allSatisfy({ $0 >= 1 }) else { return nil }
    self = .cells(counts)
  }

  /// The choice as it is typed.
  var text: String {
    switch self {
    case .paper: Self.paperWord
    case .cells(let counts): counts.map(String.init).joined(separator: ",")
    }
  }

  /// The search on this grid.
  var strategy: SearchStrategy {
    switch self {
    case .paper: .spacedGrid(PaperGrid.spacings)
    case .cells(let counts): .uniformGrid(counts)
    }
  }

  /// Throws a usage error if the cells cannot be counted, or are more than `limit`.
  func validate(limit: Int?) throws {
    guard case .cells(let counts) = self else {
      guard limit == nil else {
        throw CommandError(.usage, "The options '--grid \(Self.paperWord)' and '--max-boxes' exclude each other.")
      }
      return
    }
    let cells = counts.reduce(BigInteger.one) { $0 * BigInteger($1) }
    if let limit, cells > BigInteger(limit) {
      throw CommandError(.usage, "The grid has \(cells) cells, but '--max-boxes' allows \(limit) boxes.")
    }
    if let count = counts.first(where: { $0 > GridAxis.maximumCount }) {
      throw GridError.tooManyAlongSide(BigInteger(count)).usageError
    }
    guard cells <= BigInteger(Int.max) else { throw GridError.tooManyCells(cells).usageError }
  }
}

extension GridError {
  /// The error as a complaint about the command line.
  var usageError: CommandError {
    switch self {
    case .tooManyAlongSide(let count):
      CommandError(
        .usage, "The grid has \(count) cells along a side, but at most \(GridAxis.maximumCount) are possible.")
    case .tooManyCells(let count):
      CommandError(.usage, "The grid has \(count) cells, which is more than can be counted.")
    case .noGrid, .notPositive:
      CommandError(.internalError, "The domain cannot be divided into the cells of a grid.")
    }
  }
}

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
