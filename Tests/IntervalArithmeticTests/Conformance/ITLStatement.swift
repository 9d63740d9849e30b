/// One test: an operation, its operands and what must come out.
struct ITLStatement {
  let file: String
  let line: Int
  /// The statement as it stands in the file.
  let source: String
  let operation: String
  let operands: [ITLValue]
  /// What a tightest operation returns, behind `=`.
  let results: [ITLValue]?
  /// What an accurate operation may not exceed, behind `<=`.
  let allowed: [ITLValue]?
  /// The exceptions behind `signal`.
  let signals: [String]
}
