/// Where a text stops being JSON.
package struct JSONSyntaxError: Error, Equatable {
  /// Counted from 1.
  package let line: Int
  /// In bytes, counted from 1.
  package let column: Int
  /// A noun phrase.
  package let expected: String
}
