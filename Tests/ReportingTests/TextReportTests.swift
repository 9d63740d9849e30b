import Testing

@testable import Reporting

@Suite struct TextReportTests {
  @Test func everySortOfFinding() {
    #expect(
      TextReport(Samples.report(Samples.all)).text == """
        x
        """)
  }

  @Test func timesAndDifferences() {
    let report = Samples.report(Samples.timed([Samples.proved]), [.init(claim: "a", "One."), .init(claim: "b", "Two.")])
    #expect(
      TextReport(report).text == """
        x
        """)
  }

  @Test func nothingToReport() {
    #expect(
      TextReport(Samples.report([])).text == """
          verdict  claim    certified value  boxes

        0 proved, 0 refuted, 0 undecided

        """)
  }

  @Test func fewerDigitsKeepTheTableOnThePage() {
    let long = Samples.claim("theorem1." + String(repeating: "x", count: 32))
    let wide = Report.Entry(
      long, .init(.proved, enclosure: Samples.interval(-1.0e-100.nextDown, 1.0e-100.nextUp), boxes: 123_456))
    let lines = TextReport(Samples.report([wide])).text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(lines.contains { $0.count > 96 }, "digits are not given up without need")
  }

  @Test func verdictsAndHeadingsHaveTones() {
    let report = Samples.report([Samples.refuted, Samples.unexpectedlyRefuted, Samples.undecided])
    let text = TextReport(report) { "<\($1):\($0)>" }.text
    for piece in [
      "\n<title:Theorem 1>\n", "  <good:refuted>    theorem1.refuted", "  <bad:refuted>    lemma2.wrong",
      "  <open:undecided>  main-text.open", "\n<bad:Unexpected:>\n", "\n<open:Undecided:>\n",
      "\n<bad:0 proved, 2 refuted (1 unexpectedly), 1 undecided>\n",
    ] {
      #expect(text.contains(piece), "\(piece)")
    }
  }

  @Test(arguments: [
    ("theorem1", "Theorem 1"), ("main-text", "Main text"), ("lemma42", "Lemma 42"), ("dropout", "Dropout"), ("7", "7"),
    ("", ""),
  ])
  func titlesOfSections(_ name: String, _ title: String) {
    #expect(ReportSection(name: name, entries: []).title == title)
  }
}
