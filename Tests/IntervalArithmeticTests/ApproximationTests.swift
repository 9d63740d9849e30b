import RealArithmetic
import Testing

@testable import IntervalArithmetic

/// Approximations are rounded outward by the error that they are said to have, neither more nor less.
@Suite struct ApproximationTests {
  func exact(_ value: Double) -> Dyadic { Dyadic(exactly: value) ?? 0 }

  /// Errors so large that the bounds show all of them.
  @Test(arguments: [0, 1, -7, 1022, -1060, 1100])
  func enclosuresReachAsFarAsTheError(exponent: Int) {
    var generator = SeededGenerator(seed: 76)
    for _ in 0..<2_000 {
      let high = generator.double(exponents: -3...3)
      let low = high.ulp * Double.random(in: -1...1, using: &generator)
      let relativeError = generator.double(exponents: -50...(-4)).magnitude
      let result = Approximation(high: high, low: low, exponent: exponent).enclosure(relativeError: relativeError)
      let error = exact(high).magnitude * exact(relativeError)
      // What rounding the error and its sums with the lower part to nearest may cost.
      let rounding = (error + exact(high.ulp)).scaled(byPowerOfTwo: -52)
      let (value, scale) = (exact(high) + exact(low), { (x: Dyadic) in x.scaled(byPowerOfTwo: exponent) })
      let least = scale(value - error + rounding)
      let greatest = scale(value + error - rounding)
      #expect(result.lowerBound <= Double(least, rounding: .down), "\(high) + \(low)")
      #expect(result.upperBound >= Double(greatest, rounding: .up), "\(high) + \(low)")
      let leastAllowed = Double(scale(value - error - rounding), rounding: .down)
      let greatestAllowed = Double(scale(value + error + rounding), rounding: .up)
      #expect(result.lowerBound >= leastAllowed.nextDown, "\(high) + \(low) is enclosed too widely")
      #expect(result.upperBound <= greatestAllowed.nextUp, "\(high) + \(low) is enclosed too widely")
    }
  }
}
