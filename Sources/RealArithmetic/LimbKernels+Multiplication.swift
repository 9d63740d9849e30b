extension LimbKernels {
  /// From this many limbs on, Karatsuba's method is used for a product; measured, see the module's README.
  static let karatsubaThreshold = 32

  /// From this many limbs on, Karatsuba's method is used for a square; measured, see the module's README.
  static let karatsubaSquareThreshold = 48

  /// The limbs of scratch memory that products with a smaller factor of `n` limbs need.
  static func scratchCount(_ n: Int) -> Int { 12 &* n &+ 256 }

  /// `r[0..<an + bn] = a[0..<an] * b[0..<bn]`, for `an >= bn >= 1`; `r` overlaps neither factor.
  ///
  /// `scratch` has `scratchCount(bn)` limbs, and is not touched when `bn < karatsubaThreshold`.
  static func multiply(_ r: Target, _ a: Source, _ an: Int, _ b: Source, _ bn: Int, scratch: Target) {
    if bn < karatsubaThreshold {
      multiplySchoolbook(r, a, an, b, bn)
      return
    }
    if an == bn {
      multiplyKaratsuba(r, a, b, bn, scratch: scratch)
      return
    }
    // Unequal lengths: cut the longer factor into pieces as long as the shorter.
    multiplyKaratsuba(r, a, b, bn, scratch: scratch)
    var done = bn
    (r + 2 &* bn).update(repeating: 0, count: an &- bn)
    let piece = scratch
    let rest = scratch + 2 &* bn
    while done < an {
      let count = min(bn, an &- done)
      if count == bn {
        multiplyKaratsuba(piece, a + done, b, bn, scratch: rest)
      } else {
        multiply(piece, b, bn, a + done, count, scratch: rest)
      }
      // The limbs above `done + bn` are still zero, so the carry of the low half cannot run out of the high half.
      let carry = add(r + done, r + done, piece, bn)
      let high = r + done + bn
      _ = add(high, piece + bn, count, limb: carry)
      done &+= count
    }
  }

  private static func multiplySchoolbook(_ r: Target, _ a: Source, _ an: Int, _ b: Source, _ bn: Int) {
    r[an] = multiply(r, a, an, by: b[0])
    var j = 1
    while j < bn {
      r[an &+ j] = addMultiple(r + j, a, an, by: b[j])
      j &+= 1
    }
  }

  /// `r[0..<2n] = a[0..<n] * b[0..<n]`: three products of half the size instead of four.
  private static func multiplyKaratsuba(_ r: Target, _ a: Source, _ b: Source, _ n: Int, scratch: Target) {
    if n < karatsubaThreshold {
      multiplySchoolbook(r, a, n, b, n)
      return
    }
    let h = (n &+ 1) / 2
    let k = n &- h
    // |a_low - a_high| and |b_low - b_high|, kept for a moment where the result will stand.
    let aFlipped = absoluteDifference(r, a, h, a + h, k)
    let bFlipped = absoluteDifference(r + h, b, h, b + h, k)
    multiplyKaratsuba(scratch, r, r + h, h, scratch: scratch + 2 &* h)
    multiplyKaratsuba(r, a, b, h, scratch: scratch + 2 &* h)
    multiplyKaratsuba(r + 2 &* h, a + h, b + h, k, scratch: scratch + 2 &* h)
    addMiddle(r, n, h, product: scratch, subtracting: aFlipped == bFlipped)
  }

  /// `r[0..<2n] = a[0..<n]^2`; `r` does not overlap `a`.
  ///
  /// `scratch` has `scratchCount(n)` limbs, and is not touched when `n < karatsubaSquareThreshold`.
  static func square(_ r: Target, _ a: Source, _ n: Int, scratch: Target) {
    if n < karatsubaSquareThreshold {
      squareSchoolbook(r, a, n)
      return
    }
    let h = (n &+ 1) / 2
    let k = n &- h
    _ = absoluteDifference(r, a, h, a + h, k)
    square(scratch, r, h, scratch: scratch + 2 &* h)
    square(r, a, h, scratch: scratch + 2 &* h)
    square(r + 2 &* h, a + h, k, scratch: scratch + 2 &* h)
    addMiddle(r, n, h, product: scratch, subtracting: true)
  }

  /// Each product of two different limbs once, doubled, and the squares of the limbs.
  private static func squareSchoolbook(_ r: Target, _ a: Source, _ n: Int) {
    if n == 1 {
      let p = a[0].multipliedFullWidth(by: a[0])
      r[0] = p.low
      r[1] = p.high
      return
    }
    r[0] = 0
    r[n] = multiply(r + 1, a + 1, n &- 1, by: a[0])
    var j = 1
    while j < n &- 1 {
      r[n &+ j] = addMultiple(r + (2 &* j &+ 1), a + (j &+ 1), n &- j &- 1, by: a[j])
      j &+= 1
    }
    r[2 &* n &- 1] = shiftLeft(r + 1, r + 1, 2 &* n &- 2, bits: 1)
    var carry: UInt = 0
    var i = 0
    while i < n {
      let p = a[i].multipliedFullWidth(by: a[i])
      let (s0, o0) = r[2 &* i].addingReportingOverflow(p.low)
      let (t0, u0) = s0.addingReportingOverflow(carry)
      r[2 &* i] = t0
      let c0: UInt = (o0 ? 1 : 0) &+ (u0 ? 1 : 0)
      let (s1, o1) = r[2 &* i &+ 1].addingReportingOverflow(p.high)
      let (t1, u1) = s1.addingReportingOverflow(c0)
      r[2 &* i &+ 1] = t1
      carry = (o1 ? 1 : 0) &+ (u1 ? 1 : 0)
      i &+= 1
    }
  }

  /// `r[0..<h] = |low[0..<h] - high[0..<k]|` for `k == h` or `k == h - 1`; true if the difference was negative.
  private static func absoluteDifference(_ r: Target, _ low: Source, _ h: Int, _ high: Source, _ k: Int) -> Bool {
    let lowIsLess = (k == h || low[k] == 0) && compare(low, high, k) < 0
    if lowIsLess {
      _ = subtract(r, high, low, k)
      if k < h { r[k] = 0 }
    } else {
      let borrow = subtract(r, low, high, k)
      if k < h { r[k] = low[k] &- borrow }
    }
    return lowIsLess
  }

  /// Karatsuba's last step: adds `low + high -/+ product` to `r` from limb `h` on.
  ///
  /// `r` holds `low` in its limbs `0..<2h` and `high` above; `product` holds 2h limbs, with 2h + 1 free ones behind.
  private static func addMiddle(_ r: Target, _ n: Int, _ h: Int, product: Target, subtracting: Bool) {
    let k = n &- h
    let middle = product + 2 &* h
    var top = add(middle, r, r + 2 &* h, 2 &* k)
    if k < h {
      (middle + 2 &* k).update(from: r + 2 &* k, count: 2 &* (h &- k))
      top = add(middle + 2 &* k, middle + 2 &* k, 2 &* (h &- k), limb: top)
    }
    if subtracting {
      top &-= subtract(middle, middle, product, 2 &* h)
    } else {
      top &+= add(middle, middle, product, 2 &* h)
    }
    // The sum fits: the final result has 2n limbs.
    let available = 2 &* n &- h
    let carry = add(r + h, r + h, middle, min(2 &* h, available))
    if available > 2 &* h {
      _ = add(r + 3 &* h, r + 3 &* h, available &- 2 &* h, limb: top &+ carry)
    }
  }
}
