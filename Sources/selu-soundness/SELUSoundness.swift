import IntervalArithmetic

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// `selu-soundness [--cases N] [--seed S]`: random operations and their results, for `Tests/Soundness/check.py`.
@main
struct SELUSoundness {
  static let usage = "usage: selu-soundness [--cases N] [--seed S]"

  static func main() {
    guard let options = parse(CommandLine.arguments.dropFirst()) else {
      print(usage)
      exit(64)
    }
    var generator = SplitMix64(seed: options.seed)
    let schedule = Operation.all.indices.flatMap { Array(repeating: $0, count: Operation.all[$0].weight) }
    var writer = RecordWriter()
    writer.write(cases: options.cases, names: Operation.all.map(\.name))
    for number in 0..<options.cases {
      let code = schedule[number % schedule.count]
      let operation = Operation.all[code]
      let operands = operation.operands(&generator)
      writer.write(code: code, operands, result: operation.evaluate(operands))
    }
    writer.flush()
  }

  static func parse(_ arguments: ArraySlice<String>) -> (cases: Int, seed: UInt64)? {
    var (cases, seed) = (100_000, UInt64(1))
    var rest = arguments
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { return nil }
      switch option {
      case "--cases":
        guard let number = Int(value), number >= 0 else { return nil }
        cases = number
      case "--seed":
        guard let number = UInt64(value) else { return nil }
        seed = number
      default: return nil
      }
    }
    return (cases, seed)
  }
}
