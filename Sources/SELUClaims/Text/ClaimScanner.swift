import RealArithmetic

/// Why a text is no list of claims: where, and what was expected there.
public struct ClaimFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The number of the line, from 1 on.
  public let line: Int
  /// The number of the character in its line, from 1 on.
  public let column: Int
  /// A sentence without its full stop, such as `expected a variable, found "q"`.
  public let problem: String

  /// A sentence for the user.
  public var description: String { "line \(line), column \(column): \(problem)." }
}

/// A line of a claims file with those that continue it, joined by a blank.
struct SourceLine {
  /// All bytes.
  private(set) var bytes: [UInt8] = []
  /// The number of blanks in front of the first piece.
  let indentation: Int
  /// Where the pieces begin: in the joined bytes, and in the file.
  private var pieces: [(offset: Int, line: Int, column: Int)] = []

  /// A line whose first character that is no blank stands behind `indentation` of them.
  init(_ bytes: ArraySlice<UInt8>, line: Int, indentation: Int) {
    self.indentation = indentation
    append(bytes, line: line, column: indentation + 1)
  }

  /// Continues the line.
  mutating func append(_ more: ArraySlice<UInt8>, line: Int, column: Int) {
    if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
    pieces.append((bytes.count, line, column))
    bytes += more
  }

  /// The place in the file of a byte.
  func error(at offset: Int, _ problem: String) -> ClaimFileError {
    let piece = pieces.last { $0.offset <= offset } ?? (0, 1, 1)
    let before = String(decoding: bytes[min(piece.offset, offset)..<min(offset, bytes.count)], as: UTF8.self)
    return ClaimFileError(line: piece.line, column: piece.column + before.count, problem: problem)
  }
}

/// A position in a line.
struct ClaimScanner {
  let line: SourceLine
  private(set) var offset = 0

  init(_ line: SourceLine) { self.line = line }

  /// A text that is a line of its own.
  init(_ text: String) { line = SourceLine(Array(text.utf8)[...], line: 1, indentation: 0) }

  private var rest: ArraySlice<UInt8> { line.bytes[offset...] }

  var isAtEnd: Bool { offset == line.bytes.count }

  mutating func skipBlanks() { offset += rest.prefix { $0 == UInt8(ascii: " ") }.count }

  /// The next byte, if it is not the end.
  var next: UInt8? { rest.first }

  /// The byte `distance` behind the next one.
  func peek(_ distance: Int) -> UInt8? {
    offset + distance < line.bytes.count ? line.bytes[offset + distance] : nil
  }

  /// Consumes a text of ASCII characters and the blanks behind it, or nothing. A text that ends with a letter or a digit
  /// has to end as a word.
  mutating func skip(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard text.withUTF8Buffer({ rest.starts(with: $0) }) else { return false }
    if let last = line.bytes[offset..<(offset + count)].last, last.isWordByte, peek(count)?.isWordByte ?? false {
      return false
    }
    offset += count
    skipBlanks()
    return true
  }

  /// Consumes a text that has to be there.
  mutating func expect(_ text: StaticString) throws(ClaimFileError) {
    guard skip(text) else { throw error(expected: "'\(text)'") }
  }

  /// Nothing may follow.
  mutating func expectEnd(or alternatives: String = "") throws(ClaimFileError) {
    skipBlanks()
    if !isAtEnd { throw error(expected: alternatives + "the end of the line") }
  }

  /// The bytes that come next and fulfil a condition, not consumed.
  func run(where fits: (UInt8) -> Bool) -> String {
    String(decoding: rest.prefix(while: fits), as: UTF8.self)
  }

  /// Consumes some bytes, without the blanks behind them.
  mutating func advance(_ count: Int) { offset = min(offset + count, line.bytes.count) }

  /// Moves to a place where the scanner has been.
  mutating func `return`(to offset: Int) { self.offset = offset }

  /// The letter and the letters, digits and primes behind it that come next; empty if there is no letter.
  var word: String {
    rest.first?.isLetterByte ?? false ? run { $0.isWordByte || $0 == UInt8(ascii: "'") } : ""
  }

  /// All that is left, without blanks around it and with one blank for several.
  mutating func text() -> String {
    let words = rest.split(separator: UInt8(ascii: " "))
    offset = line.bytes.count
    return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  // MARK: Numbers

  /// The most digits of a number.
  static let mostDigits = 400

  /// Consumes a plain decimal without a sign, and the blanks behind it.
  mutating func decimal() throws(ClaimFileError) -> Rational {
    let start = offset
    let text = run { $0.isDigitByte || $0 == UInt8(ascii: ".") }
    guard text.first?.isNumber ?? false else { throw error(expected: "a number") }
    try limit(text)
    advance(text.utf8.count)
    guard text.last != ".", let number = try? Rational(parsing: text) else {
      throw line.error(at: start, "expected a plain decimal, found \"\(Self.shortened(text))\"")
    }
    skipBlanks()
    return number
  }

  /// Consumes a decimal with an optional sign, or a fraction of two integers without blanks around its line.
  mutating func rational() throws(ClaimFileError) -> Rational {
    let isNegative = skip("-")
    let number: Rational
    if let fraction = try fraction() { number = fraction } else { number = try decimal() }
    return isNegative ? -number : number
  }

  /// Consumes a fraction of two integers without blanks around its line, and no more than that; nil if none comes next.
  mutating func fraction() throws(ClaimFileError) -> Rational? {
    let numerator = run { $0.isDigitByte }
    let start = offset
    guard !numerator.isEmpty, peek(numerator.utf8.count) == UInt8(ascii: "/") else { return nil }
    advance(numerator.utf8.count + 1)
    let denominator = run { $0.isDigitByte }
    let end = peek(denominator.utf8.count)
    guard !denominator.isEmpty, end != UInt8(ascii: "."), denominator.contains(where: { $0 != "0" }) else {
      offset = start
      return nil
    }
    try limit(numerator)
    try limit(denominator)
    advance(denominator.utf8.count)
    skipBlanks()
    // A power binds more tightly than the line of a fraction.
    if next == UInt8(ascii: "^") {
      offset = start
      return nil
    }
    return try? Rational(parsing: "\(numerator)/\(denominator)")
  }

  /// Consumes a decimal as it is printed.
  mutating func printed() throws(ClaimFileError) -> PrintedDecimal {
    let text = run { $0.isDigitByte || "+-.".utf8.contains($0) }
    guard !text.isEmpty else { throw error(expected: "a decimal") }
    try limit(text)
    guard let number = try? PrintedDecimal(parsing: text) else {
      throw line.error(at: offset, "expected a plain decimal, found \"\(Self.shortened(text))\"")
    }
    advance(text.utf8.count)
    skipBlanks()
    return number
  }

  private func limit(_ text: String) throws(ClaimFileError) {
    guard text.utf8.count > Self.mostDigits else { return }
    throw line.error(at: offset, "a number has more than \(Self.mostDigits) digits")
  }

  // MARK: Errors

  /// That something else stands here.
  func error(expected: String) -> ClaimFileError {
    let found: String
    if isAtEnd {
      found = "the end of the line"
    } else {
      let word = run { $0.isWordByte || $0 >= 0x80 }
      found = "\"\(Self.shortened(word.isEmpty ? String(decoding: rest.prefix(1), as: UTF8.self) : word))\""
    }
    return line.error(at: offset, "expected \(expected), found \(found)")
  }

  /// At most 40 characters of a text.
  static func shortened(_ text: String) -> String { text.count <= 40 ? text : text.prefix(40) + "..." }
}

extension UInt8 {
  var isDigitByte: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isLetterByte: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
  var isWordByte: Bool { isLetterByte || isDigitByte }
}
