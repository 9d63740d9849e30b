// The rules. In each, the midpoint is computed with one rounding, whose error is at most `unit` times the result (or lost
// in `tiny`), and the radius with a handful of roundings, for which `inflation` makes up.
extension Ball {
  /// The ball of the negatives. Accuracy: exact.
  @inlinable @inline(__always)
  public static prefix func - (a: Ball) -> Ball { Ball(-a.midpoint, a.radius) }

  /// A ball of the sums: the radii add up.
  @inlinable @inline(__always)
  public static func + (a: Ball, b: Ball) -> Ball {
    let sum = a.midpoint + b.midpoint
    return Ball(sum, (a.radius + b.radius + sum.magnitude * unit) * inflation)
  }

  /// A ball of the differences.
  @inlinable @inline(__always)
  public static func - (a: Ball, b: Ball) -> Ball { a + -b }

  /// A ball of the products: `(a + s)(b + t) - a b = a t + s (b + t)`.
  @inlinable @inline(__always)
  public static func * (a: Ball, b: Ball) -> Ball {
    let product = a.midpoint * b.midpoint
    let spread = a.midpoint.magnitude * b.radius + a.radius * (b.midpoint.magnitude + b.radius)
    return Ball(product, (spread + (product.magnitude * unit + tiny)) * inflation)
  }

  /// A ball of the quotients: `(a + s)/(b + t) - a/b = (s - (a/b) t)/(b + t)`. Nothing is known if the divisor holds zero.
  @inlinable @inline(__always)
  public static func / (a: Ball, b: Ball) -> Ball {
    let quotient = a.midpoint / b.midpoint
    // Where |t| <= |b|/16, 1/|b + t| is at most (16/15)/|b|; the second division runs beside the first.
    guard b.radius < 0x1p-4 * b.midpoint.magnitude, b.midpoint.magnitude < .infinity else {
      return a.wideQuotient(by: b)
    }
    let reciprocal = 0x1.12p0 / b.midpoint.magnitude
    let spread = (a.radius + quotient.magnitude * b.radius + tiny) * reciprocal
    return Ball(quotient, (spread + (quotient.magnitude * unit + tiny)) * inflation)
  }

  /// A ball of the squares.
  @inlinable @inline(__always)
  public func squared() -> Ball { self * self }

  /// Half of each member.
  @inlinable @inline(__always)
  public var half: Ball { Ball(0.5 * midpoint, (0.5 * radius + Ball.tiny) * Ball.inflation) }

  /// A ball of the square roots of all members that are not negative: `sqrt(m + s) - sqrt m = s / (sqrt(m + s) + sqrt m)`.
  @inlinable @inline(__always)
  public static func sqrt(_ x: Ball) -> Ball {
    let root = x.midpoint.squareRoot()
    guard x.radius < 0x1p-4 * x.midpoint, x.midpoint < .infinity else { return x.wideSquareRoot }
    // sqrt(m + s) >= sqrt(m) (1 - |s|/m), and |s|/m is less than 1/16: the denominator is at least (31/16) sqrt(m).
    // What may underflow in the share is far below the second term, which never does.
    let share = x.radius / x.midpoint
    return Ball(root, (share * root * 0x1.0ap-1 + root * unit) * inflation)
  }

  // MARK: Wide balls

  @usableFromInline @inline(never)
  func wideQuotient(by divisor: Ball) -> Ball {
    // Intervals know that 0/b is 0 for whatever b; a ball of which nothing is known may stand for no number at all.
    let members = Interval(divisor)
    return members.contains(0) ? .unknown : Ball(Interval(self) / members)
  }

  @usableFromInline @inline(never)
  var wideSquareRoot: Ball { Ball(Interval.sqrt(Interval(self))) }
}
