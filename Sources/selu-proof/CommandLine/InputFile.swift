import Foundation

/// Files that commands read; `-` is standard input. Throws a `CommandError`: 66 if the file cannot be opened, 74 if it
/// cannot be read, 65 if it is too large or no text.
enum InputFile {
  /// More than any certificate or baseline needs, and less than a memory.
  static let defaultLimit = 256 << 20

  /// The bytes of a file.
  static func bytes(of path: String, limit: Int = defaultLimit) throws -> [UInt8] {
    let descriptor = try open(path)
    defer { if descriptor != .standardInput { try? descriptor.release() } }
    let bytes = try read(path, from: descriptor, limit: limit)
    guard bytes.count <= limit else {
      throw CommandError(.dataError, "The file '\(path)' is larger than \(limit) bytes.")
    }
    return bytes
  }

  /// The text of a file, which has to be UTF-8.
  static func text(of path: String, limit: Int = defaultLimit) throws -> String {
    let bytes = try bytes(of: path, limit: limit)
    if let line = lineOfInvalidUTF8(bytes) {
      throw CommandError(.dataError, "The file '\(path)' is not valid UTF-8 in line \(line).")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func open(_ path: String) throws -> Descriptor {
    if path == "-" { return .standardInput }
    do {
      guard try FileStatus(ofFileAt: path)?.kind != .directory else { throw SystemError(code: EISDIR) }
      return try Descriptor.opening(path, O_RDONLY)
    } catch let error as SystemError {
      throw CommandError(.noInput, "Cannot open '\(path)': \(error.reason).")
    }
  }

  private static func read(_ path: String, from descriptor: Descriptor, limit: Int) throws -> [UInt8] {
    do {
      return try descriptor.readAll(limit: limit + 1)
    } catch let error as SystemError {
      throw CommandError(.ioError, "Cannot read '\(path)': \(error.reason).")
    }
  }

  private static func lineOfInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var input = bytes.makeIterator()
    var line = 1
    while true {
      switch parser.parseScalar(from: &input) {
      case .valid(let scalar): if scalar.first == UInt8(ascii: "\n") { line += 1 }
      case .emptyInput: return nil
      case .error: return line
      }
    }
  }
}
