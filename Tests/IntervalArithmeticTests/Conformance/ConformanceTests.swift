import Foundation
import Testing

/// The public IEEE 1788 tests of ITF1788, executed with `Interval`: every statement on bare intervals for an operation
/// that is offered.
///
/// The files are not part of this package. They are looked for in the directory that the environment variable ITF1788
/// names, by default in `../shared/itf1788` beside the package.
@Suite struct ConformanceTests {
  /// The directory with the files: the chosen one whether it exists or not, the default one if it exists.
  static let directory: URL? = {
    if let chosen = ProcessInfo.processInfo.environment["ITF1788"] { return URL(fileURLWithPath: chosen) }
    let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../../shared/itf1788").standardized
    return FileManager.default.fileExists(atPath: beside.path) ? beside : nil
  }()

  static let reason: Comment = "there are no ITF1788 files beside the package; ITF1788=DIRECTORY names a directory"

  static func files() throws -> [(name: String, text: String)] {
    guard let directory else { return [] }
    return try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "itl" }.sorted { $0.path < $1.path }
      .map { (name: $0.lastPathComponent, text: try String(contentsOf: $0, encoding: .utf8)) }
  }

  @Test(.enabled(if: directory != nil, reason))
  func everyStatementForAnOfferedOperationPasses() throws {
    let report = try ConformanceReport(Self.files())
    print(report.summary)
    for problem in report.problems { Issue.record("\(problem)") }
  }

  /// In each file in turn, one expectation is replaced by a wrong one: that statement and no other is reported.
  @Test(.enabled(if: directory != nil, reason))
  func aModifiedStatementIsReported() throws {
    for (name, text) in try Self.files() {
      let statements = try ITLParser.statements(of: text, file: name)
      guard let right = statements.first(where: { ConformanceRun.outcome(of: $0) == .passed && $0.operands.count == 1 })
      else { continue }
      for wrong in ["[-7.0, 11.0]", "-17.5", "false"] {
        guard let equals = right.source.range(of: " = ") else { continue }
        let modified = right.source[..<equals.upperBound] + wrong + ";"
        guard modified != right.source else { continue }
        let run = try ConformanceRun(
          text: text.replacingOccurrences(of: right.source, with: modified), file: name)
        #expect(run.failures.first?.hasPrefix("\(name):\(right.line): \(modified)  got ") == true, "\(modified)")
      }
    }
  }
}
