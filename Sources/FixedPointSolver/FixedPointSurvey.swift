import IntervalArithmetic
import MomentMap

/// The fixed points in a box of (mu, nu) for all weights in a box of (omega, tau), which is cut into pieces where that
/// is too wide to be treated as a whole.
public struct FixedPointSurvey: Sendable {
  /// A part of the weights for which the fixed points are known.
  public struct Piece: Sendable {
    /// The equations, with the weights of the piece.
    public let equations: FixedPointEquations
    /// All fixed points in the box searched, in the order of their variances; each exists for every (omega, tau).
    public let fixedPoints: [FixedPoint]
  }

  /// A part of the weights for which something stayed undecided.
  public struct Gap: Sendable {
    /// The equations, with the weights of the part.
    public let equations: FixedPointEquations
    /// Fixed points that there are for every (omega, tau).
    public let fixedPoints: [FixedPoint]
    /// The boxes of (mu, nu) where there may be more.
    public let boxes: [Pair<Interval>]
  }

  /// The result. Pieces and gaps together cover all weights.
  public struct Outcome: Sendable {
    /// The parts of the weights for which all is decided.
    public var pieces: [Piece] = []
    /// The other parts.
    public var gaps: [Gap] = []
    /// The number of boxes of (mu, nu) examined.
    public var boxes = 0

    /// How many fixed points there are for every (omega, tau); nil if that differs or is not decided.
    public var count: Int? {
      let counts = Set(pieces.map(\.fixedPoints.count))
      return gaps.isEmpty && counts.count == 1 ? counts.first : nil
    }
  }

  /// The equations, with all of the weights.
  public let equations: FixedPointEquations
  /// The largest number of boxes of (mu, nu) to examine, for all pieces together.
  public let maximumBoxes: Int

  /// A survey of the zeros of `equations`.
  public init(_ equations: FixedPointEquations, maximumBoxes: Int = 200_000) {
    self.equations = equations
    self.maximumBoxes = maximumBoxes
  }

  /// Finds, or excludes, all fixed points in a box of (mu, nu), for every (omega, tau).
  ///
  /// What a piece leaves undecided its two halves have to decide, on the part of the box that is left over; the fixed
  /// points found for all of its weights are fixed points for those of either half.
  ///
  /// `progress` is called with the number of boxes examined so far.
  public func run(in box: Pair<Interval>, progress: (Int) -> Void = { _ in }) -> Outcome {
    var outcome = Outcome()
    var queue = [Task(equations: equations, box: box, known: [], depth: 0)]
    var index = 0
    while index < queue.count {
      let task = queue[index]
      index += 1
      let halves = equations(halving: task.equations)
      let rest = maximumBoxes - outcome.boxes
      let search =
        halves == nil
        ? FixedPointSearch(task.equations, maximumBoxes: rest)
        : FixedPointSearch(task.equations, maximumBoxes: min(rest, task.budget), resolution: task.resolution)
      let found = search.run(in: task.box, knowing: task.known)
      outcome.boxes += found.boxes
      progress(outcome.boxes)
      let fixedPoints = found.unique.sorted { $0.enclosure.second.midpoint < $1.enclosure.second.midpoint }
      if found.undecided.isEmpty {
        outcome.pieces.append(Piece(equations: task.equations, fixedPoints: fixedPoints))
      } else if let halves, outcome.boxes < maximumBoxes {
        let box = found.remainder(of: task.box)
        queue += halves.map { half in
          let known = fixedPoints.map { half.fixedPoint(in: $0.enclosure, $0.region) }
          return Task(equations: half, box: box, known: known, depth: task.depth + 1)
        }
      } else {
        outcome.gaps.append(Gap(equations: task.equations, fixedPoints: fixedPoints, boxes: found.undecided))
      }
    }
    return outcome
  }

  private struct Task {
    let equations: FixedPointEquations
    /// Where there may be fixed points besides those known.
    let box: Pair<Interval>
    let known: [FixedPoint]
    let depth: Int

    /// How many boxes to examine before the weights are cut: more for small pieces, where that helps less and less.
    var budget: Int { 1024 << min(depth / 6, 20) }

    /// It is of no use to search with boxes that are much smaller than what the weights move the fixed point.
    var resolution: Pair<Double> {
      let suggestion = equations.suggestedNeighbourhood(of: equations.approximateFixedPoint(from: box))
      return Pair(
        Swift.min(suggestion.first.width / 2, box.first.width / 2),
        Swift.min(suggestion.second.width / 2, box.second.width / 2))
    }
  }

  /// The equations for both halves of the weights, cut across the side that is wider in relation to all of the weights;
  /// nil if neither can be cut.
  private func equations(halving part: FixedPointEquations) -> [FixedPointEquations]? {
    func share(_ side: Interval, of whole: Interval) -> Double { whole.width > 0 ? side.width / whole.width : 0 }
    let byOmega = share(part.omega, of: equations.omega) >= share(part.tau, of: equations.tau)
    return byOmega
      ? part.omega.halves?.map { FixedPointEquations(part.mapping, omega: $0, tau: part.tau) }
      : part.tau.halves?.map { FixedPointEquations(part.mapping, omega: part.omega, tau: $0) }
  }
}

extension FixedPointSearch.Outcome {
  /// A box that holds all that is undecided, with a margin as far as `whole` goes.
  fileprivate func remainder(of whole: Pair<Interval>) -> Pair<Interval> {
    let hull = undecided.dropFirst().reduce(undecided.first ?? whole) { $0.convexHull($1) }
    return Pair(hull.first.widened(), hull.second.widened()).intersection(whole)
  }
}

extension Interval {
  /// Both halves; nil if there are not at least two doubles between the bounds.
  var halves: [Interval]? {
    let middle = midpoint
    guard lowerBound.nextUp < middle && middle < upperBound.nextDown else { return nil }
    return [Interval(lowerBound: lowerBound, upperBound: middle), Interval(lowerBound: middle, upperBound: upperBound)]
  }

  /// The interval with a margin of a sixteenth of its width, and some units in the last place, on either side.
  fileprivate func widened() -> Interval {
    let margin = 0.0625 * width + 4 * magnitude.ulp
    return Interval(lowerBound: lowerBound - margin, upperBound: upperBound + margin)
  }
}
