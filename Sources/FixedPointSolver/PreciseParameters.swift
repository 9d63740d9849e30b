import MomentMap
import MultiPrecision
import RealArithmetic

/// Alpha, lambda and their product for a target, as sharp as somebody needs them.
public enum PreciseParameters {
  /// The precisions to try in turn for so many decimal digits: 32 bits more than they take, 64 more, 128 more and so on.
  public static func precisions(forDigits digits: Int) -> some Sequence<Int> {
    // log2(10) < 3.3220
    let bits = digits * 33220 / 10_000 + 1
    return sequence(first: 32) { $0 * 2 }.prefix { $0 <= 8192 + bits }.lazy.map { bits + $0 }
  }

  /// All solutions with a positive lambda, at the first precision at which `use` makes something of each; nil if at none.
  ///
  /// `use` gets a solution, and returns nil to ask for a higher precision.
  public static func solve<Result>(
    _ target: FixedPointTarget, digits: Int, _ use: (ParameterRoot) -> Result?
  ) throws(ParameterError) -> [Result] {
    guard target.variance.signum > 0 else { throw .notPositive(name: "variance", value: target.variance) }
    guard target.tau.signum > 0 else { throw .notPositive(name: "tau", value: target.tau) }
    for precision in precisions(forDigits: digits) {
      switch ParameterEquations(target, like: DyadicInterval(Dyadic(1), precision: precision)).solve() {
      case .none(let least):
        throw .unreachable(target, leastSecondMoment: least)
      case .all(let roots):
        let results = roots.compactMap(use)
        if results.count == roots.count { return results }
      case .undecided: break
      }
    }
    throw .undecided(target)
  }
}
