/// Loops over runs of limbs, least significant limb first: the only place where `BigInteger` touches raw memory.
///
/// Every function states what it needs of its pointers; none allocates. All arithmetic on limbs is modulo the limb size,
/// with carries returned explicitly.
enum LimbKernels {
  typealias Source = UnsafePointer<UInt>
  typealias Target = UnsafeMutablePointer<UInt>

  /// The number of limbs of `a[0..<count]` that remain when leading (most significant) zeros are dropped.
  static func normalisedCount(_ a: Source, _ count: Int) -> Int {
    var n = count
    while n > 0, a[n &- 1] == 0 { n &-= 1 }
    return n
  }

  /// -1, 0 or 1 as `a[0..<n]` is less than, equal to or greater than `b[0..<n]`.
  static func compare(_ a: Source, _ b: Source, _ n: Int) -> Int {
    var i = n &- 1
    while i >= 0 {
      if a[i] != b[i] { return a[i] < b[i] ? -1 : 1 }
      i &-= 1
    }
    return 0
  }

  /// `r[0..<n] = a[0..<n] + b[0..<n]`; returns the carry. `r` may be `a` or `b`.
  static func add(_ r: Target, _ a: Source, _ b: Source, _ n: Int) -> UInt {
    var carry: UInt = 0
    var i = 0
    while i < n {
      let (s, o1) = a[i].addingReportingOverflow(b[i])
      let (t, o2) = s.addingReportingOverflow(carry)
      r[i] = t
      carry = (o1 ? 1 : 0) &+ (o2 ? 1 : 0)
      i &+= 1
    }
    return carry
  }

  /// `r[0..<n] = a[0..<n] + limb`; returns the carry. `r` may be `a`.
  static func add(_ r: Target, _ a: Source, _ n: Int, limb: UInt) -> UInt {
    var carry = limb
    var i = 0
    if r == UnsafeMutablePointer(mutating: a) {
      while i < n, carry != 0 {
        let (s, o) = a[i].addingReportingOverflow(carry)
        r[i] = s
        carry = o ? 1 : 0
        i &+= 1
      }
      return carry
    }
    while i < n {
      let (s, o) = a[i].addingReportingOverflow(carry)
      r[i] = s
      carry = o ? 1 : 0
      i &+= 1
    }
    return carry
  }

  /// `r[0..<n] = a[0..<n] - b[0..<n]`; returns the borrow. `r` may be `a` or `b`.
  static func subtract(_ r: Target, _ a: Source, _ b: Source, _ n: Int) -> UInt {
    var borrow: UInt = 0
    var i = 0
    while i < n {
      let (s, o1) = a[i].subtractingReportingOverflow(b[i])
      let (t, o2) = s.subtractingReportingOverflow(borrow)
      r[i] = t
      borrow = (o1 ? 1 : 0) &+ (o2 ? 1 : 0)
      i &+= 1
    }
    return borrow
  }

  /// `r[0..<n] = a[0..<n] - limb`; returns the borrow. `r` may be `a`.
  static func subtract(_ r: Target, _ a: Source, _ n: Int, limb: UInt) -> UInt {
    var borrow = limb
    var i = 0
    while i < n {
      let (s, o) = a[i].subtractingReportingOverflow(borrow)
      r[i] = s
      borrow = o ? 1 : 0
      i &+= 1
    }
    return borrow
  }

  /// `r[0..<n] = a[0..<n] * m + carry`; returns the most significant limb. `r` may be `a`.
  static func multiply(_ r: Target, _ a: Source, _ n: Int, by m: UInt, carry initial: UInt = 0) -> UInt {
    var carry = initial
    var i = 0
    while i < n {
      let p = a[i].multipliedFullWidth(by: m)
      let (s, o) = p.low.addingReportingOverflow(carry)
      r[i] = s
      carry = p.high &+ (o ? 1 : 0)
      i &+= 1
    }
    return carry
  }

  /// `r[0..<n] += a[0..<n] * m`; returns the limb carried out.
  static func addMultiple(_ r: Target, _ a: Source, _ n: Int, by m: UInt) -> UInt {
    var carry: UInt = 0
    var i = 0
    while i < n {
      let p = a[i].multipliedFullWidth(by: m)
      let (s, o1) = p.low.addingReportingOverflow(carry)
      let (t, o2) = s.addingReportingOverflow(r[i])
      r[i] = t
      carry = p.high &+ (o1 ? 1 : 0) &+ (o2 ? 1 : 0)
      i &+= 1
    }
    return carry
  }

  /// `r[0..<n] -= a[0..<n] * m`; returns the limb borrowed.
  static func subtractMultiple(_ r: Target, _ a: Source, _ n: Int, by m: UInt) -> UInt {
    var borrow: UInt = 0
    var i = 0
    while i < n {
      let p = a[i].multipliedFullWidth(by: m)
      let (s, o1) = p.low.addingReportingOverflow(borrow)
      let (t, o2) = r[i].subtractingReportingOverflow(s)
      r[i] = t
      borrow = p.high &+ (o1 ? 1 : 0) &+ (o2 ? 1 : 0)
      i &+= 1
    }
    return borrow
  }

  /// `r[0..<n] = a[0..<n] << bits` for `0 <= bits < UInt.bitWidth`; returns the bits shifted out. `r` may be `a`, or lie
  /// above it.
  static func shiftLeft(_ r: Target, _ a: Source, _ n: Int, bits: Int) -> UInt {
    if bits == 0 {
      var i = n &- 1
      while i >= 0 {
        r[i] = a[i]
        i &-= 1
      }
      return 0
    }
    let up = UInt(bits)
    let down = UInt(UInt.bitWidth &- bits)
    guard n > 0 else { return 0 }
    var high = a[n &- 1]
    let out = high &>> down
    var i = n &- 1
    while i > 0 {
      let low = a[i &- 1]
      r[i] = (high &<< up) | (low &>> down)
      high = low
      i &-= 1
    }
    r[0] = high &<< up
    return out
  }

  /// `r[0..<n] = a[0..<n] >> bits` for `0 <= bits < UInt.bitWidth`. `r` may be `a`, or lie below it.
  static func shiftRight(_ r: Target, _ a: Source, _ n: Int, bits: Int) {
    if bits == 0 {
      var i = 0
      while i < n {
        r[i] = a[i]
        i &+= 1
      }
      return
    }
    guard n > 0 else { return }
    let down = UInt(bits)
    let up = UInt(UInt.bitWidth &- bits)
    var low = a[0]
    var i = 1
    while i < n {
      let high = a[i]
      r[i &- 1] = (low &>> down) | (high &<< up)
      low = high
      i &+= 1
    }
    r[n &- 1] = low &>> down
  }
}
