import IntervalArithmetic
import MomentMap

/// A family of fixed points, one for every (omega, tau) in a box of weights, and sharp bounds of it.
public struct FixedPointBranch: Sendable {
  /// Parts that cover the weights, each with the fixed point of the family that belongs to it.
  let cells: [BranchCell]
  /// How often parts may be cut in order to make one bound sharper.
  let refinements: Int

  /// The family of the fixed points with index `index` of all pieces of a survey; nil if a piece has fewer.
  public init?(_ pieces: [FixedPointSurvey.Piece], index: Int, refinements: Int = 256) {
    guard !pieces.isEmpty, pieces.allSatisfy({ $0.fixedPoints.indices.contains(index) }) else { return nil }
    cells = pieces.map { BranchCell(equations: $0.equations, fixedPoint: $0.fixedPoints[index]) }
    self.refinements = refinements
  }

  /// Encloses fixed point, Jacobian, contraction factor and spectral radius over all weights.
  ///
  /// Accuracy: for single weights as narrow as Krawczyk's operator makes the fixed point. For ranges, the bounds of
  /// mean and variance are refined until each is within a relative `2^-20` of a value that is taken, the others to
  /// `2^-8`, or until the parts have been cut `refinements` times.
  public func hull() -> FixedPointBehaviour<Interval> {
    let stabilities = Set(cells.map { $0.behaviour.stability })
    return FixedPointBehaviour(
      location: Pair(range(of: .mean), range(of: .variance)),
      jacobian: Matrix2(
        range(of: .jacobian(\.a11)), range(of: .jacobian(\.a12)), range(of: .jacobian(\.a21)),
        range(of: .jacobian(\.a22))),
      contractionFactor: range(of: .contractionFactor), spectralRadius: range(of: .spectralRadius),
      stability: stabilities.count == 1 ? stabilities.first ?? .unknown : .unknown)
  }

  /// Encloses all values that a quantity takes on the branch.
  private func range(of quantity: BranchQuantity.Number) -> Interval {
    let negated = BranchQuantity(number: quantity, isNegated: true)
    return Interval(lowerBound: -supremum(of: negated), upperBound: supremum(of: BranchQuantity(number: quantity)))
  }

  /// An upper bound of a quantity on the branch, by branch and bound: the part with the largest bound is cut, until
  /// that bound is little above a value that is taken.
  private func supremum(of quantity: BranchQuantity) -> Double {
    var parts = cells.map { (cell: $0, bound: quantity.bound(on: $0)) }
    var taken = parts.map(\.bound.taken).max() ?? -.infinity
    for _ in 0..<refinements {
      guard let index = parts.indices.max(by: { parts[$0].bound.upper < parts[$1].bound.upper }),
        parts[index].bound.upper - taken > quantity.tolerance * taken.magnitude, let halves = parts[index].cell.halves
      else { break }
      for half in halves { parts.append((half, quantity.bound(on: half))) }
      taken = Swift.max(taken, parts.suffix(2).map(\.bound.taken).max() ?? taken)
      parts.remove(at: index)
    }
    return parts.map(\.bound.upper).max() ?? .infinity
  }
}

/// The part of a branch that belongs to some of the weights.
struct BranchCell: Sendable {
  let equations: FixedPointEquations
  let fixedPoint: FixedPoint

  var behaviour: FixedPointBehaviour<Interval> { equations.behaviour(at: fixedPoint) }

  /// Whether there are no doubles between the bounds of the weights.
  var isThin: Bool { equations.omega.isThin && equations.tau.isThin }

  /// The part for the weights in the middle.
  var middle: BranchCell { restricted(omega: equations.omega.centre, tau: equations.tau.centre) }

  /// The part for some of the cell's weights, with its fixed points enclosed anew.
  ///
  /// They lie in the cell's enclosure. If Krawczyk's operator proves that there is one in a box inside the region where
  /// the cell's fixed points are the only ones, it is this one; else the enclosure is contracted as far as it goes.
  func restricted(omega: Interval, tau: Interval) -> BranchCell {
    let narrower = FixedPointEquations(equations.mapping, omega: omega, tau: tau)
    let enclosure = fixedPoint.enclosure
    let suggestion = narrower.suggestedNeighbourhood(of: narrower.approximateFixedPoint(from: enclosure))
    let found: Pair<Interval>
    if case .unique(let box, _) = narrower.contract(suggestion, maximumSteps: 3), box.isSubset(of: fixedPoint.region) {
      found = box.intersection(enclosure)
    } else {
      found = narrower.fixedPoint(in: enclosure, fixedPoint.region).enclosure
    }
    return BranchCell(
      equations: narrower, fixedPoint: FixedPoint(enclosure: found, region: fixedPoint.region))
  }

  /// The parts for both halves of the weights, cut across the side that moves the fixed point more; nil if neither side
  /// can be cut.
  var halves: [BranchCell]? {
    let slopes = equations.parameterDerivative(over: fixedPoint.enclosure)
    func influence(_ side: Interval, _ first: Interval, _ second: Interval) -> Double {
      side.isThin ? 0 : side.width * Swift.min(first.magnitude + second.magnitude, .greatestFiniteMagnitude)
    }
    let (omega, tau) = (equations.omega, equations.tau)
    let cutsOmega = influence(omega, slopes.a11, slopes.a21) >= influence(tau, slopes.a12, slopes.a22)
    return cutsOmega
      ? omega.halves?.map { restricted(omega: $0, tau: tau) } : tau.halves?.map { restricted(omega: omega, tau: $0) }
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

  /// How sharp an upper bound has to be in relation to the value.
  var tolerance: Double { hasGradient ? 0x1p-20 : 0x1p-8 }

  /// Encloses the quantity on a cell.
  func value(_ cell: BranchCell) -> Interval {
    let value: Interval
    switch number {
    case .mean: value = cell.fixedPoint.enclosure.first
    case .variance: value = cell.fixedPoint.enclosure.second
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
  private func gradient(_ cell: BranchCell) -> Pair<Interval>? {
    guard hasGradient else { return nil }
    let slopes = cell.equations.parameterDerivative(over: cell.fixedPoint.enclosure)
    let gradient: Pair<Interval>
    if case .mean = number { gradient = Pair(slopes.a11, slopes.a12) } else { gradient = Pair(slopes.a21, slopes.a22) }
    return isNegated ? Pair(-gradient.first, -gradient.second) : gradient
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
  /// Whether there is no double between the bounds.
  var isThin: Bool { lowerBound.nextUp >= upperBound }

  /// The end where a function with this derivative is largest; all of the interval if the sign is not known.
  fileprivate func end(slope: Interval) -> Interval {
    if isThin || slope.isEmpty { return self }
    if slope.lowerBound >= 0 { return Interval(upperBound) }
    return slope.upperBound <= 0 ? Interval(lowerBound) : self
  }
}
