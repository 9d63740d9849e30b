import GridChecker
import JSON
import RealArithmetic

/// How far a run over the grid of a claim has come, and what it has found: a checkpoint while it is unfinished, and the
/// result of a part when it is finished.
///
/// That the units before `next` have been examined and that no bound on them exceeds `largest` is taken on trust by
/// whoever goes on from a record; a checksum guards its text against damage, not against malice.
public struct GridRecord: Sendable, Equatable {
  /// Which work a record is about. Records with equal jobs, up to the part, can be merged.
  public struct Job: Sendable, Equatable {
    /// The program and its version.
    public let tool: Report.Tool
    /// The id of the claim.
    public let claim: String
    /// The grid as on the command line: `paper` or four counts.
    public let grid: String
    /// The number of cells along mu, omega, nu and tau.
    public let cells: [Int]
    /// The number of units of the whole grid.
    public let units: Int
    /// A digest of everything else on which bounds depend.
    public let parameters: String
    /// Which part of the units.
    public let part: GridPart

    /// A job.
    public init(
      tool: Report.Tool, claim: String, grid: String, cells: [Int], units: Int, parameters: String, part: GridPart
    ) {
      self.tool = tool
      self.claim = claim
      self.grid = grid
      self.cells = cells
      self.units = units
      self.parameters = parameters
      self.part = part
    }

    /// The units that have to be examined.
    public var range: Range<Int> { part.range(of: units) }
  }

  /// The work.
  public let job: Job
  /// The first unit that has not been examined.
  public private(set) var next: Int
  /// The largest bound found so far, and its cell; nil if nothing has been examined.
  public private(set) var largest: GridMaximum?

  /// The record of a job of which nothing has been done.
  public init(_ job: Job) {
    self.init(job, next: job.range.lowerBound, largest: nil)
  }

  init(_ job: Job, next: Int, largest: GridMaximum?) {
    self.job = job
    self.next = next
    self.largest = largest
  }

  /// Whether all units of the part have been examined.
  public var isFinished: Bool { next == job.range.upperBound }

  /// Notes what has been found on the next unit.
  public mutating func note(_ found: GridMaximum) {
    largest = .larger(largest, found)
    next += 1
  }
}

/// A share of a job: number I of N, counted from 1.
public struct GridPart: Sendable, Equatable, CustomStringConvertible {
  /// All of it.
  public static let whole = GridPart(number: 1, of: 1)

  /// The number of the share.
  public let number: Int
  /// How many shares there are.
  public let count: Int

  private init(number: Int, of count: Int) {
    self.number = number
    self.count = count
  }

  /// The share with this number; nil if there is none.
  public init?(_ number: Int, of count: Int) {
    guard 1 <= number, number <= count else { return nil }
    self.init(number: number, of: count)
  }

  /// As on the command line.
  public var description: String { "\(number)/\(count)" }

  /// The share of so many units: consecutive ones, as many as in any other share or one less. None if there are more
  /// shares than units and this one is left without.
  public func range(of units: Int) -> Range<Int> {
    let (length, longer) = units.quotientAndRemainder(dividingBy: count)
    func start(_ index: Int) -> Int { length * index + min(index, longer) }
    return start(number - 1)..<start(number)
  }
}

// The file of a record: JSON, with a checksum over all other members.
extension GridRecord: JSONContent {
  package static let format = JSONDocument.Format("selu-proof grid", version: 1)

  /// The record as a text that ends with a new line; `init(parsing:)` reads back the same value.
  ///
  /// Throws: only what Foundation's encoder throws, which no record is known to cause.
  public func text() throws -> String {
    try JSONDocument(self, tool: job.tool).text()
  }

  /// Reads what `text()` writes.
  ///
  /// Throws: `JSONError` with the line or the key that is damaged.
  public init(parsing text: String) throws(JSONError) {
    let file = try JSONCursor(parsing: text)
    try Self.format.check(file)
    let record = try GridRecord(file)
    let checksum = try file.member("checksum")
    guard case .object(var members) = file.value else { throw file.unexpected("an object") }
    members["checksum"] = nil
    guard let right = try? Self.checksum(members), try checksum.string() == right else {
      throw checksum.unexpected("the checksum of the rest")
    }
    self = record
  }

  package var members: [String: JSONValue] {
    get throws {
      var members = sealed
      members["checksum"] = .string(try Self.checksum(sealed))
      return members
    }
  }

  /// What the checksum is over, the head of the document included.
  private var sealed: [String: JSONValue] {
    [
      "format": .string(Self.format.name), "version": .integer(Self.format.version),
      "tool": .object(["name": .string(job.tool.name), "version": .string(job.tool.version)]),
      "claim": .string(job.claim), "grid": .string(job.grid),
      "cells": .array(job.cells.map { .integer($0) }), "units": .integer(job.units),
      "parameters": .string(job.parameters), "part": .integer(job.part.number), "parts": .integer(job.part.count),
      "next": .integer(next),
      "largest": largest.map {
        .object(["bound": .string($0.bound.hexText), "cell": .array($0.cell.map { .integer($0) })])
      } ?? .null,
    ]
  }

  private init(_ file: JSONCursor) throws(JSONError) {
    let tool = try file.member("tool")
    let number = try file.member("part")
    guard let part = GridPart(try number.count(), of: try file.member("parts").count()) else {
      throw number.unexpected("a number from 1 to that of the parts")
    }
    let job = Job(
      tool: Report.Tool(name: try tool.member("name").string(), version: try tool.member("version").string()),
      claim: try file.member("claim").string(), grid: try file.member("grid").string(),
      cells: try file.member("cells").counts(), units: try file.member("units").count(),
      parameters: try file.member("parameters").string(), part: part)
    let next = try file.member("next")
    let unit = try next.count()
    guard job.range.lowerBound <= unit, unit <= job.range.upperBound else {
      throw next.unexpected("a number from \(job.range.lowerBound) to \(job.range.upperBound)")
    }
    let largest = try file.member("largest")
    guard (largest.value == .null) == (unit == job.range.lowerBound) else {
      throw largest.unexpected(unit == job.range.lowerBound ? "null" : "an object")
    }
    self.init(job, next: unit, largest: largest.value == .null ? nil : try GridMaximum(largest))
  }

  /// FNV-1a with 64 bits (Fowler, Noll, Vo) of the text of the members, in hexadecimal.
  private static func checksum(_ members: [String: JSONValue]) throws -> String {
    Digest.text(of: try JSONValue.object(members).text())
  }
}

/// A short text that tells whether two long ones are the same, as far as accidents go.
public enum Digest {
  /// FNV-1a with 64 bits (Fowler, Noll, Vo), in hexadecimal.
  public static func text(of text: String) -> String {
    let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension GridMaximum {
  fileprivate init(_ element: JSONCursor) throws(JSONError) {
    let bound = try element.member("bound")
    let expected = "a hexadecimal binary64 number, as '0x1.8p-3'"
    let text = try bound.string(expected)
    guard let value = try? Double(parsingExactly: text), value.hexText == text else { throw bound.unexpected(expected) }
    self.init(bound: value, cell: try element.member("cell").counts())
  }
}

extension JSONCursor {
  /// An integer that is not negative.
  fileprivate func count() throws(JSONError) -> Int {
    guard case .integer(let value) = value, value >= 0 else { throw unexpected("an integer that is not negative") }
    return value
  }

  /// An array of four of those.
  fileprivate func counts() throws(JSONError) -> [Int] {
    var counts: [Int] = []
    for element in try elements() { counts.append(try element.count()) }
    guard counts.count == 4 else { throw unexpected("an array of four integers") }
    return counts
  }
}
