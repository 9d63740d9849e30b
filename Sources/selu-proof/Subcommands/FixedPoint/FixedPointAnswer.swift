import FixedPointSolver
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic

/// What `fixed-point` found out.
struct FixedPointAnswer: Sendable {
  /// A box of mean and variance about which nothing is known, for some of the weights.
  struct OpenBox: Sendable {
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
  let open: [OpenBox]
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
    _ outcome: FixedPointSurvey.Outcome, _ question: FixedPointQuestion, _ progress: ProgressLine
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
  fileprivate var openBoxes: [FixedPointAnswer.OpenBox] {
    boxes.map { .init(omega: equations.omega, tau: equations.tau, mean: $0.first, variance: $0.second) }
  }

  /// One box around all of them.
  fileprivate var openHull: FixedPointAnswer.OpenBox {
    let hull = boxes.reduce(Pair(.empty, .empty)) { $0.convexHull($1) }
    return .init(omega: equations.omega, tau: equations.tau, mean: hull.first, variance: hull.second)
  }
}
