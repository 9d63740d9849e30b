import IntervalArithmetic
import RealArithmetic

/// How a certified extremum is sought.
public enum SearchStrategy: Sendable, Hashable {
  /// Adaptive subdivision with gradient signs and the mean-value form.
  case adaptive
  /// A uniform grid of cells, each bounded by the interval extension alone: the rigorous form of a grid search. One
  /// count a variable.
  case uniformGrid([Int])
}

extension BoxFunction {
  /// Encloses the least upper bound of the function over a box by bounding it on every cell of a uniform grid.
  ///
  /// `cells` holds the number of cells along each side, at least one each; a thin side has one cell whatever its count.
  func supremum(over domain: Box, cells: [Int], threads: Int = 1) -> Extremum {
    let grid = UniformGrid(domain: domain, cells: cells)
    let bounds = concurrentMap(Array(0..<grid.count), threads: threads) { naturalBound(on: grid.cell($0)) }
    var subdivision = Subdivision()
    subdivision.nodes = zip(0..<grid.count, bounds).map { Subdivision.Node(box: grid.cell($0), bound: $1) }
    let best = bounds.filter { !$0.valueAtCentre.isEmpty }
      .max { $0.valueAtCentre.lowerBound < $1.valueAtCentre.lowerBound }
    let upper = bounds.reduce(-Double.infinity) { max($0, $1.upperBound) }
    let attained = best?.valueAtCentre.lowerBound ?? -.infinity
    return Extremum(
      kind: .supremum, enclosure: Interval(lowerBound: attained, upperBound: upper),
      witness: best.map { ($0.face.centre, $0.valueAtCentre) }, boxes: grid.count, isSharp: false,
      subdivision: subdivision)
  }

  /// The bound by the interval extension on the box as it is.
  private func naturalBound(on box: Box) -> BoxBound {
    let natural = value(over: box.hull)
    return BoxBound(
      faces: [], face: box, form: .natural, upperBound: natural.isEmpty ? .infinity : natural.upperBound,
      valueAtCentre: value(over: box.centre.hull), gradient: [])
  }
}

/// A partition of a box into equal cells: equal up to the rounding of the division points to doubles, and fewer than
/// asked for where a side has not enough doubles inside.
public struct UniformGrid: Sendable {
  /// The cells along each side.
  private let sides: [[Side]]

  /// The partition of `domain` with so many cells along each side.
  public init(domain: Box, cells: [Int]) {
    sides = zip(domain.sides, cells).map { side, count in
      guard !side.isThin && count > 1 else { return [side] }
      let (lower, upper) = (side.lower.exact, side.upper.exact)
      let rounded = (1..<count).map { index in
        let share = Rational(BigInteger(index), over: BigInteger(count))
        return Double(lower + (upper - lower) * share, rounding: .toNearestOrEven)
      }
      let inner = rounded.enumerated().filter { index, point in
        // Between the bounds, and each point once.
        (index == 0 || rounded[index - 1] < point)
          && side.lower.enclosure.upperBound < point && point < side.upper.enclosure.lowerBound
      }
      let points = [side.lower] + inner.map { Coordinate(splitPoint: $0.element) } + [side.upper]
      return zip(points, points.dropFirst()).map { Side(lower: $0, upper: $1) }
    }
  }

  /// The number of cells.
  public var count: Int { sides.reduce(1) { $0 * $1.count } }

  /// The cell with this number, from 0 up to `count`.
  public func cell(_ index: Int) -> Box {
    var rest = index
    return Box(
      sides.map { side in
        defer { rest /= side.count }
        return side[rest % side.count]
      })
  }
}
