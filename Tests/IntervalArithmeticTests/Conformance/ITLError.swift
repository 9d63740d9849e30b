/// Why a text is not in the Interval Testing Language, and where.
struct ITLError: Error, Equatable, CustomStringConvertible {
  let file: String
  let line: Int
  let expected: String
  let found: String

  var description: String { "\(file):\(line): expected \(expected), found \(found)" }
}
