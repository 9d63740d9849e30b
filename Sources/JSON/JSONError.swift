/// Why a text is not the JSON that it should be.
public enum JSONError: Error, Equatable, Sendable {
  /// It is not JSON: the line and the column in bytes, from 1, where that shows, and what should stand there.
  case syntax(line: Int, column: Int, expected: String)
  /// A value is not what it has to be: its path, as `claims[3].verdict`, and two noun phrases.
  case value(String, expected: String, found: String)
  /// It is a document of another format, or of none.
  case format(expected: String, found: String?)
  /// It is of the right format, but of a version that this program does not read.
  case version(expected: Int, found: Int)
}

extension JSONError: CustomStringConvertible {
  /// What is wrong, to stand behind the name of the file and before a full stop.
  public var description: String {
    switch self {
    case .syntax(let line, let column, let expected): "line \(line), column \(column): expected \(expected)"
    case .value(let path, let expected, let found): "\(path): expected \(expected), found \(found)"
    case .format(let expected, let found):
      "format: expected '\(expected)', found \(found.map { "'\($0.prefix(40))'" } ?? "none")"
    case .version(let expected, let found): "version: expected \(expected), found \(found)"
    }
  }

  /// A sentence about the file that was read as what `noun` says, such as `baseline`.
  public func sentence(about path: String, readAs noun: String) -> String {
    switch self {
    case .syntax, .value: "The \(noun) '\(path)' is damaged at \(description)."
    case .format(let expected, let found):
      "The file '\(path)' is no \(noun): it says "
        + (found.map { "that its format is '\($0.prefix(40))', not '\(expected)'." }
          ?? "nothing of its format, '\(expected)'.")
    case .version(let expected, let found):
      "The \(noun) '\(path)' is of version \(found) of its format, but this program reads version \(expected)."
    }
  }
}
