/// How the text of an argument becomes a value, and what help and completion know about that text.
struct ValueParser<Value: Sendable>: Sendable {
  /// Reads a text; throws `InvalidValue` for one that is not acceptable.
  let parse: @Sendable (String) throws -> Value
  /// What a shell can offer and help can list.
  let vocabulary: Vocabulary

  init(completion vocabulary: Vocabulary = Vocabulary(), parse: @escaping @Sendable (String) throws -> Value) {
    self.parse = parse
    self.vocabulary = vocabulary
  }

  /// The same values, read further by `transform`, which may throw `InvalidValue` itself.
  func map<Other>(_ transform: @escaping @Sendable (Value) throws -> Other) -> ValueParser<Other> {
    ValueParser<Other>(completion: vocabulary) { try transform(parse($0)) }
  }
}

/// The complaint of a value parser; whoever knows the name of the option makes a sentence of it.
struct InvalidValue: Error {
  enum Reason {
    /// It is nothing that the option takes; a noun phrase that follows the word "expected".
    case expected(String)
    /// It is what the option takes, but more than that; what follows the words "is a number, but".
    case limit(String)
  }

  let value: String
  let reason: Reason
  let suggestion: String?

  init(_ value: String, expected: String, suggestion: String? = nil) {
    self.value = value
    reason = .expected(expected)
    self.suggestion = suggestion
  }

  /// A number beyond a limit, which `excess` names: "too large: at most 10".
  init(_ value: String, excess: String) {
    self.value = value
    reason = .limit(excess)
    suggestion = nil
  }

  /// The sentence about a parameter with this label. The value is quoted as it was given, a long one cut off.
  func sentence(about label: String) -> String {
    let shown = value.count <= 80 ? value : "\(value.prefix(60))... (\(value.count) characters)"
    switch reason {
    case .expected(let expected):
      let hint = suggestion.map { " Did you mean '\($0)'?" } ?? ""
      return "The value '\(shown)' is invalid for '\(label)': expected \(expected).\(hint)"
    case .limit(let excess):
      return "The value '\(shown)' for '\(label)' is a number, but \(excess)."
    }
  }
}

/// The texts that are possible for a value.
struct Vocabulary: Sendable {
  enum Source: Sendable {
    case unknown
    case files
    case directories
    /// Asked for only when help or a completion script is made: the list may be long or dear.
    case words(@Sendable () -> [String])
  }

  var source = Source.unknown
  /// Whether only these words are accepted, so that help has to list them.
  var isClosed = false
  /// Whether several words may be given, separated by commas.
  var isList = false

  /// The words that can be offered.
  var words: [String] {
    if case .words(let list) = source { list() } else { [] }
  }
}

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
