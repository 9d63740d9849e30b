/// Where a text stops being JSON.
struct JSONSyntaxError: Error, Equatable {
  /// Counted from 1.
  let line: Int
  /// In bytes, counted from 1.
  let column: Int
  /// A noun phrase.
  let expected: String
}
