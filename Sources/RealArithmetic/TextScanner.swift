/// A position in the UTF-8 bytes of a text, for recursive-descent parsing of numbers.
struct TextScanner {
  private let text: String
  private(set) var bytes: ArraySlice<UInt8>

  init(_ text: some StringProtocol) {
    self.text = String(text)
    self.bytes = ArraySlice(self.text.utf8)
  }

  var position: Int { bytes.startIndex }

  var isAtEnd: Bool { bytes.isEmpty }

  /// Consumes the next byte if it is the ASCII character `character`, in either case if it is a letter given small.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let byte = bytes.first else { return false }
    let small = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    guard small == UInt8(ascii: character) else { return false }
    bytes.removeFirst()
    return true
  }

  /// Consumes all of an ASCII word, or nothing.
  mutating func skip(word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      guard bytes.starts(with: word) else { return false }
      bytes.removeFirst(word.count)
      return true
    }
  }

  /// Consumes an optional sign; true for minus.
  mutating func skipSign() -> Bool {
    if skip("-") { return true }
    _ = skip("+")
    return false
  }

  /// Consumes the decimal digits `0` to `9` that come next.
  mutating func digits() -> ArraySlice<UInt8> {
    let run = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    bytes.removeFirst(run.count)
    return run
  }

  /// Consumes the hexadecimal digits that come next.
  mutating func hexadecimalDigits() -> ArraySlice<UInt8> {
    let run = bytes.prefix { TextScanner.value(ofHexadecimalDigit: $0) != nil }
    bytes.removeFirst(run.count)
    return run
  }

  static func value(ofHexadecimalDigit byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): return byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): return byte - UInt8(ascii: "A") + 10
    default: return nil
    }
  }

  /// The error at the next byte: the character it belongs to was found.
  func error(expected: String) -> TextError {
    let offset = characterOffset(ofByte: position)
    let found = text.dropFirst(offset).first
    return TextError(offset: offset, found: found.map { String($0) }, expected: expected)
  }

  /// The error of a run of ASCII characters consumed before.
  func error(expected: String, insteadOf run: ArraySlice<UInt8>) -> TextError {
    TextError(
      offset: characterOffset(ofByte: run.startIndex), found: String(decoding: run, as: UTF8.self), expected: expected)
  }

  /// The number of whole characters before the one that the byte at `position` is part of.
  private func characterOffset(ofByte position: Int) -> Int {
    var offset = 0
    var end = 0
    for character in text {
      end += character.utf8.count
      if end > position { break }
      offset += 1
    }
    return offset
  }
}
