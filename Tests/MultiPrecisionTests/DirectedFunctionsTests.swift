import RealArithmetic
import Testing

@testable import MultiPrecision

/// The sides of bounds where nothing hides a mistake: without guard bits, and with few terms of the series.
@Suite struct DirectedFunctionsTests {
  typealias Bound = @Sendable (DirectedFunctions, Dyadic) -> Dyadic?

  static let functions: [(name: String, bound: Bound, isIncreasing: Bool)] = [
    ("exp", { $0.exponential($1) }, true), ("log", { $0.logarithm($1) }, true),
    ("erf", { $0.errorFunction($1) }, true), ("erfc", { $0.complementaryErrorFunction($1) }, false),
    ("erfcx", { $0.scaledComplement($1) }, false),
  ]

  /// However few bits the intermediate results have, the exact value lies between the bounds. With the wrong side at any
  /// step the intermediate result is a bound no more.
  @Test(arguments: functions.indices)
  func boundsHoldWithoutGuardBits(index: Int) throws {
    let (name, bound, _) = Self.functions[index]
    let below = DirectedFunctions(precision: 64, direction: .down, guardBits: -20)
    let above = DirectedFunctions(precision: 64, direction: .up, guardBits: -20)
    for reference in try FunctionReferenceTests.references(of: name) where reference.bits == 64 {
      let (lower, upper) = (bound(below, reference.x), bound(above, reference.x))
      let isBelow = try #require(lower).order(against: reference.lower) <= 0
      let isAbove = try #require(upper).order(against: reference.upper) >= 0
      #expect(isBelow && isAbove, "\(name)(\(reference.x))")
    }
  }

  /// The same at many arguments with few bits each, against the same function with many guard bits.
  @Test(arguments: functions.indices, seeds)
  func boundsHoldAtRandomArguments(index: Int, seed: UInt64) throws {
    let (name, bound, _) = Self.functions[index]
    var generator = SplitMix64(seed: seed)
    let fine = DirectedFunctions(precision: 90, direction: .down)
    for _ in 0..<80 {
      let x = generator.dyadic(bits: 12, leading: -4...4, signed: name != "log")
      let bits = Int.random(in: 4...30, using: &generator)
      let below = DirectedFunctions(
        precision: bits, direction: .down, guardBits: Int.random(in: -3...3, using: &generator))
      let (low, high) = (try #require(bound(below, x)), try #require(bound(below.opposite, x)))
      let (lowest, highest) = (try #require(bound(fine, x)), try #require(bound(fine.opposite, x)))
      #expect(low <= highest && lowest <= high, "\(name)(\(x)) with \(below)")
    }
  }

  @Test func constantsHoldWithoutGuardBits() {
    let fine = DirectedFunctions(precision: 200, direction: .down)
    for bits in 30...80 {
      for guardBits in [-20, -5, 0] {
        let below = DirectedFunctions(precision: bits, direction: .down, guardBits: guardBits)
        let above = below.opposite
        #expect(below.pi() < fine.pi() && above.pi() > fine.opposite.pi())
        #expect(below.logarithmOfTwo() < fine.logarithmOfTwo())
        #expect(above.logarithmOfTwo() > fine.opposite.logarithmOfTwo())
        #expect(below.twoOverRootPi() < fine.twoOverRootPi())
        #expect(above.twoOverRootPi() > fine.opposite.twoOverRootPi())
      }
    }
  }

  /// The error of a partial sum of the series for pi is on the side that its parity says.
  @Test(arguments: 1...6)
  func piFromFewTerms(count: Int) {
    let below = DirectedFunctions(precision: 500, direction: .down)
    let (low, high) = (below.pi(terms: count), below.opposite.pi(terms: count))
    #expect(low < below.pi() && below.opposite.pi() < high)
    // Terms fall by more than 41 bits, and by less than 48.
    #expect(high - low < Dyadic(significand: 1, exponent: 4 - 41 * count))
    #expect(high - low > Dyadic(significand: 1, exponent: -48 * (count + 1)))
  }

  /// Sums of series against the exact ones, where they are made of few bits.
  @Test(arguments: [1, 2, 3, 5, 9])
  func sumsOfSeriesHoldWithoutGuardBits(count: Int) {
    for bits in 20...60 {
      let growth = PowerSeries.blockLength(count) * 2 * BigInteger(4 * count).bitWidth
      let below = DirectedFunctions(precision: bits, direction: .down, guardBits: -growth)
      for doubleSquare in [Dyadic(7), Dyadic(30), Dyadic(significand: 999, exponent: -3)] {
        let u = Rational(doubleSquare).reciprocal()
        let even = FixedPointTests.exact(.evenAsymptotic, u.squared(), count: count)
        let odd = u * FixedPointTests.exact(.oddAsymptotic, u.squared(), count: count)
        let last = FixedPointTests.exact(.evenAsymptotic, u.squared(), count: count + 1)
        #expect(below.asymptoticFactor(doubleSquare, termPairs: count).order(against: even - odd) <= 0)
        #expect(below.opposite.asymptoticFactor(doubleSquare, termPairs: count).order(against: last - odd) >= 0)
      }
      let s = Dyadic(significand: BigInteger(2 * count - 1), exponent: -3)
      let sum = FixedPointTests.exact(.oddFactorials, 2 * Rational(s), count: 60)
      let coarse = DirectedFunctions(precision: bits, direction: .down, guardBits: -12)
      #expect(coarse.oddFactorialSeries(s).order(against: sum) <= 0)
      #expect(coarse.opposite.oddFactorialSeries(s).order(against: sum) >= 0)
    }
  }

  /// The error of a partial sum of the asymptotic series is on the side that its parity says, wherever the sum is cut off.
  @Test(arguments: [1, 2, 3, 5, 9, 20])
  func asymptoticSeriesCutOff(count: Int) throws {
    let below = DirectedFunctions(precision: 150, direction: .down)
    for x in [Dyadic(significand: 3, exponent: -1), 2, 3, 5, Dyadic(significand: 41, exponent: -2), 30, 1000] {
      let exact = try #require(x < 40 ? below.convergentScaledComplement(x) : below.asymptoticScaledComplement(x))
      if let low = below.asymptoticScaledComplement(x, termPairs: count) { #expect(low <= exact, "\(x)") }
      if let high = below.opposite.asymptoticScaledComplement(x, termPairs: count) { #expect(high >= exact, "\(x)") }
    }
  }
}
