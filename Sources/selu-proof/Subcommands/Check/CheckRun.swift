import Foundation
import GridChecker
import Reporting
import SELUTheorem

/// Decides claims, with progress on the console and, if wanted, with times.
struct CheckRun {
  let settings: SearchSettings
  let measuresTime: Bool
  let console: Console

  /// The findings, in the order of the claims.
  func entries(_ claims: [Claim]) -> [Report.Entry] {
    let checker = ClaimChecker(budget: settings.budget, strategy: settings.strategy)
    let progress = ClaimProgress(total: claims.count, console)
    defer { progress.finish() }
    return concurrentMap(claims, threads: settings.budget.threads, share: 1) { claim in
      let start = ContinuousClock.now
      let finding = checker.check(claim)
      progress.advance()
      return Report.Entry(claim, finding, duration: measuresTime ? ContinuousClock.now - start : nil)
    }
  }
}

/// Counts decided claims on the progress line.
private final class ClaimProgress: @unchecked Sendable {  // the lock guards `done`
  private let total: Int
  private let line: ProgressLine
  private let lock = NSLock()
  private var done = 0

  init(total: Int, _ console: Console) {
    self.total = total
    line = ProgressLine(console)
    line.update("Deciding \(total) claim\(total == 1 ? "" : "s")")
  }

  func advance() {
    let done = lock.withLock {
      self.done += 1
      return self.done
    }
    line.update("\(done) of \(total) claims decided")
  }

  func finish() { line.finish() }
}
