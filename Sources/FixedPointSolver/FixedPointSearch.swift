import IntervalArithmetic
import MomentMap
import RealArithmetic

/// All fixed points of the moment mapping in a box of (mu, nu), for all weights in a box of (omega, tau).
public struct FixedPointSearch: Sendable {
  /// The result of a search. Together the lists account for the whole box.
  public struct Outcome: Sendable {
    /// The fixed points: different ones in the box, each of them there for every (omega, tau).
    public var unique: [FixedPoint] = []
    /// Boxes on which nothing was decided within the budget. They may hold fixed points, also those listed.
    public var undecided: [Pair<Interval>] = []
    /// The number of boxes examined.
    public var boxes = 0

    /// Whether it is proved that the box holds no fixed point.
    public var provesNone: Bool { unique.isEmpty && undecided.isEmpty }
  }

  /// The equations to solve.
  public let equations: FixedPointEquations
  /// The largest number of boxes to examine.
  public let maximumBoxes: Int
  /// Boxes not wider than this are not split any more.
  let resolution: Pair<Double>

  /// A search for the zeros of `equations`.
  public init(_ equations: FixedPointEquations, maximumBoxes: Int = 20_000) {
    self.init(equations, maximumBoxes: maximumBoxes, resolution: Pair(0, 0))
  }

  init(_ equations: FixedPointEquations, maximumBoxes: Int, resolution: Pair<Double>) {
    self.equations = equations
    self.maximumBoxes = maximumBoxes
    self.resolution = resolution
  }

  /// Finds, or excludes, all fixed points in a box of (mu, nu).
  ///
  /// Boxes without a zero of `g - (mu, nu)` are dropped; Krawczyk's operator shrinks the others and proves existence
  /// and uniqueness; what remains is split. Every fixed point of the box is one of those returned, or lies in a box
  /// returned as undecided. A box that is unbounded, or whose variances are not all positive, is undecided as a whole.
  public func run(in box: Pair<Interval>) -> Outcome { run(in: box, knowing: []) }

  /// The search if some fixed points are known already; they are among those returned, whether they lie in the box or
  /// not.
  func run(in box: Pair<Interval>, knowing known: [FixedPoint]) -> Outcome {
    guard box.isCommonBox && box.second.isPositive && equations.tau.isPositive else {
      return Outcome(unique: known, undecided: box.isVoid ? [] : [box])
    }
    var task = Task(equations: equations, whole: box, resolution: resolution)
    task.outcome.unique = known
    // Near a fixed point found by plain iteration existence and uniqueness are proved at once, in a region that later
    // boxes need not examine again.
    if let found = equations.fixedPointNearOrbit(within: box) { task.add(found) }
    // First come, first served: when the budget is used up, what is left over is small everywhere.
    while task.outcome.boxes < maximumBoxes && task.outcome.boxes < task.queue.count {
      task.examine(task.queue[task.outcome.boxes])
    }
    task.outcome.undecided += task.queue[task.outcome.boxes...]
    return task.outcome
  }
}

extension FixedPointSearch {
  /// A search on its way.
  private struct Task {
    let equations: FixedPointEquations
    /// The box to be searched.
    let whole: Pair<Interval>
    let resolution: Pair<Double>
    /// Parts of it, those that have been examined first.
    var queue: [Pair<Interval>]
    var outcome = Outcome()

    init(equations: FixedPointEquations, whole: Pair<Interval>, resolution: Pair<Double>) {
      self.equations = equations
      self.whole = whole
      self.resolution = resolution
      queue = [whole]
    }

    /// Decides a box, or replaces it by smaller ones.
    mutating func examine(_ box: Pair<Interval>) {
      outcome.boxes += 1
      if isAccountedFor(box) || equations.excludesFixedPoint(in: box) { return }
      switch equations.contract(box, maximumSteps: 3) {
      case .none:
        return
      case .unique(let enclosure, let region):
        add(equations.fixedPoint(in: enclosure, region))
      case .unknown(let rest):
        guard !isAccountedFor(rest) && !decideByNeighbourhood(rest) else { return }
        split(rest)
      }
    }

    /// Whether every fixed point in a box is known already.
    private func isAccountedFor(_ box: Pair<Interval>) -> Bool {
      outcome.unique.contains { box.isSubset(of: $0.region) }
    }

    /// Adds a fixed point in the box searched, unless it is a known one.
    mutating func add(_ found: FixedPoint) {
      for known in outcome.unique where !known.enclosure.isDisjoint(with: found.enclosure) {
        // In the region of the other each of them is the only one.
        if !found.enclosure.isSubset(of: known.region) && !known.enclosure.isSubset(of: found.region) {
          outcome.undecided.append(found.enclosure)
        }
        return
      }
      outcome.unique.append(found)
    }

    /// Tries whether a fixed point exists in a neighbourhood of a box: none can be proved to exist on the box's border.
    ///
    /// True if thereby all fixed points of the box are accounted for.
    private mutating func decideByNeighbourhood(_ box: Pair<Interval>) -> Bool {
      guard case .unique(let enclosure, let region) = equations.contract(box.neighbourhood, maximumSteps: 1) else {
        return false
      }
      let found = equations.fixedPoint(in: enclosure, region)
      if found.enclosure.isDisjoint(with: whole) || found.enclosure.isDisjoint(with: box) { return true }
      guard found.enclosure.isSubset(of: whole) else { return false }
      add(found)
      return true
    }

    private mutating func split(_ box: Pair<Interval>) {
      let isSmall = box.first.width <= resolution.first && box.second.width <= resolution.second
      if !isSmall, let (lower, upper) = box.bisected() {
        queue += [lower, upper]
      } else {
        outcome.undecided.append(box)
      }
    }
  }
}

extension Pair<Interval> {
  /// The box with a margin of an eighth of its widths, and some units in the last place, around it.
  fileprivate var neighbourhood: Pair {
    func widened(_ side: Interval) -> Interval {
      let margin = 0.125 * side.width + 4 * side.magnitude.ulp
      return Interval(lowerBound: side.lowerBound - margin, upperBound: side.upperBound + margin)
    }
    return Pair(widened(first), widened(second))
  }

  /// Two parts; nil if there is no double between the bounds of the side to be cut.
  ///
  /// What matters of a side is its width in units of the standard deviation for the mean, in relation to the variance
  /// for the variance. The cut is not in the middle, because fixed points like to lie on lines of symmetry, such as
  /// mu = 0, and none can be proved to exist on the border of a box.
  fileprivate func bisected() -> (Pair, Pair)? {
    let splitFirst = first.width.squared() * second.upperBound > second.width.squared()
    let side = splitFirst ? first : second
    let middle = side.lowerBound + 0.46875 * side.width
    guard side.lowerBound < middle && middle < side.upperBound else { return nil }
    let lower = Interval(lowerBound: side.lowerBound, upperBound: middle)
    let upper = Interval(lowerBound: middle, upperBound: side.upperBound)
    return splitFirst ? (Pair(lower, second), Pair(upper, second)) : (Pair(first, lower), Pair(first, upper))
  }
}
