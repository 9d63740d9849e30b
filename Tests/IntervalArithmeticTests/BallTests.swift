import MultiPrecision
import RealArithmetic
import TestSupport
import Testing

@testable import IntervalArithmetic

/// Balls contain the exact results for members of their operands, and those of points are hardly wider than a rounding.
@Suite struct BallTests {
  static let count = 20_000

  /// A ball of any kind, and members of it: its centre and what lies at its rim.
  static func ball(_ generator: inout SeededGenerator, exponents: ClosedRange<Int> = -1000...1000) -> (Ball, [Dyadic]) {
    let middle = generator.next() % 16 == 0 ? generator.double() : generator.double(exponents: exponents)
    let radius: Double =
      switch generator.next() % 4 {
      case 0: 0
      case 1: middle.magnitude * 0x1p-52
      case 2: middle.magnitude * Double.random(in: 0..<0x1p-3, using: &generator)
      default: generator.double(exponents: exponents).magnitude
      }
    let ball = Ball(midpoint: middle, radius: radius)
    guard let centre = Dyadic(exactly: middle), let distance = Dyadic(exactly: radius) else { return (ball, []) }
    return (ball, [centre - distance, centre, centre + distance])
  }

  /// A ball as exact numbers; nil if nothing is known.
  struct ExactBall {
    let middle, radius: Dyadic

    init?(_ ball: Ball) {
      guard ball.isBounded, let middle = Dyadic(exactly: ball.midpoint), let radius = Dyadic(exactly: ball.radius)
      else {
        return nil
      }
      (self.middle, self.radius) = (middle, radius)
    }

    /// Whether `x / y` is a member: a comparison of products, for `y` not zero.
    func contains(_ x: Dyadic, over y: Dyadic = 1) -> Bool {
      (x - middle * y).magnitude <= radius * y.magnitude
    }
  }

  /// Whether the ball contains a rational.
  static func holds(_ ball: Ball, _ value: Rational) -> Bool {
    guard ball.isBounded, let middle = Rational(exactly: ball.midpoint), let radius = Rational(exactly: ball.radius)
    else { return true }
    return (value - middle).magnitude <= radius
  }

  @Test(arguments: [-1070...1020, -30...30, -1070 ... -1000, 1000...1022])
  func operationsHoldExactResults(exponents: ClosedRange<Int>) {
    var generator = SeededGenerator(seed: UInt64(3000 + exponents.lowerBound))
    var bounded = 0
    for _ in 0..<Self.count / 4 {
      let (a, members) = Self.ball(&generator, exponents: exponents)
      let (b, others) = Self.ball(&generator, exponents: exponents)
      let results = [a + b, a - b, a * b, a / b, a.half, -a]
      bounded += results.filter(\.isBounded).count
      // Of a ball of which nothing is known there are no members here, and nothing to miss.
      let (sum, difference, product, quotient) = (
        ExactBall(results[0]), ExactBall(results[1]), ExactBall(results[2]), ExactBall(results[3])
      )
      let (half, negative) = (ExactBall(results[4]), ExactBall(results[5]))
      for x in members {
        if half?.contains(x, over: 2) == false { Issue.record("half of \(a)") }
        if negative?.contains(-x) == false { Issue.record("-\(a)") }
        for y in others {
          if sum?.contains(x + y) == false { Issue.record("\(a) + \(b)") }
          if difference?.contains(x - y) == false { Issue.record("\(a) - \(b)") }
          if product?.contains(x * y) == false { Issue.record("\(a) * \(b)") }
          if !y.isZero, quotient?.contains(x, over: y) == false { Issue.record("\(a) / \(b)") }
        }
      }
    }
    #expect(bounded > Self.count / 4)
  }

  /// The test above notices a radius that lacks the rounding of the midpoint.
  @Test func aRadiusTooSmallIsNoticed() throws {
    let (a, b) = (try #require(Dyadic(exactly: 0.1)), try #require(Dyadic(exactly: 0.7)))
    let exact = try #require(ExactBall(Ball(0.1 + 0.7)))
    #expect(!exact.contains(a + b) && exact.contains(exact.middle))
    let quotient = try #require(ExactBall(Ball(0.1 / 0.7)))
    #expect(!quotient.contains(a, over: b) && !quotient.contains(-a, over: -b))
  }

  @Test func squareRootsHoldExactResults() {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<Self.count / 4 {
      let (a, members) = Self.ball(&generator)
      let root = Interval(Ball.sqrt(a))
      for x in members where x >= 0 {
        let (low, high) = (Dyadic(exactly: root.lowerBound), Dyadic(exactly: root.upperBound))
        #expect(low.map { $0 < 0 || $0 * $0 <= x } ?? true, "\(a)")
        #expect(high.map { $0 * $0 >= x } ?? true, "\(a)")
      }
    }
  }

  /// The functions at the centre and at the rim, against 120 bits.
  @Test(arguments: [
    (-800.0, 800.0, 0.5), (-1, 1, 0x1p-30), (-0.1, 0, 0), (-5, 40, 0x1p-9), (-27, 33, 0x1p-40), (0, 0x1p-7, 0x1p-8),
    (0, 4, 12),
  ])
  func functionsHoldExactResults(low: Double, high: Double, radius: Double) {
    var generator = SeededGenerator(seed: 32)
    for _ in 0..<Self.count / 60 {
      let middle = Double.random(in: low...high, using: &generator)
      let ball = Ball(midpoint: middle, radius: radius == 0 ? 0 : Double.random(in: 0...radius, using: &generator))
      guard let centre = Dyadic(exactly: middle), let distance = Dyadic(exactly: ball.radius) else { continue }
      let (exp, expm1, erfcx, g) = (Ball.exp(ball), Ball.expm1(ball), Ball.erfcx(ball), Ball.exp(-ball.squared()))
      let (complement, tail) = (Ball.complement(g, ball), Ball.scaledTail(g, ball, exponent: Ball(0)))
      for t in distance.isZero ? [centre] : [centre - distance, centre, centre + distance] {
        let exact = DyadicInterval(t, precision: 120)
        Self.expect(exp, holds: DyadicInterval.exp(exact), "exp \(ball)")
        Self.expect(expm1, holds: DyadicInterval.expm1(exact), "expm1 \(ball)")
        Self.expect(erfcx, holds: DyadicInterval.erfcx(exact), "erfcx \(ball)")
        let erfc = DyadicInterval.erfc(exact)
        Self.expect(complement, holds: erfc, "erfc \(ball)")
        Self.expect(tail, holds: erfc, "tail \(ball)")
      }
    }
  }

  /// Whether all of a narrow enclosure of the exact result lies in the ball, compared exactly.
  static func expect(_ ball: Ball, holds exact: DyadicInterval, _ what: @autoclosure () -> String) {
    guard let members = ExactBall(ball) else { return }
    if !members.contains(exact.lowerBound) || !members.contains(exact.upperBound) {
      Issue.record("\(what()): \(ball) and \(exact)")
    }
  }

  @Test func constantsHoldExactResults() {
    let one = DyadicInterval(1.0, precision: 200)
    Self.expect(Ball(1).pi, holds: one.pi, "pi")
    Self.expect(Ball(1).inverseRootPi, holds: one / DyadicInterval.sqrt(one.pi), "1/sqrt(pi)")
    #expect(Ball(1).inverseRootPi.radius < 0x1p-56)
    for n in [0, 1, -7, 1 << 53, .max, .min] { #expect(Self.holds(Ball(1).constant(n), Rational(n))) }
    #expect(Self.holds(Ball(1).constant(Rational(1, over: 3)), Rational(1, over: 3)))
  }

  // MARK: Widths

  /// The radius of a narrow ball grows by the derivative and hardly more.
  @Test func radiiGrowByTheDerivative() {
    var generator = SeededGenerator(seed: 36)
    for _ in 0..<Self.count / 10 {
      let t = Double.random(in: 0.01..<10, using: &generator)
      let ball = Ball(midpoint: t, radius: 0x1p-24)
      let argument = Interval(ball)
      let pairs = [
        (Ball.exp(ball), Interval.exp(argument)), (Ball.erfcx(ball), Interval.erfcx(argument)),
        (Ball.sqrt(ball), Interval.sqrt(argument)), (Ball(1) / ball, argument.reciprocal()),
        (ball * ball, argument * argument),
      ]
      for (result, interval) in pairs where Interval(result).width > 1.08 * interval.width { Issue.record("\(t)") }
    }
  }

  /// Of points, results are within a unit in the last place.
  @Test func pointsGiveNarrowBalls() {
    var generator = SeededGenerator(seed: 33)
    for _ in 0..<Self.count {
      let (a, b) = (generator.double(exponents: -300...300), generator.double(exponents: -300...300))
      let t = Double.random(in: 0..<32, using: &generator)
      let results = [
        Ball(a) + Ball(b), Ball(a) * Ball(b), Ball(a) / Ball(b), Ball.sqrt(Ball(a.magnitude)), Ball.exp(Ball(t)),
        Ball.exp(-Ball(t)), Ball.erfcx(Ball(t)),
      ]
      for (index, result) in results.enumerated() where !(result.radius <= result.midpoint.magnitude * 0x1.8p-53) {
        Issue.record("operation \(index) of \(a), \(b), \(t)")
      }
    }
  }

  /// The stated errors of the values, and that they could not be a sixteenth smaller.
  @Test func valuesKeepTheirErrors() {
    var generator = SeededGenerator(seed: 34)
    var (worstExponential, worstComplement) = (0.0, 0.0)
    for _ in 0..<Self.count / 2 {
      let x = Double.random(in: -700..<700, using: &generator)
      let t = Double.random(in: 0..<32, using: &generator)
      worstExponential = max(
        worstExponential, Self.error(Exponential.value(x), DyadicInterval.exp(DyadicInterval(x, precision: 90))))
      worstComplement = max(
        worstComplement, Self.error(ScaledComplement.value(t), DyadicInterval.erfcx(DyadicInterval(t, precision: 90))))
    }
    #expect(worstExponential <= Exponential.valueError && worstExponential > 0.9 * Exponential.valueError)
    #expect(worstComplement <= ScaledComplement.valueError && worstComplement > 0.7 * ScaledComplement.valueError)
  }

  /// The relative error, rounded upward.
  static func error(_ value: Double, _ exact: DyadicInterval) -> Double {
    let difference = (DyadicInterval(value, precision: 90) - exact) / exact
    let (lower, upper) = difference.doubleBounds
    return max(lower.magnitude, upper.magnitude)
  }

  /// What leaving out the two highest terms of a row costs, relative to its value: less than a sixth of 2^-53.
  @Test func theHighestTermsMayBeLeftOut() {
    for row in 0..<erfcxTable.count / 12 {
      let c = erfcxTable[12 * row..<12 * row + 12].map { $0 }
      let centre = row < 64 ? Double(row) / 64 : Double(bitPattern: UInt64(row + 1022 * 64) << 46)
      // Half the distance to the next centre, at most.
      let reach = max(0x1p-7, centre * 0x1p-7)
      var power = 1.0
      for _ in 0..<8 { power *= reach }
      let omitted = power * (c[10].magnitude + reach * c[11].magnitude)
      #expect(omitted <= 1.2 * 0x1p-56 * c[0], "row \(row)")
    }
  }

  // MARK: Edge cases

  @Test(arguments: [
    Ball(midpoint: 1, radius: -1), Ball(midpoint: .nan, radius: 0), Ball(Interval.entire), Ball(Interval.empty),
    Ball(1) / Ball(midpoint: 1, radius: 2), Ball(1) / Ball(0), Ball(0x1p600) * Ball(0x1p600),
    Ball(Double.greatestFiniteMagnitude) + Ball(Double.greatestFiniteMagnitude), Ball.exp(Ball(800)),
    Ball.erfcx(Ball(-30)), Ball(Interval(lowerBound: 0, upperBound: .infinity)), Ball(0) / Ball(midpoint: 0, radius: 1),
    .unknown, Ball.sqrt(Ball(-1)),
  ])
  func nothingIsKnown(ball: Ball) {
    #expect(!ball.isBounded && Interval(ball) == .entire)
  }

  /// Whatever way a ball says that nothing is known of it, nothing is known of a result either.
  @Test func whatIsUnknownStaysUnknown() {
    let midpoints = [0, -0.0, 1, -3, 0x1p-1074, .greatestFiniteMagnitude, .infinity, -.infinity, .nan]
    let balls = midpoints.flatMap { middle in [0, 1, .infinity, .nan].map { Ball(middle, $0) } }
    let unknown = balls.filter { !$0.isBounded }
    #expect(unknown.count == 24)
    for a in unknown {
      for b in balls {
        for result in [a + b, b + a, a - b, b - a, a * b, b * a, a / b, b / a] where result.isBounded {
          Issue.record("(\(a.midpoint), \(a.radius)) and (\(b.midpoint), \(b.radius)): \(result)")
        }
        let complements = [Ball.complement(a, b), Ball.complement(b, a)]
        let tails = [Ball.scaledTail(a, b, exponent: Ball(0)), Ball.scaledTail(b, a, exponent: Ball(0))]
        for result in complements + tails where result.isBounded {
          Issue.record("tails of (\(a.midpoint), \(a.radius)) and (\(b.midpoint), \(b.radius)): \(result)")
        }
      }
      for result in [-a, a.half, a.squared(), Ball.sqrt(a), Ball.exp(a), Ball.expm1(a), Ball.erfcx(a)] {
        if result.isBounded { Issue.record("(\(a.midpoint), \(a.radius)): \(result)") }
      }
    }
  }

  @Test func intervalsAndBalls() {
    var generator = SeededGenerator(seed: 35)
    for _ in 0..<Self.count {
      let interval = generator.interval()
      let ball = Ball(interval)
      let limit = interval.width * 0.5 * (1 + 0x1p-40) + ball.midpoint.magnitude * 0x1p-52 + 0x1p-1060
      if !interval.isSubset(of: Interval(ball)) || ball.isBounded && ball.radius > limit { Issue.record("\(interval)") }
    }
    #expect(Ball(3).contains(3) && !Ball(3).contains(3.0.nextUp))
    #expect(Ball(midpoint: 3, radius: 1).description == Interval(lowerBound: 2, upperBound: 4).description)
  }
}
