import SELUClaims
import SELUTheorem

/// The report as JUnit XML, which most CI systems show: a test suite for the claims whose ids begin alike, and a test
/// case a claim.
///
/// A verdict that is not the expected one is a failure. An undecided claim is an error and not a skipped test, because
/// a skipped test would leave the run green. The comparison with a baseline is a suite of its own, without a case if there
/// was none. Times are written only if the report has them.
public enum JUnitReport {
  /// The report as a text that ends with a new line.
  public static func text(_ report: Report) -> String {
    let suites = report.sections.map(suite) + [baselineSuite(report)]
    let whole = Element(
      "testsuites", [("name", report.tool.name)] + counts(suites.flatMap(\.cases)) + time(report.entries))
    let lines =
      ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", whole.opening]
      + suites.flatMap(\.lines) + [whole.closing]
    return lines.map { $0 + "\n" }.joined()
  }

  private static func suite(_ section: ReportSection) -> Suite {
    Suite(
      element: Element("testsuite", [("name", section.name)], indent: 1), time: time(section.entries),
      cases: section.entries.map { testCase($0, in: section) })
  }

  private static func testCase(_ entry: Report.Entry, in section: ReportSection) -> Case {
    let attributes = [("classname", section.name), ("name", entry.claim.id)] + time([entry])
    let result: Case.Result =
      switch entry.outcome {
      case .expected: .passed
      case .unexpected: .failed(message: entry.verdictAgainstExpectation)
      case .undecided: .error(message: entry.verdictAgainstExpectation)
      }
    return Case(attributes: attributes, result: result, lines: [entry.claim.statement] + entry.evidence)
  }

  /// A case for every difference; one case that passed if there is none. What was compared is the output of the suite.
  private static func baselineSuite(_ report: Report) -> Suite {
    let failures = (report.comparison?.differences ?? []).map { difference in
      Case(
        attributes: [("classname", "baseline"), ("name", difference.claim)],
        result: .failed(message: difference.sentence), lines: [difference.sentence])
    }
    let success = Case(attributes: [("classname", "baseline"), ("name", "baseline")], result: .passed, lines: [])
    return Suite(
      element: Element("testsuite", [("name", "baseline")], indent: 1), time: [],
      cases: failures.isEmpty && report.comparison != nil ? [success] : failures, output: report.baselineLine)
  }

  private static func time(_ entries: [Report.Entry]) -> [(String, String)] {
    let durations = entries.compactMap(\.duration)
    return durations.isEmpty ? [] : [("time", durations.reduce(.zero, +).secondsText)]
  }

  fileprivate static func counts(_ cases: [Case]) -> [(String, String)] {
    let failures = cases.filter { if case .failed = $0.result { true } else { false } }.count
    let errors = cases.filter { if case .error = $0.result { true } else { false } }.count
    return [("tests", "\(cases.count)"), ("failures", "\(failures)"), ("errors", "\(errors)"), ("skipped", "0")]
  }
}

/// A test suite in the making.
private struct Suite {
  let element: Element
  let time: [(String, String)]
  let cases: [Case]
  /// What a reader wants to know of the whole suite.
  var output: String?

  var lines: [String] {
    let complete = element.adding(JUnitReport.counts(cases) + time)
    let output = output.map { [Element("system-out", indent: 2).around(XMLText.escaped($0))] } ?? []
    return [complete.opening] + cases.flatMap(\.xml) + output + [complete.closing]
  }
}

/// A test case in the making.
private struct Case {
  enum Result {
    case passed
    case failed(message: String)
    case error(message: String)
  }

  let attributes: [(String, String)]
  let result: Result
  /// What a reader wants to know of it.
  let lines: [String]

  var xml: [String] {
    let element = Element("testcase", attributes, indent: 2)
    let text = lines.map(XMLText.escaped).joined(separator: "\n")
    switch result {
    case .passed where lines.isEmpty: return [element.empty]
    case .passed: return [element.opening, Element("system-out", indent: 3).around(text), element.closing]
    case .failed(let message): return [element.opening, problem("failure", message, text), element.closing]
    case .error(let message): return [element.opening, problem("error", message, text), element.closing]
    }
  }

  private func problem(_ name: String, _ message: String, _ text: String) -> String {
    Element(name, [("message", message)], indent: 3).around(text)
  }
}

/// An XML element on lines of its own.
private struct Element {
  private let name: String
  private let attributes: [(String, String)]
  private let margin: String

  init(_ name: String, _ attributes: [(String, String)] = [], indent: Int = 0) {
    self.name = name
    self.attributes = attributes
    margin = String(repeating: "  ", count: indent)
  }

  private init(_ name: String, _ attributes: [(String, String)], margin: String) {
    self.name = name
    self.attributes = attributes
    self.margin = margin
  }

  func adding(_ more: [(String, String)]) -> Element { Element(name, attributes + more, margin: margin) }

  private var tag: String { XMLText.tag(name, attributes.map { ($0, $1) }) }
  var opening: String { "\(margin)\(tag)>" }
  var closing: String { "\(margin)</\(name)>" }
  var empty: String { "\(margin)\(tag)/>" }

  /// The element around a text that is escaped already.
  func around(_ text: String) -> String { "\(margin)\(tag)>\(text)</\(name)>" }
}

/// Texts inside XML 1.0.
enum XMLText {
  /// `text` as the content of an element or, in double quotes, the value of an attribute.
  ///
  /// Line breaks and tabs are written as references, because a reader would turn them into blanks in an attribute.
  /// Characters that XML cannot express at all are replaced by U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&apos;"
      case "\n", "\r", "\t": result += "&#\(scalar.value);"
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// An opening tag up to, but not including, its closing bracket.
  static func tag(_ name: String, _ attributes: [(name: String, value: String)]) -> String {
    "<\(name)" + attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
  }
}
