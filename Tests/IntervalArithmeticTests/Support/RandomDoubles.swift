import IntervalArithmetic
import TestSupport

/// The generator that all test targets share.
typealias SeededGenerator = TestSupport.SplitMix64

extension SeededGenerator {
  /// A finite double from all binades alike, subnormals included; every eighth one is special.
  mutating func double() -> Double {
    if next() % 8 == 0 { return specialDoubles[Int(next() % UInt64(specialDoubles.count))] }
    let value = Double(bitPattern: next())
    return value.isFinite ? value : Double(bitPattern: next() >> 12)
  }

  /// A finite double with an exponent in a range, of either sign.
  mutating func double(exponents: ClosedRange<Int>) -> Double {
    let value = Double(
      sign: next() % 2 == 0 ? .plus : .minus, exponent: Int.random(in: exponents, using: &self),
      significand: Double.random(in: 1..<2, using: &self))
    return value
  }

  /// An interval of any kind: thin, bounded, unbounded, now and then empty or entire.
  mutating func interval() -> Interval {
    switch next() % 16 {
    case 0: return .empty
    case 1: return .entire
    case 2: return Interval(lowerBound: double(), upperBound: .infinity)
    case 3: return Interval(lowerBound: -.infinity, upperBound: double())
    case 4...6: return Interval(double())
    default:
      let (a, b) = (double(), double())
      return Interval(lowerBound: min(a, b), upperBound: max(a, b))
    }
  }
}

/// Doubles at which rounding, underflow or overflow turn.
let specialDoubles: [Double] = {
  let positive: [Double] = [
    0, 1, 2, 3, 0.5, 0.1, 1 / 3, .leastNonzeroMagnitude, .leastNonzeroMagnitude * 3, .leastNormalMagnitude,
    Double.leastNormalMagnitude.nextDown, Double.leastNormalMagnitude.nextUp, .greatestFiniteMagnitude,
    Double.greatestFiniteMagnitude / 2, Double.greatestFiniteMagnitude.nextDown, 0x1p-1022, 0x1p-537, 0x1p-538,
    0x1p511, 0x1p512, 0x1.6a09e667f3bcdp511, 0x1p1022, 0x1.fffffffffffffp1021, (1.0).nextUp, (1.0).nextDown,
    (2.0).nextDown, 0x1.0000000000001p-1022, 0x1p970, 0x1p53, 0x1p53 - 1,
  ]
  return positive + positive.map { -$0 }
}()
