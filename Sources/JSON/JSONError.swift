/// Why a text is not the JSON that it should be.
public enum JSONError: Error, Equatable, Sendable {
  /// It is not JSON: the line and the column in bytes, from 1, where that shows, and what should stand there.
  case syntax(line: Int, column: Int, expected: String)
  /// A value is not what it has to be: its path, as `claims[3].verdict`, and two noun phrases.
  case value(String, expected: String, found: String)
}

extension JSONError: CustomStringConvertible {
  /// What is wrong, to stand behind the name of the file and before a full stop.
  public var description: String {
    switch self {
    case .syntax(let line, let column, let expected): "line \(line), column \(column): expected \(expected)"
    case .value(let path, let expected, let found): "\(path): expected \(expected), found \(found)"
    }
  }
}
