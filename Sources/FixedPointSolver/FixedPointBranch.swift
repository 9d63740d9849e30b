import IntervalArithmetic
import MomentMap
import RealArithmetic

/// A family of fixed points, one for every (omega, tau) in a box of weights, and sharp bounds of it.
public struct FixedPointBranch: Sendable {
  /// Parts that cover the weights, each with the fixed point of the family that belongs to it.
  let cells: [BranchCell]

  init(cells: [BranchCell]) {
    self.cells = cells
  }

  /// The family of the fixed points with index `index` of all pieces of a survey; nil if a piece has fewer.
  public init?(_ pieces: [FixedPointSurvey.Piece], index: Int) {
    guard !pieces.isEmpty, pieces.allSatisfy({ $0.fixedPoints.indices.contains(index) }) else { return nil }
    cells = pieces.flatMap { $0.fixedPoints[index].branch.cells }
  }

  /// A box that holds mean and variance for all weights.
  public var enclosure: Vector2<Interval> {
    cells.dropFirst().reduce(cells[0].enclosure) { $0.convexHull($1.enclosure) }
  }

  /// Encloses fixed point, Jacobian, contraction factor and spectral radius over all weights.
  ///
  /// Accuracy: for single weights as narrow as Krawczyk's operator makes the fixed point. For ranges, the bounds of
  /// mean and variance are refined until each is within a relative `2^-20` of a value that is taken, the others to
  /// `2^-8`, or `2^-12` where they are small, or until the parts have been cut `refinements` times for the bound, a
  /// sixteenth of that for the others.
  ///
  /// `progress` is called with the number of parts examined so far.
  public func hull(
    refinements: Int = 256, progress: @escaping (Int) -> Void = { _ in }
  ) -> FixedPointBehaviour<Interval> {
    var refinement = Refinement(cells: cells, limit: refinements, progress: progress)
    let location = refinement.location
    func entry(_ path: KeyPath<Matrix2<Interval>, Interval> & Sendable) -> Interval {
      refinement.range(of: .jacobian(path))
    }
    return FixedPointBehaviour(
      location: location,
      jacobian: Matrix2(entry(\.a11), entry(\.a12), entry(\.a21), entry(\.a22)),
      contractionFactor: refinement.range(of: .contractionFactor),
      spectralRadius: refinement.range(of: .spectralRadius), stability: refinement.stability)
  }

  /// Encloses mean and variance over all weights, as sharply as `hull` does.
  func location(refinements: Int) -> Vector2<Interval> {
    var refinement = Refinement(cells: cells, limit: refinements) { _ in }
    return refinement.location
  }

  /// The bounding of one quantity after the other. Parts that one of them has made are there for the next.
  private struct Refinement {
    var cells: [BranchCell]
    /// How often parts may be cut for one bound.
    let limit: Int
    let progress: (Int) -> Void
    var examined = 0

    init(cells: [BranchCell], limit: Int, progress: @escaping (Int) -> Void) {
      self.cells = cells
      self.limit = limit
      self.progress = progress
    }

    /// Encloses mean and variance.
    var location: Vector2<Interval> {
      mutating get { Vector2(range(of: .mean), range(of: .variance)) }
    }

    /// Encloses all values that a quantity takes on the branch.
    mutating func range(of quantity: BranchQuantity.Number) -> Interval {
      let least = supremum(of: BranchQuantity(number: quantity, isNegated: true))
      return Interval(lowerBound: -least, upperBound: supremum(of: BranchQuantity(number: quantity)))
    }

    /// What is proved of the eigenvalues at all fixed points of the branch.
    var stability: Stability {
      mutating get {
        var queue = cells
        var kinds: Set<Stability> = []
        for step in 0..<limit {
          guard kinds.count < 2, let cell = queue.popLast() else { break }
          let kind = cell.behaviour.stability
          if kind == .unknown, step < limit - 1, let halves = cell.halves {
            queue += halves
            count()
          } else {
            kinds.insert(kind)
          }
        }
        return kinds.count == 1 && queue.isEmpty ? kinds.first ?? .unknown : .unknown
      }
    }

    /// An upper bound of a quantity on the branch, by branch and bound: the part with the largest bound is cut, until
    /// that bound is little above a value that is taken.
    private mutating func supremum(of quantity: BranchQuantity) -> Double {
      var parts = cells.map { (cell: $0, bound: quantity.bound(on: $0)) }
      var taken = parts.map(\.bound.taken).max() ?? -.infinity
      for _ in 0..<Int(quantity.share * Double(limit)) {
        guard let index = parts.indices.max(by: { parts[$0].bound.upper < parts[$1].bound.upper }),
          parts[index].bound.upper - taken > quantity.tolerance(taken), let halves = parts[index].cell.halves
        else { break }
        count()
        parts.remove(at: index)
        for half in halves { parts.append((half, quantity.bound(on: half))) }
        taken = Swift.max(taken, parts.suffix(2).map(\.bound.taken).max() ?? taken)
      }
      cells = parts.map(\.cell)
      return parts.map(\.bound.upper).max() ?? .infinity
    }

    private mutating func count() {
      examined += 1
      progress(examined)
    }
  }
}

/// The part of a branch that belongs to some of the weights.
struct BranchCell: Sendable {
  /// The equations, with these weights.
  let equations: FixedPointEquations
  /// A box of (mu, nu) that holds the fixed points of the branch for these weights.
  let enclosure: Vector2<Interval>
  /// The derivatives of mean and variance by y and x at these fixed points.
  private let slopes: Matrix2<Interval>
  private let place: Place

  /// Where the branch is among all fixed points.
  private struct Place {
    /// Boxes of net inputs that hold the branch, each with M and W for the t and s in its middle.
    var seeds: [Seed]
    /// Boxes of net inputs that hold all other fixed points, and touch none of the branch's.
    let others: [NetInputBox]
    /// What was searched.
    let domain: NetInputBox
    /// The fixed point for all weights, if it is known exactly.
    let exact: Vector2<Interval>?
  }

  private struct Seed {
    let box: NetInputBox
    let t, s, mean, variance: Double

    init(_ box: NetInputBox, _ activation: any BoxActivation) {
      self.box = box
      (t, s) = (box.ratio.midpoint, box.deviation.midpoint)
      let moments = activation.moments(ratio: Interval(t), deviation: Interval(s))
      (mean, variance) = (moments.mean.midpoint, moments.variance.midpoint)
    }

    /// How far the middle is from being fixed.
    func residual(omega: Double, tau: Double) -> Double {
      (t - omega * mean).magnitude / (1 + t.magnitude) + (tau * variance - 1).magnitude
    }
  }

  /// The branch in boxes that hold exactly one fixed point for each of the weights, none on a side of the square. `others`
  /// hold all that are not in `boxes`, and touch none of these; `exact` is known to be one of those in `boxes`.
  init(
    _ equations: FixedPointEquations, boxes: [NetInputBox], others: [NetInputBox], domain: NetInputBox,
    exact: Vector2<Interval>?
  ) {
    let activation = equations.activation
    self.init(
      equations, Place(seeds: boxes.map { Seed($0, activation) }, others: others, domain: domain, exact: exact))
  }

  private init(_ equations: FixedPointEquations, _ place: Place) {
    self.equations = equations
    let inputs = NetInputEquations(equations.activation, omega: equations.omega, tau: equations.tau)
    var place = place
    let box: Vector2<Interval>
    if let exact = place.exact {
      let s = Interval.sqrt(exact.second * equations.tau)
      box = Vector2(exact.first * equations.omega / s, s)
      enclosure = exact
    } else if let found = Self.zeros(inputs, place) {
      box = found
      enclosure = inputs.state(found)
    } else {
      // Where that fails, the boxes themselves have to serve, as far as they are not ruled out for these weights.
      place.seeds.removeAll { inputs.examine($0.box) == .none }
      box = place.seeds.map { Vector2($0.box.ratio, $0.box.deviation) }
        .reduce(Vector2(.empty, .empty)) { $0.convexHull($1) }
      enclosure = place.seeds.map { inputs.location($0.box) }.reduce(Vector2(.empty, .empty)) { $0.convexHull($1) }
    }
    self.place = place
    let unknown = Matrix2(Interval.entire, .entire, .entire, .entire)
    let (first, second) = (inputs.slopes(box) ?? unknown, equations.slopes(over: enclosure) ?? unknown)
    slopes = Matrix2(
      first.a11.intersection(second.a11), first.a12.intersection(second.a12), first.a21.intersection(second.a21),
      first.a22.intersection(second.a22))
  }

  /// A box of (t, s) that Krawczyk's operator proves to hold one zero for each of the weights, which belongs to the branch;
  /// nil if that is not proved.
  private static func zeros(_ equations: NetInputEquations, _ place: Place) -> Vector2<Interval>? {
    let (omega, tau) = (equations.omega.midpoint, equations.tau.midpoint)
    let distances = place.seeds.map { $0.residual(omega: omega, tau: tau) }
    // What is found is in the boxes of the branch or in the others.
    guard let nearest = distances.indices.min(by: { distances[$0] < distances[$1] }),
      let found = equations.zero(near: Vector2(place.seeds[nearest].t, place.seeds[nearest].s)),
      case let box = NetInputBox(ratio: found.first, deviation: found.second), box.isInside(place.domain),
      !box.touches(anyOf: place.others)
    else { return nil }
    return found
  }

  /// The behaviour of the mapping near the fixed points.
  var behaviour: FixedPointBehaviour<Interval> {
    FixedPointBehaviour(location: enclosure, jacobian: equations.jacobian(slopes))
  }

  /// Encloses the derivatives of the fixed points by omega (first column) and tau.
  var parameterDerivative: Matrix2<Interval> { equations.parameterDerivative(over: enclosure, slopes) }

  /// Whether there are no doubles between the bounds of the weights.
  var isThin: Bool { equations.omega.isThin && equations.tau.isThin }

  /// The part for the weights in the middle.
  var middle: BranchCell { restricted(omega: equations.omega.centre, tau: equations.tau.centre) }

  /// The part for some of the cell's weights, with its fixed points enclosed anew.
  func restricted(omega: Interval, tau: Interval) -> BranchCell {
    BranchCell(FixedPointEquations(equations.activation, omega: omega, tau: tau), place)
  }

  /// The parts for both halves of the weights, cut across the side that moves the fixed point more; nil if neither side
  /// can be cut.
  var halves: [BranchCell]? {
    let slopes = parameterDerivative
    func influence(_ side: Interval, _ first: Interval, _ second: Interval) -> Double {
      side.width * Swift.min(first.magnitude + second.magnitude, .greatestFiniteMagnitude)
    }
    let (omega, tau) = (equations.omega, equations.tau)
    let byOmega = omega.halves?.map { ($0, tau) }
    let byTau = tau.halves?.map { (omega, $0) }
    let cutsOmega = influence(omega, slopes.a11, slopes.a21) >= influence(tau, slopes.a12, slopes.a22)
    return (cutsOmega ? byOmega ?? byTau : byTau ?? byOmega)?.map { restricted(omega: $0, tau: $1) }
  }
}

/// A number that depends on the fixed point, with the means to bound it from above on a part of a branch.
struct BranchQuantity: Sendable {
  enum Number: Sendable {
    case mean, variance, contractionFactor, spectralRadius
    case jacobian(KeyPath<Matrix2<Interval>, Interval> & Sendable)
  }

  let number: Number
  /// Whether the negative of the number is meant.
  var isNegated = false

  /// How far an upper bound may be above a value that is taken.
  func tolerance(_ value: Double) -> Double {
    hasGradient ? 0x1p-20 * value.magnitude : 0x1p-8 * Swift.max(value.magnitude, 0x1p-4)
  }

  /// How often parts are cut for it, in relation to the quantities with derivatives.
  var share: Double { hasGradient ? 1 : 0.0625 }

  /// Encloses the quantity on a cell.
  func value(_ cell: BranchCell) -> Interval {
    let value: Interval
    switch number {
    case .mean: value = cell.enclosure.first
    case .variance: value = cell.enclosure.second
    case .contractionFactor: value = cell.behaviour.contractionFactor
    case .spectralRadius: value = cell.behaviour.spectralRadius
    case .jacobian(let entry): value = cell.behaviour.jacobian[keyPath: entry]
    }
    return isNegated ? -value : value
  }

  private var hasGradient: Bool {
    switch number {
    case .mean, .variance: true
    default: false
    }
  }

  /// Encloses the derivatives by omega and tau on a cell; nil where they are not at hand.
  private func gradient(_ cell: BranchCell) -> Vector2<Interval>? {
    guard hasGradient else { return nil }
    let slopes = cell.parameterDerivative
    let gradient: Vector2<Interval>
    if case .mean = number {
      gradient = Vector2(slopes.a11, slopes.a12)
    } else {
      gradient = Vector2(slopes.a21, slopes.a22)
    }
    return isNegated ? Vector2(-gradient.first, -gradient.second) : gradient
  }

  /// An upper bound of the quantity on a cell, and a number that it reaches somewhere on it.
  ///
  /// Where a derivative has one sign on all of the cell the quantity is largest on a side of it; what remains is
  /// bounded by interval extension and by the mean-value form.
  func bound(on cell: BranchCell) -> (upper: Double, taken: Double) {
    let face = face(of: cell)
    let natural = value(face)
    if natural.isEmpty { return (.infinity, -.infinity) }
    if face.isThin { return (natural.upperBound, natural.lowerBound) }
    let middle = value(face.middle)
    guard let slopes = gradient(face), !middle.isEmpty else { return (natural.upperBound, middle.lowerBound) }
    let (omega, tau) = (face.equations.omega, face.equations.tau)
    let meanValue = middle + slopes.first * (omega - omega.centre) + slopes.second * (tau - tau.centre)
    return (Swift.min(natural.upperBound, meanValue.upperBound), middle.lowerBound)
  }

  /// The part of a cell's border where the quantity is largest, as far as the signs of its derivatives tell.
  private func face(of cell: BranchCell) -> BranchCell {
    guard let slopes = gradient(cell) else { return cell }
    let (omega, tau) = (cell.equations.omega, cell.equations.tau)
    let (newOmega, newTau) = (omega.end(slope: slopes.first), tau.end(slope: slopes.second))
    return newOmega == omega && newTau == tau ? cell : cell.restricted(omega: newOmega, tau: newTau)
  }
}

extension Interval {
  /// Both halves; nil if there are not at least two doubles between the bounds.
  var halves: [Interval]? {
    let middle = midpoint
    guard lowerBound.nextUp < middle && middle < upperBound.nextDown else { return nil }
    return [Interval(lowerBound: lowerBound, upperBound: middle), Interval(lowerBound: middle, upperBound: upperBound)]
  }

  /// Whether there is no double between the bounds.
  var isThin: Bool { lowerBound.nextUp >= upperBound }

  /// The end where a function with this derivative is largest; all of the interval if the sign is not known.
  fileprivate func end(slope: Interval) -> Interval {
    if isThin || slope.isEmpty { return self }
    if slope.lowerBound >= 0 { return Interval(upperBound) }
    return slope.upperBound <= 0 ? Interval(lowerBound) : self
  }
}
