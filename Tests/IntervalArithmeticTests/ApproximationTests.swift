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

  /// A function on a range of arguments, its approximation there, and what else is known of its values.
  struct Piece: Sendable {
    let name: String
    let arguments: ClosedRange<Double>
    let enclosure: @Sendable (Double) -> Interval
    let approximation: @Sendable (Double) -> Approximation
    let relativeError: Double
    var barrier = Interval.entire
    /// What part of the error counts: less than all where the approximation is taken from a whole number.
    var share: @Sendable (Double) -> Double = { _ in 1 }
  }

  static let pieces: [Piece] = [
    Piece(
      name: "exp", arguments: 0x1p-20...700, enclosure: Exponential.enclosure,
      approximation: { Exponential.approximation($0, 0) }, relativeError: Exponential.relativeError),
    Piece(
      name: "narrow exp", arguments: 0x1p-19...700, enclosure: { Interval.exp(Interval($0)) },
      approximation: { Exponential.approximation($0, 0) }, relativeError: Exponential.relativeError),
    Piece(
      name: "narrow erfc", arguments: 0x1p-20...26, enclosure: { Interval.erfc(Interval($0)) },
      approximation: ErrorFunctions.complementApproximation, relativeError: ErrorFunctions.complementRelativeError,
      barrier: Interval(lowerBound: 0, upperBound: 1)),
    Piece(
      name: "narrow reflected erfc", arguments: -1...(-0x1p-20), enclosure: { Interval.erfc(Interval($0)) },
      approximation: { 2 + -ErrorFunctions.complementApproximation(-$0) },
      relativeError: ErrorFunctions.complementRelativeError, barrier: Interval(lowerBound: 1, upperBound: 2)),
    Piece(
      name: "expm1", arguments: -30...700, enclosure: ExponentialMinusOne.enclosure,
      approximation: ExponentialMinusOne.approximation, relativeError: ExponentialMinusOne.relativeError,
      barrier: Interval(lowerBound: -1, upperBound: .infinity)),
    Piece(
      name: "log", arguments: 0x1p-20...10, enclosure: Logarithm.enclosure, approximation: Logarithm.approximation,
      relativeError: Logarithm.relativeError),
    Piece(
      name: "erfcx", arguments: 0x1p-20...100, enclosure: ErrorFunctions.scaledComplement,
      approximation: ScaledComplement.approximation, relativeError: ScaledComplement.relativeError,
      barrier: Interval(lowerBound: 0, upperBound: 1)),
    Piece(
      name: "erfcx of huge numbers", arguments: 0x1p901...0x1p905, enclosure: ErrorFunctions.scaledComplement,
      approximation: {
        let value = ScaledComplement.approximation($0 * 0x1p-400)
        return Approximation(high: value.high, low: value.low, exponent: -400)
      }, relativeError: ScaledComplement.relativeError),
    Piece(
      name: "reflected erfcx", arguments: -20...(-0x1p-20), enclosure: ErrorFunctions.scaledComplement,
      approximation: { ErrorFunctions.reflectedScaledComplement(-$0) },
      relativeError: ErrorFunctions.reflectedRelativeError, barrier: Interval(lowerBound: 1, upperBound: .infinity)),
    Piece(
      name: "erfc", arguments: 0x1p-20...26, enclosure: ErrorFunctions.complement,
      approximation: ErrorFunctions.complementApproximation, relativeError: ErrorFunctions.complementRelativeError,
      barrier: Interval(lowerBound: 0, upperBound: 1)),
    Piece(
      name: "reflected erfc", arguments: -1...(-0x1p-20), enclosure: ErrorFunctions.complement,
      approximation: { 2 + -ErrorFunctions.complementApproximation(-$0) },
      relativeError: ErrorFunctions.complementRelativeError, barrier: Interval(lowerBound: 1, upperBound: 2),
      share: { Interval.erfc(Interval(-$0)).lowerBound / Interval.erfc(Interval($0)).upperBound }),
    Piece(
      name: "erf", arguments: 0.2500001...1, enclosure: ErrorFunctions.erf,
      approximation: { 1 + -ErrorFunctions.complementApproximation($0) },
      relativeError: ErrorFunctions.complementRelativeError, barrier: Interval(lowerBound: 0, upperBound: 1),
      share: { Interval.erfc(Interval($0)).lowerBound / Interval.erf(Interval($0)).upperBound }),
    Piece(
      name: "erf of small numbers", arguments: 0x1p-59...0.25, enclosure: ErrorFunctions.erf,
      approximation: SmallErf.approximation, relativeError: SmallErf.relativeError),
    Piece(
      name: "erf of tiny numbers", arguments: 0x1p-390...0x1p-380, enclosure: ErrorFunctions.erf,
      approximation: {
        Approximation(high: $0, low: 0) * Approximation(high: erfTable[0], low: erfTable[1])
      }, relativeError: SmallErf.relativeError),
  ]

  /// The functions round outward by the errors that are proved of their approximations, not by smaller ones. The functions
  /// are hardly ever wrong by so much, so that no comparison with exact values could tell.
  @Test(arguments: pieces.indices)
  func functionsAllowForTheStatedError(index: Int) {
    let piece = Self.pieces[index]
    var generator = SeededGenerator(seed: 78)
    var differences = 0
    for _ in 0..<40_000 {
      let x = Double.random(in: piece.arguments, using: &generator)
      let approximation = piece.approximation(x)
      let error = piece.relativeError * piece.share(x)
      let stated = approximation.enclosure(relativeError: error)
      #expect(stated.intersection(piece.barrier).isSubset(of: piece.enclosure(x)), "\(piece.name)(\(x))")
      if approximation.enclosure(relativeError: error / 8) != stated { differences += 1 }
    }
    // A smaller error would be noticed.
    #expect(differences > 3)
  }

  /// The errors of compositions are no less than the sums of their parts.
  @Test func errorsAddUp() {
    let (exponential, complement) = (Exponential.relativeError, ScaledComplement.relativeError)
    #expect(ErrorFunctions.complementRelativeError >= exponential + complement + 0x1p-90)
    #expect(ErrorFunctions.reflectedRelativeError >= 2 * exponential + complement + 0x1p-90)
  }
}
