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

/// A file in the making: it takes the place of another one, or a free place, whole or not at all.
struct AtomicReplacement {
  private let path: String
  private let temporary: String
  private let rights: FileStatus?
  private let descriptor: Descriptor

  /// Creates a temporary file beside `path`, which must not be a link.
  init(of path: String, replacing old: FileStatus?) throws {
    let name = ".selu-proof-\(String(UInt64.random(in: 0 ... .max), radix: 36)).tmp"
    self.path = path
    temporary = FilePath.sibling(of: path, named: name)
    rights = old
    descriptor = try Descriptor.opening(temporary, O_WRONLY | O_CREAT | O_EXCL)
  }

  /// Writes the contents, makes sure of them and closes the file, which has then the rights of the file it replaces.
  func fill(with bytes: [UInt8]) throws {
    do {
      if let rights { try descriptor.adoptRights(of: rights) }
      try descriptor.writeAll(bytes)
      try descriptor.synchronize()
    } catch {
      try? descriptor.release()
      throw error
    }
    try descriptor.release()
  }

  /// Puts the file in its place.
  func commit() throws {
    if rename(temporary, path) != 0 { throw SystemError.last }
  }

  /// Removes the file, if it has not been put in its place.
  func discard() {
    _ = unlink(temporary)
  }
}

/// Where a command writes its result: to a file, which appears whole or not at all, or to standard output.
struct OutputOption {
  static let output = Option("output", "file", .file, help: "The file to write; standard output if not given.")

  private let path: String?

  /// Finds out before the work whether the file can be written.
  init(_ arguments: ParsedArguments) throws {
    path = try arguments[Self.output]
    if let path { try OutputFile.check(path) }
  }

  func write(_ text: String, on console: Console) throws {
    if let path {
      try OutputFile.write(text, to: path, on: console)
    } else {
      console.output.write(text)
    }
  }
}
