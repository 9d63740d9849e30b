import GridChecker
import JSON
import Testing

@testable import Reporting

@Suite struct GridRecordTests {
  static func record(done: Int, part: GridPart = .whole) throws -> GridRecord {
    let job = GridRecord.Job(
      tool: Report.Tool(name: "tool", version: "1"), claim: "a.b", grid: "1,2,3,4", cells: [1, 2, 3, 4], units: 7,
      parameters: "abc", part: part)
    var record = GridRecord(job)
    for unit in 0..<done { record.note(GridMaximum(bound: 0.5 + Double(unit % 3) / 8, cell: [0, 1, unit, 0])) }
    return record
  }

  @Test(arguments: 0...7)
  func textsAreReadBack(done: Int) throws {
    let record = try Self.record(done: done)
    #expect(record.isFinished == (done == 7))
    #expect(try GridRecord(parsing: record.text()) == record)
    #expect(
      record.largest
        == (done == 0
          ? nil : GridMaximum(bound: 0.5 + Double(min(done - 1, 2)) / 8, cell: [0, 1, min(done - 1, 2), 0])))
  }

  /// The parts are consecutive, differ in length by one at most, and make up the whole, also if they are more than units.
  @Test(arguments: [1, 2, 3, 7, 8, 20])
  func partsMakeUpTheWhole(count: Int) throws {
    for units in [0, 1, 7, 908, Int.max] {
      let ranges = try (1...count).map { try #require(GridPart($0, of: count)).range(of: units) }
      #expect(ranges.first?.lowerBound == 0 && ranges.last?.upperBound == units)
      for (a, b) in zip(ranges, ranges.dropFirst()) { #expect(a.upperBound == b.lowerBound && a.count >= b.count) }
      #expect(ranges[0].count - ranges[count - 1].count <= 1)
    }
    #expect(GridPart(0, of: count) == nil && GridPart(count + 1, of: count) == nil)
  }

  /// Any single character that is replaced or missing is found out, except for blanks.
  @Test func damageIsFoundOut() throws {
    let record = try Self.record(done: 4)
    let text = Array(try record.text())
    for index in text.indices where !text[index].isWhitespace {
      var (replaced, removed) = (text, text)
      replaced[index] = text[index] == "7" ? "8" : "7"
      removed.remove(at: index)
      for damaged in [replaced, removed] {
        #expect(throws: JSONError.self, "\(index)") { try GridRecord(parsing: String(damaged)) }
      }
    }
    for end in stride(from: 0, to: text.count - 2, by: 7) {
      #expect(throws: JSONError.self) { try GridRecord(parsing: String(text[..<end])) }
    }
  }

  @Test(arguments: [
    ("{}", "format: expected 'selu-proof grid', found none"),
    ("[1]", "the top level: expected an object, found an array"),
    (#"{"format": "selu-proof baseline"}"#, "format: expected 'selu-proof grid', found 'selu-proof baseline'"),
    (#"{"format": "selu-proof grid"}"#, "version: expected a value, found nothing"),
    (#"{"format": "selu-proof grid", "version": 2}"#, "version: expected 1, found 2"),
    (#"{"format": "selu-proof grid", "version": "1"}"#, "version: expected an integer, found '1'"),
    (#"{"format": "selu-proof grid", "version": 1.0}"#, "version: expected an integer, found a number"),
    ("", "line 1, column 1: expected a value"),
  ])
  func foreignFilesAreNamed(text: String, reason: String) {
    #expect {
      try GridRecord(parsing: text)
    } throws: {
      "\($0)" == reason
    }
  }
}
