import RealArithmetic

/// A power series `1 + c_1 t + c_2 t^2 + ...` with positive coefficients whose quotients `c_k / c_(k-1) = n_k / d_k` are
/// quotients of machine integers.
///
/// All of the module's functions are made of such series in a non-negative `t`.
struct PowerSeries: Sendable {
  /// `n_k` and `d_k`, for `k >= 1`.
  let coefficientRatio: @Sendable (_ k: Int) -> (n: Int, d: Int)

  /// `e^t`: the quotients are `1 / k`.
  static let exponential = PowerSeries { k in (1, k) }

  /// `sum of t^k / (2k + 1)!!`: the quotients are `1 / (2k + 1)`.
  static let oddFactorials = PowerSeries { k in (1, 2 * k + 1) }

  /// `sum of t^k / (2k + 1)`, which is `artanh(s) / s` for `t = s^2`: the quotients are `(2k - 1) / (2k + 1)`.
  static let inverseHyperbolicTangent = PowerSeries { k in (2 * k - 1, 2 * k + 1) }

  /// `sum of (4k - 1)!! t^k`: the terms of even index of the asymptotic series of erfcx.
  static let evenAsymptotic = PowerSeries { k in ((4 * k - 3) * (4 * k - 1), 1) }

  /// `sum of (4k + 1)!! t^k`: the terms of odd index.
  static let oddAsymptotic = PowerSeries { k in ((4 * k - 1) * (4 * k + 1), 1) }
}

// MARK: - Evaluation

extension PowerSeries {
  /// A bound of the sum of the first `count` terms (at least one), on the side of `arithmetic`, at a `t` that is itself
  /// a bound on that side.
  func partialSum(at t: BigInteger, count: Int, in arithmetic: DirectedFixedPoint) -> BigInteger {
    evaluate(at: t, count: count, includingTail: false, in: arithmetic)
  }

  /// A bound of the whole sum, on the side of `arithmetic`, at a `t` that is itself a bound on that side.
  ///
  /// A lower bound is the sum of the first `count` terms. An upper bound takes as many terms more as it needs to make
  /// `t n_k / d_k <= 1/2` for the first term left out, and twice that term in place of all that are left out: they fall
  /// at least as fast as a geometric series with that ratio.
  ///
  /// - Precondition: `n_k / d_k` does not grow with `k`, and falls below `1 / (2 t)` at last.
  func sum(at t: BigInteger, count: Int, in arithmetic: DirectedFixedPoint) -> BigInteger {
    var terms = max(count, 1)
    if arithmetic.direction == .up {
      while true {
        let (n, d) = coefficientRatio(terms + 1)
        if (t * BigInteger(n)) << 1 <= BigInteger(d) << arithmetic.fractionBits { break }
        terms += 1
      }
    }
    return evaluate(at: t, count: terms, includingTail: arithmetic.direction == .up, in: arithmetic)
  }

  /// Paul Smith's rectangular splitting ("Efficient multiple-precision evaluation of elementary functions", Mathematics
  /// of Computation 52, 1989), from the last term to the first: with `m` powers of `t` at hand, a term costs one
  /// multiplication and division by machine integers, and only every `m`-th a product of long numbers.
  ///
  /// After the step for index `k` the variable `sum` bounds `sum over j >= k of (c_j / c_k) t^(j - first)`, where
  /// `first` is the largest multiple of `m` not above `k`.
  private func evaluate(
    at t: BigInteger, count: Int, includingTail: Bool, in arithmetic: DirectedFixedPoint
  ) -> BigInteger {
    let m = PowerSeries.blockLength(count)
    let powers = arithmetic.powers(of: t, through: m)
    // The terms left out are at most twice the first of them.
    var sum = includingTail ? powers[count % m] << 1 : .zero
    var k = count - 1
    while k >= 0 {
      if !sum.isZero {
        if (k + 1) % m == 0 { sum = arithmetic.product(sum, powers[m]) }
        let (n, d) = coefficientRatio(k + 1)
        if n != 1 { sum *= BigInteger(n) }
        if d != 1 { sum = arithmetic.quotient(sum, by: d) }
      }
      sum += powers[k % m]
      k -= 1
    }
    return sum
  }

  /// About the square root of the number of terms, which makes for the least number of long products.
  static func blockLength(_ count: Int) -> Int {
    var m = 1
    while m * m < count { m += 1 }
    return m
  }
}

// MARK: - Number of terms

/// Guesses: they decide how tight a bound is and how long it takes, and nothing that is proved depends on them.
extension PowerSeries {
  /// About how many terms come before the first that is below `2^-bits` and less than half the one before.
  ///
  /// - Precondition: as for `sum(at:count:in:)`.
  func termCount(at t: RoughMagnitude, bits: Int) -> Int {
    var term = RoughMagnitude.one
    var k = 1
    while true {
      let (n, d) = coefficientRatio(k)
      let ratio = t.scaled(by: n, over: d)
      term = term * ratio
      if term.isBelow(powerOfTwo: -bits), ratio.isBelow(powerOfTwo: -1) { return k }
      k += 1
    }
  }

  /// About how many terms come before the first that is below `2^-bits`, for a series whose terms fall first and grow in
  /// the end; `nil` if they begin to grow before.
  func asymptoticTermCount(at t: RoughMagnitude, bits: Int) -> Int? {
    var term = RoughMagnitude.one
    var k = 1
    while true {
      let (n, d) = coefficientRatio(k)
      let ratio = t.scaled(by: n, over: d)
      guard ratio.isBelow(powerOfTwo: 0) else { return nil }
      term = term * ratio
      if term.isBelow(powerOfTwo: -bits) { return k }
      k += 1
    }
  }
}
