import IntervalArithmetic
import RealArithmetic
import Testing

@testable import MomentMap

/// Every derivative in closed form against automatic differentiation of the closed forms by the rules for products, exp
/// and erfcx alone.
@Suite struct DerivativeTests {
  static let netInputs: [(y: Double, x: Double)] = [
    (0, 1), (0.01, 0.64), (-0.01, 1.875), (0.1, 20), (-0.1, 0.02), (1, 3), (-1, 16), (0.5, 0.05), (-2, 0.7), (3, 5),
    (-0.3, 0.8),
  ]

  static let activation = Activation.selfNormalizing(like: Interval(1))

  /// The activation with the same parameters in another arithmetic.
  static func activation<Scalar>(_ make: (Interval) -> Scalar) -> Activation<Scalar> {
    Activation(alpha: make(activation.alpha), lambda: make(activation.lambda))
  }

  /// The nine half-line moments.
  static func parts<Scalar>(_ moments: HalfLineMoments<Scalar>) -> [Scalar] {
    [
      moments.tail0, moments.tail1, moments.tail2, moments.density, moments.positiveProbability, moments.positiveMean,
      moments.positiveSecondMoment, moments.negativeMean, moments.negativeSecondMoment,
    ]
  }

  /// Mean, second moment and variance.
  static func values<Scalar>(_ moments: Moments<Scalar>) -> [Scalar] {
    [moments.mean, moments.secondMoment, moments.variance]
  }

  /// Their derivatives by y, then by x.
  static func derivatives<Scalar>(_ moments: Moments<Scalar>) -> [[Scalar]] {
    [
      [moments.meanByMean, moments.secondMomentByMean, moments.varianceByMean],
      [moments.meanByVariance, moments.secondMomentByVariance, moments.varianceByVariance],
    ]
  }

  /// The moments with one derivative, by the product rule: `axis` 0 is y, 1 is x.
  static func differentiated<Scalar: RealScalar>(
    _ input: NetInput<Scalar>, _ axis: Int, _ activation: Activation<Scalar>
  ) -> Moments<Dual<Scalar>> {
    let constant = { (value: Scalar) in Dual(constant: value) }
    let variable = { (value: Scalar, isVariable: Bool) in isVariable ? Dual(variable: value) : constant(value) }
    return Moments(
      Activation(alpha: constant(activation.alpha), lambda: constant(activation.lambda)),
      NetInput(mean: variable(input.mean, axis == 0), variance: variable(input.variance, axis == 1)))
  }

  func thin(_ y: Double, _ x: Double) -> NetInput<Interval> {
    NetInput(mean: Interval(y), variance: Interval(x))
  }

  // MARK: First derivatives

  @Test(arguments: netInputs)
  func closedFormDerivativesOfIntervals(y: Double, x: Double) {
    let closed = Self.derivatives(Moments(Self.activation, thin(y, x)))
    for axis in 0..<2 {
      let automatic = Self.values(Self.differentiated(thin(y, x), axis, Self.activation))
      for (index, (a, b)) in zip(closed[axis], automatic).enumerated() {
        #expect(!a.isDisjoint(with: b.tangent), "derivative \(index) along \(axis)")
        // Both are narrow, so that any other formula would not do.
        let scale = 1 + a.magnitude
        #expect(a.width < 1e-10 * scale && b.tangent.width < 1e-8 * scale)
        #expect((a + Interval(1e-7 * scale)).isDisjoint(with: b.tangent))
      }
    }
  }

  @Test(arguments: netInputs)
  func closedFormDerivativesOfDoubles(y: Double, x: Double) {
    let activation = Activation.selfNormalizing(like: 1.0)
    let input = NetInput(mean: y, variance: x)
    let closed = Self.derivatives(Moments(activation, input))
    for axis in 0..<2 {
      let automatic = Self.values(Self.differentiated(input, axis, activation))
      for (a, b) in zip(closed[axis], automatic) {
        #expect((a - b.tangent).magnitude < 1e-11 * (1 + a.magnitude))
      }
    }
    // The six numbers differ, so that a formula in the wrong place would be noticed; but at (0, 1), where the mean is
    // 0, the derivatives of the variance are those of the second moment.
    #expect(Set(closed.flatMap { $0 }).count >= (x == 1 ? 4 : 6))
  }

  /// Over boxes both are enclosures of the same sets: they hold the derivatives at all points of the box.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func closedFormDerivativesOverBoxes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let (y, x) = (generator.number(in: -1...1), generator.scale(in: 0.02...16))
      let radius = generator.scale(in: 1e-6...0.2)
      let box = NetInput(
        mean: Interval(lowerBound: y - radius, upperBound: y + radius),
        variance: Interval(lowerBound: x * (1 - radius), upperBound: x * (1 + radius)))
      let closed = Self.derivatives(Moments(Self.activation, box))
      let point = thin(generator.part(of: box.mean).lowerBound, generator.part(of: box.variance).lowerBound)
      for axis in 0..<2 {
        let overBox = Self.values(Self.differentiated(box, axis, Self.activation)).map(\.tangent)
        let atPoint = Self.values(Self.differentiated(point, axis, Self.activation)).map(\.tangent)
        for (index, inside) in atPoint.enumerated() {
          #expect(!inside.isDisjoint(with: closed[axis][index]), "derivative \(index) along \(axis) over \(box)")
          #expect(!inside.isDisjoint(with: overBox[index]))
          // What the closed form is for: it is far narrower than the product rule over all but tiny boxes.
          #expect(closed[axis][index].width <= overBox[index].width + 1e-9)
        }
      }
    }
  }

  /// The rules for the half-line moments that dual numbers use.
  @Test(arguments: netInputs)
  func halfLineMoments(y: Double, x: Double) {
    for axis in 0..<2 {
      let mean = Dual(Interval(y), tangent: Interval(axis == 0 ? 1 : 0))
      let variance = Dual(Interval(x), tangent: Interval(axis == 1 ? 1 : 0))
      let special = Self.parts(HalfLineMoments(thin(y, x)).lifted(mean: mean, variance: variance))
      let generic = Self.parts(HalfLineMoments(NetInput(mean: mean, variance: variance)))
      for (index, (a, b)) in zip(special, generic).enumerated() {
        #expect(!a.value.isDisjoint(with: b.value), "part \(index)")
        #expect(!a.tangent.isDisjoint(with: b.tangent), "part \(index) along \(axis)")
        let scale = 1 + a.tangent.magnitude
        #expect(a.tangent.width < 1e-9 * scale && b.tangent.width < 1e-8 * scale, "part \(index)")
        #expect((a.tangent + Interval(1e-7 * scale)).isDisjoint(with: b.tangent))
      }
    }
  }

  // MARK: Second derivatives

  /// A variable with two directions of differentiation.
  func twice(_ value: Interval, _ first: Bool, _ second: Bool) -> Dual<Dual<Interval>> {
    Dual(
      Dual(value, tangent: Interval(first ? 1 : 0)), tangent: Dual(constant: Interval(second ? 1 : 0)))
  }

  /// The derivative along `axes[0]` and `axes[1]` of mean, second moment and variance: by the rules for the half-line
  /// moments and by those for products.
  func secondDerivatives(_ input: NetInput<Interval>, _ axes: [Int]) -> (special: [Interval], generic: [Interval]) {
    let mean = twice(input.mean, axes[0] == 0, axes[1] == 0)
    let variance = twice(input.variance, axes[0] == 1, axes[1] == 1)
    let activation = Self.activation { Dual(constant: Dual(constant: $0)) }
    let halfLines = HalfLineMoments(input).lifted(mean: mean.value, variance: variance.value)
      .lifted(mean: mean, variance: variance)
    let (special, generic) = (
      Moments(activation, halfLines), Moments(activation, NetInput(mean: mean, variance: variance))
    )
    return (Self.values(special).map(\.tangent.tangent), Self.values(generic).map(\.tangent.tangent))
  }

  @Test(arguments: netInputs, [[0, 0], [0, 1], [1, 0], [1, 1]])
  func secondDerivatives(input: (y: Double, x: Double), axes: [Int]) {
    let (special, generic) = secondDerivatives(thin(input.y, input.x), axes)
    for (a, b) in zip(special, generic) {
      let scale = 1 + a.magnitude
      #expect(!a.isDisjoint(with: b), "\(a) \(b)")
      #expect(a.width < 1e-8 * scale && b.width < 1e-6 * scale)
      #expect((a + Interval(1e-5 * scale)).isDisjoint(with: b))
    }
  }

  /// A difference of first derivatives over a step is a second derivative somewhere in between.
  @Test(arguments: netInputs, [0, 1])
  func secondDerivativesHoldDifferenceQuotients(input: (y: Double, x: Double), axis: Int) {
    let step = 0x1p-10
    let before = thin(input.y, input.x)
    let after = axis == 0 ? thin(input.y + step, input.x) : thin(input.y, input.x + step)
    let hull = NetInput(
      mean: before.mean.convexHull(after.mean), variance: before.variance.convexHull(after.variance))
    let (first, second) = (Moments(Self.activation, before), Moments(Self.activation, after))
    for direction in 0..<2 {
      let (enclosures, _) = secondDerivatives(hull, [direction, axis])
      let quotients = zip(Self.derivatives(first)[direction], Self.derivatives(second)[direction])
        .map { ($1 - $0) / Interval(step) }
      for (quotient, enclosure) in zip(quotients, enclosures) {
        #expect(!quotient.isDisjoint(with: enclosure), "\(quotient) \(enclosure)")
        #expect((quotient + Interval(10 + enclosure.magnitude)).isDisjoint(with: enclosure))
      }
    }
  }

  // MARK: Jacobians

  static let points: [[Double]] = [
    [0, 0, 1, 1], [0.1, -0.1, 0.8, 1.1], [-0.1, 0.05, 1.5, 0.95], [1, 0.1, 16, 1.25], [-0.7, 0.3, 3, 0.8],
    [0.02, -0.9, 0.05, 1.2],
  ]

  /// H and J are the derivatives of g by mu and nu.
  @Test(arguments: points)
  func jacobians(coordinates: [Double]) {
    let sides = coordinates.map { Interval($0) }
    let point = Point(mu: sides[0], omega: sides[1], nu: sides[2], tau: sides[3])
    let mapping = MomentMapping(Self.activation)
    let (h, j) = (mapping.jacobian(at: point), mapping.secondMomentJacobian(at: point))
    let columns = [(h: [h.a11, h.a21], j: [j.a11, j.a21]), (h: [h.a12, h.a22], j: [j.a12, j.a22])]
    let lifted = MomentMapping(Self.activation { Dual(constant: $0) })
    for (axis, column) in columns.enumerated() {
      let arguments = sides.indices.map { index in
        Dual(sides[index], tangent: Interval(index == 2 * axis ? 1 : 0))
      }
      let moments = lifted.moments(
        at: Point(mu: arguments[0], omega: arguments[1], nu: arguments[2], tau: arguments[3]))
      let expected = [(column.h, [moments.mean, moments.variance]), (column.j, [moments.mean, moments.secondMoment])]
      for (entries, values) in expected {
        for (entry, value) in zip(entries, values) {
          #expect(!entry.isDisjoint(with: value.tangent))
          #expect(entry.width < 1e-11 && value.tangent.width < 1e-9)
          #expect((entry + Interval(1e-8)).isDisjoint(with: value.tangent))
        }
      }
    }
  }
}
