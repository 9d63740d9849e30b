import IntervalArithmetic

/// Reads files in the Interval Testing Language of ITF1788.
///
///     file      = testcase+
///     testcase  = "testcase" name "{" statement* "}"
///     statement = name value* ["=" value+] ["<=" value+] ["signal" name] ";"     with at least one of "=", "<="
///     value     = interval | number | "true" | "false" | string | name | "{" [number ("," number)*] "}"
///     interval  = ("[" number "," number "]" | "[" ("empty" | "entire" | "nai") "]") [decoration]
///
/// Whatever else stands in a file is an error: no statement is passed over because it could not be read.
struct ITLParser {
  private let file: String
  private let characters: [Character]
  private var tokens: ArraySlice<ITLToken>
  private var statements: [ITLStatement] = []

  private static let decorations: Set<String> = ["_com", "_dac", "_def", "_trv", "_ill"]

  /// The statements of a file, in order.
  static func statements(of text: String, file: String) throws(ITLError) -> [ITLStatement] {
    let characters = Array(text)
    let tokens = try ITLTokenizer.tokens(of: characters, file: file)
    var parser = ITLParser(file: file, characters: characters, tokens: tokens[...])
    try parser.readFile()
    return parser.statements
  }

  private init(file: String, characters: [Character], tokens: ArraySlice<ITLToken>) {
    self.file = file
    self.characters = characters
    self.tokens = tokens
  }

  // MARK: Tokens

  private var next: ITLToken { tokens.first ?? ITLToken(kind: .end, line: 1, range: 0..<0) }

  private func error(expected: String) -> ITLError {
    ITLError(file: file, line: next.line, expected: expected, found: next.description)
  }

  private mutating func skip(_ sign: String) -> Bool {
    guard next.kind == .sign(sign) else { return false }
    tokens.removeFirst()
    return true
  }

  private mutating func require(_ sign: String) throws(ITLError) {
    guard skip(sign) else { throw error(expected: "\"\(sign)\"") }
  }

  private mutating func word(_ meaning: String) throws(ITLError) -> String {
    guard case .word(let text) = next.kind else { throw error(expected: meaning) }
    tokens.removeFirst()
    return text
  }

  // MARK: Grammar

  private mutating func readFile() throws(ITLError) {
    repeat {
      guard next.kind == .word("testcase") else { throw error(expected: "\"testcase\"") }
      tokens.removeFirst()
      _ = try word("the name of a test case")
      try require("{")
      while !skip("}") { try readStatement() }
    } while next.kind != .end
  }

  private mutating func readStatement() throws(ITLError) {
    let start = next
    let operation = try word("the name of an operation or \"}\"")
    guard operation.first?.isLetter == true else {
      throw ITLError(file: file, line: start.line, expected: "the name of an operation", found: start.description)
    }
    let operands = try values()
    let results = skip("=") ? try oneOrMoreValues() : nil
    let allowed = skip("<=") ? try oneOrMoreValues() : nil
    guard results != nil || allowed != nil else { throw error(expected: "a value, \"=\" or \"<=\"") }
    var signals: [String] = []
    if next.kind == .word("signal") {
      tokens.removeFirst()
      repeat { signals.append(try word("the name of an exception")) } while skip(",")
    }
    let end = next.range.upperBound
    guard skip(";") else { throw error(expected: "a value, \"signal\" or \";\"") }
    statements.append(
      ITLStatement(
        file: file, line: start.line, source: String(characters[start.range.lowerBound..<end]), operation: operation,
        operands: operands, results: results, allowed: allowed, signals: signals))
  }

  private mutating func oneOrMoreValues() throws(ITLError) -> [ITLValue] {
    let values = try values()
    if values.isEmpty { throw error(expected: "a value") }
    return values
  }

  private mutating func values() throws(ITLError) -> [ITLValue] {
    var values: [ITLValue] = []
    while let value = try value() { values.append(value) }
    return values
  }

  /// The value that comes next, or nil if something else does.
  private mutating func value() throws(ITLError) -> ITLValue? {
    switch next.kind {
    case .string(let text):
      tokens.removeFirst()
      return .text(text)
    case .sign("["): return try interval()
    case .sign("{"): return try list()
    case .word("signal"), .sign, .end: return nil
    case .word("true"), .word("false"):
      let isTrue = next.kind == .word("true")
      tokens.removeFirst()
      return .boolean(isTrue)
    case .word(let text):
      if let number = ITLValue.number(of: text) {
        tokens.removeFirst()
        return .number(number)
      }
      guard text.first?.isLetter == true else { throw error(expected: "a value") }
      tokens.removeFirst()
      return .name(text)
    }
  }

  private mutating func number() throws(ITLError) -> Double {
    guard case .word(let text) = next.kind, let number = ITLValue.number(of: text) else {
      throw error(expected: "a number")
    }
    tokens.removeFirst()
    return number
  }

  private mutating func list() throws(ITLError) -> ITLValue {
    try require("{")
    var numbers: [ITLValue] = []
    if skip("}") { return .list([]) }
    repeat { numbers.append(.number(try number())) } while skip(",")
    try require("}")
    return .list(numbers)
  }

  private mutating func interval() throws(ITLError) -> ITLValue {
    let start = next.range.lowerBound
    try require("[")
    let bare: Interval?
    switch next.kind {
    case .word("empty"):
      tokens.removeFirst()
      bare = .empty
    case .word("entire"):
      tokens.removeFirst()
      bare = .entire
    case .word("nai"):
      tokens.removeFirst()
      bare = nil
    default:
      let lower = try number()
      try require(",")
      let upperToken = next
      let interval = Interval(lowerBound: lower, upperBound: try number())
      if interval.isEmpty {
        throw ITLError(
          file: file, line: upperToken.line, expected: "an upper bound that makes an interval with the lower one",
          found: upperToken.description)
      }
      bare = interval
    }
    var end = next.range.upperBound
    try require("]")
    var isDecorated = bare == nil
    if case .word(let text) = next.kind, text.hasPrefix("_") {
      guard ITLParser.decorations.contains(text) else { throw error(expected: "a decoration") }
      end = next.range.upperBound
      tokens.removeFirst()
      isDecorated = true
    }
    if let bare, !isDecorated { return .interval(bare) }
    return .decorated(String(characters[start..<end]))
  }
}
