import GridChecker
import IntervalArithmetic
import RealArithmetic
import SELUClaims

/// A point of the domain and an enclosure of the quantity there.
public struct Witness: Sendable {
  /// The exact coordinates.
  public let point: [(variable: Variable, value: Rational)]
  /// Encloses the quantity's value at the point.
  public let value: Interval
}

/// A box that could not be decided.
public struct OpenBox: Sendable {
  /// The exact bounds of each variable.
  public let sides: [(variable: Variable, lower: Rational, upper: Rational)]
}

/// What the checker found out about a claim or about a part of one.
public struct Finding: Sendable {
  /// The answer.
  public var decision: Verdict
  /// Encloses the exact extremum that the claim is about: the supremum for an upper bound, the infimum for a lower one,
  /// the value itself for a constant. Nil for a compound claim: see `parts`.
  public var enclosure: Interval?
  /// The point where the extremum is (nearly) attained; for a refuted claim, one that contradicts it.
  public var witness: Witness?
  /// The boxes left over, if undecided.
  public var openBoxes: [OpenBox] = []
  /// The number of boxes on which a quantity was bounded.
  public var boxes = 0
  /// What a grid of the four variables has covered, where the claim was decided on one.
  public var coverage: GridCoverage?
  /// Whether the enclosure is as narrow as was asked for.
  public var isSharp = true
  /// The findings on the parts of a compound claim, each with a name.
  public var parts: [(name: String, finding: Finding)] = []

  /// A finding.
  public init(_ decision: Verdict, enclosure: Interval? = nil, witness: Witness? = nil, boxes: Int = 0) {
    self.decision = decision
    self.enclosure = enclosure
    self.witness = witness
    self.boxes = boxes
  }

  /// The finding on a claim that holds if and only if all of its parts do.
  public static func all(_ parts: [(name: String, finding: Finding)]) -> Finding {
    var whole = Finding(.all(parts.map(\.finding.decision)))
    whole.witness = parts.first { $0.finding.decision == .refuted }?.finding.witness
    whole.openBoxes = parts.flatMap { $0.finding.decision == .undecided ? $0.finding.openBoxes : [] }
    whole.boxes = parts.reduce(0) { $0 + $1.finding.boxes }
    whole.isSharp = parts.allSatisfy(\.finding.isSharp)
    whole.parts = parts
    return whole
  }
}
