/// The options that every command has without declaring them.
enum StandardOption: CaseIterable, Sendable {
  case version, help

  var name: String {
    switch self {
    case .version: "version"
    case .help: "help"
    }
  }

  /// Every way to type it.
  var spellings: [String] {
    switch self {
    case .version: ["--version"]
    case .help: ["-h", "--help"]
    }
  }

  var summary: String {
    switch self {
    case .version: "Show the version."
    case .help: "Show help information."
    }
  }

  /// The option that a token is, if it is one.
  init?(_ token: String) {
    guard let found = Self.allCases.first(where: { $0.spellings.contains(token) }) else { return nil }
    self = found
  }
}
