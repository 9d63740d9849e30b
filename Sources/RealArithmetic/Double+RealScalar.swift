/// `Double` as an arithmetic: approximations without any guarantee, for the search that proposes and for comparisons.
/// Nothing here carries a proof. No function of the C library is called, so results are the same on every machine.
extension Double: RealScalar {
  /// The integer `n`, rounded to nearest.
  @inlinable
  public func constant(_ n: Int) -> Double { Double(n) }

  /// The rational `r`, rounded to nearest.
  public func constant(_ r: Rational) -> Double { Double(r, rounding: .toNearestOrEven) }

  /// The number pi, rounded to nearest.
  @inlinable
  public var pi: Double { 0x1.921fb54442d18p+1 }

  /// The number pi, rounded to nearest: the standard library's `Double.pi`, which the property of an instance would
  /// hide from every module that imports this one.
  @inlinable
  public static var pi: Double { 0x1.921fb54442d18p+1 }

  /// The number 1/sqrt(pi), rounded to nearest.
  @inlinable
  public var inverseRootPi: Double { 0x1.20dd750429b6dp-1 }

  /// Half of the number, exactly but for the least subnormals.
  @inlinable
  public var half: Double { 0.5 * self }

  /// `self * self`, rounded to nearest.
  @inlinable
  public func squared() -> Double { self * self }

  /// The square root, rounded to nearest; NaN for negative numbers.
  @inlinable
  public static func sqrt(_ x: Double) -> Double { x.squareRoot() }

  /// `g erfcx(z)`, where `g = e^(exponent - z^2)`, without overflow for negative `z`.
  public static func tail(_ g: Double, _ z: Double, exponent: Double) -> Double {
    z < -5 ? 2 * exp(exponent) - g * erfcx(-z) : g * erfcx(z)
  }

  /// The exponential function, with a relative error below 2e-16 for normal results.
  ///
  /// Edge cases: `exp(-inf)` is 0, `exp(inf)` is infinity, NaN is kept; results overflow to infinity above 709.78 and
  /// underflow gradually to 0 below -708.39.
  ///
  /// Method: `x = k ln 2 + r` with `|r| <= 0.35`, the Taylor polynomial of degree 13 in `r`, and scaling by `2^k`.
  public static func exp(_ x: Double) -> Double {
    guard x < 709.79 else { return x.isNaN ? x : .infinity }
    guard x > -745.14 else { return 0 }
    let (rest, k) = reducedExponential(x)
    let e = 1 + rest
    // Two factors: 2^k alone may overflow, or lie below the normal numbers, where e * 2^k does not.
    let half = k / 2
    return e * powerOfTwo(half) * powerOfTwo(k - half)
  }

  /// `e^x - 1`, with a relative error below 4e-16; also for small `x`.
  ///
  /// Edge cases: `expm1(-inf)` is -1, `expm1(inf)` is infinity, NaN is kept; results overflow as those of `exp`.
  ///
  /// Method: `2^k (e^r - 1) + (2^k - 1)`, with the polynomial of `exp`.
  public static func expm1(_ x: Double) -> Double {
    // Beyond 40, the 1 is less than half a unit in the last place.
    guard x.magnitude < 40 else { return exp(x) - 1 }
    let (rest, k) = reducedExponential(x)
    let power = powerOfTwo(k)
    return power * rest + (power - 1)
  }

  /// `e^r - 1` and `k`, where `x = k ln 2 + r` with `|r| <= 0.35`.
  private static func reducedExponential(_ x: Double) -> (Double, Int) {
    // Adding 1.5 * 2^52 rounds to an integer; `rounded()` would call the C library.
    let k = (x * 0x1.71547652b82fep+0 + 0x1.8p+52) - 0x1.8p+52
    // ln 2 in two parts: the first has 32 trailing zero bits, so its product with k is exact.
    let high = x - k * 0x1.62e42feep-1
    let low = k * 0x1.a39ef35793c76p-33
    let r = high - low
    let correction = (high - r) - low
    // The terms of even and of odd degree from r^2 on, in two independent chains.
    let s = r * r
    var even = s * (1.0 / 479_001_600) + 1.0 / 3_628_800
    even = even * s + 1.0 / 40320
    even = even * s + 1.0 / 720
    even = even * s + 1.0 / 24
    even = even * s + 0.5
    var odd = s * (1.0 / 6_227_020_800) + 1.0 / 39_916_800
    odd = odd * s + 1.0 / 362_880
    odd = odd * s + 1.0 / 5040
    odd = odd * s + 1.0 / 120
    odd = odd * s + 1.0 / 6
    return (r + (s * (even + r * odd) + correction), Int(k))
  }

  /// The scaled complementary error function `exp(x^2) erfc(x)`, with a relative error below 1e-15.
  ///
  /// Edge cases: `erfcx(inf)` is 0, `erfcx(-inf)` is infinity, NaN is kept; results overflow to infinity below -26.63.
  ///
  /// Method: for `x >= 0` a piecewise polynomial in `t = 4 / (4 + x)` for `erfcx(x) / t`; for `x < 0` the reflection
  /// `2 exp(x^2) - erfcx(-x)`, where the rounding error of `x^2` is carried into the exponential.
  public static func erfcx(_ x: Double) -> Double {
    if x >= 0 { return erfcxOfNonNegative(x) }
    guard x > -27 else { return x.isNaN ? x : .infinity }
    let square = x * x
    let error = productError(x, x, product: square)
    let exponential = exp(square)
    guard exponential.isFinite else { return .infinity }
    return 2 * (exponential + exponential * error) - erfcxOfNonNegative(-x)
  }

  /// `2^k`, for a normal result.
  private static func powerOfTwo(_ k: Int) -> Double { Double(bitPattern: UInt64(k + 1023) << 52) }
}
