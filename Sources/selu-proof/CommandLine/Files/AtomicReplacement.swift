import Foundation

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
