import IntervalArithmetic
import JSON
import Reporting

/// The answer of `fixed-point` for programs.
extension FixedPointAnswer: JSONContent {
  static let format = JSONDocument.Format("selu-proof fixed-point", version: 1)

  /// How many undecided boxes are listed at most.
  private static let listLimit = 100

  var members: [String: JSONValue] {
    var members: [String: JSONValue] = [
      "activation": .string(question.activation.description),
      "weights": .object([
        "omega": question.omega.bounds(), "tau": question.tau.bounds(),
      ]),
      "searched": .object([
        "mean": question.mean?.bounds() ?? pair("-inf", "inf"),
        "variance": question.variance?.bounds() ?? pair("0", "inf"),
      ]),
      "boxes": .integer(boxes), "isDecided": .bool(isDecided), "count": count.map(JSONValue.integer) ?? .null,
      "fixedPoints": .array(fixedPoints.map(\.json)), "parts": .array(parts.map(json)),
      "undecidedCount": .integer(open.count), "undecided": .array(open.prefix(Self.listLimit).map(json)),
    ]
    // Theorem 1 is about the SELU.
    if question.activation == .selu { members["theorem1"] = .string(question.domain.rawValue) }
    return members
  }

  /// Of a part nothing is named that is not in it.
  private func json(_ part: WeightPart) -> JSONValue {
    .object([
      "omega": question.omega.bounds(of: part.omega, .inward), "tau": question.tau.bounds(of: part.tau, .inward),
      "count": .integer(part.count), "isOnBorder": .bool(part.isOnBorder),
    ])
  }

  /// Of an undecided box nothing is left out.
  private func json(_ box: OpenBox) -> JSONValue {
    .object([
      "omega": question.omega.bounds(of: box.omega, .outward), "tau": question.tau.bounds(of: box.tau, .outward),
      "mean": Enclosure(box.mean).json, "variance": Enclosure(box.variance).json,
    ])
  }
}

extension FixedPointBlock {
  fileprivate var json: JSONValue {
    .object([
      "mean": mean.json, "variance": variance.json,
      "jacobian": .array(jacobian.map { .array($0.map(\.json)) }),
      "contractionFactor": contractionFactor.json, "spectralRadius": spectralRadius.json,
      "stability": .string(stability.rawValue), "isOnBorder": .bool(isOnBorder),
    ])
  }
}

extension ExactRange {
  /// Both ends as exact texts.
  fileprivate func bounds() -> JSONValue { pair(lower.description, upper.description) }

  /// The ends of a part.
  fileprivate func bounds(of part: Interval, _ rounding: Rounding) -> JSONValue {
    let ends = ends(of: part, rounding, significantDigits: 17)
    return pair(ends.lower, ends.upper)
  }
}

private func pair(_ lower: String, _ upper: String) -> JSONValue {
  .object(["lower": .string(lower), "upper": .string(upper)])
}
