import IntervalArithmetic
import SELUClaims
import SELUTheorem

/// `selu-bench [--format text|tsv | --constants]`: the time of every operation, and of the theorems' proofs.
@main
struct SELUBench {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments {
    case []: report(operations() + constants() + theorems(), asText: true)
    case ["--format", "text"]: report(operations() + constants() + theorems(), asText: true)
    case ["--constants"]: report(constants(), asText: true)
    case ["--format", "tsv"]: report(operations(), asText: false)
    default: print("usage: selu-bench [--format text|tsv | --constants]")
    }
  }

  static func operations() -> [Benchmark] {
    let a = Inputs(signedSeed: 1)
    let b = Inputs(signedSeed: 2)
    let positive = Inputs(seed: 3, low: 0.1, high: 100)
    let exponents = Inputs(seed: 4, low: -10, high: 10)
    let centred = Inputs(seed: 5, low: -3, high: 3)
    let tails = Inputs(seed: 6, low: -3, high: 6)
    return [
      .binary("add", a, b) { $0 + $1 },
      .binary("mul", a, b) { $0 * $1 },
      .binary("div", a, b) { $0 / $1 },
      .unary("sqrt", positive) { Interval.sqrt($0) },
      .unary("exp", exponents) { Interval.exp($0) },
      .unary("log", positive) { Interval.log($0) },
      .unary("erf", centred) { Interval.erf($0) },
      .unary("erfc", tails) { Interval.erfc($0) },
      .unary("erfcx", tails) { Interval.erfcx($0) },
      .moments("moments") { $0 },
    ]
  }

  static func constants() -> [Benchmark] { [50, 1_000, 10_000].map { Benchmark.constants(digits: $0) } }

  static func theorems() -> [Benchmark] {
    // Without the paper there is nothing to measure.
    let claims = (try? Paper.selu2017())?.claims ?? []
    return claims.map { Benchmark.claim($0) } + [.all(claims)]
  }

  static func report(_ lines: [Benchmark], asText: Bool) {
    for line in lines {
      let tenths = (line.nanoseconds * 10).rounded() / 10
      print(asText ? pad(line.name, 44) + "\(tenths) ns" : "\(line.name)\t\(tenths)")
    }
  }

  static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
