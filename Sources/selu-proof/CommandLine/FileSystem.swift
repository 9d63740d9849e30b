import Foundation

/// An open file, with the system calls this program needs: complete, tried again after an interruption, and with
/// their errors thrown.
struct Descriptor: Equatable, Sendable {
  let number: Int32

  static let standardInput = Descriptor(number: STDIN_FILENO)
  static let standardOutput = Descriptor(number: STDOUT_FILENO)
  static let standardError = Descriptor(number: STDERR_FILENO)

  var isTerminal: Bool { isatty(number) == 1 }

  /// Opens a file; `permissions`, less the mask of the process, are those of a file that the call creates.
  static func opening(_ path: String, _ flags: Int32, permissions: mode_t = 0o666) throws -> Descriptor {
    Descriptor(number: try retrying { open(path, flags | O_CLOEXEC | O_NOCTTY, permissions) })
  }

  /// Writes all bytes, in pieces small enough for an interruption to be noticed between them.
  func writeAll(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        try Interrupts.check()
        let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 20))
        rest = rest.dropFirst(try writeSome(piece))
      }
    }
  }

  private func writeSome(_ piece: UnsafeRawBufferPointer) throws -> Int {
    let count = write(number, piece.baseAddress, piece.count)
    if count >= 0 { return count }
    switch errno {
    case EINTR: return 0
    case EAGAIN: return waitUntilWritable()
    default: throw SystemError.last
    }
  }

  /// Somebody may have made our standard output non-blocking; returns that nothing has been written.
  private func waitUntilWritable() -> Int {
    var request = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
    _ = poll(&request, 1, -1)
    return 0
  }

  /// Reads to the end of the file, but not more than `limit` bytes.
  func readAll(limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let wanted = min(1 << 16, limit - bytes.count)
      let piece = try [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        count = 0
        count = try Self.retrying { read(number, buffer.baseAddress, wanted) }
      }
      if piece.isEmpty { break }
      bytes += piece
    }
    return bytes
  }

  /// Makes sure that what has been written outlives a crash, as far as the file system offers that.
  func synchronize() throws {
    do {
      _ = try Self.retrying { fsync(number) }
    } catch let error as SystemError where error.code == EINVAL || error.code == ENOTSUP {}
  }

  /// Gives the file the permissions and, where that is allowed, the owner of another one.
  func adoptRights(of status: FileStatus) throws {
    _ = fchown(number, status.owner, status.group)
    _ = try Self.retrying { fchmod(number, status.permissions) }
  }

  /// Closes the file. Must not be tried again, not even after an interruption: the number may be in use again.
  func release() throws {
    if close(number) != 0 && errno != EINTR { throw SystemError.last }
  }

  private static func retrying<Result: SignedInteger>(_ call: () -> Result) throws -> Result {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw SystemError.last }
    }
  }
}

/// What the system knows about a file, links followed.
struct FileStatus: Equatable, Sendable {
  enum Kind: Sendable {
    /// `special` is a device, a pipe or a socket.
    case regular, directory, special
  }

  let kind: Kind
  let permissions: mode_t
  let owner: uid_t
  let group: gid_t

  /// Nil if there is no such file.
  init?(ofFileAt path: String) throws {
    var record = stat()
    guard stat(path, &record) == 0 else {
      if errno == ENOENT { return nil }
      throw SystemError.last
    }
    kind =
      switch record.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      default: .special
      }
    permissions = record.st_mode & 0o777
    owner = record.st_uid
    group = record.st_gid
  }
}

/// Names of files, taken apart.
enum FilePath {
  /// The directory that holds a file.
  static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The name of another file in the same directory.
  static func sibling(of path: String, named name: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return name }
    return path[...slash] + name
  }

  /// Where a symbolic link leads, one step; nil if the path is no link.
  static func destination(ofLink path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    guard count > 0 else { return nil }
    let target = String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return target.hasPrefix("/") ? target : sibling(of: path, named: target)
  }
}

/// A system call that failed.
struct SystemError: Error, Equatable, Sendable {
  let code: Int32

  /// The error of the call that has just failed in this thread.
  static var last: SystemError { SystemError(code: errno) }

  var isBrokenPipe: Bool { code == EPIPE }

  /// What the system says about it, without a full stop.
  var reason: String { String(cString: strerror(code)) }
}
