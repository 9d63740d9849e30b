import Testing

@testable import JSON

@Suite struct JSONDocumentTests {
  private static let format = JSONDocument.Format("sample", version: 3)

  @Test func theHeadComesFirst() throws {
    let document = JSONDocument(
      Self.format, tool: ("a", "1"), ["b": .array([]), "a": .integer(1), "tool": .null, "zz": .object(["c": .null])])
    #expect(
      try document.text() == """
        {
          "format" : "sample",
          "version" : 3,
          "tool" : {
            "name" : "a",
            "version" : "1"
          },
          "a" : 1,
          "b" : [

          ],
          "zz" : {
            "c" : null
          }
        }

        """)
    try Self.format.check(JSONCursor(parsing: document.text()))
  }

  @Test(arguments: [
    ("{", "The part 'p' is damaged at line 1, column 2: expected a key."),
    ("1", "The part 'p' is damaged at the top level: expected an object, found 1."),
    ("{}", "The file 'p' is no part: it says nothing of its format, 'sample'."),
    (#"{"format": 3}"#, "The file 'p' is no part: it says nothing of its format, 'sample'."),
    (#"{"format": "x"}"#, "The file 'p' is no part: it says that its format is 'x', not 'sample'."),
    (#"{"format": "sample"}"#, "The part 'p' is damaged at version: expected a value, found nothing."),
    (#"{"format": "sample", "version": "3"}"#, "The part 'p' is damaged at version: expected an integer, found '3'."),
    (
      #"{"format": "sample", "version": 4}"#,
      "The part 'p' is of version 4 of its format, but this program reads version 3."
    ),
  ])
  func otherDocumentsAreRefusedWithASentence(_ text: String, _ sentence: String) {
    let error = #expect(throws: JSONError.self) { try Self.format.check(JSONCursor(parsing: text)) }
    #expect(error?.sentence(about: "p", readAs: "part") == sentence)
  }
}
