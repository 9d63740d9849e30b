import GridChecker

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
