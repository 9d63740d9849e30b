import IntervalArithmetic

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Writes the cases to the standard output.
///
/// Format: a line of text, `selu-soundness 1`, the number of records and the names of the operations by their codes from 0
/// on, separated by spaces; then records of ten little-endian 64-bit words: the code, the integer exponent, the bounds of three operands
/// (unused ones are empty) and the bounds of the result, all bounds as the bit patterns of binary64.
struct RecordWriter {
  private var words: [UInt64] = []
  private let capacity = 10 * 4096

  init() {
    words.reserveCapacity(capacity)
  }

  func write(cases: Int, names: [String]) {
    let text = "selu-soundness 1 \(cases) " + names.joined(separator: " ") + "\n"
    Array(text.utf8).withUnsafeBytes(RecordWriter.write)
  }

  mutating func write(code: Int, _ operands: Operands, result: Interval) {
    words.append(UInt64(code).littleEndian)
    words.append(UInt64(bitPattern: Int64(operands.exponent)).littleEndian)
    for interval in [operands.a, operands.b, operands.c, result] {
      words.append(interval.lowerBound.bitPattern.littleEndian)
      words.append(interval.upperBound.bitPattern.littleEndian)
    }
    if words.count >= capacity { flush() }
  }

  mutating func flush() {
    words.withUnsafeBytes(RecordWriter.write)
    words.removeAll(keepingCapacity: true)
  }

  /// Writes all bytes, or ends the program if nobody reads them any more.
  private static func write(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      #if canImport(Darwin)
        let written = Darwin.write(STDOUT_FILENO, part.baseAddress, part.count)
      #elseif canImport(Musl)
        let written = Musl.write(STDOUT_FILENO, part.baseAddress, part.count)
      #else
        let written = Glibc.write(STDOUT_FILENO, part.baseAddress, part.count)
      #endif
      guard written > 0 else { exit(1) }
      rest = rest.dropFirst(written)
    }
  }
}
