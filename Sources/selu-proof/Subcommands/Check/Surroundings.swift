import Foundation

/// What `check` takes from the process beside its arguments; tests supply their own.
struct Surroundings: Sendable {
  /// Where a baseline is looked for when none is named.
  static let baselinePath = "Proofs/baseline.json"

  let environment: [String: String]
  let defaultBaseline: String

  /// Those of this process: its environment, and its current directory.
  static let process = Surroundings(
    environment: ProcessInfo.processInfo.environment, defaultBaseline: baselinePath)

  /// The file to which GitHub Actions wants the summary of a job appended.
  var jobSummary: String? { environment["GITHUB_STEP_SUMMARY"].flatMap { $0.isEmpty ? nil : $0 } }
}
