import IntervalArithmetic
import MomentMap
import RealArithmetic

/// All fixed points of the moment mapping with any mean and any positive variance, for all weights in a box of
/// (omega, tau).
///
/// **How many there are is the same for all weights, where the boxes say so.** Let S be the set of all (z, w), w in the
/// box W of weights, such that the net input z belongs to a fixed point for w. Suppose that the square of all net inputs,
/// or the box of them that is searched in its place, is covered by boxes that hold none, for any w in W, and by a finite list L of others, and that a connected component
/// D of the union of L consists of boxes inside the square in each of which `I - H` is regular at all fixed points.
/// The part of S over D is compact, because the component is closed and touches no side of the square; by the implicit
/// function theorem it is near each of its points the graph of a function of w, that leaves D nowhere, because D and the
/// rest of L are a positive distance apart and there is no fixed point between. So the projection to W is a covering
/// map of finitely many sheets. W is simply connected: the part of S over D is a number n of graphs of continuous
/// functions, all over W and disjoint. n is the number of fixed points in D for any one w, such as that in the middle.
struct FixedPointSearch: Sendable {
  /// The equations, with a box of weights.
  let equations: NetInputEquations

  /// A list of boxes that hold all fixed points.
  struct Cover: Sendable {
    /// Boxes that hold at most one fixed point for each of the weights, where `I - H` is regular.
    var regular: [NetInputBox] = []
    /// Boxes of which nothing is known.
    var unknown: [NetInputBox] = []
    /// The number of boxes examined.
    var boxes = 0
  }

  /// A part of a cover that hangs together.
  struct Component: Sendable {
    let boxes: [NetInputBox]
    /// Whether all boxes are regular.
    let isRegular: Bool
  }

  /// Replaces boxes that hold all fixed points by smaller ones, until all are regular or so many have been examined.
  func cover(_ boxes: [NetInputBox], maximumBoxes: Int, progress: (Int) -> Void) -> Cover {
    var cover = Cover()
    var queue = boxes
    // First come, first served: when the budget is used up, what is left over is small everywhere.
    while cover.boxes < queue.count && cover.boxes < maximumBoxes {
      let box = queue[cover.boxes]
      cover.boxes += 1
      if cover.boxes.isMultiple(of: 256) { progress(cover.boxes) }
      switch equations.examine(box) {
      case .none: break
      case .regular: cover.regular.append(box)
      case .within(let part): queue.append(part)
      case .unknown:
        if let halves = box.halves { queue += halves } else { cover.unknown.append(box) }
      }
    }
    cover.unknown += queue[cover.boxes...]
    return cover
  }

  /// The fixed points for the weights in the middle that belong to a regular component, as boxes of (t, s); nil if so many
  /// boxes were examined and it is not proved that these are all. `others` are the boxes that hold all other fixed points.
  func zerosInTheMiddle(
    of component: [NetInputBox], apartFrom others: [NetInputBox], maximumBoxes: Int
  ) -> (zeros: [Vector2<Interval>]?, boxes: Int) {
    let middle = NetInputEquations(
      equations.activation, omega: equations.omega.centre, tau: equations.tau.centre,
      domain: equations.domain)
    var (queue, next) = (component, 0)
    var zeros: [(state: Vector2<Interval>, box: NetInputBox)] = []
    while next < queue.count {
      guard next < maximumBoxes else { return (nil, next) }
      var box = queue[next]
      next += 1
      switch middle.examine(box) {
      case .none: continue
      case .within(let part): box = part
      case .regular, .unknown: break
      }
      // A box is accounted for if it and a fixed point lie together in one that holds at most one.
      func isAccountedFor() -> Bool { zeros.contains { middle.examine($0.box.convexHull(box)) == .regular } }
      if isAccountedFor() { continue }
      if let zero = middle.zero(near: Vector2(box.ratio.midpoint, box.deviation.midpoint)) {
        let place = NetInputBox(ratio: zero.first, deviation: zero.second)
        if zeros.allSatisfy({ $0.state.isDisjoint(with: zero) }), place.isInside(equations.domain),
          place.touches(anyOf: component),
          !place.touches(anyOf: others)
        {
          zeros.append((zero, place))
          if isAccountedFor() { continue }
        }
      }
      guard let halves = box.halves else { return (nil, next) }
      queue += halves
    }
    return (zeros.map(\.state), next)
  }
}

extension FixedPointSearch.Cover {
  /// The parts that hang together.
  var components: [FixedPointSearch.Component] {
    let open = Set(unknown)
    return (regular + unknown).components.map { boxes in
      FixedPointSearch.Component(boxes: boxes, isRegular: !boxes.contains(where: open.contains))
    }
  }
}

extension NetInputEquations {
  /// A box of (t, s) around a zero that Newton's method finds from a point, if one is proved to exist there for each of
  /// the weights.
  func zero(near start: Vector2<Double>) -> Vector2<Interval>? {
    let isSingle = omega.isThin && tau.isThin
    guard let approximation = approximateZero(from: start) else { return nil }
    for (margin, least) in [(1.25, 0x1p-40), (2, 0x1p-28), (1.5, 0x1p-16)] {
      let neighbourhood = suggestedNeighbourhood(of: approximation, margin: margin, least: least)
      guard neighbourhood.second.isPositive else { continue }
      if case .unique(let enclosure, _) = contract(neighbourhood, maximumSteps: isSingle ? 8 : 3) { return enclosure }
    }
    return nil
  }
}
