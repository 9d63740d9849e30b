import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import Reporting

@Suite struct OtherFormatsTests {
  private static let differences = [Baseline.Difference(claim: "theorem1.bound", "It is <not> what it was, is it: 100%.")]

  @Test func junit() {
    #expect(
      JUnitReport.text(Samples.report(Samples.all, Self.differences)) == """
        x
        """)
  }

  @Test func junitWithTimesAndAnEmptyComparison() {
    #expect(
      JUnitReport.text(Samples.report(Samples.timed([Samples.proved, Samples.refuted]), [])) == """
        x
        """)
  }

  @Test func junitIsWellFormed() {
    let parser = XMLParser(data: Data(JUnitReport.text(Samples.report(Samples.all, Self.differences)).utf8))
    #expect(parser.parse())
  }

  @Test func markdown() {
    #expect(
      MarkdownReport.text(Samples.report(Samples.all, Self.differences)) == """
        x
        """)
  }

  @Test func markdownWithTimes() {
    #expect(
      MarkdownReport.text(Samples.report(Samples.timed([Samples.proved]), [])) == """
        x
        """)
  }

  @Test func github() {
    #expect(
      GitHubReport.text(Samples.report(Samples.all, Self.differences)) == """
        x
        """)
  }
}
