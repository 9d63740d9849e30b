import Testing

@Suite struct ITLParserTests {
  @Test func readsTheWholeLanguage() throws {
    let statements = try ITLParser.statements(
      of: """
        /* a comment; with { signs }
           on two lines */
        testcase IEEE1788.a { // and one to the end of the line
          fma [-0x1.8p-1, +2.5e3] [ entire ] [empty] = [-infinity, 0X1.FFFFFFFFFFFFFP+1023] <= [entire];
          /* inside */ f "[ a // b ]_com" true
            {1.0, NaN, -infinity} = before 12 signal A, B;
        }
        testcase b {}
        testcase c { pown [1,2] -3 = [nai]; add [0.1,1]_dac [nai] = [entire]_trv; }
        """, file: "x.itl")
    #expect(statements.map(\.operation) == ["fma", "f", "pown", "add"])
    #expect(statements.map(\.line) == [4, 5, 9, 9])
    #expect(
      statements[0].operands.map(\.description)
        == ["[-0x1.8p-1, 0x1.388p+11]", "[entire]", "[empty]"])
    #expect(statements[0].results?.map(\.description) == ["[-inf, 0x1.fffffffffffffp+1023]"])
    #expect(statements[0].allowed?.map(\.description) == ["[entire]"])
    #expect(statements[1].operands.map(\.description) == ["\"[ a // b ]_com\"", "true", "{0x1p+0, nan, -inf}"])
    #expect(statements[1].results?.map(\.description) == ["before", "0x1.8p+3"])
    #expect(statements[1].allowed == nil)
    #expect(statements[1].signals == ["A", "B"])
    #expect(statements[2].source == "pown [1,2] -3 = [nai];")
    #expect(statements[3].operands.map(\.description) == ["[0.1,1]_dac", "[nai]"])
  }

  @Test func decimalBoundsAreRoundedToNearest() throws {
    let statements = try ITLParser.statements(of: "testcase a { inf [0.1, 0.1] = 0.1; }", file: "a.itl")
    #expect(statements[0].operands[0].description == "[0x1.999999999999ap-4, 0x1.999999999999ap-4]")
  }

  @Test(arguments: [
    ("", 1, "\"testcase\"", "the end of the file"),
    ("isEmpty [empty] = true;", 1, "\"testcase\"", "\"isEmpty\""),
    ("testcase a {\n} add", 2, "\"testcase\"", "\"add\""),
    ("testcase {", 1, "the name of a test case", "\"{\""),
    ("testcase a\nadd", 2, "\"{\"", "\"add\""),
    ("testcase a {\n\n", 3, "the name of an operation or \"}\"", "the end of the file"),
    ("testcase a {\n12 [empty] = true; }", 2, "the name of an operation", "\"12\""),
    ("testcase a {\nadd [1, 2] [3, 4]; }", 2, "a value, \"=\" or \"<=\"", "\";\""),
    ("testcase a {\nadd [1, 2] = ; }", 2, "a value", "\";\""),
    ("testcase a {\nadd [1, 2] <= ; }", 2, "a value", "\";\""),
    ("testcase a {\nisEmpty [1, 2] = false\nisEmpty", 3, "a value, \"signal\" or \";\"", "the end of the file"),
    ("testcase a {\nisEmpty [1, 2] = false }", 2, "a value, \"signal\" or \";\"", "\"}\""),
    ("testcase a {\nisEmpty [1, 2 = false; }", 2, "\"]\"", "\"=\""),
    ("testcase a {\nisEmpty [1] = false; }", 2, "\",\"", "\"]\""),
    ("testcase a {\nisEmpty [1,\n1.2.3] = false; }", 3, "a number", "\"1.2.3\""),
    ("testcase a {\nf [2, 1] = 1; }", 2, "an upper bound that makes an interval with the lower one", "\"1\""),
    ("testcase a {\nf [NaN, 1] = 1; }", 2, "an upper bound that makes an interval with the lower one", "\"1\""),
    ("testcase a {\nisEmpty [1, 2]_con = false; }", 2, "a decoration", "\"_con\""),
    ("testcase a {\nisMember 1.2.3 [1, 2] = false; }", 2, "a value", "\"1.2.3\""),
    ("testcase a {\nsum {1, x} = 1; }", 2, "a number", "\"x\""),
    ("testcase a {\nsum {1, 2 = 1; }", 2, "\"}\"", "\"=\""),
    ("testcase a {\nf = 1 signal ; }", 2, "the name of an exception", "\";\""),
    ("testcase a {\nf = \"b\n\"; }", 2, "a quote at the end of the string", "the end of the line"),
    ("testcase a {\n/* f = 1;\n}", 2, "the end of the comment that starts here", "the end of the file"),
    ("testcase a {\nf [1, 2] = 3 & 4; }", 2, "a word, a string or a sign", "\"&\""),
  ])
  func saysWhereAFileIsWrong(text: String, line: Int, expected: String, found: String) {
    let error = #expect(throws: ITLError.self) { try ConformanceRun(text: text, file: "x.itl") }
    #expect(error == ITLError(file: "x.itl", line: line, expected: expected, found: found))
    #expect(error?.description == "x.itl:\(line): expected \(expected), found \(found)")
  }
}
