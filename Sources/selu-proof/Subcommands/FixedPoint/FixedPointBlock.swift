import Constants
import FixedPointSolver
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic
import Reporting

/// A fixed point as it is printed.
struct FixedPointBlock: Sendable {
  let mean: Enclosure
  let variance: Enclosure
  /// The entries of H, row by row.
  let jacobian: [[Enclosure]]
  let contractionFactor: Enclosure
  let spectralRadius: Enclosure
  let stability: Stability
  /// Whether it is on the border of the box searched, or so near that it cannot be told whether it is inside.
  let isOnBorder: Bool

  private init<Scalar>(
    _ behaviour: FixedPointBehaviour<Scalar>, isOnBorder: Bool, _ enclosure: (Scalar) -> Enclosure
  ) {
    self.isOnBorder = isOnBorder
    mean = enclosure(behaviour.location.first)
    variance = enclosure(behaviour.location.second)
    let h = behaviour.jacobian
    jacobian = [[enclosure(h.a11), enclosure(h.a12)], [enclosure(h.a21), enclosure(h.a22)]]
    contractionFactor = enclosure(behaviour.contractionFactor)
    spectralRadius = enclosure(behaviour.spectralRadius)
    stability = behaviour.stability
  }

  /// A fixed point, or a hull of fixed points, in binary64.
  init(_ behaviour: FixedPointBehaviour<Interval>, isOnBorder: Bool) {
    self.init(behaviour, isOnBorder: isOnBorder) { Enclosure($0) }
  }

  /// A fixed point for single weights, with as many bits as the digits wanted take.
  ///
  /// Throws status 2 if they cannot be told with any of the precisions tried.
  init(_ found: FixedPointSurvey.Family, _ question: FixedPointQuestion) throws {
    let isOnBorder = found.position == .onBorder
    guard let digits = question.digits else {
      self.init(found.branch.hull(), isOnBorder: isOnBorder)
      return
    }
    let fixedPoint = FixedPoint(enclosure: found.branch.enclosure, region: found.branch.enclosure)
    for precision in PrecisionLadder.precisions(forDigits: digits, doubling: .precision) {
      let behaviour = fixedPoint.behaviour(
        question.activation.function(like:), omega: question.omega.lower, tau: question.tau.lower, precision: precision)
      let block = FixedPointBlock(behaviour, isOnBorder: isOnBorder) { Enclosure($0, digits: digits) }
      if block.numbers.allSatisfy({ $0.decimal != nil }) {
        self = block
        return
      }
    }
    throw CommandError(.undecided, "A fixed point cannot be told to \(digits) digits with the precisions tried.")
  }

  private var numbers: [Enclosure] { [mean, variance, contractionFactor, spectralRadius] + jacobian.flatMap { $0 } }
}
