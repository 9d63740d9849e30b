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
    case tool, weights, searched, boxes, isDecided, count, fixedPoints, parts, undecided, undecidedCount
  }

  private enum Variable: String, CodingKey {
    case omega, tau, mean, variance, count
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
    var searched = container.nestedContainer(keyedBy: Variable.self, forKey: .searched)
    try searched.encode(answer.question.mean, forKey: .mean)
    try searched.encode(answer.question.variance, forKey: .variance)
    try encode(answer.parts, into: container.nestedUnkeyedContainer(forKey: .parts))
    try container.encode(answer.open.count, forKey: .undecidedCount)
    try encode(answer.open.prefix(Self.listLimit), into: container.nestedUnkeyedContainer(forKey: .undecided))
  }

  private func encode(_ parts: [WeightPart], into list: any UnkeyedEncodingContainer) throws {
    var list = list
    for part in parts {
      var object = list.nestedContainer(keyedBy: Variable.self)
      try object.encode(Enclosure(part.omega), forKey: .omega)
      try object.encode(Enclosure(part.tau), forKey: .tau)
      try object.encode(part.count, forKey: .count)
    }
  }

  private func encode(_ boxes: some Sequence<FixedPointAnswer.OpenBox>, into list: any UnkeyedEncodingContainer) throws
  {
    var list = list
    for box in boxes {
      var object = list.nestedContainer(keyedBy: Variable.self)
      try object.encode(Enclosure(box.omega), forKey: .omega)
      try object.encode(Enclosure(box.tau), forKey: .tau)
      try object.encode(Enclosure(box.mean), forKey: .mean)
      try object.encode(Enclosure(box.variance), forKey: .variance)
    }
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
