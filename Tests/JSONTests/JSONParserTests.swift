import Testing

@testable import JSON

@Suite struct JSONParserTests {
  @Test(arguments: [
    ("null", JSONValue.null), (" true\n", .bool(true)), ("false", .bool(false)), ("-12", .integer(-12)),
    ("0", .integer(0)),
    ("1.5", .number(1.5)), ("-0.5E+2", .number(-50)), ("9223372036854775808", .number(0x1p63)), ("\"\"", .string("")),
    (#""a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é""#, .string("a\"\\/\u{8}\u{C}\n\r\té😀é")),
    ("[]", .array([])), ("[ 1 , [2] ]", .array([.integer(1), .array([.integer(2)])])), ("{ }", .object([:])),
    ("{\"a\":1, \"b\" : {\"a\":null}}", .object(["a": .integer(1), "b": .object(["a": .null])])),
  ])
  func reads(_ text: String, _ value: JSONValue) throws {
    #expect(try JSONParser.parse(text) == value)
  }

  @Test(arguments: [
    ("", 1, 1, "a value"), ("  \n ", 2, 2, "a value"), ("{", 1, 2, "a key"), ("{1:2}", 1, 2, "a key"),
    ("{\"a\" 1}", 1, 6, "':'"), ("{\"a\":}", 1, 6, "a value"), ("{\"a\":1\n\"b\":2}", 2, 1, "',' or '}'"),
    ("{\"a\":1,}", 1, 8, "a key"), ("{\"a\":1,\n \"a\":2}", 2, 2, "a key that has not been used before"),
    ("[1,\n2,,]", 2, 3, "a value"), ("[1 2]", 1, 4, "',' or ']'"), ("[1", 1, 3, "',' or ']'"),
    ("[] x", 1, 4, "the end of the file"), ("01", 1, 2, "the end of the file"), ("-", 1, 2, "a digit"),
    ("1.", 1, 3, "a digit"), ("1e+", 1, 4, "a digit"), ("+1", 1, 1, "a value"), ("nul", 1, 1, "a value"),
    ("NaN", 1, 1, "a value"), ("'a'", 1, 1, "a value"), ("\"a", 1, 3, "'\"'"), ("\u{FEFF}1", 1, 1, "a value"),
    ("\"a\nb\"", 1, 3, "a character other than a control character"), (#""\x""#, 1, 2, "an escape sequence"),
    (#""\u12""#, 1, 2, "an escape sequence"), (#""\u+123""#, 1, 2, "an escape sequence"),
    (#""\ud83d""#, 1, 2, "a pair of surrogates"), (#""\ud83dA""#, 1, 2, "a pair of surrogates"),
    (#""\ude00""#, 1, 2, "a pair of surrogates"),
  ])
  func refuses(_ text: String, _ line: Int, _ column: Int, _ expected: String) {
    #expect(throws: JSONSyntaxError(line: line, column: column, expected: expected)) { try JSONParser.parse(text) }
  }

  @Test func refusesHostileDepth() throws {
    _ = try JSONParser.parse(String(repeating: "[", count: 64) + String(repeating: "]", count: 64))
    #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(String(repeating: "[", count: 1_000_000)) }
  }

  @Test func readsWhatTheEncoderWrites() throws {
    let value = JSONValue.object([
      "a/b": .array([.null, .bool(true), .integer(-5), .string("\u{1}\u{2028}\"\\é😀"), .array([]), .object([:])])
    ])
    #expect(try JSONParser.parse(try value.text()) == value)
  }
}
