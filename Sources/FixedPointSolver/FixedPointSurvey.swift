import IntervalArithmetic
import MomentMap
import RealArithmetic

/// All fixed points in a region of (mu, nu), which may be all of it, for all weights in a box of (omega, tau).
///
/// The weights are cut into pieces only where their number may change, or where a fixed point crosses the border of the
/// region.
public struct FixedPointSurvey: Sendable {
  /// The fixed points of a family, one for each of the weights of a piece.
  public struct Family: Sendable {
    /// The fixed points.
    public let branch: FixedPointBranch
    /// Where they are: in the region or on its border.
    public let position: FixedPointRegion.Position
  }

  /// A part of the weights for which all fixed points are known.
  public struct Piece: Sendable {
    /// The equations, with the weights of the piece.
    public let equations: FixedPointEquations
    /// All fixed points in the region and on its border, in the order of their variances; each exists for every
    /// (omega, tau).
    public let fixedPoints: [Family]

    /// Whether it cannot be told of one of them that it is in the region for all of the weights.
    public var hasBorderCase: Bool { fixedPoints.contains { $0.position == .onBorder } }
  }

  /// A part of the weights for which something stayed undecided.
  public struct Gap: Sendable {
    /// The equations, with the weights of the part.
    public let equations: FixedPointEquations
    /// Fixed points that there are for every (omega, tau).
    public let fixedPoints: [Family]
    /// The boxes of (mu, nu) where there may be more.
    public let boxes: [Vector2<Interval>]
  }

  /// The result. Pieces and gaps together cover all weights.
  public struct Census: Sendable {
    /// The parts of the weights for which all is decided.
    public var pieces: [Piece] = []
    /// The other parts.
    public var gaps: [Gap] = []
    /// The number of boxes of net inputs examined.
    public var boxes = 0

    /// How many fixed points there are in the region for every (omega, tau); nil if that differs, or is not decided, also
    /// because one of them is on the border of the region or too near to it to be told.
    public var count: Int? { hasBorderCase ? nil : familyCount }

    /// Whether it is proved that the number of fixed points in the region depends on the weights.
    public var dependsOnWeights: Bool {
      gaps.isEmpty && Set(pieces.filter { !$0.hasBorderCase }.map(\.fixedPoints.count)).count > 1
    }

    /// How many families there are over all of the weights, in the region or on its border; nil if that differs or is not
    /// decided, or if the weights are cut because one crosses the border.
    public var familyCount: Int? {
      let counts = Set(pieces.map(\.fixedPoints.count))
      return gaps.isEmpty && counts.count == 1 && (pieces.count == 1 || !hasBorderCase) ? counts.first : nil
    }

    private var hasBorderCase: Bool { pieces.contains { $0.hasBorderCase } }
  }

  /// The equations, with all of the weights.
  public let equations: FixedPointEquations
  /// Where fixed points are asked for.
  public let region: FixedPointRegion
  /// A fixed point that the activation is made to have, exactly.
  public let target: FixedPointTarget?
  /// The largest number of boxes to examine, for all pieces together.
  public let maximumBoxes: Int

  /// A survey of the zeros of `equations` in a region.
  ///
  /// - Parameter target: What is known of the activation: that its parameters are the exact ones for this target. The
  ///   target itself is then given exactly, so that it can be told to be on the border of a region.
  public init(
    _ equations: FixedPointEquations, region: FixedPointRegion = FixedPointRegion(), target: FixedPointTarget? = nil,
    maximumBoxes: Int = 100_000
  ) {
    self.equations = equations
    self.region = region
    self.target = target
    self.maximumBoxes = maximumBoxes
  }

  /// Finds, or excludes, all fixed points in the region, for every (omega, tau).
  ///
  /// What a piece leaves undecided its two halves have to decide. For tau that may not be positive nothing is decided, and
  /// neither is it for an activation that needs a bounded region (`FixedPointEquations.coversAllVariances`) without one.
  ///
  /// `progress` is called with the number of boxes examined so far.
  public func run(progress: (Int) -> Void = { _ in }) -> Census {
    var outcome = Census()
    guard equations.tau.isPositive, equations.tau.isCommonInterval, equations.omega.isCommonInterval else {
      outcome.gaps = [Gap(equations: equations, fixedPoints: [], boxes: [region.hull])]
      return outcome
    }
    guard let domain else {
      outcome.gaps = [Gap(equations: equations, fixedPoints: [], boxes: [region.hull])]
      return outcome
    }
    var queue = [Task(equations: equations, boxes: [domain], depth: 0)]
    var next = 0
    while next < queue.count {
      let task = queue[next]
      next += 1
      let halves = halves(task.equations)
      let rest = maximumBoxes - outcome.boxes
      let start = outcome.boxes
      var result = decide(task, domain, maximumBoxes: halves == nil ? rest : min(rest, Self.budget)) {
        progress(start + $0)
      }
      outcome.boxes += result.boxes
      progress(outcome.boxes)
      if let halves, outcome.boxes < maximumBoxes, !result.isDecided(isLast: task.depth >= Self.borderDepth) {
        queue += halves.map { Task(equations: $0, boxes: result.cover, depth: task.depth + 1) }
      } else if result.open.isEmpty {
        result.families.sort()
        outcome.pieces.append(Piece(equations: task.equations, fixedPoints: result.families))
      } else {
        result.families.sort()
        outcome.gaps.append(Gap(equations: task.equations, fixedPoints: result.families, boxes: result.open))
      }
    }
    return outcome
  }

  /// How many boxes to examine before the weights are cut.
  private static let budget = 2_000
  /// How often the weights are cut at most because a fixed point crosses the border of the region.
  private static let borderDepth = 10

  private struct Task {
    let equations: FixedPointEquations
    /// Boxes that hold all fixed points.
    let boxes: [NetInputBox]
    let depth: Int
  }

  /// What is known of a part of the weights.
  private struct Knowledge {
    var families: [Family] = []
    /// Where there may be other fixed points in the region.
    var open: [Vector2<Interval>] = []
    /// Boxes that hold all fixed points.
    var cover: [NetInputBox] = []
    var boxes = 0

    /// Whether smaller parts need not be looked at.
    func isDecided(isLast: Bool) -> Bool {
      open.isEmpty && (isLast || families.allSatisfy { $0.position == .inside })
    }
  }

  private func decide(_ task: Task, _ domain: NetInputBox, maximumBoxes: Int, progress: (Int) -> Void) -> Knowledge {
    let weights = task.equations
    let inputs = NetInputEquations(weights.activation, omega: weights.omega, tau: weights.tau, domain: domain)
    let search = FixedPointSearch(equations: inputs)
    let cover = search.cover(task.boxes, maximumBoxes: maximumBoxes, progress: progress)
    var result = Knowledge(cover: cover.regular + cover.unknown, boxes: cover.boxes)
    var components = cover.components
    while let component = components.popLast() {
      let positions = component.boxes.map { region.position(inputs.location($0)) }
      if positions.allSatisfy({ $0 == .outside }) { continue }
      func leaveOpen() {
        result.open += zip(component.boxes, positions).filter { $0.1 != .outside }
          .map { inputs.location($0.0).intersection(region.hull) }
      }
      guard component.isRegular else {
        leaveOpen()
        continue
      }
      let others = result.cover.filter { box in !component.boxes.contains(box) }
      let (zeros, boxes) = search.zerosInTheMiddle(
        of: component.boxes, apartFrom: others, maximumBoxes: max(maximumBoxes - result.boxes, 0))
      result.boxes += boxes
      switch zeros?.count {
      case nil: leaveOpen()
      case 0: break
      case 1:
        let exact = exactFixedPoint(weights).flatMap { point in
          let s = Interval.sqrt(point.second * weights.tau)
          let box = NetInputBox(ratio: point.first * weights.omega / s, deviation: s)
          return box.touches(anyOf: component.boxes) && !box.touches(anyOf: others) ? point : nil
        }
        let cell = BranchCell(weights, boxes: component.boxes, others: others, domain: domain, exact: exact)
        let branch = FixedPointBranch(cells: [cell])
        var position = region.position(branch.enclosure)
        if position == .onBorder && !cell.isThin { position = region.position(branch.location(refinements: 32)) }
        if position != .outside { result.families.append(Family(branch: branch, position: position)) }
      default:
        // Several sheets in one component: smaller boxes tell them apart.
        guard result.boxes < maximumBoxes else {
          leaveOpen()
          continue
        }
        let finer = search.cover(
          component.boxes.flatMap { $0.halves ?? [$0] }, maximumBoxes: maximumBoxes - result.boxes, progress: progress)
        result.boxes += finer.boxes
        result.cover = others + finer.regular + finer.unknown
        components += finer.components
      }
    }
    return result
  }

  /// What is searched: all net inputs; or, where nothing is known of the moments on the sides of the square, a box whose
  /// interior holds those of all fixed points in the region. Nil if that touches a side itself.
  private var domain: NetInputBox? {
    if equations.coversAllVariances { return .all }
    let (mean, variance) = (region.hull.first, region.hull.second)
    let wider = Interval(lowerBound: 0x1.fp-1, upperBound: 0x1.08p0)
    let deviation = Interval.sqrt(variance * equations.tau) * wider
    let margin = Interval(lowerBound: -0x1p-4, upperBound: 0x1p-4)
    let ratio = equations.omega * mean / deviation + margin
    guard ratio.isCommonInterval && deviation.isCommonInterval else { return nil }
    // The direction grows with t, the size with s and |t|.
    let ends = [Interval(ratio.lowerBound), Interval(ratio.upperBound), ratio.contains(0) ? Interval(0) : ratio.centre]
    let box = [deviation.lowerBound, deviation.upperBound].flatMap { s in
      ends.map { NetInputBox(ratio: $0, deviation: Interval(s)) }
    }.reduce(NetInputBox(direction: .empty, size: .empty)) { $0.convexHull($1) }
    return box.isInside ? box : nil
  }

  /// The fixed point that the activation is made to have, where these weights leave it fixed: for the target's own, and
  /// for any omega if the mean is 0.
  private func exactFixedPoint(_ equations: FixedPointEquations) -> Vector2<Interval>? {
    guard let target else { return nil }
    func isExactly(_ interval: Interval, _ number: Rational) -> Bool {
      interval.isSingleton && Rational(exactly: interval.lowerBound) == number
    }
    guard isExactly(equations.tau, target.tau), target.mean == 0 || isExactly(equations.omega, target.omega) else {
      return nil
    }
    return Vector2(Interval(enclosing: target.mean), Interval(enclosing: target.variance))
  }

  /// The equations for both halves of the weights, cut across the side that is wider in relation to all of the weights;
  /// nil if neither can be cut.
  private func halves(_ part: FixedPointEquations) -> [FixedPointEquations]? {
    func share(_ side: Interval, of whole: Interval) -> Double { whole.width > 0 ? side.width / whole.width : 0 }
    let byOmega = part.omega.halves?.map { FixedPointEquations(part.activation, omega: $0, tau: part.tau) }
    let byTau = part.tau.halves?.map { FixedPointEquations(part.activation, omega: part.omega, tau: $0) }
    let cutsOmega = share(part.omega, of: equations.omega) >= share(part.tau, of: equations.tau)
    return cutsOmega ? byOmega ?? byTau : byTau ?? byOmega
  }
}

extension [FixedPointSurvey.Family] {
  /// Puts the fixed points in the order of their variances.
  fileprivate mutating func sort() {
    sort { $0.branch.enclosure.second.midpoint < $1.branch.enclosure.second.midpoint }
  }
}
