import Foundation

/// What a path given for output stands for.
enum OutputTarget: Equatable {
  case standardOutput
  /// A descriptor that the process has been started with, such as `/dev/stderr`.
  case inherited(Descriptor)
  /// A device, a pipe or a socket: written to directly.
  case special(String)
  /// A regular file, or a free place for one: replaced atomically. The path is not a link.
  case file(String, replacing: FileStatus?)

  /// More links than any system follows.
  private static let linkLimit = 40

  /// Finds the target of a path. Throws `SystemError`.
  init(_ path: String) throws {
    if path == "-" {
      self = .standardOutput
      return
    }
    var current = path
    for _ in 0..<Self.linkLimit {
      if let number = Self.descriptorNumber(current) {
        self = number == STDOUT_FILENO ? .standardOutput : .inherited(Descriptor(number: number))
        return
      }
      let status = try FileStatus(ofFileAt: current)
      if status?.kind == .special {
        self = .special(current)
        return
      }
      guard let next = FilePath.destination(ofLink: current) else {
        self = try Self.file(at: current, status)
        return
      }
      current = next
    }
    throw SystemError(code: ELOOP)
  }

  /// Refuses what `open` would refuse, because the renaming that follows would not.
  private static func file(at path: String, _ status: FileStatus?) throws -> OutputTarget {
    if status?.kind == .directory || path.hasSuffix("/") { throw SystemError(code: EISDIR) }
    let needed = [FilePath.directory(of: path)] + (status == nil ? [] : [path])
    guard needed.allSatisfy({ access($0, W_OK) == 0 }) else { throw SystemError.last }
    return .file(path, replacing: status)
  }

  /// `/dev/stdout` and its like: when they lead to a regular file, only writing to the descriptor itself respects how
  /// that file has been opened, and what has been written to it before.
  private static func descriptorNumber(_ path: String) -> Int32? {
    switch path {
    case "/dev/stdout": return STDOUT_FILENO
    case "/dev/stderr": return STDERR_FILENO
    default:
      let folder = ["/dev/fd/", "/proc/self/fd/"].first { path.hasPrefix($0) }
      return folder.flatMap { Int32(path.dropFirst($0.count)) }
    }
  }
}
