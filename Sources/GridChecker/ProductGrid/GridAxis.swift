import IntervalArithmetic
import RealArithmetic

/// A side of a domain, divided into cells by points at an exact spacing from the lower bound on; the last cell ends at
/// the upper bound and may be shorter than the others.
public struct GridAxis: Sendable, Hashable {
  /// The most cells that a side may be divided into: the division points are kept in memory.
  public static let maximumCount = 1_000_000

  /// The least number of the side.
  public let lower: Rational
  /// The greatest number of the side.
  public let upper: Rational
  /// The distance between two division points; positive.
  public let spacing: Rational
  /// The number of cells: the side's length over the spacing, rounded up; one for a side that is a single number.
  public let count: Int

  /// The side between two numbers, divided at a spacing.
  public init(from lower: Rational, through upper: Rational, spacing: Rational) throws(GridError) {
    guard lower <= upper, spacing > 0 else { throw .noGrid }
    let cells = max(BigInteger.one, ((upper - lower) / spacing).ceiling)
    guard cells <= BigInteger(Self.maximumCount), let count = Int(exactly: cells) else {
      throw .tooManyAlongSide(cells)
    }
    self.lower = lower
    self.upper = upper
    self.spacing = spacing
    self.count = count
  }

  /// The side between two numbers, divided into so many equal cells; a single number is one cell whatever the count.
  public init(from lower: Rational, through upper: Rational, count: Int) throws(GridError) {
    guard lower <= upper, count > 0 else { throw .noGrid }
    guard count <= Self.maximumCount else { throw .tooManyAlongSide(BigInteger(count)) }
    let isThin = lower == upper
    self.lower = lower
    self.upper = upper
    self.count = isThin ? 1 : count
    spacing = isThin ? 1 : (upper - lower) / Rational(count)
  }

  /// A division point, from 0, the lower bound, up to `count`, the upper bound.
  func point(_ index: Int) -> Rational {
    index == count ? upper : lower + spacing * Rational(index)
  }

  /// The cell with this number, from 0 up to `count`, with its exact bounds.
  func cell(_ index: Int) -> ExactRange {
    ExactRange(point(index), point(index + 1))
  }

  /// The tightest intervals around all cells, in order.
  var enclosures: [Interval] {
    let points = (0...count).map { Interval(enclosing: point($0)) }
    return zip(points, points.dropFirst()).map { $0.convexHull($1) }
  }
}
