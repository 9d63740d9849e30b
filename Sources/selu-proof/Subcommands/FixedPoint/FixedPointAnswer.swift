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
  /// The fixed points: there are so many for every (omega, tau), one in each of the enclosures.
  let fixedPoints: [FixedPointBlock]
  /// The numbers of fixed points for parts of the weights, as far as they are known; empty if they are the same for
  /// all.
  let parts: [WeightPart]
  let open: [OpenBox]
  /// How many boxes were examined.
  let boxes: Int

  var isDecided: Bool { open.isEmpty }

  /// Searches the box. Throws status 2 if the digits wanted cannot be told.
  init(to question: FixedPointQuestion, progress: ProgressLine) throws {
    self.question = question
    let survey = FixedPointSurvey(question.equations, maximumBoxes: question.maximumBoxes)
    let outcome = survey.run(in: question.box) { progress.update("\($0) boxes examined") }
    progress.finish()
    boxes = outcome.boxes
    open =
      outcome.gaps.flatMap { question.isSingle ? $0.openBoxes : [$0.openHull] }
      + outcome.pieces.flatMap { $0.openBoxes(outside: question) }
    count = open.isEmpty ? outcome.count : nil
    let settled = outcome.pieces.filter { $0.openBoxes(outside: question).isEmpty }
    parts = count == nil ? WeightPart.merged(settled) : []
    fixedPoints = try Self.fixedPoints(outcome, question, isComplete: open.isEmpty)
  }

  /// The fixed points that there are for every (omega, tau), as far as all of them are known or the weights are single.
  private static func fixedPoints(
    _ outcome: FixedPointSurvey.Outcome, _ question: FixedPointQuestion, isComplete: Bool
  ) throws -> [FixedPointBlock] {
    if let gap = outcome.gaps.first {
      return outcome.gaps.count == 1 && outcome.pieces.isEmpty
        ? try gap.fixedPoints.map { try FixedPointBlock($0, gap.equations, question) } : []
    }
    guard let count = outcome.count, isComplete else { return [] }
    if question.digits != nil, let piece = outcome.pieces.first {
      return try piece.fixedPoints.map { try FixedPointBlock($0, piece.equations, question) }
    }
    return (0..<count).compactMap { index in
      FixedPointBranch(outcome.pieces, index: index).map { FixedPointBlock($0.hull()) }
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

extension FixedPointSurvey.Piece {
  /// Fixed points of which it is not known whether they lie in the exact box that was asked for, or in what rounding it
  /// outward has added.
  fileprivate func openBoxes(outside question: FixedPointQuestion) -> [FixedPointAnswer.OpenBox] {
    fixedPoints.map(\.enclosure).filter { !question.contains($0) }.map {
      .init(omega: equations.omega, tau: equations.tau, mean: $0.first, variance: $0.second)
    }
  }
}
