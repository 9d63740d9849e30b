import MomentMap
import MultiPrecision
import RealArithmetic
import SELUClaims

/// A function of several variables as the replay needs it: enclosures over boxes, or a rejection where nothing is known.
protocol ReplayedFunction {
  associatedtype Scalar: ReplayScalar

  /// Whether a certificate says where the fixed points are; if not it may not do so.
  var isAboutFixedPoints: Bool { get }

  /// Encloses the values over a box; `neighbourhood` is what the certificate says of the fixed points there.
  func value(over box: ReplayBox<Scalar>, within neighbourhood: Node.Neighbourhood?) throws(Rejection) -> Scalar

  /// Encloses the partial derivatives along some axes over a box, in their order.
  func gradient(
    over box: ReplayBox<Scalar>, along axes: [Int], within neighbourhood: Node.Neighbourhood?
  ) throws(Rejection) -> [Scalar]

  /// The value at a point, where it is a rational number and known exactly.
  func exactValue(at point: [Rational]) -> Rational?
}

/// An arithmetic of the replay: what goes in and what comes out is compared with exact numbers.
protocol ReplayScalar: EnclosingScalar {
  /// Whether there are members and bounds.
  var isBounded: Bool { get }

  /// The tightest interval around all numbers between two, in the arithmetic of `self`.
  func enclosing(_ lower: Rational, through upper: Rational) -> Self

  /// Whether every member is at most `r`, decided exactly; false whenever nothing is known.
  func isLessOrEqual(to r: Rational) -> Bool

  /// Whether every member is at least `r`, decided exactly; false whenever nothing is known.
  func isGreaterOrEqual(to r: Rational) -> Bool

  /// The interval of all absolute values.
  static func abs(_ x: Self) -> Self
}

extension Interval128: ReplayScalar {
  func enclosing(_ lower: Rational, through upper: Rational) -> Interval128 {
    Interval128(lowerBound: lower, upperBound: upper)
  }
}

extension DyadicInterval: ReplayScalar {
  func enclosing(_ lower: Rational, through upper: Rational) -> DyadicInterval {
    DyadicInterval(lowerBound: lower, upperBound: upper, precision: precision)
  }
}

/// A box with exact bounds.
struct ReplayBox<Scalar: ReplayScalar> {
  private(set) var sides: [Certificate.Side]
  /// The tightest intervals around the sides.
  private(set) var intervals: [Scalar]

  init(_ sides: [Certificate.Side], like scalar: Scalar) {
    self.sides = sides
    intervals = sides.map { scalar.enclosing($0.lower, through: $0.upper) }
  }

  /// A single point.
  init(point: [Rational], like scalar: Scalar) {
    self.init(point.map { Certificate.Side($0, $0) }, like: scalar)
  }

  /// The only point, if there is only one.
  var point: [Rational]? {
    sides.allSatisfy { $0.lower == $0.upper } ? sides.map(\.lower) : nil
  }

  /// The axes along which the box has more than one point.
  var thickAxes: [Int] { sides.indices.filter { sides[$0].lower < sides[$0].upper } }

  func contains(_ point: [Rational]) -> Bool {
    point.count == sides.count && zip(sides, point).allSatisfy { $0.lower <= $1 && $1 <= $0.upper }
  }

  /// The box with another side.
  func replacing(_ axis: Int, with side: Certificate.Side) -> ReplayBox {
    var copy = self
    copy.sides[axis] = side
    copy.intervals[axis] = intervals[axis].enclosing(side.lower, through: side.upper)
    return copy
  }
}

/// A quantity of the paper, evaluated with multi-precision intervals.
struct ReplayedQuantity<Scalar: ReplayScalar>: ReplayedFunction {
  let isAboutFixedPoints = false
  private let quantity: Quantity
  private let evaluator: QuantityEvaluator<Scalar>

  init(_ quantity: Quantity, coordinates: [Variable], activation: Activation<Scalar>) {
    self.quantity = quantity
    evaluator = QuantityEvaluator(quantity, coordinates: coordinates, activation: activation)
  }

  func value(over box: ReplayBox<Scalar>, within _: Node.Neighbourhood?) throws(Rejection) -> Scalar {
    let value = try known(evaluator.value(over: box.intervals))
    return quantity.isAbsolute ? Scalar.abs(value) : value
  }

  func gradient(
    over box: ReplayBox<Scalar>, along axes: [Int], within _: Node.Neighbourhood?
  ) throws(Rejection) -> [Scalar] {
    var gradient: [Scalar] = []
    for partial in evaluator.gradient(over: box.intervals, along: axes) { gradient.append(try known(partial)) }
    guard quantity.isAbsolute else { return gradient }
    let value = try known(evaluator.value(over: box.intervals))
    return gradient.map { Self.slopeOfMagnitude(value, $0) }
  }

  /// The slopes of the absolute value: of both branches where the sign is not known.
  private static func slopeOfMagnitude(_ value: Scalar, _ partial: Scalar) -> Scalar {
    if value.isGreaterOrEqual(to: 0) { return partial }
    return value.isLessOrEqual(to: 0) ? -partial : partial.convexHull(-partial)
  }

  func exactValue(at point: [Rational]) -> Rational? {
    guard quantity.derivative == nil else { return nil }
    let values = Dictionary(zip(evaluator.coordinates, point)) { first, _ in first }
    let value = quantity.expression.exactValue(at: values.withProducts)
    return quantity.isAbsolute ? value?.magnitude : value
  }
}

/// An enclosure that says something: nil, what is not an interval and the empty interval prove nothing.
func known<Scalar: ReplayScalar>(_ enclosure: Scalar?) throws(Rejection) -> Scalar {
  guard let enclosure, enclosure.isKnown else { throw Rejection("a formula cannot be evaluated over the box") }
  return enclosure
}
