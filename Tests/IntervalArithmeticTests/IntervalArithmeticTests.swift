import RealArithmetic
import Testing

@testable import IntervalArithmetic

/// The operations on intervals: tightest against exact arithmetic on bounded operands, and the cases of IEEE 1788.
@Suite struct IntervalOperationTests {
  /// The tightest interval around the exact values at the corners of bounded operands.
  func hull(_ values: [Rational]) -> Interval {
    guard let least = values.min(), let greatest = values.max() else { return .empty }
    return Interval(enclosing: least, through: greatest)
  }

  func bounds(_ x: Interval) -> [Rational] {
    [x.lowerBound, x.upperBound].compactMap { Rational(exactly: $0) }
  }

  static let pairs: [(Interval, Interval)] = {
    var generator = SeededGenerator(seed: 11)
    let random = (0..<4_000).map { _ in (generator.interval(), generator.interval()) }
    // From subnormal to normal bounds: one end of the result may be ordinary while the other is not.
    let small = (0..<400).map { _ in
      let subnormal = Double.leastNormalMagnitude * Double.random(in: 0..<1, using: &generator)
      return Interval(lowerBound: subnormal, upperBound: Double.random(in: 1e-300...4, using: &generator))
    }
    let ordinary = (0..<400).map { _ in
      let lower = Double.random(in: 0.1...1e3, using: &generator)
      return Interval(lowerBound: lower, upperBound: 2 * lower)
    }
    // Members on both sides of zero, zero itself as a bound, and bounds on both sides of where products may underflow.
    let ends: [Double] = [
      0, 0x1p-481, 0x1.3p-480, 0x1.5555555555555p-479, 0x1.7p3, 0.1, 0x1.fp479, 0x1.3p480, 0x1p-537,
    ]
    let mixed = (0..<1_500).map { _ -> (Interval, Interval) in
      let numbers = (0..<4).map { _ -> Double in
        let number =
          generator.next() % 2 == 0
          ? Double.random(in: 0.1..<8, using: &generator) : ends.randomElement(using: &generator) ?? 0
        return generator.next() % 2 == 0 ? number : -number
      }
      return (
        Interval(lowerBound: min(numbers[0], numbers[1]), upperBound: max(numbers[0], numbers[1])),
        Interval(lowerBound: min(numbers[2], numbers[3]), upperBound: max(numbers[2], numbers[3]))
      )
    }
    return random + Array(zip(small, ordinary)) + Array(zip(ordinary, small)) + mixed
  }()

  @Test func sumsDifferencesAndProductsAreTightest() {
    for (a, b) in Self.pairs where a.isCommonInterval && b.isCommonInterval {
      let corners = bounds(a).flatMap { x in bounds(b).map { (x, $0) } }
      #expect(a + b == hull(corners.map { $0.0 + $0.1 }), "\(a.hexText) + \(b.hexText)")
      #expect(a - b == hull(corners.map { $0.0 - $0.1 }), "\(a.hexText) - \(b.hexText)")
      #expect(a * b == hull(corners.map { $0.0 * $0.1 }), "\(a.hexText) * \(b.hexText)")
    }
  }

  @Test func quotientsAreTightest() {
    for (a, b) in Self.pairs where a.isCommonInterval && b.isCommonInterval && !b.contains(0) {
      let corners = bounds(a).flatMap { x in bounds(b).map { x / $0 } }
      #expect(a / b == hull(corners), "\(a.hexText) / \(b.hexText)")
    }
  }

  @Test func squaresAndFusedProductSumsAreTightest() {
    var generator = SeededGenerator(seed: 12)
    for (a, b) in Self.pairs.prefix(1_500) where a.isCommonInterval && b.isCommonInterval {
      let squares = bounds(a).map { $0.squared() } + (a.contains(0) ? [0] : [])
      #expect(a.squared() == hull(squares), "\(a.hexText) squared")
      let c = Interval(generator.double())
      let corners = bounds(a).flatMap { x in bounds(b).flatMap { y in bounds(c).map { x * y + $0 } } }
      #expect(Interval.fma(a, b, c) == hull(corners), "\(a.hexText) * \(b.hexText) + \(c.hexText)")
    }
  }

  /// Whatever the operands, unbounded ones included, members go to members.
  @Test func everyOperationContainsItsPointwiseResults() {
    for (a, b) in Self.pairs where !a.isEmpty && !b.isEmpty {
      let (x, y) = (a.midpoint, b.midpoint)
      guard let p = Rational(exactly: x), let q = Rational(exactly: y) else { continue }
      #expect(Interval(enclosing: p + q).isSubset(of: a + b))
      #expect(Interval(enclosing: p - q).isSubset(of: a - b))
      #expect(Interval(enclosing: p * q).isSubset(of: a * b))
      #expect(Interval(enclosing: p.squared()).isSubset(of: a.squared()))
      if !q.isZero { #expect(Interval(enclosing: p / q).isSubset(of: a / b)) }
      if x >= 0 {
        let root = Interval.sqrt(Interval(x))
        #expect(root.isSubset(of: Interval.sqrt(a)))
      }
    }
  }

  @Test func minimaAndMaximaAreExact() {
    for (a, b) in Self.pairs where a.isCommonInterval && b.isCommonInterval {
      let corners = bounds(a).flatMap { x in bounds(b).map { (x, $0) } }
      #expect(Interval.min(a, b) == hull(corners.map { min($0.0, $0.1) }), "min(\(a.hexText), \(b.hexText))")
      #expect(Interval.max(a, b) == hull(corners.map { max($0.0, $0.1) }), "max(\(a.hexText), \(b.hexText))")
    }
    let half = Interval(lowerBound: 1, upperBound: .infinity)
    #expect(Interval.min(half, Interval(2)) == Interval(lowerBound: 1, upperBound: 2))
    #expect(Interval.max(half, Interval(2)) == Interval(lowerBound: 2, upperBound: .infinity))
  }

  /// Near the largest double the transform that yields the error of a sum overflows itself, at either bound alone.
  @Test func sumsNearTheLargestDouble() {
    let huge = Double.greatestFiniteMagnitude
    let addend = 0x1.8p971
    let expected = huge.nextDown
    #expect(
      Interval(lowerBound: 0, upperBound: huge) + Interval(-addend)
        == Interval(lowerBound: -addend, upperBound: expected))
    #expect(
      Interval(lowerBound: -huge, upperBound: 0) + Interval(addend)
        == Interval(lowerBound: -expected, upperBound: addend))
    // The transform overflows with the small term first.
    #expect(
      Interval(-addend) + Interval(lowerBound: 0, upperBound: huge)
        == Interval(lowerBound: -addend, upperBound: expected))
    #expect(
      Interval(addend) + Interval(lowerBound: -huge, upperBound: 0)
        == Interval(lowerBound: -expected, upperBound: addend))
    #expect(Interval(huge) + Interval(-addend) == Interval(lowerBound: expected.nextDown, upperBound: expected))
    #expect(Interval(-huge) + Interval(addend) == Interval(lowerBound: -expected, upperBound: -expected.nextDown))
  }

  @Test func emptyIsAbsorbing() {
    let a = Interval(lowerBound: 1, upperBound: 2)
    for result in [
      a + .empty, .empty - a, a * .empty, .empty / a, -Interval.empty, Interval.sqrt(.empty), Interval.exp(.empty),
      Interval.erfc(.empty), Interval.fma(a, a, .empty), Interval.empty.squared(), Interval.abs(.empty),
      Interval.min(a, .empty), Interval.max(.empty, a), Interval.empty.reciprocal(), Interval.sqrt(Interval(-1)),
    ] {
      #expect(result.isEmpty)
    }
  }

  @Test(arguments: [
    (Interval(lowerBound: 1, upperBound: 2), Interval(lowerBound: 0, upperBound: 4), "[0x1p-2, inf]"),
    (Interval(lowerBound: -2, upperBound: -1), Interval(lowerBound: 0, upperBound: 4), "[-inf, -0x1p-2]"),
    (Interval(lowerBound: 1, upperBound: 2), Interval(lowerBound: -4, upperBound: 0), "[-inf, -0x1p-2]"),
    (Interval(lowerBound: 1, upperBound: 2), Interval(lowerBound: -1, upperBound: 1), "[entire]"),
    (Interval(lowerBound: -1, upperBound: 2), Interval(lowerBound: 0, upperBound: 1), "[entire]"),
    (Interval(lowerBound: 1, upperBound: 2), Interval(0), "[empty]"),
    (Interval(0), Interval(lowerBound: -1, upperBound: 1), "[0x0p+0, 0x0p+0]"),
    (Interval(0), Interval(0), "[empty]"),
    (Interval(lowerBound: 0, upperBound: 2), Interval(lowerBound: 0, upperBound: 1), "[0x0p+0, inf]"),
  ])
  func divisionByIntervalsWithZero(a: Interval, b: Interval, expected: String) {
    #expect((a / b).hexText == expected)
  }

  @Test func unboundedOperands() {
    let half = Interval(lowerBound: 1, upperBound: .infinity)
    #expect(Interval(0) * .entire == Interval(0))
    #expect(half * half == half)
    #expect(half - half == .entire)
    #expect(half.reciprocal() == Interval(lowerBound: 0, upperBound: 1))
    #expect(Interval.sqrt(half) == half)
    #expect(Interval.sqrt(.entire) == Interval(lowerBound: 0, upperBound: .infinity))
    #expect(
      Interval(.greatestFiniteMagnitude) + Interval(.greatestFiniteMagnitude)
        == Interval(lowerBound: .greatestFiniteMagnitude, upperBound: .infinity))
    #expect(
      Interval(.leastNonzeroMagnitude).squared()
        == Interval(lowerBound: 0, upperBound: .leastNonzeroMagnitude))
  }

  @Test func boundsThatNameNoInterval() {
    #expect(Interval(lowerBound: 2, upperBound: 1).isEmpty)
    #expect(Interval(lowerBound: .nan, upperBound: 1).isEmpty)
    #expect(Interval(lowerBound: .infinity, upperBound: .infinity).isEmpty)
    #expect(Interval(lowerBound: -.infinity, upperBound: -.infinity).isEmpty)
    #expect(Interval(Double.nan).isEmpty)
    #expect(Interval(Double.infinity).isEmpty)
    #expect(!Interval.entire.contains(.infinity))
    #expect(Interval.empty.lowerBound == .infinity && Interval.empty.upperBound == -.infinity)
  }

  @Test func setOperations() {
    for (a, b) in Self.pairs {
      let common = a.intersection(b)
      let hull = a.convexHull(b)
      #expect(common.isSubset(of: a) && common.isSubset(of: b))
      #expect(a.isSubset(of: hull) && b.isSubset(of: hull))
      #expect(a.isDisjoint(with: b) == common.isEmpty)
      #expect(!a.isInterior(to: b) || a.isSubset(of: b))
    }
    #expect(Interval.entire.isInterior(to: .entire))
    #expect(Interval.empty.isInterior(to: .empty))
    let a = Interval(lowerBound: 0, upperBound: 1)
    #expect(a.isSubset(of: a) && !a.isInterior(to: a))
    #expect(a.isInterior(to: Interval(lowerBound: -1, upperBound: 2)))
  }

  @Test func numericFunctions() {
    for (a, _) in Self.pairs where a.isCommonInterval {
      #expect(a.contains(a.midpoint))
      let radius = Interval(a.radius)
      #expect(
        a.isSubset(of: Interval(a.midpoint) + Interval(lowerBound: -radius.upperBound, upperBound: a.radius))
          || a.radius == .infinity)
      let exactWidth = bounds(a)[1] - bounds(a)[0]
      #expect(a.width == Double(exactWidth, rounding: .up))
      #expect(Interval.abs(a) == Interval(lowerBound: a.mignitude, upperBound: a.magnitude))
    }
    #expect(Interval.entire.midpoint == 0 && Interval.empty.midpoint.isNaN && Interval.empty.width.isNaN)
    #expect(Interval(lowerBound: 1, upperBound: .infinity).midpoint == .greatestFiniteMagnitude)
    #expect(Interval(lowerBound: -3, upperBound: 2).mignitude == 0)
  }
}
