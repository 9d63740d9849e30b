import GridChecker
import RealArithmetic
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
