import RealArithmetic

extension DirectedFunctions {
  /// A bound of pi.
  ///
  /// The series of D. V. and G. V. Chudnovsky ("The computation of classical constants", Proceedings of the National
  /// Academy of Sciences 86, 1989),
  ///
  ///     426880 sqrt(10005) / pi = sum of (-1)^k a_k,
  ///     a_k = (6k)! (13591409 + 545140134 k) / ((3k)! (k!)^3 640320^(3k)),
  ///
  /// by binary splitting. The terms fall, so that the sums of an even number of terms are lower bounds of the right-hand
  /// side and those of an odd number upper bounds: `a_k / a_(k-1)` is the product of
  /// `(13591409 + 545140134 k) / (13591409 + 545140134 (k - 1)) < 42` and
  /// `24 (2k - 1)(6k - 5)(6k - 1) / (640320 k)^3 < 1728 / 640320^3`, together below `2^-41`.
  func pi() -> Dyadic {
    // Each term is good for 47 bits. Pi falls when the sum grows: a lower bound of pi needs an odd number of terms.
    let guarded = precision + 8
    let count = guarded / 47 + 2
    let terms = (count & 1 == 1) == (direction == .down) ? count : count + 1
    let series = ChudnovskySum(from: 0, to: terms)
    let numerator = with(precision: guarded).product(
      with(precision: guarded).squareRoot(10005), Dyadic(BigInteger(426_880) * series.q))
    return quotient(numerator, Dyadic(series.t))
  }
}

/// A stretch of the Chudnovsky series in exact integers: the sum over `from <= k < to` of the terms divided by that
/// before the first, `t / q`, and the quotient of the term at `to` to that at `from` without the linear factors, `p / q`.
private struct ChudnovskySum {
  var p: BigInteger
  var q: BigInteger
  var t: BigInteger

  init(from: Int, to: Int) {
    if to - from == 1 {
      let k = from
      if k == 0 {
        p = 1
        q = 1
      } else {
        p = -(BigInteger((6 * k - 5) * (2 * k - 1)) * BigInteger(6 * k - 1))
        // 640320^3 / 24
        q = BigInteger(k).raised(to: 3) * 10_939_058_860_032_000
      }
      t = p * (BigInteger(545_140_134) * BigInteger(k) + 13_591_409)
      return
    }
    let middle = (from + to) / 2
    let left = ChudnovskySum(from: from, to: middle)
    let right = ChudnovskySum(from: middle, to: to)
    p = left.p * right.p
    q = left.q * right.q
    t = left.t * right.q + left.p * right.t
  }
}
