/// A word, a string or a sign of the Interval Testing Language, and where it stands.
struct ITLToken: Equatable {
  enum Kind: Equatable {
    /// Letters, digits and `_ . + -`: names, numbers, and decorations with the underscore in front.
    case word(String)
    /// The characters between two quotes.
    case string(String)
    /// One of `[ ] { } , ; = <=`.
    case sign(String)
    case end
  }

  let kind: Kind
  let line: Int
  /// The indices of its characters.
  let range: Range<Int>

  var description: String {
    switch kind {
    case .word(let text), .sign(let text): return "\"\(text)\""
    case .string(let text): return "the string \"\(text)\""
    case .end: return "the end of the file"
    }
  }
}

/// Cuts a text into tokens; comments `//` to the end of the line and `/* */` count as spaces.
struct ITLTokenizer {
  private let file: String
  private let characters: [Character]
  private var index = 0
  private var line = 1
  private var tokens: [ITLToken] = []

  private init(_ characters: [Character], file: String) {
    self.characters = characters
    self.file = file
  }

  /// All tokens of a text, the last of them `.end`.
  static func tokens(of characters: [Character], file: String) throws(ITLError) -> [ITLToken] {
    var tokenizer = ITLTokenizer(characters, file: file)
    try tokenizer.run()
    return tokenizer.tokens
  }

  private func error(line: Int? = nil, expected: String, found: String) -> ITLError {
    ITLError(file: file, line: line ?? self.line, expected: expected, found: found)
  }

  private func starts(with text: String) -> Bool {
    characters[index...].starts(with: text)
  }

  /// Goes on by so many characters and counts the lines.
  private mutating func advance(_ count: Int = 1) {
    for character in characters[index..<(index + count)] where character.isNewline { line += 1 }
    index += count
  }

  private mutating func append(_ kind: ITLToken.Kind, from start: Int, line: Int) {
    tokens.append(ITLToken(kind: kind, line: line, range: start..<index))
  }

  private mutating func run() throws(ITLError) {
    while index < characters.count {
      let (start, startLine) = (index, line)
      let character = characters[index]
      if character.isWhitespace {
        advance()
      } else if starts(with: "//") {
        while index < characters.count, !characters[index].isNewline { advance() }
      } else if starts(with: "/*") {
        try skipBlockComment()
      } else if character == "\"" {
        try appendString()
      } else if starts(with: "<=") {
        advance(2)
        append(.sign("<="), from: start, line: startLine)
      } else if "[]{},;=".contains(character) {
        advance()
        append(.sign(String(character)), from: start, line: startLine)
      } else if ITLTokenizer.isPartOfWord(character) {
        while index < characters.count, ITLTokenizer.isPartOfWord(characters[index]) { advance() }
        append(.word(String(characters[start..<index])), from: start, line: startLine)
      } else {
        throw error(expected: "a word, a string or a sign", found: "\"\(character)\"")
      }
    }
    append(.end, from: index, line: line)
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "_.+-".contains(character))
  }

  private mutating func skipBlockComment() throws(ITLError) {
    let start = line
    advance(2)
    while index < characters.count {
      if starts(with: "*/") {
        advance(2)
        return
      }
      advance()
    }
    throw error(line: start, expected: "the end of the comment that starts here", found: "the end of the file")
  }

  private mutating func appendString() throws(ITLError) {
    let (start, startLine) = (index, line)
    advance()
    while index < characters.count, characters[index] != "\"", !characters[index].isNewline { advance() }
    guard index < characters.count, characters[index] == "\"" else {
      throw error(line: startLine, expected: "a quote at the end of the string", found: "the end of the line")
    }
    let text = String(characters[(start + 1)..<index])
    advance()
    append(.string(text), from: start, line: startLine)
  }
}
