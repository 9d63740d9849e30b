import IntervalArithmetic
import MomentMap
import SELUTheorem

/// One line of the benchmark: an operation and its time in nanoseconds.
struct Benchmark {
  let name: String
  let nanoseconds: Double

  /// A function of one interval, over an array of arguments.
  static func unary(_ name: String, _ inputs: Inputs, _ function: (Interval) -> Interval) -> Benchmark {
    var output = inputs.intervals
    return Benchmark(
      name: name,
      nanoseconds: nanosecondsPerCall(calls: Inputs.count) {
        for index in 0..<Inputs.count { output[index] = function(inputs.intervals[index]) }
      })
  }

  /// A function of two intervals, over two arrays of arguments.
  static func binary(
    _ name: String, _ a: Inputs, _ b: Inputs, _ function: (Interval, Interval) -> Interval
  ) -> Benchmark {
    var output = a.intervals
    return Benchmark(
      name: name,
      nanoseconds: nanosecondsPerCall(calls: Inputs.count) {
        for index in 0..<Inputs.count { output[index] = function(a.intervals[index], b.intervals[index]) }
      })
  }

  /// Mean, variance and the Jacobian H of g.
  static func moments() -> Benchmark {
    let y = Inputs(seed: 7, low: -0.1, high: 0.1).intervals
    let x = Inputs(seed: 8, low: 0.5, high: 2).intervals
    let omega = Inputs(seed: 9, low: -0.1, high: 0.1).intervals
    let tau = Inputs(seed: 10, low: 0.95, high: 1.1).intervals
    let activation = Activation<Interval>.selfNormalizing
    var output = [(Interval, Interval, Matrix2<Interval>)](
      repeating: (.empty, .empty, Matrix2(.empty, .empty, .empty, .empty)), count: Inputs.count)
    return Benchmark(
      name: "moments",
      nanoseconds: nanosecondsPerCall(calls: Inputs.count) {
        for index in 0..<Inputs.count {
          let m = Moments(activation, NetInput(mean: y[index], variance: x[index]))
          let h = Matrix2(
            omega[index] * m.meanByMean, tau[index] * m.meanByVariance,
            omega[index] * m.varianceByMean, tau[index] * m.varianceByVariance)
          output[index] = (m.mean, m.variance, h)
        }
      })
  }

  /// A claim's decision.
  static func claim(_ claim: Claim) -> Benchmark {
    let checker = ClaimChecker()
    var boxes = 0
    return Benchmark(
      name: claim.id, nanoseconds: nanosecondsPerCall(calls: 1) { boxes += checker.check(claim).boxes })
  }
}
