import IntervalArithmetic

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// `selu-soundness [--cases N | --points-per-binade N] [--seed S]`: random operations and their results, or the
/// elementary functions at random points of every binade, for `Tests/Soundness/check.py`.
@main
struct SELUSoundness {
  static let usage = "usage: selu-soundness [--cases N | --points-per-binade N] [--seed S]"

  static func main() {
    guard let options = parse(CommandLine.arguments.dropFirst()) else {
      print(usage)
      exit(64)
    }
    switch options.draws {
    case .cases(let count): writeCases(count, seed: options.seed)
    case .pointsPerBinade(let count): writePoints(count, seed: options.seed)
    }
  }

  /// Cases of all operations, each in proportion to its weight.
  static func writeCases(_ count: Int, seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let schedule = Operation.all.indices.flatMap { Array(repeating: $0, count: Operation.all[$0].weight) }
    var writer = RecordWriter()
    writer.write(cases: count, names: Operation.all.map(\.name))
    for number in 0..<count {
      let code = schedule[number % schedule.count]
      let operation = Operation.all[code]
      let operands = operation.operands(&generator)
      writer.write(code: code, operands, result: operation.evaluate(operands))
    }
    writer.flush()
  }

  /// The functions of one variable at so many random points of each binade from 2^-64 to 2^10 and of each sign.
  static func writePoints(_ count: Int, seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let functions = Operation.all.filter(\.isFunction)
    let places = (-64...10).flatMap { exponent in functions.indices.map { (code: $0, exponent: exponent) } }
    var writer = RecordWriter()
    writer.write(cases: places.count * count, names: functions.map(\.name))
    for place in places {
      for _ in 0..<count {
        let operands = Operands(a: Interval(generator.double(exponent: place.exponent)))
        writer.write(code: place.code, operands, result: functions[place.code].evaluate(operands))
      }
    }
    writer.flush()
  }

  /// What is drawn.
  enum Draws {
    case cases(Int)
    case pointsPerBinade(Int)
  }

  static func parse(_ arguments: ArraySlice<String>) -> (draws: Draws, seed: UInt64)? {
    var (draws, seed) = (Draws.cases(100_000), UInt64(1))
    var rest = arguments
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { return nil }
      switch option {
      case "--cases":
        guard let number = Int(value), number >= 0 else { return nil }
        draws = .cases(number)
      case "--points-per-binade":
        guard let number = Int(value), number >= 0 else { return nil }
        draws = .pointsPerBinade(number)
      case "--seed":
        guard let number = UInt64(value) else { return nil }
        seed = number
      default: return nil
      }
    }
    return (draws, seed)
  }
}
