import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import Reporting

@Suite struct OtherFormatsTests {
  private static let differences = [
    Baseline.Difference(claim: "theorem1.bound", "It is <not> what it was, is it: 100%.")
  ]

  @Test func junit() {
    #expect(
      JUnitReport.text(Samples.report(Samples.all, Self.differences)) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="selu-proof" tests="7" failures="3" errors="1" skipped="0">
          <testsuite name="theorem1" tests="3" failures="0" errors="0" skipped="0">
            <testcase classname="theorem1" name="theorem1.bound">
              <system-out>var &lt; 1
        Certified value: [0.1000000000, 0.75].</system-out>
            </testcase>
            <testcase classname="theorem1" name="theorem1.refuted">
              <system-out>|d xi/d mu| &amp; &quot;more&quot; &lt; 1
        Certified value: [1.25, 1.5].
        Printed: 1 (Theorem 1).
        Value at mu = -0.1, nu = 4/3, tau = 0.000000000931322574615478515625: [1.25, 1.5].</system-out>
            </testcase>
            <testcase classname="theorem1" name="theorem1.compound">
              <system-out>var &lt; 1
        Part mean &lt;= 0.1: proved [0.0625, 0.0625].
        Part var &lt;= 1.5: undecided.
        Part var &gt;= 0.8: refuted [0.5, 0.625].
        Printed: 1 (Theorem 1).
        Value: [0.5, 0.625].</system-out>
            </testcase>
          </testsuite>
          <testsuite name="lemma2" tests="2" failures="2" errors="0" skipped="0">
            <testcase classname="lemma2" name="lemma2.wrong">
              <failure message="refuted, expected proved">var &lt; 1
        Certified value: [-1.000000000e-20, 0].
        Printed: 1 (Theorem 1).</failure>
            </testcase>
            <testcase classname="lemma2" name="lemma2.right">
              <failure message="proved, expected refuted">var &lt; 1
        Certified value: [0, 0].</failure>
            </testcase>
          </testsuite>
          <testsuite name="main-text" tests="1" failures="0" errors="1" skipped="0">
            <testcase classname="main-text" name="main-text.open">
              <error message="undecided, expected proved">var &lt; 1
        Certified value: [0.5, inf].
        Boxes left over: 5.</error>
            </testcase>
          </testsuite>
          <testsuite name="baseline" tests="1" failures="1" errors="0" skipped="0">
            <testcase classname="baseline" name="theorem1.bound">
              <failure message="It is &lt;not&gt; what it was, is it: 100%.">It is &lt;not&gt; what it was, is it: 100%.</failure>
            </testcase>
            <system-out>Baseline recorded.json: 1 difference</system-out>
          </testsuite>
        </testsuites>

        """)
  }

  @Test func junitWithTimesAndAnEmptyComparison() {
    #expect(
      JUnitReport.text(Samples.report(Samples.timed([Samples.proved, Samples.refuted]), [])) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="selu-proof" tests="3" failures="0" errors="0" skipped="0" time="2.469134">
          <testsuite name="theorem1" tests="2" failures="0" errors="0" skipped="0" time="2.469134">
            <testcase classname="theorem1" name="theorem1.bound" time="1.234567">
              <system-out>var &lt; 1
        Certified value: [0.1000000000, 0.75].</system-out>
            </testcase>
            <testcase classname="theorem1" name="theorem1.refuted" time="1.234567">
              <system-out>|d xi/d mu| &amp; &quot;more&quot; &lt; 1
        Certified value: [1.25, 1.5].
        Printed: 1 (Theorem 1).
        Value at mu = -0.1, nu = 4/3, tau = 0.000000000931322574615478515625: [1.25, 1.5].</system-out>
            </testcase>
          </testsuite>
          <testsuite name="baseline" tests="1" failures="0" errors="0" skipped="0">
            <testcase classname="baseline" name="baseline"/>
            <system-out>Baseline recorded.json: no difference</system-out>
          </testsuite>
        </testsuites>

        """)
  }

  /// Without a comparison the suite says so, and has no case that could pass.
  @Test func noBaselineIsSaid() {
    let report = Samples.report([Samples.proved])
    #expect(
      JUnitReport.text(report).contains(
        """
          <testsuite name="baseline" tests="0" failures="0" errors="0" skipped="0">
            <system-out>Baseline: none compared</system-out>
          </testsuite>

        """))
    #expect(MarkdownReport.text(report).contains(" Baseline: none compared.\n"))
    #expect(GitHubReport.text(report).hasSuffix("undecided. Baseline: none compared.\n"))
  }

  @Test func junitIsWellFormed() {
    let parser = XMLParser(data: Data(JUnitReport.text(Samples.report(Samples.all, Self.differences)).utf8))
    #expect(parser.parse())
  }

  @Test func markdown() {
    #expect(
      MarkdownReport.text(Samples.report(Samples.all, Self.differences)) == """
        ## selu-proof 9.9.9

        2 proved (1 unexpectedly), 3 refuted (1 unexpectedly), 1 undecided. Baseline recorded.json: 1 difference.

        | verdict | claim | source | statement | printed | certified value | boxes |
        | --- | --- | --- | --- | --- | --- | ---: |
        | proved | `theorem1.bound` | Theorem 1 | var \\< 1 | 1 | sup \\[0.1000000000, 0.75\\] | 17 |
        | refuted | `theorem1.refuted` | Theorem 1 | \\|d xi/d mu\\| \\& "more" \\< 1 | 1 | sup \\[1.25, 1.5\\] | 1 |
        | refuted | `theorem1.compound` | Theorem 1 | var \\< 1 | 1 |  | 8 |
        | proved |  |  | mean \\<= 0.1 |  | \\[0.0625, 0.0625\\] | 3 |
        | undecided |  |  | var \\<= 1.5 |  |  | 4 |
        | refuted |  |  | var \\>= 0.8 |  | \\[0.5, 0.625\\] | 1 |
        | **refuted, expected proved** | `lemma2.wrong` | Theorem 1 | var \\< 1 | 1 | inf \\[-1.000000000e-20, 0\\] | 3 |
        | **proved, expected refuted** | `lemma2.right` | Theorem 1 | var \\< 1 | 1 | sup \\[0, 0\\] | 2 |
        | **undecided, expected proved** | `main-text.open` | Theorem 1 | var \\< 1 | 1 | sup \\[0.5, inf\\] | 9 |

        ### Refuted, undecided or unexpected

        - `theorem1.refuted`: refuted. Certified value: \\[1.25, 1.5\\]. Printed: 1 (Theorem 1). Value at mu = -0.1, nu = 4/3, tau = 0.000000000931322574615478515625: \\[1.25, 1.5\\].
        - `theorem1.compound`: refuted. Part mean \\<= 0.1: proved \\[0.0625, 0.0625\\]. Part var \\<= 1.5: undecided. Part var \\>= 0.8: refuted \\[0.5, 0.625\\]. Printed: 1 (Theorem 1). Value: \\[0.5, 0.625\\].
        - `lemma2.wrong`: refuted, expected proved. Certified value: \\[-1.000000000e-20, 0\\]. Printed: 1 (Theorem 1).
        - `lemma2.right`: proved, expected refuted. Certified value: \\[0, 0\\].
        - `main-text.open`: undecided, expected proved. Certified value: \\[0.5, inf\\]. Boxes left over: 5.

        ### Differences from the baseline

        - It is \\<not\\> what it was, is it: 100%.

        """)
  }

  @Test func markdownWithTimes() {
    #expect(
      MarkdownReport.text(Samples.report(Samples.timed([Samples.proved]), [])) == """
        ## selu-proof 9.9.9

        1 proved, 0 refuted, 0 undecided. Baseline recorded.json: no difference.

        | verdict | claim | source | statement | printed | certified value | boxes | seconds |
        | --- | --- | --- | --- | --- | --- | ---: | ---: |
        | proved | `theorem1.bound` | Theorem 1 | var \\< 1 | 1 | sup \\[0.1000000000, 0.75\\] | 17 | 1.234567 |

        """)
  }

  @Test func github() {
    #expect(
      GitHubReport.text(Samples.report(Samples.all, Self.differences)) == """
        ::error title=lemma2.wrong::refuted, expected proved.%0ACertified value: [-1.000000000e-20, 0].%0APrinted: 1 (Theorem 1).
        ::error title=lemma2.right::proved, expected refuted.%0ACertified value: [0, 0].
        ::warning title=main-text.open::undecided, expected proved.%0ACertified value: [0.5, inf].%0ABoxes left over: 5.
        ::error title=theorem1.bound::It is <not> what it was, is it: 100%25.
        ::notice title=selu-proof::2 proved (1 unexpectedly), 3 refuted (1 unexpectedly), 1 undecided. Baseline recorded.json: 1 difference.

        """)
  }
}
