extension ValueParser where Value == String {
  /// Any text.
  static var text: Self { ValueParser { $0 } }

  /// The name of a file, or `-` for standard input or output.
  static var file: Self { path(.files, expected: "the name of a file") }

  /// The name of a directory.
  static var directory: Self { path(.directories, expected: "the name of a directory") }

  /// Any text, for which a shell offers `words`: names of which a beginning, say, is acceptable too.
  static func suggesting(_ words: @escaping @Sendable () -> [String]) -> Self {
    ValueParser(completion: Vocabulary(source: .words(words))) { $0 }
  }

  /// One of `words`, which help lists.
  static func word(of words: @escaping @Sendable () -> [String]) -> Self {
    ValueParser(completion: Vocabulary(source: .words(words), isClosed: true)) { text in
      let words = words()
      guard words.contains(text) else { throw InvalidValue(text, expectedOneOf: words) }
      return text
    }
  }

  private static func path(_ source: Vocabulary.Source, expected: String) -> Self {
    ValueParser(completion: Vocabulary(source: source)) { text in
      guard !text.isEmpty else { throw InvalidValue(text, expected: expected) }
      return text
    }
  }
}

extension ValueParser where Value == Int {
  /// A decimal integer from `range`.
  static func integer(in range: ClosedRange<Int>) -> Self {
    let expected =
      range.upperBound == .max
      ? "an integer that is at least \(range.lowerBound)"
      : "an integer from \(range.lowerBound) to \(range.upperBound)"
    return ValueParser { text in
      guard let value = Int(text), range.contains(value) else { throw InvalidValue(text, expected: expected) }
      return value
    }
  }
}

extension ValueParser where Value: RawRepresentable<String> & CaseIterable {
  /// One case of an enumeration, by its raw value.
  static func choice(_: Value.Type) -> Self {
    ValueParser<String>.word(of: { Value.allCases.map(\.rawValue) }).map { text in
      guard let value = Value(rawValue: text) else { throw InvalidValue(text, expected: "another word") }
      return value
    }
  }
}

extension ValueParser {
  /// One or more values, separated by commas.
  static func list<Element>(of element: ValueParser<Element>) -> Self where Value == [Element] {
    var vocabulary = element.vocabulary
    vocabulary.isList = true
    return ValueParser(completion: vocabulary) { text in
      try text.split(separator: ",", omittingEmptySubsequences: false).map { try element.parse(String($0)) }
    }
  }
}

extension InvalidValue {
  init(_ value: String, expectedOneOf words: [String]) {
    let last = words.last.map { words.count > 1 ? " or \($0)" : $0 } ?? "nothing"
    self.init(
      value, expected: words.dropLast().joined(separator: ", ") + last,
      suggestion: Spelling.nearest(to: value, among: words))
  }
}
