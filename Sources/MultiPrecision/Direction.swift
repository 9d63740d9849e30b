/// Which side of the exact number a rounded number must lie on.
enum Direction: Sendable {
  /// Not above it: the result is a lower bound.
  case down
  /// Not below it: the result is an upper bound.
  case up

  /// The other side: what is subtracted, or divided by, has to be rounded the other way.
  var opposite: Direction { self == .down ? .up : .down }

  /// The rounding rule towards this side.
  var rule: FloatingPointRoundingRule { self == .down ? .down : .up }
}
