import IntervalArithmetic

/// The answer of `fixed-point` for programs.
struct FixedPointJSON: Encodable {
  /// How many undecided boxes are listed at most.
  static let listLimit = 100

  private let answer: FixedPointAnswer

  init(_ answer: FixedPointAnswer) {
    self.answer = answer
  }

  private enum Key: String, CodingKey {
    case activation, weights, theorem1, searched, boxes, isDecided, count, fixedPoints, parts, undecided, undecidedCount
  }

  private enum Variable: String, CodingKey {
    case omega, tau, mean, variance, count, isOnBorder
  }

  private enum Bound: String, CodingKey {
    case lower, upper
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(answer.boxes, forKey: .boxes)
    try container.encode(answer.isDecided, forKey: .isDecided)
    try container.encode(answer.count, forKey: .count)
    try container.encode(answer.fixedPoints, forKey: .fixedPoints)
    var weights = container.nestedContainer(keyedBy: Variable.self, forKey: .weights)
    try weights.encode(answer.question.omega, forKey: .omega)
    try weights.encode(answer.question.tau, forKey: .tau)
    try container.encode(answer.question.activation.description, forKey: .activation)
    // Theorem 1 is about the SELU.
    if answer.question.activation == .selu {
      try container.encode(answer.question.domain.rawValue, forKey: .theorem1)
    }
    var searched = container.nestedContainer(keyedBy: Variable.self, forKey: .searched)
    try encode(answer.question.mean, or: "-inf", into: searched.nestedContainer(keyedBy: Bound.self, forKey: .mean))
    try encode(
      answer.question.variance, or: "0", into: searched.nestedContainer(keyedBy: Bound.self, forKey: .variance))
    try encode(answer.parts, into: container.nestedUnkeyedContainer(forKey: .parts))
    try container.encode(answer.open.count, forKey: .undecidedCount)
    try encode(answer.open.prefix(Self.listLimit), into: container.nestedUnkeyedContainer(forKey: .undecided))
  }

  /// The bounds of a range, or the least bound there is and infinity.
  private func encode(
    _ range: ExactRange?, or least: String, into container: KeyedEncodingContainer<Bound>
  ) throws {
    var container = container
    try container.encode(range?.lower.description ?? least, forKey: .lower)
    try container.encode(range?.upper.description ?? "inf", forKey: .upper)
  }

  private func encode(_ parts: [WeightPart], into list: any UnkeyedEncodingContainer) throws {
    var list = list
    for part in parts {
      var object = list.nestedContainer(keyedBy: Variable.self)
      try encode(part.omega, of: answer.question.omega, rounding: .inward, into: &object, forKey: .omega)
      try encode(part.tau, of: answer.question.tau, rounding: .inward, into: &object, forKey: .tau)
      try object.encode(part.count, forKey: .count)
      try object.encode(part.isOnBorder, forKey: .isOnBorder)
    }
  }

  private func encode(_ boxes: some Sequence<FixedPointAnswer.OpenBox>, into list: any UnkeyedEncodingContainer) throws
  {
    var list = list
    for box in boxes {
      var object = list.nestedContainer(keyedBy: Variable.self)
      try encode(box.omega, of: answer.question.omega, rounding: .outward, into: &object, forKey: .omega)
      try encode(box.tau, of: answer.question.tau, rounding: .outward, into: &object, forKey: .tau)
      try object.encode(Enclosure(box.mean), forKey: .mean)
      try object.encode(Enclosure(box.variance), forKey: .variance)
    }
  }

  /// The bounds of a part of a range.
  private func encode(
    _ part: Interval, of range: ExactRange, rounding: ExactRange.Rounding,
    into object: inout KeyedEncodingContainer<Variable>, forKey key: Variable
  ) throws {
    let ends = range.ends(of: part, rounding, significantDigits: 17)
    var container = object.nestedContainer(keyedBy: Bound.self, forKey: key)
    try container.encode(ends.lower, forKey: .lower)
    try container.encode(ends.upper, forKey: .upper)
  }
}

extension ExactRange: Encodable {
  private enum Key: String, CodingKey {
    case lower, upper
  }

  /// Both ends as exact texts.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(lower.description, forKey: .lower)
    try container.encode(upper.description, forKey: .upper)
  }
}
