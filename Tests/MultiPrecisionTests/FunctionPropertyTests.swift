import RealArithmetic
import Testing

@testable import MultiPrecision

/// What must hold of the functions at any argument: agreement of precisions, inclusion, and functional equations.
@Suite struct FunctionPropertyTests {
  typealias Function = FunctionReferenceTests.Function

  static let functions = FunctionReferenceTests.functions

  static func argument(_ name: String, bits: Int, _ generator: inout SplitMix64) -> Dyadic {
    let signed = name != "log" && name != "sqrt"
    let range: ClosedRange<Int> =
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: -5...4
      case 1: 0...6
      case 2: -250...(-5)
      default: signed ? -20...12 : -5000...5000
      }
    return generator.dyadic(bits: bits, leading: range, signed: signed)
  }

  /// The bounds to more bits lie inside those to fewer.
  @Test(arguments: functions.indices, seeds)
  func morePreciseLiesInside(index: Int, seed: UInt64) throws {
    let (name, function) = Self.functions[index]
    var generator = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let x = Self.argument(name, bits: 120, &generator)
      let bits = Int.random(in: 2...150, using: &generator)
      let coarse = FunctionReferenceTests.value(function, x, bits: bits)
      let fine = FunctionReferenceTests.value(function, x, bits: bits + Int.random(in: 40...100, using: &generator))
      #expect(coarse.isBounded && fine.isBounded)
      #expect(fine.isSubset(of: coarse), "\(name)(\(x)) to \(bits) bits")
      // Below two units, but a bound may lie across a power of two from the largest member: units are half as large there.
      #expect(try #require(coarse.widthInUlps) <= 2, "\(name)(\(x)) to \(bits) bits")
    }
  }

  /// The image of an interval includes the images of its members and is no wider than they need.
  @Test(arguments: functions.indices, seeds)
  func imagesOfIntervals(index: Int, seed: UInt64) {
    let (name, function) = Self.functions[index]
    var generator = SplitMix64(seed: seed)
    for _ in 0..<25 {
      let (a, b) = (Self.argument(name, bits: 60, &generator), Self.argument(name, bits: 60, &generator))
      let x = DyadicInterval(lowerBound: min(a, b), upperBound: max(a, b), precision: 60)
      let image = function(x)
      for sample in x.samples {
        #expect(FunctionReferenceTests.value(function, sample, bits: 130).isSubset(of: image), "\(name)(\(x))")
      }
      let ends = function(DyadicInterval(x.lowerBound, precision: 60))
        .convexHull(function(DyadicInterval(x.upperBound, precision: 60)))
      #expect(image.isEqual(to: ends), "\(name)(\(x))")
    }
  }

  @Test(arguments: seeds)
  func functionalEquations(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let bits = Int.random(in: 20...200, using: &generator)
      let x = DyadicInterval(generator.dyadic(bits: bits, leading: -30...5), precision: bits)
      let y = DyadicInterval(generator.dyadic(bits: bits, leading: -30...5), precision: bits)
      let one = x.constant(1)
      let power = DyadicInterval.exp(x)
      #expect(!(power * .exp(y)).isDisjoint(with: .exp(x + y)))
      #expect(DyadicInterval.log(power).contains(x.lowerBound))
      let (erf, erfc, erfcx) = (DyadicInterval.erf(x), DyadicInterval.erfc(x), DyadicInterval.erfcx(x))
      #expect((erf + erfc).contains(Rational(1)))
      #expect(!(erfc + one).isDisjoint(with: one - erf + one) && (erfc + .erfc(-x)).contains(Rational(2)))
      #expect(!(DyadicInterval.exp(x.squared()) * erfc).isDisjoint(with: erfcx))
      #expect(erf.isEqual(to: -DyadicInterval.erf(-x)))
    }
  }

  /// Both methods for erfcx, where both work: neither knows of the other.
  @Test(arguments: seeds)
  func seriesAgree(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var compared = 0
    for _ in 0..<40 {
      let x = generator.dyadic(bits: 60, leading: 2...4, signed: false)
      let bits = Int.random(in: 2...120, using: &generator)
      let below = DirectedFunctions(precision: bits, direction: .down)
      let above = DirectedFunctions(precision: bits, direction: .up)
      guard let low = below.asymptoticScaledComplement(x), let high = above.asymptoticScaledComplement(x) else {
        continue
      }
      compared += 1
      let otherLow = try #require(below.with(precision: bits + 30).convergentScaledComplement(x))
      let otherHigh = try #require(above.with(precision: bits + 30).convergentScaledComplement(x))
      #expect(low <= otherLow && otherLow <= otherHigh && otherHigh <= high)
    }
    #expect(compared > 10)
  }

  @Test func exactValues() {
    let zero = DyadicInterval(Rational(0), precision: 40)
    let one = zero.constant(1)
    #expect(DyadicInterval.exp(zero).isEqual(to: one) && DyadicInterval.log(one).isEqual(to: zero))
    #expect(DyadicInterval.erf(zero).isEqual(to: zero) && DyadicInterval.erfc(zero).isEqual(to: one))
    #expect(DyadicInterval.erfcx(zero).isEqual(to: one))
  }
}
