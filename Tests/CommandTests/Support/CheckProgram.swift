import Foundation

@testable import selu_proof

extension Program {
  /// The program with `check` in surroundings made for tests: no environment but the given one, and no baseline unless
  /// `baseline` names one.
  static func checking(
    environment: [String: String] = [:], baseline: String = "/nonexistent/baseline.json"
  ) -> Program {
    let surroundings = Surroundings(environment: environment, defaultBaseline: baseline)
    return Program(
      "selu-proof", version: Version.string, abstract: "Checks.", commands: [CheckCommand.command(in: surroundings)])
  }
}

/// Does something with a new folder.
func inFolder(_ body: (Folder) throws -> Void) throws {
  try withTemporaryFolder { try body(Folder(url: $0)) }
}
