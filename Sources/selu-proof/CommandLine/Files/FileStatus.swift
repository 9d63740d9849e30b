import Foundation

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
