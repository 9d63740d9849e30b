import Foundation

/// Runs other programs.
enum Shell {
  struct Result: Equatable {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The path of an installed program, or nil.
  static func find(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":") + ["/bin", "/usr/bin"]
    return folders.lazy.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs a program to its end. Its output goes through files, so that its size does not matter.
  static func run(_ path: String, _ arguments: [String], in folder: URL? = nil) throws -> Result {
    try withTemporaryFolder { captured in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = arguments
      process.currentDirectoryURL = folder ?? captured
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try newFile(captured.appendingPathComponent("output"))
      process.standardError = try newFile(captured.appendingPathComponent("errors"))
      try process.run()
      process.waitUntilExit()
      return Result(
        status: process.terminationStatus,
        output: try String(contentsOf: captured.appendingPathComponent("output"), encoding: .utf8),
        errors: try String(contentsOf: captured.appendingPathComponent("errors"), encoding: .utf8))
    }
  }

  private static func newFile(_ url: URL) throws -> FileHandle {
    try Data().write(to: url)
    return try FileHandle(forWritingTo: url)
  }
}

/// Does something with a new folder, which is removed afterwards.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("selu-proof-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}
