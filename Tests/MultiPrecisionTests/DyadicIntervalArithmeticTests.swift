import RealArithmetic
import Testing

@testable import MultiPrecision

@Suite struct DyadicIntervalArithmeticTests {
  typealias Operation = (
    name: String, interval: @Sendable (DyadicInterval, DyadicInterval) -> DyadicInterval,
    rational: @Sendable (Rational, Rational) -> Rational
  )

  static let operations: [Operation] = [
    ("+", { $0 + $1 }, { $0 + $1 }), ("-", { $0 - $1 }, { $0 - $1 }), ("*", { $0 * $1 }, { $0 * $1 }),
    ("/", { $0 / $1 }, { $0 / $1 }),
  ]

  /// Bounds are the extreme results at the end points, rounded outward once; the precision is the larger.
  @Test(arguments: operations.indices, seeds)
  func fieldOperationsAreTightest(index: Int, seed: UInt64) {
    let operation = Self.operations[index]
    var generator = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let a = generator.interval(bits: Int.random(in: 2...80, using: &generator), leading: -20...20)
      let b = generator.interval(bits: Int.random(in: 2...80, using: &generator), leading: -20...20)
      let result = operation.interval(a, b)
      #expect(result.precision == max(a.precision, b.precision))
      if operation.name == "/", b.contains(Dyadic.zero) {
        #expect(!result.isValid)
        continue
      }
      let corners = [a.lowerBound, a.upperBound].flatMap { x in
        [b.lowerBound, b.upperBound].map { operation.rational(Rational(x), Rational($0)) }
      }
      let least = corners.reduce(corners[0], min)
      let greatest = corners.reduce(corners[0], max)
      let (lower, upper) = (
        Dyadic(least, precision: result.precision, rounding: .down),
        Dyadic(greatest, precision: result.precision, rounding: .up)
      )
      #expect(result.lowerBound == lower && result.upperBound == upper, "\(a) \(operation.name) \(b)")
      for x in a.samples {
        for y in b.samples { #expect(result.contains(operation.rational(Rational(x), Rational(y)))) }
      }
    }
  }

  @Test(arguments: seeds)
  func squaresAndAbsoluteValues(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let a = generator.interval(bits: Int.random(in: 2...80, using: &generator), leading: -20...20)
      let square = a.squared()
      #expect(square.isSubset(of: a * a))
      #expect(square.lowerBound.signum >= 0)
      for x in a.samples {
        #expect(square.contains(x.squared()))
        #expect(DyadicInterval.abs(a).contains(x.magnitude))
      }
      if a.contains(Dyadic.zero) { #expect(square.lowerBound.isZero && DyadicInterval.abs(a).lowerBound.isZero) }
    }
  }

  @Test(arguments: seeds)
  func squareRootsEncloseAndInvert(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let a = DyadicInterval.abs(generator.interval(bits: Int.random(in: 2...80, using: &generator), leading: -90...90))
      let root = DyadicInterval.sqrt(a)
      #expect(a.isSubset(of: root.squared()))
      #expect(root.lowerBound.squared() <= a.lowerBound && a.upperBound <= root.upperBound.squared())
    }
    let four = DyadicInterval(Rational(4), precision: 10)
    #expect(DyadicInterval.sqrt(four) == DyadicInterval(Rational(2), precision: 10))
  }

  @Test func constantsCarryThePrecision() {
    let x = DyadicInterval(Rational(1), precision: 77)
    #expect(x.constant(3).isSingleton && x.constant(3).precision == 77)
    let third = x.constant(Rational(1) / 3)
    #expect(third.precision == 77 && third.contains(Rational(1) / 3) && third.widthInUlps == 1)
    #expect((x.constant(1) / x.constant(3)) == third)
    #expect(x.pi.precision == 77)
    let coarse = DyadicInterval(Rational(1), precision: 5)
    #expect(coarse.constant(1000) == DyadicInterval(lowerBound: Rational(992), upperBound: 1024, precision: 5))
  }

  @Test func precisionsAreBroughtIntoRange() {
    #expect(DyadicInterval(Rational(1), precision: -5).precision == 2)
    #expect(DyadicInterval.empty(precision: .max).precision == DyadicInterval.precisionRange.upperBound)
    #expect(DyadicInterval.notAnInterval(precision: 0).precision == 2)
  }
}
