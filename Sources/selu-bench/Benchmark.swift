import Constants
import FixedPointSolver
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic
import SELUClaims
import SELUTheorem

/// One line of the benchmark: an operation and its time in nanoseconds.
struct Benchmark {
  let name: String
  let nanoseconds: Double

  /// A function of one interval, over an array of arguments.
  ///
  /// Inlined, so that the loop calls the operation and nothing else; results go to an array, as with the peers.
  @inline(__always)
  static func unary(_ name: String, _ inputs: Inputs, _ function: (Interval) -> Interval) -> Benchmark {
    time(name, inputs.intervals, inputs.intervals) { a, _, index in function(a[index]) }
  }

  /// A function of two intervals, over two arrays of arguments.
  @inline(__always)
  static func binary(
    _ name: String, _ a: Inputs, _ b: Inputs, _ function: (Interval, Interval) -> Interval
  ) -> Benchmark {
    time(name, a.intervals, b.intervals) { a, b, index in function(a[index], b[index]) }
  }

  @inline(__always)
  private static func time(
    _ name: String, _ a: [Interval], _ b: [Interval],
    _ result: (UnsafeBufferPointer<Interval>, UnsafeBufferPointer<Interval>, Int) -> Interval
  ) -> Benchmark {
    var output = a
    let nanoseconds = a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        output.withUnsafeMutableBufferPointer { output in
          nanosecondsPerCall(calls: Inputs.count) {
            for index in 0..<Inputs.count { output[index] = result(a, b, index) }
          }
        }
      }
    }
    return Benchmark(name: name, nanoseconds: nanoseconds)
  }

  /// Mean, variance and the Jacobian H of g, in an arithmetic that intervals are turned into beforehand.
  @inline(__always)
  static func moments<Scalar: RealScalar>(_ name: String, _ convert: (Interval) -> Scalar) -> Benchmark {
    let y = Inputs(seed: 7, low: -0.1, high: 0.1).intervals
    let x = Inputs(seed: 8, low: 0.5, high: 2).intervals
    let omega = Inputs(seed: 9, low: -0.1, high: 0.1).intervals
    let tau = Inputs(seed: 10, low: 0.95, high: 1.1).intervals
    let points = y.indices.map {
      (y: convert(y[$0]), x: convert(x[$0]), omega: convert(omega[$0]), tau: convert(tau[$0]))
    }
    let activation = Activation<Interval>.selfNormalizing
    let mapping = MomentMapping(Activation(alpha: convert(activation.alpha), lambda: convert(activation.lambda)))
    var output = points.map { ($0.y, $0.y, Matrix2($0.y, $0.y, $0.y, $0.y)) }
    return Benchmark(
      name: name,
      nanoseconds: nanosecondsPerCall(calls: Inputs.count) {
        for (index, point) in points.enumerated() {
          let m = Moments(mapping.activation, NetInput(mean: point.y, variance: point.x))
          output[index] = mapping.valueAndJacobian(m, omega: point.omega, tau: point.tau)
        }
      })
  }

  /// A claim's decision, by a checker that has not seen it before.
  static func claim(_ claim: Claim) -> Benchmark {
    var boxes = 0
    return Benchmark(
      name: claim.id, nanoseconds: nanosecondsPerCall(calls: 1) { boxes += ClaimChecker().check(claim).boxes })
  }

  /// Alpha, lambda and their product for the fixed point (0, 1), to decimal digits.
  static func constants(digits: Int) -> Benchmark {
    var found = 0
    return Benchmark(
      name: "alpha and lambda, \(digits) digits",
      nanoseconds: nanosecondsPerCall(calls: 1) {
        let texts = try? PreciseParameters.solve(FixedPointTarget(), digits: digits) { root -> [String]? in
          let texts = [root.alpha, root.lambda, root.product].compactMap { $0.decimal(significantDigits: digits) }
          return texts.count == 3 ? texts : nil
        }
        found += texts?.count ?? 0
      })
  }

  /// The decision of all claims together, on one thread.
  static func all(_ claims: [Claim]) -> Benchmark {
    var findings = 0
    return Benchmark(
      name: "all claims",
      nanoseconds: nanosecondsPerCall(calls: 1) { findings += ClaimChecker().check(claims).count })
  }
}
