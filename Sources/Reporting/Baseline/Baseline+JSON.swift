import IntervalArithmetic
import JSON
import RealArithmetic
import SELUClaims
import SELUTheorem

// The file of a baseline: JSON with `format`, `version`, `tool`, `slack` and `claims`. The hexadecimal end points count; the
// decimals beside them are for readers, and so is the tool that wrote the file.
extension Baseline: JSONContent {
  package static let format = JSONDocument.Format("selu-proof baseline", version: 1)

  package var members: [String: JSONValue] {
    [
      "slack": .object([
        "relative": .string(slack.relative.fewestDigitsText), "absolute": .string(slack.absolute.fewestDigitsText),
      ]),
      "claims": .array(records.map { $0.json(nameKey: "id") }),
    ]
  }

  /// The baseline as a text that ends with a new line; `init(parsing:)` reads back the same value.
  ///
  /// Throws: only what Foundation's encoder throws, which no baseline is known to cause.
  public func text(tool: Report.Tool) throws -> String {
    try JSONDocument(self, tool: tool).text()
  }

  /// Reads what `text()` writes. Keys that it does not know are ignored, so that later programs can add some.
  ///
  /// Throws: `JSONError` with the line or the key that is damaged.
  public init(parsing text: String) throws(JSONError) {
    let file = try JSONCursor(parsing: text)
    try Self.format.check(file)
    let slack = try Slack(file.member("slack"))
    self.init(try Record.list(file.member("claims"), nameKey: "id"), slack: slack)
  }
}

extension Baseline.Record {
  fileprivate func json(nameKey: String) -> JSONValue {
    var members: [String: JSONValue] = [
      nameKey: .string(name), "verdict": .string(verdict.rawValue), "enclosure": JSONValue(enclosure: enclosure),
    ]
    if !parts.isEmpty { members["parts"] = .array(parts.map { $0.json(nameKey: "name") }) }
    return .object(members)
  }

  /// The records of an array, whose names have to differ.
  fileprivate static func list(_ array: JSONCursor, nameKey: String) throws(JSONError) -> [Self] {
    var names: Set<String> = []
    var records: [Self] = []
    for element in try array.elements() {
      let name = try element.member(nameKey)
      guard names.insert(try name.string()).inserted else {
        throw name.unexpected("\(nameKey == "id" ? "an id" : "a name") that has not been used before")
      }
      records.append(try Self(element, nameKey: nameKey))
    }
    return records
  }

  private init(_ element: JSONCursor, nameKey: String) throws(JSONError) {
    let verdict = try element.member("verdict")
    guard let decision = Verdict(rawValue: try verdict.string()) else {
      throw verdict.unexpected("'proved', 'refuted' or 'undecided'")
    }
    let hasParts = if case .object(let members) = element.value { members["parts"] != nil } else { false }
    self.init(
      try element.member(nameKey).string(), decision, try Interval.read(element.member("enclosure")),
      parts: hasParts ? try Self.list(element.member("parts"), nameKey: "name") : [])
  }
}

extension Baseline.Slack {
  fileprivate init(_ element: JSONCursor) throws(JSONError) {
    self.init(
      relative: try Self.share(element.member("relative")), absolute: try Self.share(element.member("absolute")))
  }

  private static func share(_ element: JSONCursor) throws(JSONError) -> Rational {
    let expected = "a number that is not negative, as a string"
    guard let value = try? Rational(parsing: try element.string(expected)), value >= 0 else {
      throw element.unexpected(expected)
    }
    return value
  }
}

extension Interval {
  /// The interval between the hexadecimal bounds of an enclosure; nil for null.
  fileprivate static func read(_ element: JSONCursor) throws(JSONError) -> Interval? {
    if element.value == .null { return nil }
    let lower = try bound(element.member("lowerHex"))
    let upperElement = try element.member("upperHex")
    let interval = Interval(lowerBound: lower, upperBound: try bound(upperElement))
    guard !interval.isEmpty else { throw upperElement.unexpected("a bound that is not below the lower one") }
    return interval
  }

  private static func bound(_ element: JSONCursor) throws(JSONError) -> Double {
    let expected = "a hexadecimal binary64 number, as '0x1.8p-3'"
    let text = try element.string(expected)
    guard text.contains("0x") || text.hasSuffix("inf"), let value = try? Double(parsingExactly: text) else {
      throw element.unexpected(expected)
    }
    return value
  }
}
