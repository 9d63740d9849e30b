import RealArithmetic

// Exact numbers as texts that read back to the same number.
extension Rational {
  /// The shortest of the exact forms that a reader can take in: the decimal digits if they are few, else the binary64
  /// number in hexadecimal, else `exactText`.
  var shortExactText: String {
    let text = exactText
    if text.count <= 16 { return text }
    return Double(exactly: self)?.hexText ?? text
  }
}

extension Duration {
  /// The duration in seconds as a decimal number, rounded down to a microsecond.
  var secondsText: String {
    let (seconds, attoseconds) = components
    let microseconds = String(attoseconds / 1_000_000_000_000)
    return "\(seconds)." + String(repeating: "0", count: max(0, 6 - microseconds.count)) + microseconds
  }
}
