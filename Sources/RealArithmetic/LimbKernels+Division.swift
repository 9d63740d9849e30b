extension LimbKernels {
  /// `floor((B^2 - 1) / d) - B` for a normalised limb `d` (top bit set), where `B` is one more than the largest limb.
  ///
  /// Niels Möller and Torbjörn Granlund, "Improved division by invariant integers", IEEE Transactions on Computers 60
  /// (2011): with it a division of two limbs by one costs two multiplications.
  static func reciprocal(_ d: UInt) -> UInt {
    d.dividingFullWidth((high: ~d, low: UInt.max)).quotient
  }

  /// Quotient and remainder of `(high, low)` by the normalised limb `d`, for `high < d` and `v = reciprocal(d)`.
  @inline(__always)
  static func divide(_ high: UInt, _ low: UInt, by d: UInt, reciprocal v: UInt) -> (quotient: UInt, remainder: UInt) {
    let p = v.multipliedFullWidth(by: high)
    let (q0, o) = p.low.addingReportingOverflow(low)
    var q1 = p.high &+ high &+ (o ? 1 : 0) &+ 1
    var r = low &- q1 &* d
    if r > q0 {
      q1 &-= 1
      r = r &+ d
    }
    if r >= d {
      q1 &+= 1
      r = r &- d
    }
    return (q1, r)
  }

  /// `q[0..<n] = a[0..<n] / d`; returns the remainder. `d` is not zero; `q` may be `a`.
  static func divide(_ q: Target, _ a: Source, _ n: Int, by d: UInt) -> UInt {
    let shift = d.leadingZeroBitCount
    let up = UInt(shift)
    let divisor = d &<< up
    let v = reciprocal(divisor)
    guard n > 0 else { return 0 }
    if shift == 0 {
      var r: UInt = 0
      var i = n &- 1
      while i >= 0 {
        let step = divide(r, a[i], by: divisor, reciprocal: v)
        q[i] = step.quotient
        r = step.remainder
        i &-= 1
      }
      return r
    }
    let down = UInt(UInt.bitWidth &- shift)
    var current = a[n &- 1]
    var r = current &>> down
    var i = n &- 1
    while i >= 0 {
      let next = i > 0 ? a[i &- 1] : 0
      let step = divide(r, (current &<< up) | (next &>> down), by: divisor, reciprocal: v)
      q[i] = step.quotient
      r = step.remainder
      current = next
      i &-= 1
    }
    return r &>> up
  }

  /// Knuth's Algorithm D: `q[0...un - dn] = u / d`, leaving the remainder in `u[0..<dn]`.
  ///
  /// `u` has `un + 1` limbs with `un >= dn >= 2`, the top one less than the top limb of `d`; `d` is normalised (its top
  /// bit is set). The quotient digit is taken from the top three limbs of the remainder and the top two of the divisor,
  /// so it is one too large at most.
  static func divide(_ q: Target, _ u: Target, _ un: Int, by d: Source, _ dn: Int) {
    let d1 = d[dn &- 1]
    let d0 = d[dn &- 2]
    let v = reciprocal(d1, d0)
    var j = un &- dn
    while j >= 0 {
      let u2 = u[j &+ dn]
      let u1 = u[j &+ dn &- 1]
      let u0 = u[j &+ dn &- 2]
      var digit: UInt
      if u2 > d1 || (u2 == d1 && u1 >= d0) {
        digit = UInt.max
      } else {
        digit = quotientDigit(u2, u1, u0, d1, d0, reciprocal: v)
      }
      let borrow = subtractMultiple(u + j, d, dn, by: digit)
      let (top, negative) = u2.subtractingReportingOverflow(borrow)
      if negative {
        digit &-= 1
        u[j &+ dn] = top &+ add(u + j, u + j, d, dn)
      } else {
        u[j &+ dn] = top
      }
      q[j] = digit
      j &-= 1
    }
  }

  /// `floor((B^3 - 1) / (d1, d0)) - B` for a normalised `d1` (Möller and Granlund, algorithm 6).
  static func reciprocal(_ d1: UInt, _ d0: UInt) -> UInt {
    var v = reciprocal(d1)
    var p = d1 &* v &+ d0
    if p < d0 {
      v &-= 1
      if p >= d1 {
        v &-= 1
        p = p &- d1
      }
      p = p &- d1
    }
    let t = v.multipliedFullWidth(by: d0)
    p = p &+ t.high
    if p < t.high {
      v &-= 1
      if p > d1 || (p == d1 && t.low >= d0) { v &-= 1 }
    }
    return v
  }

  /// `floor((u2, u1, u0) / (d1, d0))` for `(u2, u1) < (d1, d0)` (Möller and Granlund, algorithm 5).
  @inline(__always)
  static func quotientDigit(
    _ u2: UInt, _ u1: UInt, _ u0: UInt, _ d1: UInt, _ d0: UInt, reciprocal v: UInt
  ) -> UInt {
    let p = v.multipliedFullWidth(by: u2)
    let (q0, o) = p.low.addingReportingOverflow(u1)
    var q1 = p.high &+ u2 &+ (o ? 1 : 0)
    var r1 = u1 &- q1 &* d1
    let t = d0.multipliedFullWidth(by: q1)
    var (r0, b0) = u0.subtractingReportingOverflow(t.low)
    r1 = r1 &- t.high &- (b0 ? 1 : 0)
    (r0, b0) = r0.subtractingReportingOverflow(d0)
    r1 = r1 &- d1 &- (b0 ? 1 : 0)
    q1 = q1 &+ 1
    if r1 >= q0 {
      q1 = q1 &- 1
      let (s, c) = r0.addingReportingOverflow(d0)
      r0 = s
      r1 = r1 &+ d1 &+ (c ? 1 : 0)
    }
    if r1 > d1 || (r1 == d1 && r0 >= d0) { q1 = q1 &+ 1 }
    return q1
  }
}
