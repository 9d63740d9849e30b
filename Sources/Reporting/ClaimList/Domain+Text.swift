import RealArithmetic
import SELUClaims
import SELUTheorem

extension Claim {
  /// The claim's conditions in words, as `x = 1.2`; exact, and empty without conditions.
  var conditionsText: String { Domain(name: "", conditions).rangesText }

  /// The domain's ranges and the claim's conditions in words; the name of a domain without ranges.
  var domainText: String {
    let texts = [domain.rangesText, conditionsText].filter { !$0.isEmpty }
    return texts.isEmpty ? domain.name : texts.joined(separator: "; where ")
  }
}
