import Foundation

/// The executable that has been built together with these tests.
enum BuiltProgram {
  /// Its path, or nil if it is not where SwiftPM puts it: beside the test bundle.
  static let path: String? = {
    let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
    let folders = bundles.map { $0.deletingLastPathComponent() } + [Bundle.main.bundleURL]
    return folders.lazy.map { $0.appendingPathComponent("selu-proof").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Runs it through a shell, as `program`, so that redirections can be tried: `program --help > /dev/full`.
  static func run(_ script: String, in folder: URL? = nil) throws -> Shell.Result {
    guard let path else { throw CocoaError(.fileNoSuchFile) }
    let sentence = "program() { '\(path)' \"$@\"; }; \(script)"
    return try Shell.run("/bin/sh", ["-c", sentence], in: folder)
  }
}
