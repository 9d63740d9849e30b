import Constants
import FixedPointSolver
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic
import Reporting

/// What `fixed-point` found out.
struct FixedPointAnswer: Sendable {
  /// A box of mean and variance about which nothing is known, for some of the weights.
  struct UnknownBox: Sendable {
    let omega: Interval
    let tau: Interval
    let mean: Interval
    let variance: Interval
  }

  let question: FixedPointQuestion
  /// How many fixed points there are, for every (omega, tau); nil if that differs or is not decided.
  let count: Int?
  /// Whether it is proved that their number depends on the weights.
  let dependsOnWeights: Bool
  /// The fixed points: there are so many for every (omega, tau), one in each of the enclosures.
  let fixedPoints: [FixedPointBlock]
  /// The numbers of fixed points for parts of the weights, as far as they are known; empty if they are the same for
  /// all.
  let parts: [WeightPart]
  let open: [UnknownBox]
  /// How many boxes were examined.
  let boxes: Int

  /// Whether the number is known, or known to depend on the weights.
  var isDecided: Bool { open.isEmpty && (count != nil || dependsOnWeights) }

  /// Searches the box. Throws status 2 if the digits wanted cannot be told.
  init(to question: FixedPointQuestion, progress: ProgressLine) throws {
    defer { progress.finish() }
    self.question = question
    let survey = FixedPointSurvey(
      question.equations, region: question.region, target: question.activation == .selu ? FixedPointTarget() : nil,
      maximumBoxes: question.maximumBoxes)
    let outcome = survey.run { progress.update("\($0) of at most \(question.maximumBoxes) boxes examined") }
    boxes = outcome.boxes
    open = outcome.gaps.flatMap { question.isSingle ? $0.openBoxes : [$0.openHull] }
    count = outcome.count
    dependsOnWeights = outcome.dependsOnWeights
    parts = count == nil && !question.isSingle ? WeightPart.merged(outcome.pieces) : []
    fixedPoints = try Self.fixedPoints(outcome, question, progress)
  }

  /// The fixed points that there are for every (omega, tau), as far as all of them are known or the weights are single.
  private static func fixedPoints(
    _ outcome: FixedPointSurvey.Census, _ question: FixedPointQuestion, _ progress: ProgressLine
  ) throws -> [FixedPointBlock] {
    if question.isSingle {
      return try (outcome.pieces.flatMap(\.fixedPoints) + outcome.gaps.flatMap(\.fixedPoints)).map {
        try FixedPointBlock($0, question)
      }
    }
    guard let count = outcome.familyCount else { return [] }
    return (0..<count).compactMap { index in
      let isOnBorder = outcome.pieces.contains { $0.fixedPoints[index].position == .onBorder }
      return FixedPointBranch(outcome.pieces, index: index).map { branch in
        FixedPointBlock(
          branch.hull { progress.update("bounds of fixed point \(index + 1): \($0) parts of the weights examined") },
          isOnBorder: isOnBorder)
      }
    }
  }
}

extension FixedPointSurvey.Gap {
  fileprivate var openBoxes: [FixedPointAnswer.UnknownBox] {
    boxes.map { .init(omega: equations.omega, tau: equations.tau, mean: $0.first, variance: $0.second) }
  }

  /// One box around all of them.
  fileprivate var openHull: FixedPointAnswer.UnknownBox {
    let hull = boxes.reduce(Vector2(.empty, .empty)) { $0.convexHull($1) }
    return .init(omega: equations.omega, tau: equations.tau, mean: hull.first, variance: hull.second)
  }
}

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
