import IntervalArithmetic

extension ProductGrid {
  /// The largest bound on all cells, by up to `threads` threads; the result does not depend on their number.
  public func maximum(threads: Int) -> GridMaximum? {
    var best: GridMaximum?
    var next = 0
    while next < units {
      let round = Array(next..<min(next + Self.round, units))
      for found in concurrentMap(round, threads: threads, share: 1, { maximum(ofUnit: $0) }) {
        best = .larger(best, found)
      }
      next += round.count
    }
    return best
  }

  /// How many units are worked on before their results are put together.
  private static let round = 4096

  /// What is known of the supremum of a function over a domain if it is the function that the grid bounds and no cell
  /// has a bound above `maximum`: it is at least the function's value at the best corner of that cell.
  public func extremum(_ maximum: GridMaximum, of function: some BoxFunction<Interval>, over domain: Box) -> Extremum {
    let corners = box(ofCell: maximum.cell).corners
    let best = corners.compactMap { corner in
      function.value(over: corner.hull, within: nil).map { (point: corner, value: $0) }
    }
    .max { $0.value.lowerBound < $1.value.lowerBound }
    let bound = Interval(lowerBound: -.infinity, upperBound: maximum.bound)
    return Extremum(
      kind: .supremum,
      enclosure: Interval(lowerBound: best?.value.lowerBound ?? -.infinity, upperBound: maximum.bound), witness: best,
      boxes: cells, isSharp: false, leaves: [Leaf(box: domain, face: domain, bound: bound)],
      coverage: GridCoverage(counts: axes.map(\.count), cells: cells, evaluations: evaluations + corners.count))
  }
}

/// What a grid search has covered, and what that took.
public struct GridCoverage: Sendable, Hashable {
  /// The number of cells along each axis.
  public let counts: [Int]
  /// The number of cells, each with a bound of its own.
  public let cells: Int
  /// How often the underlying functions were enclosed; the bounds of the cells were put together from that.
  public let evaluations: Int
}

extension Box {
  /// The points whose coordinates are bounds of the sides, each once.
  var corners: [Box] {
    sides.indices.reduce([self]) { boxes, axis in
      boxes.flatMap { box in
        let side = box.sides[axis]
        let ends = side.isPoint ? [side] : [side.end(isUpper: false), side.end(isUpper: true)]
        return ends.map { box.replacing(axis, with: $0) }
      }
    }
  }
}
