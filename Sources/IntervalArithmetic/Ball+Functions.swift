// The elementary functions: the value at the midpoint to nearly the last bit, from the tables of the interval functions,
// and a bound of the derivative for the radius. Wide balls go through intervals.
extension Ball {
  /// A ball of all `e^t`: `e^(m + s) - e^m = e^m (e^s - 1)` and `|e^s - 1| <= |s| + s^2` for small `s`.
  @inlinable @inline(__always)
  public static func exp(_ x: Ball) -> Ball {
    guard x.midpoint.magnitude < 700, x.radius <= 0x1p-4 else { return x.wideExponential }
    let value = Exponential.value(x.midpoint)
    return Ball(value, value * (x.radius + x.radius * x.radius + Exponential.valueError) * inflation)
  }

  /// A ball of all `e^t - 1`, by intervals: no formula of the moments needs it fast.
  public static func expm1(_ x: Ball) -> Ball { Ball(Interval.expm1(Interval(x))) }

  /// A ball of all `erfcx(t) = e^(t^2) erfc(t)`: `erfcx' = 2 t erfcx - 2/sqrt(pi)`, and `0 < erfcx'' < 3` from -2^-8 on.
  @inlinable @inline(__always)
  public static func erfcx(_ x: Ball) -> Ball {
    // The bit patterns of negative numbers are above those of all positive ones.
    guard x.midpoint.bitPattern < 32.0.bitPattern, x.radius <= 0x1p-8 else { return x.wideScaledComplement }
    let value = ScaledComplement.value(x.midpoint)
    // The derivative at the midpoint, to an absolute 2^-46: the minuend and the subtrahend are below 2.
    let slope = 0x1.20dd750429b6dp0 - (x.midpoint + x.midpoint) * value
    let steepest = slope + (3 * x.radius + 0x1p-46)
    return Ball(value, (x.radius * steepest + value * ScaledComplement.valueError) * inflation)
  }

  /// `g erfcx(z)` with `g = e^(exponent - z^2)`, by `erfcx(z) = 2 e^(z^2) - erfcx(-z)` where `z` is negative.
  @inlinable @inline(__always)
  public static func scaledTail(_ g: Ball, _ z: Ball, exponent: Ball) -> Ball {
    let tail = g * erfcx(Ball(z.midpoint.magnitude, z.radius))
    if z.midpoint >= 0 { return tail }
    let whole = exp(exponent)
    return (whole + whole) - tail
  }

  /// `erfc(z) = g erfcx(z)` with `g = e^(-z^2)`, by `erfc(z) = 2 - erfc(-z)` where `z` is negative.
  @inlinable @inline(__always)
  public static func complement(_ g: Ball, _ z: Ball) -> Ball {
    let tail = g * erfcx(Ball(z.midpoint.magnitude, z.radius))
    // 0 + tail or 2 - tail, without a branch: the sign of the net input's mean is hard to predict.
    let isNegative = z.midpoint < 0
    let value = (isNegative ? 2 : 0) + (isNegative ? -tail.midpoint : tail.midpoint)
    return Ball(value, (tail.radius + value * unit) * inflation)
  }

  // MARK: Wide balls

  @usableFromInline @inline(never)
  var wideExponential: Ball { Ball(Interval.exp(Interval(self))) }

  @usableFromInline @inline(never)
  var wideScaledComplement: Ball { Ball(Interval.erfcx(Interval(self))) }
}

extension Exponential {
  /// Above the relative error of `value(_:)`. The table and the reduced argument are right to 2^-60; `|r| < 2^-7.5`, so
  /// that leaving out `r^7/7!` costs 2^-64 and each of the roundings before the last less than 2^-60.
  @usableFromInline static var valueError: Double { 0x1.1p-53 }

  /// `e^x` for `|x| < 700`, nearly to the last bit.
  @inlinable @inline(__always)
  static func value(_ x: Double) -> Double {
    let shifted = x * steps + 0x1.8p52
    let n = shifted - 0x1.8p52
    let count = Int(Int32(truncatingIfNeeded: shifted.bitPattern))
    let r = (x - n * logarithm.0) - n * logarithm.1
    let square = r * r
    let high = 0x1.1111111111111p-7 + r * 0x1.6c16c16c16c17p-10
    let q = r + square * ((0.5 + r * sixth) + square * (0x1.5555555555555p-5 + r * high))
    let row = 2 * (count & 63)
    let (power, correction) = expTable.withUnsafeBufferPointer { ($0[row], $0[row + 1]) }
    let value = power + (correction + power * q)
    // The exponent stays normal.
    return Double(bitPattern: value.bitPattern &+ UInt64(bitPattern: Int64(count >> 6)) << 52)
  }
}

extension ScaledComplement {
  /// Above the relative error of `value(_:)`: the last rounding, a sixth of a unit for leaving out the two highest terms
  /// (BallTests recomputes that from the table) and a sixteenth for the roundings of the rise, below 2^-6 of the value.
  @usableFromInline static var valueError: Double { 0x1.4p-53 }

  /// `erfcx(t)` for `0 <= t < 32`, nearly to the last bit.
  @inlinable @inline(__always)
  static func value(_ t: Double) -> Double {
    let (index, centre) = row(t)
    let u = t - centre
    return erfcxTable.withUnsafeBufferPointer { table in
      let c = table.baseAddress.unsafelyUnwrapped + 12 * index
      let square = u * u
      let high = (c[6] + u * c[7]) + square * (c[8] + u * c[9])
      let slope = c[2] + u * ((c[4] + u * c[5]) + square * high)
      return c[0] + (c[1] + u * slope)
    }
  }
}
