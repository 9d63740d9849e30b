import IntervalArithmetic

/// Doubles of all kinds.
extension SplitMix64 {
  /// Any finite double: all binades alike, ordinary sizes, short significands, subnormals, special values.
  mutating func double() -> Double {
    switch below(8) {
    case 0: return near(specialDoubles[below(specialDoubles.count)])
    case 1: return short(bits: integer(1...53))
    case 2: return withSign(Double(bitPattern: next() >> integer(12...63)))
    case 3...5: return double(exponent: integer(-40...40))
    default:
      let value = Double(bitPattern: next())
      return value.isFinite ? value : Double(bitPattern: next() >> 12)
    }
  }

  /// A double of a binade or, outside their range, the nearest one there is.
  mutating func double(exponent: Int) -> Double {
    let significand = Double(bitPattern: next() >> 12 | 1023 << 52)
    let value = Double(sign: .plus, exponent: Swift.min(Swift.max(exponent, -1074), 1023), significand: significand)
    return withSign(value.isFinite ? value : .greatestFiniteMagnitude)
  }

  /// A double with at most so many significant bits.
  mutating func short(bits: Int) -> Double {
    let significand = Double(next() >> UInt64(64 - Swift.min(Swift.max(bits, 1), 53)))
    return withSign(Double(sign: .plus, exponent: integer(-60...10), significand: significand))
  }

  /// The number itself or one a few units next to it; finite.
  mutating func near(_ x: Double) -> Double {
    guard x.isFinite else { return x.isNaN ? 0 : (x < 0 ? -1 : 1) * Double.greatestFiniteMagnitude }
    let steps = oneIn(3) ? 0 : (oneIn(4) ? integer(-40...40) : integer(-2...2))
    // The doubles of one sign are ordered like their bit patterns.
    let ordinal = x < 0 ? -Int64(bitPattern: x.magnitude.bitPattern) : Int64(bitPattern: x.magnitude.bitPattern)
    let moved = ordinal + Int64(steps)
    let value = Double(bitPattern: moved.magnitude)
    return (moved < 0 ? -1 : 1) * (value.isFinite ? value : .greatestFiniteMagnitude)
  }

  private mutating func withSign(_ magnitude: Double) -> Double {
    oneIn(2) ? magnitude : -magnitude
  }
}

/// Intervals of all kinds.
extension SplitMix64 {
  /// Any interval: half of them single numbers.
  mutating func interval() -> Interval {
    interval(near: { $0.double() })
  }

  /// An interval whose bounds, where finite, are drawn by `draw`.
  mutating func interval(near draw: (inout SplitMix64) -> Double) -> Interval {
    let x = draw(&self)
    switch below(32) {
    case 0: return oneIn(4) ? .empty : .entire
    case 1: return Interval(lowerBound: x, upperBound: .infinity)
    case 2: return Interval(lowerBound: -.infinity, upperBound: x)
    case 3: return Interval(lowerBound: Swift.min(x, 0), upperBound: Swift.max(x, 0))
    case 4...8: return hull(x, near(x))
    case 9...13: return hull(x, draw(&self))
    case 14: return hull(x, -near(x))
    case 15: return hull(x, double())
    default: return Interval(x)
    }
  }

  /// An interval with bounds where a function does something, given as a range, or anywhere.
  mutating func argument(from low: Double, to high: Double) -> Interval {
    interval(near: { generator in
      switch generator.below(8) {
      case 0: return generator.double()
      case 1: return generator.double(exponent: generator.integer(-70...12))
      case 2:
        // Where an approximation passes to another one.
        return generator.near(switchPoints[generator.below(switchPoints.count)])
      default:
        let unit = Double(generator.next() >> 11) * 0x1p-53
        return low + (high - low) * unit
      }
    })
  }

  private func hull(_ x: Double, _ y: Double) -> Interval {
    Interval(lowerBound: Swift.min(x, y), upperBound: Swift.max(x, y))
  }
}

/// Doubles at which rounding, underflow or overflow turn.
private let specialDoubles: [Double] = {
  let positive: [Double] = [
    0, 1, 2, 3, 10, 0.5, 0.1, 1 / 3, .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude,
    .greatestFiniteMagnitude / 2, 0x1p-537, 0x1p-538, 0x1p-511, 0x1p511, 0x1p512, 0x1.6a09e667f3bcdp511, 0x1p1022,
    0x1p1023, 0x1p970, 0x1p52, 0x1p53, 0x1p54, 0x1p-53, 0x1p-1000, 0x1p1000,
  ]
  return positive + positive.map { -$0 }
}()

/// Arguments at which the elementary functions pass from one approximation to another, reach the end of the range or
/// take an exact value.
private let switchPoints: [Double] = {
  let positive: [Double] = [
    0, 0x1p-400, 0x1p-60, 0x1p-54, 0x1p-53, 0.25, 0.5, 0x1.6a09e667f3bcdp-1, 1, 0x1.6a09e667f3bcdp0, 2, 27.3, 26.7, 32,
    0x1.62e42fefa39efp-1, 37, 80, 0x1p40, 0x1p900, 709.8, 745.2, 0x1.62e42fefa39efp9, 0x1.74910d52d3051p9,
    0x1.a8b1ae4ecb6f7p4, 0x1.b2d8d1b4a0d5p4, .leastNormalMagnitude, .greatestFiniteMagnitude,
  ]
  return positive + positive.map { -$0 }
}()
