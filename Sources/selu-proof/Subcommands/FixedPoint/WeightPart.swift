import FixedPointSolver
import IntervalArithmetic

/// A part of the weights for which the number of fixed points is known.
struct WeightPart: Sendable, Equatable {
  var omega: Interval
  var tau: Interval
  let count: Int
  /// Whether some of the fixed points may be on either side of the border of the box searched.
  var isOnBorder = false

  /// The parts that the pieces of a survey make, neighbours with the same number of fixed points put together.
  static func merged(_ pieces: [FixedPointSurvey.Piece]) -> [WeightPart] {
    let parts = pieces.map {
      WeightPart(
        omega: $0.equations.omega, tau: $0.equations.tau, count: $0.fixedPoints.count,
        isOnBorder: $0.fixedPoints.contains { $0.position == .onBorder })
    }
    return merged(merged(parts, along: \.tau, across: \.omega), along: \.omega, across: \.tau)
  }

  /// Puts parts together that follow each other along one side and agree in the other.
  static func merged(
    _ parts: [WeightPart], along side: WritableKeyPath<WeightPart, Interval>,
    across other: KeyPath<WeightPart, Interval>
  ) -> [WeightPart] {
    let sorted = parts.sorted {
      ($0[keyPath: other].lowerBound, $0[keyPath: side].lowerBound)
        < ($1[keyPath: other].lowerBound, $1[keyPath: side].lowerBound)
    }
    return sorted.reduce(into: []) { merged, part in
      guard let last = merged.last, last.count == part.count, last.isOnBorder == part.isOnBorder,
        last[keyPath: other] == part[keyPath: other],
        last[keyPath: side].upperBound == part[keyPath: side].lowerBound
      else { return merged.append(part) }
      merged[merged.count - 1][keyPath: side] = last[keyPath: side].convexHull(part[keyPath: side])
    }
  }
}
