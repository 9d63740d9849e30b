import FixedPointSolver
import IntervalArithmetic
import JSON
import Reporting

/// The answer of `fixed-point` for people.
struct FixedPointText {
  /// How many boxes or parts are listed at most.
  static let listLimit = 10

  private let answer: FixedPointAnswer

  init(_ answer: FixedPointAnswer) {
    self.answer = answer
  }

  var text: String {
    let question = answer.question
    // Theorem 1 is about the SELU.
    let isSELU = question.activation == .selu
    let setting = columns(
      [
        isSELU ? nil : ["activation", "\(question.activation)"],
        ["weights", "\(question.omega.condition("omega")), \(question.tau.condition("tau"))"],
        isSELU ? ["Theorem 1", question.domain.words] : nil,
        [
          "searched",
          "\(question.mean?.condition("mean") ?? "all means"), "
            + (question.variance?.condition("variance") ?? "all positive variances"),
        ],
        ["boxes", "\(answer.boxes)"],
      ].compactMap { $0 })
    let blocks = answer.fixedPoints.enumerated().map { block($0.element, number: $0.offset + 1) }
    return ([setting, verdict + "\n"] + blocks + [parts, open].compactMap { $0 }).joined(separator: "\n")
  }

  /// One sentence.
  private var verdict: String {
    let question = answer.question
    let scope = question.isSingle ? "" : " for every (omega, tau)"
    let place = question.mean == nil && question.variance == nil ? "" : " in the box searched"
    switch (answer.isDecided, answer.count) {
    case (false, _):
      return answer.open.isEmpty
        ? "Whether a fixed point on the border of the box searched, or very near to it, is in it is not decided."
        : "Not everything\(place) is decided."
    case (true, 0): return "There is no fixed point\(place)\(question.isSingle ? "" : ", for any (omega, tau)")."
    case (true, 1): return "There is exactly one fixed point\(place)\(scope)."
    case (true, let count?): return "There are exactly \(count) fixed points\(place)\(scope)."
    case (true, nil): return "The number of fixed points\(place) depends on the weights."
    }
  }

  private func block(_ block: FixedPointBlock, number: Int) -> String {
    let rows = [
      ["mean", block.mean.text], ["variance", block.variance.text],
      ["contraction factor", block.contractionFactor.text], ["spectral radius", block.spectralRadius.text],
      ["Jacobian"] + block.jacobian[0].map(\.text), [""] + block.jacobian[1].map(\.text),
    ]
    let place = block.isOnBorder ? ", on the border of the box or too near to it to be told" : ""
    return "fixed point \(number): \(block.stability.words)\(place)\n" + columns(rows, indent: 2)
  }

  private var parts: String? {
    guard !answer.parts.isEmpty else { return nil }
    let rows = answer.parts.prefix(Self.listLimit).map {
      [
        "\(weights($0.omega, $0.tau, .inward)):",
        $0.isOnBorder ? "at most \($0.count), on the border of the box" : "\($0.count)",
      ]
    }
    return list("fixed points for parts of the weights", rows, of: answer.parts.count)
  }

  private var open: String? {
    guard !answer.open.isEmpty else { return nil }
    let isSingle = answer.question.isSingle
    let rows = answer.open.prefix(Self.listLimit).map { box in
      (isSingle ? [] : ["\(weights(box.omega, box.tau, .outward)):"])
        + ["mean in \(text(box.mean))", "variance in \(text(box.variance))"]
    }
    return list("undecided", rows, of: answer.open.count)
  }

  private func columns(_ rows: [[String]], indent: Int = 0) -> String {
    Table(rows).text(indent: indent).map { $0 + "\n" }.joined()
  }

  private func weights(_ omega: Interval, _ tau: Interval, _ rounding: DecimalRange.Rounding) -> String {
    let question = answer.question
    return question.omega.condition("omega", omega, rounding) + ", " + question.tau.condition("tau", tau, rounding)
  }

  private func text(_ interval: Interval) -> String { Enclosure(interval).text }

  private func list(_ title: String, _ rows: [[String]], of count: Int) -> String {
    let rest = count - rows.count
    return "\(title)\n" + columns(rows, indent: 2) + (rest > 0 ? "  and \(rest) more\n" : "")
  }
}

extension Stability {
  fileprivate var words: String { self == .unknown ? "whether it is attracting is not decided" : rawValue }
}

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
  private func json(_ box: UnknownBox) -> JSONValue {
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

extension DecimalRange {
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
