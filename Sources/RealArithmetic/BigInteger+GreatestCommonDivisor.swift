extension BigInteger {
  /// The greatest common divisor, not negative; `gcd(0, b)` is `|b|`, and `gcd(0, 0)` is 0.
  ///
  /// Powers of two are taken out first (so a dyadic denominator costs next to nothing); then Lehmer's method, in the
  /// form given by G. E. Collins: most steps of Euclid's algorithm need only the leading bits of the operands.
  public static func greatestCommonDivisor(_ a: BigInteger, _ b: BigInteger) -> BigInteger {
    if a.isZero { return b.magnitude }
    if b.isZero { return a.magnitude }
    let (aTwos, bTwos) = (a.trailingZeroBitCount, b.trailingZeroBitCount)
    let twos = min(aTwos, bTwos)
    let odd = oddGreatestCommonDivisor(a.magnitude >> aTwos, b.magnitude >> bTwos)
    return twos == 0 ? odd : odd << twos
  }

  private static func oddGreatestCommonDivisor(_ first: BigInteger, _ second: BigInteger) -> BigInteger {
    if first.isOne || second.isOne { return .one }
    var (a, b) = compareMagnitudes(first, second) >= 0 ? (first, second) : (second, first)
    while b.limbs.count > 1 {
      if let step = LehmerStep(a, b) {
        (a, b) = step.applied(to: a, b)
      } else {
        (a, b) = (b, a.quotientAndRemainder(dividingBy: b).remainder)
      }
    }
    guard let divisor = b.limbs.first else { return a }
    var x = divisor
    var y = a.magnitudeDivided(by: divisor).remainder
    while y != 0 { (x, y) = (y, x % y) }
    return BigInteger(x)
  }
}

/// Several steps of Euclid's algorithm at once: `(a, b)` becomes `(p a - q b, s b - r a)`, or with the roles of `a` and
/// `b` exchanged.
private struct LehmerStep {
  var p = 1
  var q = 0
  var r = 0
  var s = 1
  var exchanges = false

  /// The steps that the leading 62 bits of `a >= b` determine, or `nil` if they determine none.
  init?(_ a: BigInteger, _ b: BigInteger) {
    let shift = a.bitWidth - 62
    guard shift > 0, let top = Int(exactly: a >> shift), let low = Int(exactly: b >> shift) else { return nil }
    var (x, y) = (top, low)
    var steps = 0
    while y != r {
      // The quotient is certain if both corrections of the bounds give it; Collins' condition `next <= t` ensures so.
      let quotient = (x + (p - 1)) / (y - r)
      let (product, overflow) = quotient.multipliedReportingOverflow(by: s)
      if overflow { break }
      let (next, overflows) = q.addingReportingOverflow(product)
      let t = x - quotient * y
      if overflows || next > t { break }
      (x, y) = (y, t)
      (p, q, r, s) = (s, r, next, p + quotient * r)
      steps += 1
    }
    if steps == 0 { return nil }
    exchanges = steps & 1 == 1
  }

  func applied(to a: BigInteger, _ b: BigInteger) -> (BigInteger, BigInteger) {
    let (u, v) = exchanges ? (b, a) : (a, b)
    return (
      BigInteger.combination(UInt(p), u, minus: UInt(q), v),
      BigInteger.combination(UInt(s), v, minus: UInt(r), u)
    )
  }
}

extension BigInteger {
  /// `p a - q b`, for magnitudes whose combination is not negative and not longer than the longer of them.
  fileprivate static func combination(_ p: UInt, _ a: BigInteger, minus q: UInt, _ b: BigInteger) -> BigInteger {
    let n = max(a.limbs.count, b.limbs.count)
    let limbs = [UInt](unsafeUninitializedCapacity: n + 1) { result, count in
      a.limbs.withUnsafeBufferPointer { a in
        b.limbs.withUnsafeBufferPointer { b in
          guard let r = result.baseAddress, let x = a.baseAddress, let y = b.baseAddress else { return }
          r[a.count] = LimbKernels.multiply(r, x, a.count, by: p)
          var i = a.count + 1
          while i <= n {
            r[i] = 0
            i += 1
          }
          var borrow = LimbKernels.subtractMultiple(r, y, b.count, by: q)
          i = b.count
          while i <= n, borrow != 0 {
            let (s, o) = r[i].subtractingReportingOverflow(borrow)
            r[i] = s
            borrow = o ? 1 : 0
            i += 1
          }
          count = LimbKernels.normalisedCount(r, n + 1)
        }
      }
    }
    return BigInteger(normalised: limbs, isNegative: false)
  }
}
