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
  let value: String
  /// A noun phrase that follows the word "expected".
  let expected: String
  let suggestion: String?

  init(_ value: String, expected: String, suggestion: String? = nil) {
    self.value = value
    self.expected = expected
    self.suggestion = suggestion
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
