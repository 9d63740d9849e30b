/// The real numbers within a distance, the radius, of a double, the midpoint.
///
/// Balls are for narrow enclosures, as of points: where intervals round two bounds, a ball computes its midpoint rounded to
/// nearest and adds to the radius what the rounding and the radii of the operands can make of it. That needs no
/// directed rounding and, for the elementary functions, half the work; in return a result is up to twice as wide, and
/// functions do not see the shape of a wide argument: whatever is wide goes through `Interval`.
///
/// Every operation returns a ball that contains the exact result for all members of its arguments. A midpoint or a radius
/// that is infinite or NaN says that nothing is known; it is what overflow, a division by a ball around zero and the like
/// give. Of a result nothing is known if nothing is known of an operand.
///
/// Source of the rules: J. van der Hoeven, Ball arithmetic, 2009; F. Johansson, Arb, IEEE Trans. Comput. 66 (2017).
@frozen
public struct Ball: Sendable, Hashable {
  /// The centre.
  public let midpoint: Double
  /// An upper bound of the distance of the members from the centre; never negative.
  public let radius: Double

  /// The numbers within `radius` of `midpoint`; a negative radius is taken as infinite.
  @inlinable
  public init(midpoint: Double, radius: Double) {
    self.init(midpoint, radius >= 0 ? radius : .infinity)
  }

  /// The ball that holds one double only.
  @inlinable
  public init(_ value: Double) {
    self.init(value, 0)
  }

  @inlinable @inline(__always)
  init(_ midpoint: Double, _ radius: Double) {
    self.midpoint = midpoint
    self.radius = radius
  }

  /// A ball that contains an interval: its radius is at most one unit larger than half the width. Of the empty interval
  /// nothing is known.
  @inlinable
  public init(_ interval: Interval) {
    let middle = 0.5 * interval.lowerBound + 0.5 * interval.upperBound
    let distance = Swift.max(interval.upperBound - middle, middle - interval.lowerBound)
    self.init(middle, interval.isEmpty ? .nan : distance * Ball.inflation + Ball.tiny)
  }

  /// The ball of which nothing is known.
  public static var unknown: Ball { Ball(0, .infinity) }

  /// Whether anything is known.
  @inlinable @inline(__always)
  public var isBounded: Bool { midpoint.isFinite && radius < .infinity }

  /// Whether `value` is a member.
  @inlinable
  public func contains(_ value: Double) -> Bool { Interval(self).contains(value) }

  // MARK: Rounding of radii

  /// Half a unit in the last place of 1: no operation that rounds to nearest errs by more than this times its result,
  /// unless that is subnormal.
  @usableFromInline static var unit: Double { 0x1p-53 }

  /// Makes up for the roundings, up to seven, of a radius.
  @usableFromInline static var inflation: Double { 0x1.0000000000004p0 }

  /// Makes up for all that falls below the normal numbers: more than a few times the least positive double.
  @usableFromInline static var tiny: Double { 0x1p-1070 }
}

extension Interval {
  /// The interval of the members of a ball, rounded outward; `entire` if nothing is known.
  @inlinable
  public init(_ ball: Ball) {
    guard ball.isBounded else {
      self = .entire
      return
    }
    self = Interval(ball.midpoint) + Interval(uncheckedLowerBound: -ball.radius, upperBound: ball.radius)
  }
}

extension Ball: CustomStringConvertible {
  /// The members as an interval.
  public var description: String { Interval(self).description }
}
