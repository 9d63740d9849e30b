import Foundation
import GridChecker
import Reporting
import SELUClaims
import SELUTheorem

/// Decides claims, with progress on the console and, if wanted, with times.
struct CheckRun {
  let settings: SearchSettings
  let measuresTime: Bool
  let console: Console

  let checkpoint: GridCheckpoint?
  let checker: ClaimChecker

  init(_ settings: SearchSettings, measuresTime: Bool, console: Console, checkpoint: GridCheckpoint?) {
    self.settings = settings
    self.measuresTime = measuresTime
    self.console = console
    self.checkpoint = checkpoint
    checker = ClaimChecker(budget: settings.budget, strategy: settings.strategy)
  }

  /// The findings, in the order of the claims.
  ///
  /// Throws: what is wrong with the grid or with its checkpoint.
  func entries(_ claims: [Claim]) throws -> [Report.Entry] {
    if claims.count == 1, let entry = try entry(claims[0]) { return [entry] }
    let progress = CountProgress(of: claims.count, console) { "\($0) of \($1) claims decided" }
    defer { progress.finish() }
    return concurrentMap(claims, threads: settings.budget.threads, share: 1) { claim in
      let start = ContinuousClock.now
      let finding = checker.check(claim)
      progress.advance()
      return Report.Entry(claim, finding, duration: measuresTime ? ContinuousClock.now - start : nil)
    }
  }

  /// The finding on a claim that is decided on a grid of the four variables, the only one of a run; nil for others.
  private func entry(_ claim: Claim) throws -> Report.Entry? {
    let start = ContinuousClock.now
    guard let choice = settings.grid, let grid = try checker.grid(for: claim) else { return nil }
    let work = GridWork(claim, on: grid, choice, threads: settings.budget.threads, console: console)
    let record = try checkpoint.map { try work.run($0) } ?? work.run()
    guard let maximum = record.largest else { return nil }
    let finding = checker.check(claim, on: grid, maximum)
    return Report.Entry(claim, finding, duration: measuresTime ? ContinuousClock.now - start : nil)
  }
}

extension ClaimChecker {
  /// The grid on which a claim is decided; nil for claims that are decided in another way.
  ///
  /// Throws a usage error if the cells cannot be counted.
  func grid(for claim: Claim) throws -> ContractionGrid? {
    do {
      return try contractionGrid(for: claim)
    } catch {
      throw error.usageError
    }
  }
}
