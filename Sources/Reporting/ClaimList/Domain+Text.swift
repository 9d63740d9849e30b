import RealArithmetic
import SELUClaims
import SELUTheorem

extension Domain {
  /// The variables with their exact ranges, in the fixed order of the variables.
  var orderedRanges: [(variable: Variable, range: Range)] {
    Variable.allCases.compactMap { variable in ranges[variable].map { (variable, $0) } }
  }

  /// The ranges in words, as `mu = 0, nu in [0.8, 1.5]`; exact.
  var rangesText: String {
    (Domain.text(orderedRanges)
      + Variable.allCases.compactMap { variable in
        openRanges[variable].map { "\(variable.rawValue) in \($0.rawValue)" }
      }).joined(separator: ", ")
  }

  private static func text(_ ranges: [(variable: Variable, range: Range)]) -> [String] {
    ranges.map { variable, range in
      range.lower == range.upper
        ? "\(variable.rawValue) = \(range.lower)" : "\(variable.rawValue) in [\(range.lower), \(range.upper)]"
    }
  }
}

extension Claim {
  /// The claim's conditions in words, as `x = 1.2`; exact, and empty without conditions.
  var conditionsText: String { Domain(name: "", conditions).rangesText }

  /// The domain's ranges and the claim's conditions in words; the name of a domain without ranges.
  var domainText: String {
    let texts = [domain.rangesText, conditionsText].filter { !$0.isEmpty }
    return texts.isEmpty ? domain.name : texts.joined(separator: "; where ")
  }
}
