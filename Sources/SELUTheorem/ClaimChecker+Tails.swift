import GridChecker
import IntervalArithmetic
import RealArithmetic
import SELUClaims

// Lemmas 22 to 24: comparisons of erfcx with algebraic functions on all of (0, inf).
extension ClaimChecker {
  /// Decides a comparison of erfcx with an algebraic function for all z > 0, by an argument for each part of the line:
  ///
  /// * near 0, only if the two sides agree at 0: the difference is zero there, and its slope leads away;
  /// * between, by the sign of the difference on boxes;
  /// * far out, by polynomials in w = 1/z^2 (`TailComparison.holdsFarOut`).
  ///
  /// A point with a difference of the wrong sign refutes it.
  func check(_ comparison: TailComparison) -> Finding {
    guard comparison.bound.isAdmissible else { return Finding(.undecided) }
    let difference = comparison.bound.difference
    let inequality: Inequality = comparison.isAbove ? .greater : .less
    var parts: [Finding] = []
    if let near = comparison.near {
      parts.append(check(Quantity(difference, derivative: .z), inequality, 0, on: near))
    }
    let middle = check(Quantity(difference), inequality, 0, on: comparison.middle)
    parts.append(middle)
    var finding = Finding(.undecided, boxes: parts.reduce(0) { $0 + $1.boxes })
    if comparison.holdsFarOut && parts.allSatisfy({ $0.decision == .proved }) {
      finding.decision = .proved
      // Unless the claim holds, what the difference tends to is not known to be its infimum or supremum.
      finding.enclosure = check(Quantity(comparison.limit), .less, 0, on: .none).enclosure
    } else if let witness = middle.strictWitness(positive: !comparison.isAbove) ?? counterexampleFarOut(comparison) {
      finding.decision = .refuted
      finding.witness = witness
    }
    if finding.decision == .undecided { finding.openBoxes = middle.openBoxes }
    return finding
  }

  /// A point beyond the boxes at which the difference has the wrong sign; tried are powers of two.
  private func counterexampleFarOut(_ comparison: TailComparison) -> Witness? {
    (3...30).lazy.map { Rational(BigInteger.powerOfTwo($0)) }.compactMap { z -> Witness? in
      let at = Domain.line(from: z, to: z)
      let finding = check(Quantity(comparison.bound.difference), comparison.isAbove ? .greater : .less, 0, on: at)
      return finding.strictWitness(positive: !comparison.isAbove)
    }.first
  }
}

extension Finding {
  /// The witness of a refutation, if the value there has this sign and is not zero.
  fileprivate func strictWitness(positive: Bool) -> Witness? {
    guard decision == .refuted, let witness else { return nil }
    return (positive ? witness.value.lowerBound > 0 : witness.value.upperBound < 0) ? witness : nil
  }
}
