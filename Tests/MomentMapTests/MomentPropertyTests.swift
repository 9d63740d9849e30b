import IntervalArithmetic
import MultiPrecision
import RealArithmetic
import Testing

@testable import MomentMap

/// What must hold for all net inputs.
@Suite struct MomentPropertyTests {
  static let seeds: [UInt64] = [1, 2, 3, 0x5E1F]
  static let activation = Activation.selfNormalizing(like: Interval(1))

  /// Everything that the moments offer.
  static func all(_ m: Moments<Interval>) -> [Interval] {
    [
      m.mean, m.secondMoment, m.variance, m.meanByMean, m.meanByVariance, m.secondMomentByMean,
      m.secondMomentByVariance, m.varianceByMean, m.varianceByVariance,
    ]
  }

  static func moments(_ y: Interval, _ x: Interval) -> Moments<Interval> {
    Moments(activation, NetInput(mean: y, variance: x))
  }

  // MARK: Monotonicity

  @Test(arguments: seeds)
  func meanIncreasesWithTheMeanOfTheNetInput(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let (y, x) = (generator.number(in: -3...10), generator.scale(in: 0.05...1e4))
      let step = generator.scale(in: 1e-3...1)
      let (before, after) = (Self.moments(Interval(y), Interval(x)), Self.moments(Interval(y + step), Interval(x)))
      #expect(before.mean.upperBound < after.mean.lowerBound, "y = \(y), x = \(x)")
      #expect(before.meanByMean.lowerBound > 0)
      // The slope of the activation is between 0 and its largest value, lambda alpha.
      #expect(before.meanByMean.upperBound <= (Self.activation.lambda * Self.activation.alpha).upperBound)
    }
  }

  /// The variance of the activation is positive and at most the variance of the net input times the square of the
  /// largest slope; the second moment is not less than the variance.
  @Test(arguments: seeds)
  func varianceIsBoundedByTheSlope(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let slope = Self.activation.lambda * Self.activation.alpha
    for _ in 0..<50 {
      let (y, x) = (Interval(generator.number(in: -3...10)), Interval(generator.scale(in: 0.05...1e4)))
      let moments = Self.moments(y, x)
      #expect(moments.variance.lowerBound > 0)
      #expect(moments.variance.upperBound <= (slope.squared() * x).lowerBound)
      #expect(moments.variance.lowerBound <= moments.secondMoment.upperBound)
    }
  }

  // MARK: Symmetry

  /// A point is its mirror image, because only mu omega counts and H's first column changes its sign.
  @Test(arguments: seeds)
  func spectralNormIsSymmetric(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let mapping = MomentMapping(Self.activation)
    for _ in 0..<50 {
      let point = Point(
        mu: Interval(generator.number(in: -1...1)), omega: Interval(generator.number(in: -1...1)),
        nu: Interval(generator.scale(in: 0.02...16)), tau: Interval(generator.number(in: 0.5...2)))
      let mirrored = Point(mu: -point.mu, omega: -point.omega, nu: point.nu, tau: point.tau)
      let (h, k) = (mapping.jacobian(at: point), mapping.jacobian(at: mirrored))
      #expect(h.largestSingularValue == k.largestSingularValue)
      #expect(k.a11 == -h.a11 && k.a21 == -h.a21 && k.a12 == h.a12 && k.a22 == h.a22)
      #expect(mapping(point) == mapping(mirrored))
      // With only one sign turned round the value is another.
      let turned = Point(mu: -point.mu, omega: point.omega, nu: point.nu, tau: point.tau)
      #expect(mapping(turned).mean != mapping(point).mean)
    }
  }

  /// For omega = 0 and for mu = 0 the moments are those of a net input with mean 0.
  @Test func centredNetInputs() {
    let mapping = MomentMapping(Self.activation)
    let centred = Self.moments(Interval(0), Interval(1.5))
    for (mu, omega) in [(0.0, 0.7), (0.3, 0), (0, 0)] {
      let point = Point(mu: Interval(mu), omega: Interval(omega), nu: Interval(1.5), tau: Interval(1))
      #expect(mapping(point) == (centred.mean, centred.variance))
    }
    #expect(centred.mean != Self.moments(Interval(0.01), Interval(1.5)).mean)
  }

  // MARK: Enclosure

  /// The arguments of what follows: boxes of all sizes over the range where the paper works and beyond.
  static func boxes(_ seed: UInt64) -> [(y: Interval, x: Interval)] {
    var generator = SeededGenerator(seed: seed)
    return (0..<40).map { _ in
      let (y, x) = (generator.number(in: -2...10), generator.scale(in: 1e-2...1e4))
      let (height, factor) = (generator.scale(in: 1e-9...1), 1 + generator.scale(in: 1e-9...1))
      return (Interval(lowerBound: y, upperBound: y + height), Interval(lowerBound: x, upperBound: x * factor))
    }
  }

  @Test(arguments: seeds)
  func partsOfBoxesHavePartsOfTheirEnclosures(seed: UInt64) {
    var generator = SeededGenerator(seed: seed &+ 100)
    for (y, x) in Self.boxes(seed) {
      let whole = Self.all(Self.moments(y, x))
      for (partOfY, partOfX) in [
        (generator.part(of: y), generator.part(of: x)), (Interval(y.midpoint), Interval(x.midpoint)), (y, x),
      ] {
        let part = Self.all(Self.moments(partOfY, partOfX))
        for (index, (inner, outer)) in zip(part, whole).enumerated() {
          #expect(inner.isSubset(of: outer), "quantity \(index) over \(partOfY), \(partOfX) in \(y), \(x)")
          #expect(outer.isCommonInterval)
        }
      }
      // A box elsewhere has another enclosure.
      let elsewhere = Self.moments(y + Interval(y.width + 1), x)
      #expect(!elsewhere.mean.isSubset(of: whole[0]))
    }
  }

  @Test(arguments: seeds)
  func doublesLieInTheEnclosuresOfTheirBoxes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed &+ 200)
    let activation = Activation.selfNormalizing(like: 1.0)
    for (y, x) in Self.boxes(seed) {
      let point = NetInput(mean: generator.part(of: y).midpoint, variance: generator.part(of: x).midpoint)
      let values = Moments(activation, point)
      let enclosures = Self.moments(y, x)
      let error = 1e-10 * (1 + point.mean * point.mean + point.variance)
      for (value, enclosure) in [
        (values.mean, enclosures.mean), (values.variance, enclosures.variance),
        (values.meanByMean, enclosures.meanByMean), (values.varianceByVariance, enclosures.varianceByVariance),
      ] {
        #expect(enclosure.lowerBound - error <= value && value <= enclosure.upperBound + error)
      }
    }
  }

  /// The enclosures of H and S over parts of a box of the paper's domains.
  @Test(arguments: seeds)
  func partsOfBoxesHavePartsOfTheirJacobians(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let mapping = MomentMapping(Self.activation)
    let domain = [
      Interval(lowerBound: -0.1, upperBound: 0.1), Interval(lowerBound: -0.1, upperBound: 0.1),
      Interval(lowerBound: 0.8, upperBound: 1.5), Interval(lowerBound: 0.8, upperBound: 1.25),
    ]
    func point(_ sides: [Interval]) -> Point<Interval> {
      Point(mu: sides[0], omega: sides[1], nu: sides[2], tau: sides[3])
    }
    for _ in 0..<20 {
      let outer = domain.map { generator.part(of: $0) }
      let inner = outer.map { generator.part(of: $0) }
      let (h, k) = (mapping.jacobian(at: point(outer)), mapping.jacobian(at: point(inner)))
      #expect(k.largestSingularValue.isSubset(of: h.largestSingularValue))
      for (part, whole) in [(k.a11, h.a11), (k.a12, h.a12), (k.a21, h.a21), (k.a22, h.a22)] {
        #expect(part.isSubset(of: whole))
      }
    }
  }

  /// Extreme net inputs; those with a mean far below zero are left to MomentReferenceTests.
  static let extremeNetInputs: [(y: Double, x: Double)] = [-10.0, -1, -0.1, -1e-3, 0, 1e-3, 0.1, 1, 10].flatMap { y in
    [1e-6, 1e-3, 1, 1e3, 1e4].map { (y: y, x: $0) }
  }.filter { $0.y > -37 * $0.x.squareRoot() }

  @Test(arguments: extremeNetInputs)
  func extremeNetInputsAreEnclosed(y: Double, x: Double) {
    let moments = Self.moments(Interval(y), Interval(x))
    for enclosure in Self.all(moments) { #expect(enclosure.isCommonInterval, "\(enclosure)") }
    // The mean of a function is between its least and its greatest value; of one of slope at most 1.76, near f(y).
    let slope = (Self.activation.lambda * Self.activation.alpha).upperBound
    let atMean = Self.activation(Interval(y), isPositive: y > 0)
    let spread = slope * x.squareRoot() * 1.0001
    let expected = atMean + Interval(lowerBound: -spread, upperBound: spread)
    #expect(moments.mean.isSubset(of: expected + Interval(lowerBound: -1e-12, upperBound: 1e-12)))
    #expect(!moments.mean.isSubset(of: expected + Interval(2.1 * spread + 1e-6)))
  }

  /// Nothing is known of a net input whose variance may be negative, and nothing is said of it.
  @Test func variancesThatAreNotPositive() {
    for x in [Interval(-1), Interval(0), Interval(lowerBound: -2, upperBound: -1)] {
      #expect(Self.all(Self.moments(Interval(0.1), x)).allSatisfy { $0.isEmpty })
    }
    let mixed = Self.moments(Interval(lowerBound: -0.1, upperBound: 0.1), Interval(lowerBound: -1, upperBound: 1))
    for (mixedEnclosure, part) in zip(Self.all(mixed), Self.all(Self.moments(Interval(0.1), Interval(0.5)))) {
      #expect(part.isSubset(of: mixedEnclosure))
    }
    // Up to a variance of zero the enclosures hold those of all positive variances.
    let down = Self.moments(Interval(0.1), Interval(lowerBound: 0, upperBound: 1))
    for x in [1.0, 1e-3, 1e-300] {
      #expect(Self.moments(Interval(0.1), Interval(x)).mean.isSubset(of: down.mean))
    }
  }

  // MARK: The fixed point of the paper

  @Test func normalisedWeightsKeepMeanZeroAndVarianceOne() throws {
    let moments = Self.moments(Interval(0), Interval(1))
    #expect(moments.mean.contains(0) && moments.mean.width < 1e-14)
    #expect(moments.variance.contains(1) && moments.variance.width < 1e-13)
    let other = Moments(
      Activation(alpha: Self.activation.alpha + Interval(1e-9), lambda: Self.activation.lambda), moments.halfLines)
    #expect(!other.mean.contains(0) && !other.variance.contains(1))
  }

  /// For small negative z the value is `lambda alpha z`, nearly, with all digits of the arithmetic.
  @Test(arguments: [
    (-1e-17, "-1.758099340847377e-17"), (-1e-300, "-1.758099340847377e-300"), (-0.0625, "-0.10651785433159"),
  ])
  func activationKeepsItsDigits(z: Double, text: String) throws {
    let exact = try Rational(parsing: text)
    func isNear(_ value: Rational, _ exponent: Int) -> Bool {
      (value - exact).magnitude <= exact.magnitude * Rational(1, timesTenTo: exponent)
    }

    let interval = Self.activation(Interval(z), isPositive: false)
    let precise = Activation.selfNormalizing(like: DyadicInterval(1.0, precision: 120))(
      DyadicInterval(z, precision: 120), isPositive: false)
    let double = Activation.selfNormalizing(like: 1.0)(z, isPositive: false)
    let dual = Activation.selfNormalizing(like: Dual(constant: Interval(1)))(
      Dual(variable: Interval(z)), isPositive: false)
    let (preciseLower, preciseUpper) = (Rational(precise.lowerBound), Rational(precise.upperBound))
    for bound in [interval.lowerBound, interval.upperBound, double, dual.value.lowerBound] {
      #expect(isNear(try #require(Rational(exactly: bound)), -13), "\(bound)")
    }
    #expect(isNear(preciseLower, z < -1e-3 ? -13 : -15) && isNear(preciseUpper, z < -1e-3 ? -13 : -15))
    let (lower, upper) = precise.doubleBounds
    #expect(interval.lowerBound <= lower && upper <= interval.upperBound)
    #expect(interval.width <= 1e-13 * -z)
    #expect(dual.value == interval && dual.tangent.width < 1e-13)
  }

  @Test func activationHasAKinkAtZero() {
    let selu = Self.activation
    #expect(selu(Interval(2), isPositive: true) == selu.lambda * Interval(2))
    #expect(selu(Interval(0), isPositive: true) == Interval(0))
    #expect(selu(Interval(0), isPositive: false).contains(0))
    let limit = -(selu.lambda * selu.alpha)
    #expect(selu(Interval(-800), isPositive: false).isSubset(of: limit + Interval(lowerBound: 0, upperBound: 1e-300)))
    #expect(!selu(Interval(-1), isPositive: false).isSubset(of: limit + Interval(lowerBound: -1, upperBound: 1e-300)))
  }
}
