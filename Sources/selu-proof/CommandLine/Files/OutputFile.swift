import Foundation

/// Files that commands write. A regular file appears whole or not at all: the bytes go to a temporary file in the same
/// directory, which is renamed when they are safely on the disk.
///
/// A link is followed and stays a link; the permissions of an existing file stay as they are; `-` is standard output;
/// devices and pipes are written to directly. Throws a `CommandError` (73 if the file cannot be created, 74 if it
/// cannot be written) or `BrokenPipe`.
enum OutputFile {
  /// Finds out before the work whether `path` can be written, as far as that can be known.
  static func check(_ path: String) throws {
    _ = try reporting("create", path) { try OutputTarget(path) }
  }

  /// Writes a text as UTF-8.
  static func write(_ text: String, to path: String, on console: Console) throws {
    try write(Array(text.utf8), to: path, on: console)
  }

  /// Writes the bytes; what goes to standard output is kept until the console is flushed.
  static func write(_ bytes: [UInt8], to path: String, on console: Console) throws {
    switch try reporting("create", path, { try OutputTarget(path) }) {
    case .standardOutput:
      console.output.write(bytes)
    case .inherited(let descriptor):
      try reporting("write", path) { try descriptor.writeAll(bytes) }
    case .special(let target):
      let descriptor = try reporting("create", path) { try Descriptor.opening(target, O_WRONLY) }
      defer { try? descriptor.release() }
      try reporting("write", path) { try descriptor.writeAll(bytes) }
    case .file(let target, let old):
      try Interrupts.deferred { try replace(target, old, with: bytes, calledBy: path) }
    }
  }

  /// Creates a directory and the directories above it, where they are not there yet.
  static func createDirectory(_ path: String) throws {
    try reporting("create", path) {
      if mkdir(path, 0o777) == 0 { return }
      let error = SystemError.last
      let parent = FilePath.directory(of: path)
      switch error.code {
      case EEXIST where try FileStatus(ofFileAt: path)?.kind == .directory: return
      case ENOENT where parent.count < path.count:
        try createDirectory(parent)
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw SystemError.last }
      default: throw error
      }
    }
  }

  private static func replace(_ target: String, _ old: FileStatus?, with bytes: [UInt8], calledBy path: String) throws {
    let replacement = try reporting("create", path) { try AtomicReplacement(of: target, replacing: old) }
    do {
      try reporting("write", path) { try replacement.fill(with: bytes) }
      try reporting("create", path) { try replacement.commit() }
    } catch {
      replacement.discard()
      throw error
    }
  }

  private static func reporting<Result>(_ verb: String, _ path: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as SystemError {
      if error.isBrokenPipe { throw BrokenPipe() }
      throw CommandError(verb == "create" ? .cannotCreate : .ioError, "Cannot \(verb) '\(path)': \(error.reason).")
    }
  }
}
