/// Reads JSON (RFC 8259) strictly, and says in which line it is damaged.
///
/// Foundation's reader gives neither a line nor, for two members of the same name, an error.
package struct JSONParser {
  /// Deeper nesting than any report has; a limit keeps hostile input from exhausting the stack.
  private static let maximumDepth = 64

  private let bytes: [UInt8]
  private var position = 0

  private init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The value that a text denotes.
  package static func parse(_ text: String) throws(JSONSyntaxError) -> JSONValue {
    var parser = JSONParser(text)
    let value = try parser.value(depth: 0)
    parser.skipBlanks()
    guard parser.next == nil else { throw parser.error("the end of the file") }
    return value
  }

  // MARK: Characters

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func error(_ expected: String, at offset: Int? = nil) -> JSONSyntaxError {
    let before = bytes[..<(offset ?? position)]
    let newline = UInt8(ascii: "\n")
    let line = before.reduce(1) { $1 == newline ? $0 + 1 : $0 }
    let column = before.count - (before.lastIndex(of: newline).map { $0 + 1 } ?? 0) + 1
    return JSONSyntaxError(line: line, column: column, expected: expected)
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func skip(word: StaticString) -> Bool {
    let word = "\(word)".utf8
    guard bytes[position...].starts(with: word) else { return false }
    position += word.count
    return true
  }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while let byte = next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { position += 1 }
    return position - start
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    skipBlanks()
    guard depth < Self.maximumDepth else { throw error("nesting of at most \(Self.maximumDepth) levels") }
    guard let first = next else { throw error("a value") }
    switch first {
    case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try elements(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: break
    }
    if skip(word: "null") { return .null }
    if skip(word: "true") { return .bool(true) }
    if skip(word: "false") { return .bool(false) }
    throw error("a value")
  }

  private mutating func elements(depth: Int) throws(JSONSyntaxError) -> [JSONValue] {
    position += 1
    skipBlanks()
    if skip(UInt8(ascii: "]")) { return [] }
    var elements: [JSONValue] = []
    while true {
      elements.append(try value(depth: depth))
      skipBlanks()
      if skip(UInt8(ascii: "]")) { return elements }
      guard skip(UInt8(ascii: ",")) else { throw error("',' or ']'") }
    }
  }

  private mutating func members(depth: Int) throws(JSONSyntaxError) -> [String: JSONValue] {
    position += 1
    skipBlanks()
    if skip(UInt8(ascii: "}")) { return [:] }
    var members: [String: JSONValue] = [:]
    while true {
      skipBlanks()
      let start = position
      guard next == UInt8(ascii: "\"") else { throw error("a key") }
      let key = try string()
      guard members[key] == nil else { throw error("a key that has not been used before", at: start) }
      skipBlanks()
      guard skip(UInt8(ascii: ":")) else { throw error("':'") }
      members[key] = try value(depth: depth)
      skipBlanks()
      if skip(UInt8(ascii: "}")) { return members }
      guard skip(UInt8(ascii: ",")) else { throw error("',' or '}'") }
    }
  }

  private mutating func number() throws(JSONSyntaxError) -> JSONValue {
    let start = position
    _ = skip(UInt8(ascii: "-"))
    if !skip(UInt8(ascii: "0")), skipDigits() == 0 { throw error("a digit") }
    var isInteger = true
    if skip(UInt8(ascii: ".")) {
      isInteger = false
      if skipDigits() == 0 { throw error("a digit") }
    }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      isInteger = false
      if !skip(UInt8(ascii: "-")) { _ = skip(UInt8(ascii: "+")) }
      if skipDigits() == 0 { throw error("a digit") }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isInteger, let integer = Int(text) { return .integer(integer) }
    return .number(Double(text) ?? .nan)
  }

  // MARK: Strings

  private mutating func string() throws(JSONSyntaxError) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
      case 0..<0x20: throw error("a character other than a control character")
      default:
        text.append(byte)
        position += 1
      }
    }
    throw error("'\"'")
  }

  private mutating func escape() throws(JSONSyntaxError) -> Character {
    let start = position
    position += 1
    let simple: [UInt8: Character] = [
      UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
      UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]
    if let byte = next, let character = simple[byte] {
      position += 1
      return character
    }
    guard let first = unit() else { throw error("an escape sequence", at: start) }
    if let scalar = Unicode.Scalar(first) { return Character(scalar) }
    // A half of a pair that stands for one character beyond the first 65,536.
    guard UTF16.isLeadSurrogate(first), skip(UInt8(ascii: "\\")), let second = unit(), UTF16.isTrailSurrogate(second)
    else { throw error("a pair of surrogates", at: start) }
    return Character(UTF16.decode(UTF16.EncodedScalar([first, second])))
  }

  /// The number behind `u`, or nil if there are not four hexadecimal digits.
  private mutating func unit() -> UInt16? {
    guard skip(UInt8(ascii: "u")) else { return nil }
    let digits = bytes[position...].prefix(4)
    position += digits.count
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}

/// Where a text stops being JSON.
package struct JSONSyntaxError: Error, Equatable {
  /// Counted from 1.
  package let line: Int
  /// In bytes, counted from 1.
  package let column: Int
  /// A noun phrase.
  package let expected: String
}
