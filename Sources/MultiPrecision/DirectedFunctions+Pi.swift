import RealArithmetic

extension DirectedFunctions {
  /// A bound of pi. Each term of the series is good for 47 bits.
  func pi() -> Dyadic { pi(terms: (precision + guardBits) / 47 + 2) }

  /// A bound of pi from at least so many terms (one or more) of the series of D. V. and G. V. Chudnovsky ("The computation
  /// of classical constants", Proceedings of the National Academy of Sciences 86, 1989),
  ///
  ///     426880 sqrt(10005) / pi = sum of (-1)^k a_k,
  ///     a_k = (6k)! (13591409 + 545140134 k) / ((3k)! (k!)^3 640320^(3k)),
  ///
  /// by binary splitting.
  ///
  /// The terms fall, so that sums of an even number of them are lower bounds of the right-hand side, those of an odd
  /// number upper bounds: `a_k / a_(k-1)` is the product of
  /// `(13591409 + 545140134 k) / (13591409 + 545140134 (k - 1)) < 42` and
  /// `24 (2k - 1)(6k - 5)(6k - 1) / (640320 k)^3 < 1728 / 640320^3`, together below `2^-41`. A lower bound of pi needs an
  /// upper bound of the sum.
  func pi(terms count: Int) -> Dyadic {
    let wantsOdd = direction == .down
    let series = ChudnovskySum(from: 0, to: (count & 1 == 1) == wantsOdd ? count : count + 1)
    return quotient(guarded.product(guarded.squareRoot(10005), Dyadic(series.q * 426_880)), Dyadic(series.t))
  }
}

/// A stretch of the Chudnovsky series in exact integers.
///
/// With `b_k` for the terms without their linear factors (and `b_(-1) = 1`): `p / q = b_(to - 1) / b_(from - 1)`, and
/// `t / q` is the sum of the terms from `from` to before `to`, divided by `b_(from - 1)`.
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
