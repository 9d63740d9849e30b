import Foundation
import GridChecker
import SELUClaims
import SELUTheorem

/// The claims that a command line asks for: by id, by the beginning of ids, by kind.
struct ClaimSelection {
  static let ids = Argument.variadic(
    "id", .suggesting { names((try? Paper.selu2017())?.claims ?? []) },
    help: """
      Ids of claims, or their beginnings up to a dot; all claims if none is given. A name that ends with '.claims' is a \
      file with claims of your own, of which the ids are then.
      """)
  static let kinds = Option(
    "kind", "kinds", .list(of: .choice(Claim.Kind.self)),
    default: Claim.Kind.allCases.map(\.rawValue).joined(separator: ","),
    help: "The kinds of claims, separated by commas.")

  /// In the order of the paper; at least one.
  let claims: [Claim]

  /// Whether these are all claims of the paper.
  let isComplete: Bool
  /// Whether these are claims of the paper, and not of a file of the user's.
  let isPaper: Bool

  /// The claim for which the paper has its grid.
  static let gridClaim = "lemma12.contraction"

  /// The claims for a search: with the paper's grid the one for which it is made, unless others are named.
  ///
  /// Throws a usage error also for a claim to which that grid does not apply.
  init(_ arguments: ParsedArguments, for settings: SearchSettings) throws {
    guard settings.grid == .paper else {
      try self.init(arguments)
      return
    }
    try self.init(arguments, unnamed: [Self.gridClaim])
    guard let other = claims.first(where: { !ContractionGrid.canDecide($0) }) else { return }
    throw CommandError(
      .usage, "The option '--grid \(GridChoice.paperWord)' is for claims that bound S, and '\(other.id)' does not.")
  }

  /// The claims named, or those of `unnamed` (all, if that is empty) if none is.
  ///
  /// Throws a usage error for a name that fits no claim, and if nothing is left to do.
  init(_ arguments: ParsedArguments, unnamed: [String] = []) throws {
    let words = try arguments[Self.ids]
    let files = words.filter { $0.hasSuffix(ClaimSource.fileEnding) }
    let names = words.filter { !$0.hasSuffix(ClaimSource.fileEnding) }
    guard files.count <= 1 else {
      throw CommandError(.usage, "'\(files[0])' and '\(files[1])' are two files of claims, and one is read.")
    }
    let source = try ClaimSource(files.first)
    isPaper = source.isPaper
    let (selected, unknown) = source.claims.select(names.isEmpty && isPaper ? unnamed : names)
    if let name = unknown.first {
      throw CommandError(.usage, "Unknown claim '\(name)'.\(Self.hint(for: name, source))")
    }
    let kinds = try arguments[Self.kinds]
    claims = selected.filter { kinds.contains($0.kind) }
    isComplete = isPaper && claims.count == source.claims.count
    guard !claims.isEmpty else {
      let names = kinds.map(\.rawValue).joined(separator: "' or '")
      throw CommandError(.usage, "None of the claims is of the kind '\(names)'.")
    }
  }

  /// What the user may have meant, by the paper's numbers if there is one in the name, else by the spelling.
  ///
  /// Theorems, lemmas and corollaries of the paper are numbered together, and some are stated twice: claims have the name
  /// of the first statement, and their sources name the second.
  private static func hint(for name: String, _ source: ClaimSource) -> String {
    let names = names(source.claims)
    let word = String(name.lowercased().prefix { $0.isLetter && $0.isASCII })
    let number = String(name.dropFirst(word.count).prefix { $0.isNumber && $0.isASCII })
    let isNumbered = source.isPaper && !number.isEmpty && ["", "theorem", "lemma", "corollary"].contains(word)
    guard isNumbered, !names.contains(String(name.prefix { $0 != "." })) else {
      return Spelling.nearest(to: name, among: names).map { " Did you mean '\($0)'?" } ?? ""
    }
    let numbered = ["theorem", "lemma", "corollary"].map { $0 + number }.first(where: names.contains)
    if let numbered {
      return " Did you mean '\(numbered)'? The paper numbers theorems, lemmas and corollaries together."
    }
    let title = "\(word.prefix(1).uppercased())\(word.dropFirst()) \(number)"
    let restated = source.claims.first { claim in
      claim.source.ranges(of: title).contains { !(claim.source[$0.upperBound...].first?.isNumber ?? false) }
    }
    return restated.map { " Did you mean '\($0.id.prefix { $0 != "." })'? Its source is '\($0.source)'." }
      ?? " No claim of that number is checked."
  }

  /// Everything that selects a claim: the ids and their beginnings, each once.
  private static func names(_ claims: [Claim]) -> [String] {
    var seen: Set<String> = []
    return claims.flatMap { claim -> [String] in
      let parts = claim.id.split(separator: ".")
      return (1...parts.count).map { parts.prefix($0).joined(separator: ".") }
    }.filter { seen.insert($0).inserted }
  }
}

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
