import IntervalArithmetic

/// A box of net inputs (y, x), mean and variance, in coordinates in which all of them together are a square.
///
/// With the standard deviation `s = sqrt x` and `r = |y| + s`,
///
///     direction  p = y / r,         from -1 to 1:  y = p r,  s = (1 - |p|) r
///     size       q = r / (1 + r),   from  0 to 1:  r = q / (1 - q)
///
/// is a homeomorphism between the half-plane s > 0 and the open square. Its sides are what net inputs tend to: r = 0 and
/// r = infinity, where the activation looks like a leaky and like an ordinary ReLU, and s = 0 for either sign of y.
/// Halves of halves of the square resolve small and large variances alike.
struct NetInputBox: Sendable, Hashable {
  /// The values of p.
  var direction: Interval
  /// The values of q.
  var size: Interval

  /// All net inputs.
  static let all = NetInputBox(
    direction: Interval(lowerBound: -1, upperBound: 1), size: Interval(lowerBound: 0, upperBound: 1))

  init(direction: Interval, size: Interval) {
    self.direction = direction
    self.size = size
  }

  /// A box around the net inputs with `y / s` and s, which is positive, in these intervals.
  init(ratio t: Interval, deviation s: Interval) {
    let factor = Interval(1) + Interval.abs(t)
    let r = s * factor
    self.init(
      direction: (t / factor).intersection(Self.all.direction),
      size: (r / (Interval(1) + r)).intersection(Self.all.size))
  }

  // MARK: In other coordinates

  /// Encloses r; up to infinity for q = 1.
  var radius: Interval {
    let upper = size.upperBound < 1 ? Self.radius(size.upperBound).upperBound : .infinity
    return Interval(lowerBound: Self.radius(size.lowerBound).lowerBound, upperBound: upper)
  }

  /// Encloses `s / r = 1 - |p|`.
  var spread: Interval { Interval(1) - Interval.abs(direction) }

  /// Encloses `t = y / s = p / (1 - |p|)`, which increases with p; unbounded for p = -1 and p = 1.
  var ratio: Interval {
    let lower = direction.lowerBound > -1 ? Self.ratio(direction.lowerBound).lowerBound : -.infinity
    let upper = direction.upperBound < 1 ? Self.ratio(direction.upperBound).upperBound : .infinity
    return Interval(lowerBound: lower, upperBound: upper)
  }

  /// Encloses s; up to infinity for q = 1.
  var deviation: Interval {
    let (d, r) = (spread, radius)
    // d is at most 1 and not negative.
    return Interval(lowerBound: (d * Interval(r.lowerBound)).lowerBound, upperBound: (d * r).upperBound)
  }

  /// Whether no side of the square is touched.
  var isInside: Bool { isInside(.all) }

  /// Whether the box lies inside another and touches no side of it.
  func isInside(_ other: NetInputBox) -> Bool {
    size.lowerBound > other.size.lowerBound && size.upperBound < other.size.upperBound
      && direction.lowerBound > other.direction.lowerBound && direction.upperBound < other.direction.upperBound
  }

  private static func radius(_ q: Double) -> Interval { Interval(q) / (Interval(1) - Interval(q)) }

  private static func ratio(_ p: Double) -> Interval { Interval(p) / (Interval(1) - Interval(p.magnitude)) }

  // MARK: As a set

  /// The smallest box that includes both.
  func convexHull(_ other: NetInputBox) -> NetInputBox {
    NetInputBox(direction: direction.convexHull(other.direction), size: size.convexHull(other.size))
  }

  /// Whether both have a point in common, be it on their borders.
  func touches(_ other: NetInputBox) -> Bool {
    !direction.isDisjoint(with: other.direction) && !size.isDisjoint(with: other.size)
  }

  /// The common part of two boxes.
  func intersection(_ other: NetInputBox) -> NetInputBox {
    NetInputBox(direction: direction.intersection(other.direction), size: size.intersection(other.size))
  }

  /// Whether one of the boxes is touched.
  func touches(anyOf boxes: [NetInputBox]) -> Bool { boxes.contains { $0.touches(self) } }

  /// Both halves; nil if there is no double between the bounds of the side to be cut.
  ///
  /// The size counts for more where it is small or near to 1, because what is to be found there changes with log r: a
  /// width in q is taken in units of the square root of `q (1 - q)`, half-way between q and log r.
  var halves: [NetInputBox]? {
    let scale = (size.upperBound * (1 - size.lowerBound)).squareRoot()
    let cutsSize = 2 * size.width >= direction.width * scale
    let side = cutsSize ? size : direction
    let middle = side.midpoint
    guard side.lowerBound < middle && middle < side.upperBound else { return nil }
    return [
      Interval(lowerBound: side.lowerBound, upperBound: middle),
      Interval(lowerBound: middle, upperBound: side.upperBound),
    ].map { cutsSize ? NetInputBox(direction: direction, size: $0) : NetInputBox(direction: $0, size: size) }
  }
}

extension [NetInputBox] {
  /// The boxes, those that hang together in one list each: no box of one list touches a box of another.
  var components: [[NetInputBox]] {
    var rest = self
    var components: [[NetInputBox]] = []
    while let first = rest.popLast() {
      var component = [first]
      var next = 0
      while next < component.count {
        let box = component[next]
        next += 1
        let split = rest.partition { $0.touches(box) }
        component += rest[split...]
        rest.removeSubrange(split...)
      }
      components.append(component)
    }
    return components
  }
}
