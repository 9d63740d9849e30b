import IntervalArithmetic
import RealArithmetic

/// An exact real number that bounds a range, and the tightest interval around it.
///
/// A bound of a domain is a rational number, as the paper prints it; a point where a box was split is a double, of which
/// the rational is made only if somebody asks for it.
struct Coordinate: Sendable, Hashable {
  /// The tightest interval around the number; a single point for every double.
  let enclosure: Interval

  /// The number, unless it is the one member of `enclosure`.
  private let rational: Rational?

  init(_ rational: Rational) {
    enclosure = Interval(enclosing: rational)
    self.rational = rational
  }

  /// A double; `value` is finite.
  init(_ value: Double) {
    enclosure = Interval(value)
    rational = nil
  }

  /// The number itself.
  var exact: Rational { rational ?? Rational(exactly: enclosure.lowerBound) ?? 0 }

  /// The number as a double; nil if it is none.
  var double: Double? { enclosure.isSingleton ? enclosure.lowerBound : nil }

  /// Whether the number is less than a double. Of a number that is no double, the neighbouring doubles tell.
  func isLess(than value: Double) -> Bool {
    enclosure.isSingleton ? enclosure.lowerBound < value : enclosure.upperBound <= value
  }

  /// Whether the number is greater than a double.
  func isGreater(than value: Double) -> Bool {
    enclosure.isSingleton ? enclosure.lowerBound > value : enclosure.lowerBound >= value
  }

  /// Whether both are the same number.
  static func == (a: Coordinate, b: Coordinate) -> Bool {
    a.enclosure == b.enclosure && (a.enclosure.isSingleton || a.exact == b.exact)
  }

  /// Feeds what equality compares, or less.
  func hash(into hasher: inout Hasher) {
    hasher.combine(enclosure)
  }
}

/// A closed range of real numbers with exact bounds.
public struct ExactRange: Sendable, Hashable {
  let lowerEnd: Coordinate
  let upperEnd: Coordinate

  /// The tightest interval around the range; empty if the bounds are in the wrong order.
  public let hull: Interval

  init(_ lower: Coordinate, _ upper: Coordinate) {
    (lowerEnd, upperEnd) = (lower, upper)
    let (a, b) = (lower.enclosure, upper.enclosure)
    let isInOrder =
      a.lowerBound != b.lowerBound
      ? a.lowerBound < b.lowerBound : a.isSingleton || (!b.isSingleton && lower.exact <= upper.exact)
    hull = isInOrder ? a.convexHull(b) : .empty
    isPoint = lower == upper
  }

  /// The range between two numbers in order; without members, if they are not.
  public init(_ lower: Rational, _ upper: Rational) {
    self.init(Coordinate(lower), Coordinate(upper))
  }

  /// The range that holds one number only.
  public init(_ number: Rational) {
    self.init(Coordinate(number))
  }

  init(_ number: Coordinate) {
    (lowerEnd, upperEnd, hull, isPoint) = (number, number, number.enclosure, true)
  }

  /// The least number.
  public var lower: Rational { lowerEnd.exact }
  /// The greatest number.
  public var upper: Rational { upperEnd.exact }

  /// Whether the bounds are in order.
  public var isValid: Bool { !hull.isEmpty }

  /// Whether the range holds one number only.
  public let isPoint: Bool

  /// Whether a number lies in the range.
  public func contains(_ number: Rational) -> Bool { lower <= number && number <= upper }

  /// Whether a double lies in the range; finite ones only.
  func contains(_ number: Double) -> Bool {
    number.isFinite && !lowerEnd.isGreater(than: number) && !upperEnd.isLess(than: number)
  }

  /// Whether all numbers of another range lie in this one.
  public func contains(_ other: ExactRange) -> Bool { lower <= other.lower && other.upper <= upper }

  /// The bound at one end, as a range.
  func end(isUpper: Bool) -> ExactRange { ExactRange(isUpper ? upperEnd : lowerEnd) }

  /// The tightest interval around the range in the arithmetic of a number.
  @inlinable
  public func enclosure<Scalar: EnclosingScalar>(like scalar: Scalar) -> Scalar {
    // The hull in binary64 is there already: a search asks for it all the time.
    if let hull = hull as? Scalar { return hull }
    return scalar.enclosing(lower, through: upper)
  }

  // MARK: Splitting

  /// Whether a double lies strictly between the bounds.
  func isInside(_ number: Double) -> Bool { lowerEnd.isLess(than: number) && upperEnd.isGreater(than: number) }

  /// The parts on either side of a double strictly inside; nil if it is not.
  package func split(at number: Double) -> (lower: ExactRange, upper: ExactRange)? {
    guard isInside(number) else { return nil }
    let middle = Coordinate(number)
    return (ExactRange(lowerEnd, middle), ExactRange(middle, upperEnd))
  }

  /// An exact double strictly between the bounds, in the middle eighth of the range, or near the middle where the range is
  /// short; nil where none is found.
  public var splitPoint: Double? { point(near: hull.midpoint, fraction: 8) }

  /// An exact double strictly between the bounds and near a number between them, with few significant bits: the number
  /// rounded to a power of two times an integer that is no longer than a fraction of the range. Nil where none is found.
  ///
  /// Few bits make certificates short and easy to read.
  func point(near number: Double, fraction: Double) -> Double? {
    // Dividing by a power of two is exact unless the quotient overflows, and then nothing is rounded.
    let spacing = hull.width.binade / fraction
    let multiple = (number / spacing).rounded()
    let rounded = multiple.isFinite ? multiple * spacing : number
    guard lowerEnd.enclosure.upperBound < rounded, rounded < upperEnd.enclosure.lowerBound else { return nil }
    return rounded
  }

  /// A member of the range: its middle where there is one, else its lower bound.
  var centre: Coordinate { splitPoint.map { Coordinate($0) } ?? lowerEnd }
}

/// An axis-parallel box with exact bounds.
public struct Box: Sendable, Hashable {
  /// The sides, one a variable.
  public private(set) var sides: [ExactRange]

  /// The box with these sides.
  public init(_ sides: [ExactRange]) {
    self.sides = sides
  }

  /// The box that is a single point.
  public init(point: [Rational]) {
    self.init(point.map { ExactRange($0) })
  }

  /// How many variables there are.
  public var dimension: Int { sides.count }

  /// Whether the bounds of all sides are in order.
  public var isValid: Bool { sides.allSatisfy(\.isValid) }

  /// The tightest interval vector around the box.
  public var hull: [Interval] { sides.map(\.hull) }

  /// The tightest intervals around the sides in the arithmetic of a number.
  @inlinable
  public func enclosure<Scalar: EnclosingScalar>(like scalar: Scalar) -> [Scalar] {
    sides.map { $0.enclosure(like: scalar) }
  }

  /// Whether the box is a single point.
  public var isPoint: Bool { sides.allSatisfy(\.isPoint) }

  /// The lower bounds of all sides: the only point, if there is only one.
  public var lowerCorner: [Rational] { sides.map(\.lower) }

  /// The axes along which the box has more than one point.
  public var thickAxes: [Int] { sides.indices.filter { !sides[$0].isPoint } }

  /// Whether a point lies in the box.
  public func contains(_ point: [Rational]) -> Bool {
    point.count == sides.count && zip(sides, point).allSatisfy { $0.contains($1) }
  }

  /// The point made of the centres of all sides.
  var centre: Box { Box(sides.map { ExactRange($0.centre) }) }

  /// The box with one side replaced.
  public func replacing(_ index: Int, with side: ExactRange) -> Box {
    var copy = self
    copy.sides[index] = side
    return copy
  }

  /// The face where a variable is at one of its bounds.
  package func face(_ axis: Int, isUpper: Bool) -> Box { replacing(axis, with: sides[axis].end(isUpper: isUpper)) }

  /// The two parts on either side of a number strictly inside of a side; nil if it is not.
  package func split(_ axis: Int, at number: Double) -> (lower: Box, upper: Box)? {
    sides[axis].split(at: number).map { (replacing(axis, with: $0.lower), replacing(axis, with: $0.upper)) }
  }
}
