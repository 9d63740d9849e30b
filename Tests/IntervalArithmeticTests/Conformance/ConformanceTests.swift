import Foundation
import Testing

/// The public IEEE 1788 tests of ITF1788, executed with `Interval`: every statement on bare intervals for an operation that
/// is offered.
///
/// The files are not part of this package. They are looked for in the directory that the environment variable ITF1788
/// names, by default in `../shared/itf1788` beside the package.
@Suite struct ConformanceTests {
  /// The directory with the files, if it exists.
  static let directory: URL? = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../..").standardized
    let chosen = ProcessInfo.processInfo.environment["ITF1788"].map { URL(fileURLWithPath: $0) }
    let directory = chosen ?? package.appendingPathComponent("../shared/itf1788").standardized
    return FileManager.default.fileExists(atPath: directory.path) || chosen != nil ? directory : nil
  }()

  static let reason: Comment = "no directory with ITF1788 files: set ITF1788 to one"

  static func files() throws -> [URL] {
    guard let directory else { return [] }
    return try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "itl" }.sorted { $0.path < $1.path }
  }

  @Test(.enabled(if: directory != nil, reason))
  func everyOfferedOperationPasses() throws {
    let runs = try Self.files().map { file in
      try ConformanceRun(text: String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
    }
    for run in runs {
      print(run.summary)
      for failure in run.failures { Issue.record("\(failure)") }
    }
    let executed = runs.map(\.executed).reduce(0, +)
    print("ITF1788: \(executed) statements executed in \(runs.count) files")
    #expect(executed > 0, "No statement was executed in \(Self.directory?.path ?? "")")
  }

  /// A statement whose expectation has been moved by one double is reported, in every file that has one to move.
  @Test(.enabled(if: directory != nil, reason))
  func aModifiedStatementIsReported() throws {
    var modified = 0
    for file in try Self.files() {
      let text = try String(contentsOf: file, encoding: .utf8)
      guard let changed = Self.withOneWrongResult(text) else { continue }
      modified += 1
      let original = try ConformanceRun(text: text, file: file.lastPathComponent)
      let run = try ConformanceRun(text: changed, file: file.lastPathComponent)
      #expect(run.failures.count == original.failures.count + 1, "\(file.lastPathComponent)")
      #expect(run.executed == original.executed, "\(file.lastPathComponent)")
    }
    #expect(modified > 0)
  }

  /// The text with the expectation of one statement turned into its opposite.
  static func withOneWrongResult(_ text: String) -> String? {
    for (right, wrong) in [
      ("isEmpty [empty] = true;", "isEmpty [empty] = false;"), ("add [empty] [empty] = [empty];", "add [empty] [empty] = [entire];"),
      ("inf [empty] = +infinity;", "inf [empty] = -infinity;"),
      ("convexHull [empty] [empty] = [empty];", "convexHull [empty] [empty] = [0.0, 0.0];"),
    ] {
      if let range = text.range(of: right) { return text.replacingCharacters(in: range, with: wrong) }
    }
    return nil
  }
}
