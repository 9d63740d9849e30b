import Foundation
import GridChecker

/// How `check` looks for extrema.
struct SearchSettings {
  enum Strategy: String, CaseIterable, Sendable {
    case adaptive, grid
  }

  static let strategy = Option(
    "strategy", "strategy", .choice(Strategy.self), default: Strategy.adaptive.rawValue,
    help: "How extrema are enclosed: by adaptive subdivision, or by interval evaluation on every cell of a grid.")
  static let grid = Option(
    "grid", "cells", GridChoice.parser,
    help: """
      Cells along mu, omega, nu and tau, as 4,4,8,8, or 'paper' for those of Lemma 12; needs '--strategy grid'. Claims \
      that are stated in other variables are decided adaptively.
      """)
  static let maximumBoxes = Option(
    "max-boxes", "n", .integer(in: 1...Int.max), default: "\(SearchBudget().maximumBoxes)",
    help: "The most boxes to examine for one extremum; on a grid, if given, the most cells.")
  static let threads = Option(
    "threads", "n", .integer(in: 1...1024),
    help: "Worker threads; one a processor if not given. Results do not depend on it.")

  static let parameters: [any Parameter] = [strategy, grid, maximumBoxes, threads]

  let strategy: SearchStrategy
  let budget: SearchBudget
  /// The grid, if the strategy is one.
  let grid: GridChoice?

  /// Whether the search is at least as thorough as the one that baselines are made with.
  var isThorough: Bool { strategy == .adaptive && budget.maximumBoxes >= SearchBudget().maximumBoxes }

  /// Throws a usage error for options that do not go together, and for a grid whose cells cannot be counted or are more
  /// than the boxes that are allowed.
  init(_ arguments: ParsedArguments) throws {
    budget = SearchBudget(
      maximumBoxes: try arguments[Self.maximumBoxes], threads: try Self.threads(arguments))
    grid = try arguments[Self.grid]
    switch (try arguments[Self.strategy], grid) {
    case (.adaptive, nil): strategy = .adaptive
    case (.adaptive, _?): throw CommandError(.usage, "The option '--grid' needs '--strategy grid'.")
    case (.grid, nil): throw CommandError(.usage, "The option '--strategy grid' needs '--grid <cells>'.")
    case (.grid, let grid?):
      try grid.validate(limit: arguments.isGiven(Self.maximumBoxes) ? budget.maximumBoxes : nil)
      strategy = grid.strategy
    }
  }

  /// The number of threads that a command line asks for.
  static func threads(_ arguments: ParsedArguments) throws -> Int {
    try arguments[threads] ?? ProcessInfo.processInfo.activeProcessorCount
  }
}
