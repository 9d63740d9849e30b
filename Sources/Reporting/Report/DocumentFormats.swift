import JSON

// The formats of the documents in JSON, all in one place: who changes what a member means counts the version up.
extension JSONDocument.Format {
  /// What `check` and `merge` report.
  static let check = Self("selu-proof check", version: 1)
  /// What `claims` lists.
  static let claims = Self("selu-proof claims", version: 1)
  /// Recorded verdicts and values.
  static let baseline = Self("selu-proof baseline", version: 1)
  /// A run over a grid, or a part of one.
  static let grid = Self("selu-proof grid", version: 1)
  /// Alpha and lambda for a fixed point.
  static let constants = Self("selu-proof constants", version: 1)
  /// `docs/constants.json`.
  static let constantsDocument = Self("selu-proof constants document", version: 1)
  /// The numbers of alpha dropout.
  static let dropout = Self("selu-proof dropout", version: 1)
  /// Gains for initialisations.
  static let gain = Self("selu-proof gain", version: 1)
}

extension JSONDocument {
  /// A document that a program has made.
  package init(_ format: Format, tool: Report.Tool, _ members: [String: JSONValue]) {
    self.init(format, tool: (tool.name, tool.version), members)
  }
}
