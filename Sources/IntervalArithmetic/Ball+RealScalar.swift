import RealArithmetic

extension Ball: RealScalar {
  /// A ball of the integer `n`.
  @inlinable @inline(__always)
  public func constant(_ n: Int) -> Ball {
    n.magnitude <= 1 << 53 ? Ball(Double(n)) : Ball(Interval(enclosing: Rational(n)))
  }

  /// A ball of the rational `r`.
  public func constant(_ r: Rational) -> Ball { Ball(Interval(enclosing: r)) }

  /// A ball of pi.
  public var pi: Ball { Ball(Interval.pi) }

  /// A ball of 1/sqrt(pi): the double nearest to it, which is less than 1.125 * 2^-57 away.
  @inlinable @inline(__always)
  public var inverseRootPi: Ball { Ball(0x1.20dd750429b6dp-1, 0x1.2p-57) }
}
