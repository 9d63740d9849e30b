import Testing

/// The runner itself: what it executes, what it passes over and why, and that it reports what is wrong.
@Suite struct ConformanceRunTests {
  func run(_ statements: String) throws -> ConformanceRun {
    try ConformanceRun(text: "testcase a {\n\(statements)\n}", file: "a.itl")
  }

  @Test func statementsAreExecutedAndCounted() throws {
    let run = try run(
      """
      add [1.0, 2.0] [3.0, 4.0] = [4.0, 6.0];
      pown [3.0, 3.0] -2 = [0x1.c71c71c71c71cp-4, 0x1.c71c71c71c71dp-4];
      isMember NaN [entire] = false;
      rad [empty] = NaN;
      midRad [0.0, 2.0] = 1.0 1.0;
      inf [0.0, 1.0] = -0.0;
      b-numsToInterval 1.0 -1.0 = [empty] signal UndefinedOperation;
      b-textToInterval "[1, 2" = [empty] signal UndefinedOperation;
      add [1.0, 2.0]_com [3.0, 4.0]_com = [4.0, 6.0]_com;
      isEmpty [nai] = false;
      d-textToInterval "[1, 2]" = [1.0, 2.0]_com;
      overlap [1.0, 2.0] [1.0, 2.0] = equals;
      sum_nearest {1.0, 2.0} = 3.0;
      mulRevToPair [0.0, 0.0] [1.0, 2.0] = [empty] [empty];
      """)
    #expect(run.passed == 8)
    #expect(run.failures.isEmpty)
    #expect(run.skipped == [.decorated: 3, .notOffered: 3])
    #expect(
      run.summary == "a.itl: 8 passed, 0 failed, skipped: 3 decorated, "
        + "3 operation not offered (mulRevToPair, overlap, sum_nearest)")
  }

  @Test(arguments: [
    ("add [1.0, 2.0] [3.0, 4.0] = [4.0, 0x1.8000000000001p2];", "[0x1p+2, 0x1.8p+2]"),
    ("sqrt [2.0, 2.0] = [0x1.6a09e667f3bcbp+0, 0x1.6a09e667f3bcdp+0];", "[0x1.6a09e667f3bccp+0, 0x1.6a09e667f3bcdp+0]"),
    ("isEmpty [1.0, 2.0] = true;", "false"),
    ("mid [1.0, 2.0] = NaN;", "0x1.8p+0"),
    ("mid [empty] = 0.0;", "nan"),
    ("midRad [0.0, 2.0] = 1.0;", "0x1p+0 0x1p+0"),
    ("mid [0.0, 2.0] = [1.0, 1.0];", "0x1p+0"),
    ("add [1.0, 2.0] = [1.0, 2.0];", "operands that add does not take"),
    ("pown [1.0, 2.0] 1.5 = [1.0, 2.0];", "operands that pown does not take"),
    ("b-textToInterval \"[1, 2]\" = [empty] signal UndefinedOperation;", "[0x1p+0, 0x1p+1]"),
    (
      "b-textToInterval \"[2, 1]\" = [empty];",
      "the error \"Expected an upper bound that is not less than the lower one at offset 4, found \"1\".\""
    ),
    ("sqr [1.0, 2.0] <= [1.0, 3.0];", "[0x1p+0, 0x1p+2]"),
  ])
  func wrongExpectationsAreReported(statement: String, got: String) throws {
    let run = try run("isEmpty [empty] = true;\n\(statement)")
    #expect(run.passed == 1)
    #expect(run.failures == ["a.itl:3: \(statement)  got \(got)"])
  }

  @Test func boundsNextToTheTightestOnesPassWhereTheyAreAllowed() throws {
    // The result is [0x1.5bf0a8b145769p+1, 0x1.5bf0a8b14576ap+1].
    let wide = try run("exp [1.0, 1.0] = [0x1.5bf0a8b145769p+1, 0x1.5bf0a8b145769p+1];")
    #expect(wide.passed == 1 && wide.notTightest == 1)
    #expect(wide.summary == "a.itl: 1 passed (1 with a bound next to the tightest one), 0 failed")
    let narrow = try run("exp [1.0, 1.0] = [0x1.5bf0a8b145769p+1, 0x1.5bf0a8b14576bp+1];")
    #expect(narrow.failures.count == 1)
    let tooWide = try run("exp [1.0, 1.0] = [0x1.5bf0a8b145767p+1, 0x1.5bf0a8b145768p+1];")
    #expect(tooWide.failures.count == 1)
  }

  @Test func nothingExecutedIsAProblem() throws {
    #expect(try ConformanceReport([]).problems == ["no statement was executed in 0 files"])
    let skippedOnly = try ConformanceReport([("a.itl", "testcase a { sin [0.0, 0.0] = [0.0, 0.0]; }")])
    #expect(skippedOnly.problems == ["no statement was executed in 1 files"])
    let both = try ConformanceReport([
      ("a.itl", "testcase a { sin [0.0, 0.0] = [0.0, 0.0]; }"), ("b.itl", "testcase b { isEmpty [empty] = true; }"),
    ])
    #expect(both.problems.isEmpty)
    #expect(
      both.summary == """
        a.itl: 0 passed, 0 failed, skipped: 1 operation not offered (sin)
        b.itl: 1 passed, 0 failed
        ITF1788: 1 statements executed in 2 files
        """)
  }
}
