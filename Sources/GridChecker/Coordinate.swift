import IntervalArithmetic
import RealArithmetic

/// An exact real number that bounds a box: a bound of the domain (an exact rational, as the paper prints it) or a point
/// where a box was split (an exact double).
public struct Coordinate: Sendable, Hashable {
  /// The tightest interval around the number; a single point for every double.
  public let enclosure: Interval

  /// The number, where it is a bound of the domain; a split point is the one member of `enclosure`.
  private let rational: Rational?

  /// A bound of the domain.
  public init(_ rational: Rational) {
    enclosure = Interval(enclosing: rational)
    self.rational = rational
  }

  /// A split point; `value` is finite.
  init(splitPoint value: Double) {
    enclosure = Interval(value)
    rational = nil
  }

  /// The number itself.
  public var exact: Rational {
    rational ?? Rational(exactly: enclosure.lowerBound) ?? 0
  }

  /// Whether both are the same number.
  public static func == (a: Coordinate, b: Coordinate) -> Bool {
    a.enclosure == b.enclosure && (a.enclosure.isSingleton || a.exact == b.exact)
  }

  /// Feeds what equality compares, or less.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(enclosure)
  }
}

/// One side of a box: all numbers from one exact coordinate to another.
public struct Side: Sendable, Hashable {
  /// The least number of the side.
  public let lower: Coordinate
  /// The greatest number of the side.
  public let upper: Coordinate

  /// The tightest interval around the side.
  public let hull: Interval

  /// The side between two coordinates in order.
  init(lower: Coordinate, upper: Coordinate) {
    self.lower = lower
    self.upper = upper
    hull = lower.enclosure.convexHull(upper.enclosure)
  }

  /// The side that holds one number only.
  public init(_ coordinate: Coordinate) {
    self.init(lower: coordinate, upper: coordinate)
  }

  /// The side between two rationals, or nil if they are in the wrong order.
  public init?(from lower: Rational, through upper: Rational) {
    guard lower <= upper else { return nil }
    self.init(lower: Coordinate(lower), upper: Coordinate(upper))
  }

  /// Whether the side holds one number only.
  public var isThin: Bool { lower == upper }

  /// An exact double strictly between the bounds, in the middle eighth of the side, or near the middle where the side is
  /// short; nil where there is none.
  public var splitPoint: Coordinate? { point(near: hull.midpoint, fraction: 8) }

  /// An exact double strictly between the bounds and near a number between them, with few significant bits: the number
  /// rounded to a power of two times an integer that is no longer than a fraction of the side. Nil where there is none.
  ///
  /// Few bits make certificates short and easy to read.
  func point(near number: Double, fraction: Double) -> Coordinate? {
    // Dividing by a power of two is exact unless the quotient overflows, and then nothing is rounded.
    let spacing = hull.width.binade / fraction
    let multiple = (number / spacing).rounded()
    let rounded = multiple.isFinite ? multiple * spacing : number
    guard lower.enclosure.upperBound < rounded, rounded < upper.enclosure.lowerBound else { return nil }
    return Coordinate(splitPoint: rounded)
  }

  /// A member of the side: its middle where there is one, else its lower bound.
  public var centre: Coordinate { splitPoint ?? lower }
}

/// An axis-parallel box with exact bounds.
public struct Box: Sendable, Hashable {
  /// The sides, one a variable.
  public private(set) var sides: [Side]

  /// The box with these sides.
  public init(_ sides: [Side]) {
    self.sides = sides
  }

  /// How many variables there are.
  public var dimension: Int { sides.count }

  /// The tightest interval vector around the box.
  public var hull: [Interval] { sides.map(\.hull) }

  /// Whether the box is a single point.
  public var isPoint: Bool { sides.allSatisfy(\.isThin) }

  /// The point made of the centres of all sides.
  public var centre: Box { Box(sides.map { Side($0.centre) }) }

  /// The box with one side replaced.
  public func replacing(_ index: Int, with side: Side) -> Box {
    var copy = self
    copy.sides[index] = side
    return copy
  }

  /// The two halves along a side, or nil if that side has no double inside.
  public func split(along index: Int) -> (Box, Box)? {
    let side = sides[index]
    guard let middle = side.splitPoint else { return nil }
    return (
      replacing(index, with: Side(lower: side.lower, upper: middle)),
      replacing(index, with: Side(lower: middle, upper: side.upper))
    )
  }
}
