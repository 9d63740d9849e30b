import Foundation
import GridChecker
import RealArithmetic

/// How `check` looks for extrema.
struct SearchSettings {
  enum Strategy: String, CaseIterable, Sendable {
    case adaptive, grid
  }

  static let strategy = Option(
    "strategy", "strategy", .choice(Strategy.self), default: Strategy.adaptive.rawValue,
    help: "How extrema are enclosed: by adaptive subdivision, or by interval evaluation on every cell of a grid.")
  static let grid = Option(
    "grid", "cells", cellCounts,
    help: """
      Cells along mu, omega, nu and tau, as 4,4,8,8; needs '--strategy grid'. Claims that are stated in other variables \
      are decided adaptively.
      """)
  static let maximumBoxes = Option(
    "max-boxes", "n", .integer(in: 1...Int.max), default: "\(SearchBudget().maximumBoxes)",
    help: "The most boxes to examine for one extremum.")
  static let threads = Option(
    "threads", "n", .integer(in: 1...1024),
    help: "Worker threads; one a processor if not given. Results do not depend on it.")

  static let parameters: [any Parameter] = [strategy, grid, maximumBoxes, threads]

  let strategy: SearchStrategy
  let budget: SearchBudget

  /// Whether the search is at least as thorough as the one that baselines are made with.
  var isThorough: Bool { strategy == .adaptive && budget.maximumBoxes >= SearchBudget().maximumBoxes }

  /// Throws a usage error for options that do not go together, and for a grid with more cells than boxes are allowed.
  init(_ arguments: ParsedArguments) throws {
    let threads = try arguments[Self.threads] ?? ProcessInfo.processInfo.activeProcessorCount
    budget = SearchBudget(maximumBoxes: try arguments[Self.maximumBoxes], threads: threads)
    switch (try arguments[Self.strategy], try arguments[Self.grid]) {
    case (.adaptive, nil): strategy = .adaptive
    case (.adaptive, _?): throw CommandError(.usage, "The option '--grid' needs '--strategy grid'.")
    case (.grid, nil): throw CommandError(.usage, "The option '--strategy grid' needs '--grid <cells>'.")
    case (.grid, let cells?):
      let count = cells.reduce(BigInteger.one) { $0 * BigInteger($1) }
      guard count <= BigInteger(budget.maximumBoxes) else {
        throw CommandError(
          .usage, "The grid has \(count) cells, but '--max-boxes' allows \(budget.maximumBoxes) boxes.")
      }
      strategy = .uniformGrid(cells)
    }
  }

  private static var cellCounts: ValueParser<[Int]> {
    ValueParser { text in
      let counts = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
      guard counts.count == 4, counts.allSatisfy({ $0 >= 1 }) else {
        throw InvalidValue(text, expected: "four positive integers, separated by commas")
      }
      return counts
    }
  }
}
