import Foundation

/// The summary of a job of GitHub Actions: a file to which every step appends Markdown.
enum JobSummary {
  /// Appends a text, which is the one thing that is not written atomically: the file belongs to others as well.
  ///
  /// Throws: status 73 if the file cannot be opened, 74 if it cannot be written.
  static func append(_ text: String, to path: String) throws {
    let descriptor = try reporting(.cannotCreate, "open", path) {
      try Descriptor.opening(path, O_WRONLY | O_APPEND | O_CREAT)
    }
    defer { try? descriptor.release() }
    try reporting(.ioError, "write", path) { try descriptor.writeAll(Array(text.utf8)) }
  }

  private static func reporting<Result>(
    _ status: ExitStatus, _ verb: String, _ path: String, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let error as SystemError {
      throw CommandError(status, "Cannot \(verb) the job summary '\(path)': \(error.reason).")
    }
  }
}
