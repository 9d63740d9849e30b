import GridChecker
import IntervalArithmetic
import RealArithmetic

// Lemmas 22 to 24: comparisons of erfcx with algebraic functions on all of (0, inf).
extension ClaimChecker {
  /// From here on the asymptotic series decides.
  private static let far: Rational = 8
  /// Up to here the slope decides, where both sides of the claim agree at 0.
  private static let near = Rational(1, over: 4)

  /// Decides a comparison of erfcx with an algebraic function for all z > 0, by an argument for each part of the line:
  ///
  /// * near 0, only if the two sides agree at 0: the difference is zero there, and its slope leads away;
  /// * between, by the sign of the difference on boxes;
  /// * far out, by polynomials in w = 1/z^2 (`TailComparison.certificates`), which hold for every w in (0, 1/far^2].
  ///
  /// A point with a difference of the wrong sign refutes it.
  func check(_ comparison: TailComparison) -> Finding {
    guard comparison.bound.isAdmissible else { return Finding(.undecided) }
    let difference = comparison.bound.difference
    let inequality: Inequality = comparison.isAbove ? .greater : .less
    var parts: [Finding] = []
    if comparison.bound.vanishesAtZero {
      parts.append(
        check(Quantity(difference, derivative: .z), inequality, 0, on: .line(from: 0, to: Self.near)))
    }
    let start = comparison.bound.vanishesAtZero ? Self.near : 0
    let middle = check(Quantity(difference), inequality, 0, on: .line(from: start, to: Self.far))
    parts.append(middle)
    let isProvedFarOut = isProvedFarOut(comparison)
    var finding = Finding(.undecided, boxes: parts.reduce(0) { $0 + $1.boxes })
    if isProvedFarOut && parts.allSatisfy({ $0.decision == .proved }) {
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

  /// Whether the certificates are positive for all w from 0, exclusive, to 1/far^2.
  private func isProvedFarOut(_ comparison: TailComparison) -> Bool {
    guard let bounds = rationalBounds(of: comparison.bound) else { return false }
    let end = Self.far.squared().reciprocal()
    return comparison.certificates(cBounds: bounds).allSatisfy { $0.isPositive("w", upTo: end) }
  }

  /// Rational bounds of the number c in a bound; equal ones where c is rational.
  private func rationalBounds(of bound: TailComparison.Bound) -> (lower: Rational, upper: Rational)? {
    guard case .root(_, let constant, let overPi) = bound else { return (0, 0) }
    if overPi.isZero { return (constant, constant) }
    let quotient = Interval(enclosing: overPi) / .pi
    guard let lower = Rational(exactly: quotient.lowerBound), let upper = Rational(exactly: quotient.upperBound) else {
      return nil
    }
    return (constant + lower, constant + upper)
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

extension Domain {
  /// A closed range of z.
  fileprivate static func line(from lower: Rational, to upper: Rational) -> Domain {
    Domain(name: "z", [.z: Range(lower, upper)])
  }
}
