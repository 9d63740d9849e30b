/// Why a text is not a number: where it went wrong, what stands there, and what could have stood there.
public struct TextError: Error, Equatable, Sendable {
  /// How many characters of the text stand before the offending one.
  public let offset: Int

  /// What was found: a character, or several that are wrong together; `nil` at the end of the text.
  public let found: String?

  /// What was expected, as a noun phrase: `a digit`.
  public let expected: String

  /// An error at an offset in characters; `found` is `nil` at the end of the text.
  public init(offset: Int, found: String?, expected: String) {
    self.offset = offset
    self.found = found
    self.expected = expected
  }
}

extension TextError: CustomStringConvertible {
  /// One sentence: `Expected a digit at offset 2, found ".".`
  ///
  /// What was found is quoted as in source code and cut off after 20 characters.
  public var description: String {
    guard let found else { return "Expected \(expected) at offset \(offset), found the end of the text." }
    let shown = found.count <= 20 ? found : found.prefix(20) + "..."
    return "Expected \(expected) at offset \(offset), found \(shown.debugDescription)."
  }
}
