import MomentMap
import MultiPrecision
import RealArithmetic
import SELUClaims

/// A function of several variables as the replay needs it: enclosures over boxes, or a rejection where nothing is known.
protocol ReplayedFunction {
  /// Whether a certificate says where the fixed points are; if not it may not do so.
  var isAboutFixedPoints: Bool { get }

  /// Encloses the values over a box; `neighbourhood` is what the certificate says of the fixed points there.
  func value(over box: ReplayBox, within neighbourhood: Node.Neighbourhood?) throws(Rejection) -> DyadicInterval

  /// Encloses the partial derivatives over a box.
  func gradient(over box: ReplayBox, within neighbourhood: Node.Neighbourhood?) throws(Rejection) -> [DyadicInterval]

  /// The value at a point, where it is a rational number and known exactly.
  func exactValue(at point: [Rational]) -> Rational?
}

/// A box with exact bounds.
struct ReplayBox {
  private(set) var sides: [Certificate.Side]
  let precision: Int

  init(_ sides: [Certificate.Side], precision: Int) {
    self.sides = sides
    self.precision = precision
  }

  /// A single point.
  init(point: [Rational], precision: Int) {
    self.init(point.map { Certificate.Side($0, $0) }, precision: precision)
  }

  /// The tightest intervals around the sides.
  var intervals: [DyadicInterval] {
    sides.map { DyadicInterval(lowerBound: $0.lower, upperBound: $0.upper, precision: precision) }
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
    return copy
  }
}

/// A quantity of the paper, evaluated with multi-precision intervals.
struct ReplayedQuantity: ReplayedFunction {
  let isAboutFixedPoints = false
  private let quantity: Quantity
  private let evaluator: QuantityEvaluator<DyadicInterval>

  init(_ quantity: Quantity, coordinates: [Variable], activation: Activation<DyadicInterval>) {
    self.quantity = quantity
    evaluator = QuantityEvaluator(quantity, coordinates: coordinates, activation: activation)
  }

  func value(over box: ReplayBox, within _: Node.Neighbourhood?) throws(Rejection) -> DyadicInterval {
    let value = try known(evaluator.value(over: box.intervals))
    return quantity.isAbsolute ? DyadicInterval.abs(value) : value
  }

  func gradient(over box: ReplayBox, within _: Node.Neighbourhood?) throws(Rejection) -> [DyadicInterval] {
    let (enclosure, partials) = evaluator.valueAndGradient(over: box.intervals)
    let value = try known(enclosure)
    var gradient: [DyadicInterval] = []
    for partial in partials { gradient.append(slope(value, try known(partial))) }
    return gradient
  }

  /// The slopes of the absolute value: of both branches where the sign is not known.
  private func slope(_ value: DyadicInterval, _ partial: DyadicInterval) -> DyadicInterval {
    if !quantity.isAbsolute || value.lowerBound >= 0 { return partial }
    return value.upperBound <= 0 ? -partial : partial.convexHull(-partial)
  }

  func exactValue(at point: [Rational]) -> Rational? {
    guard quantity.derivative == nil else { return nil }
    let values = Dictionary(zip(evaluator.coordinates, point)) { first, _ in first }
    let value = quantity.expression.exactValue(at: values.withProducts)
    return quantity.isAbsolute ? value?.magnitude : value
  }
}

/// An enclosure that says something.
func known(_ enclosure: DyadicInterval?) throws(Rejection) -> DyadicInterval {
  guard let enclosure, enclosure.isKnown else {
    throw Rejection("a formula cannot be evaluated over the box")
  }
  return enclosure
}
