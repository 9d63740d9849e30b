import Testing

@testable import Reporting

@Suite struct TextReportTests {
  @Test func everySortOfFinding() {
    #expect(
      TextReport(Samples.report(Samples.all)).text == """
          verdict    claim                   certified value        boxes
        Theorem 1
          proved     theorem1.bound     sup  [0.1000000000, 0.75]      17
          refuted    theorem1.refuted   sup  [1.25, 1.5]                1
                     claim        |d xi/d mu| & "more" < 1
                     printed      1 (Theorem 1)
                     witness      mu = -0.1, nu = 4/3, tau = 0.000000000931322574615478515625
                     value        [1.25, 1.5]
          refuted    theorem1.compound                                  8
          proved       mean <= 0.1           [0.0625, 0.0625]           3
          undecided    var <= 1.5                                       4
          refuted      var >= 0.8            [0.5, 0.625]               1
                     claim        var < 1
                     printed      1 (Theorem 1)
                     value        [0.5, 0.625]
        Lemma 2
          refuted    lemma2.wrong       inf  [-1.000000000e-20, 0]      3
                     expected     proved
                     claim        var < 1
                     printed      1 (Theorem 1)
          proved     lemma2.right       sup  [0, 0]                     2
                     expected     refuted
        Main text
          undecided  main-text.open     sup  [0.5, inf]                 9
                     left over    5 boxes, such as
                                  mu in [-0.1, 0], nu in [1, 4/3]
                                  mu in [-0.1, 0], nu in [1, 7/6]
                                  mu in [-0.1, 0], nu in [1, 13/12]

        2 proved (1 unexpectedly), 3 refuted (1 unexpectedly), 1 undecided
        Unexpected:
          lemma2.wrong: refuted, expected proved
          lemma2.right: proved, expected refuted
        Undecided:
          main-text.open
        Baseline: none compared

        """)
  }

  @Test func timesAndDifferences() {
    let report = Samples.report(
      Samples.timed([Samples.proved]), [.init(claim: "a", "One."), .init(claim: "b", "Two.")])
    #expect(
      TextReport(report).text == """
          verdict  claim                certified value       boxes   seconds
        Theorem 1
          proved   theorem1.bound  sup  [0.1000000000, 0.75]     17  1.234567

        1 proved, 0 refuted, 0 undecided
        Baseline recorded.json: 2 differences

        """)
  }

  @Test func nothingToReport() {
    #expect(
      TextReport(Samples.report([])).text == """
          verdict  claim    certified value  boxes

        0 proved, 0 refuted, 0 undecided
        Baseline: none compared

        """)
  }

  @Test(arguments: [(0, "no difference"), (1, "1 difference"), (2, "2 differences")])
  func theBaselineIsNamed(_ count: Int, _ words: String) {
    let differences = (0..<count).map { Baseline.Difference(claim: "\($0)", "Sentence.") }
    #expect(
      TextReport(Samples.report([Samples.proved], differences)).text.hasSuffix(
        "\n1 proved, 0 refuted, 0 undecided\nBaseline recorded.json: \(words)\n"))
  }

  /// A value looks the same whatever else is listed, and in every form for people.
  @Test func aValueHasOneWidth() {
    let long = Samples.claim("theorem1." + String(repeating: "x", count: 60))
    let wide = Report.Entry(
      long, .init(.proved, enclosure: Samples.interval(-1.0e-100.nextDown, 1.0e-100.nextUp), boxes: 123_456))
    let value = "[0.1000000000, 0.75]"
    for entries in [[Samples.proved], [Samples.proved, wide]] {
      let report = Samples.report(entries)
      #expect(TextReport(report).text.contains(" \(value) "))
      #expect(MarkdownReport.text(report).contains(MarkdownText.escaped(value)))
      #expect(JUnitReport.text(report).contains("Certified value: \(value)."))
    }
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
