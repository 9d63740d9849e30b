import GridChecker
import IntervalArithmetic
import RealArithmetic
import SELUClaims

// Lemmas 22 to 24: comparisons of erfcx with algebraic functions on all of (0, inf).
extension ClaimChecker {
  /// The finding on a comparison of erfcx with an algebraic function for all z > 0, by an argument for each part of the
  /// line:
  ///
  /// * near 0, only if the two sides agree at 0: the difference is zero there, and its slope leads away;
  /// * between, by the sign of the difference on boxes;
  /// * far out, by polynomials in w = 1/z^2 (`TailComparison.holdsFarOut`).
  ///
  /// A point with a difference of the wrong sign refutes it.
  func finding(_ comparison: TailComparison, _ decision: Verdict, _ answers: [Answer?]) -> Finding {
    var finding = Finding(decision, boxes: answers.reduce(0) { $0 + ($1?.boxes ?? 0) })
    let between = answers.first ?? nil
    switch decision {
    case .proved:
      // Unless the claim holds, what the difference tends to is not known to be its infimum or supremum.
      finding.enclosure = check(Quantity(comparison.limit), .less, 0, on: .none).enclosure
    case .refuted: finding.witness = between?.finding.witness
    case .undecided:
      finding.witness = counterexampleFarOut(comparison)
      if finding.witness != nil { finding.decision = .refuted } else { finding.openBoxes = between?.openBoxes ?? [] }
    }
    return finding
  }

  /// A point beyond the boxes at which the difference has the wrong sign; tried are powers of two.
  private func counterexampleFarOut(_ comparison: TailComparison) -> Witness? {
    (3...30).lazy.map { Rational(BigInteger.powerOfTwo($0)) }.compactMap { z -> Witness? in
      let at = Domain.line(from: z, to: z)
      let obligation = Obligation(
        "far out", .quantity(Quantity(comparison.bound.difference)), .sign(comparison.isAbove ? 1 : -1), on: at)
      let finding = answer(obligation)?.finding
      return finding?.decision == .refuted ? finding?.witness : nil
    }.first
  }
}

extension Answer {
  /// The answer with a witness at which all coordinates are positive, for a claim that speaks of these only: should the best
  /// value be found at 0 and contradict the claim, so does the value at a point nearby, or else there is no witness.
  func withPositiveWitness() -> Answer {
    guard finding.decision == .refuted, let witness, witness.point.lowerCorner.contains(where: \.isZero)
    else {
      return self
    }
    var copy = self
    for exponent in 0...60 {
      let nearby = Rational(1, over: BigInteger.powerOfTwo(exponent))
      let point = Box(point: witness.point.lowerCorner.map { $0.isZero ? nearby : $0 })
      guard zip(point.sides, problem.box.sides).allSatisfy({ $0.lower <= $1.upper }),
        let value = problem.function.value(over: point.hull, within: nil)
      else { continue }
      copy.witness = (point, value)
      if copy.finding.decision == .refuted { return copy }
    }
    copy.witness = nil
    return copy
  }
}
