import IntervalArithmetic
import RealArithmetic
import SELUClaims

extension PrintedDecimal {
  /// Whether all numbers of an enclosure round to the printed one, or none does, or neither is known.
  func isRounding(of enclosure: Interval) -> Verdict {
    guard let lower = Rational(exactly: enclosure.lowerBound), let upper = Rational(exactly: enclosure.upperBound)
    else { return .undecided }
    return isRounding(ofNumbersFrom: lower, through: upper)
  }
}
