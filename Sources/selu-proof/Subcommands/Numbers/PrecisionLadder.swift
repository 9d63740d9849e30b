/// The precisions to try in turn, until a result is sharp enough.
enum PrecisionLadder {
  /// Significant bits, doubled from step to step, up to some thousand more than so many decimal digits need.
  static func precisions(forDigits digits: Int) -> some Sequence<Int> {
    let limit = 8 * digits + 8192
    return sequence(first: 128) { $0 * 2 }.prefix { $0 <= limit }
  }
}
