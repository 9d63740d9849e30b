import PaperText
import SELUClaims

/// The claims of the paper as the text has them, for the tests of modules that know no paper.
package enum Printed {
  package static let file: ClaimFile = {
    do { return try ClaimFile(parsing: PaperText.selu2017) } catch { preconditionFailure("\(error)") }
  }()

  /// What stands in the text, without what is decided for slips and repairs.
  package static let claims = file.claims.filter {
    $0.origin != .unprinted || !["supplement", "slip"].contains($0.theorem)
  }

  package static func claim(_ id: String) -> Claim? { claims.claim(id) }
}

extension Domain {
  package static let point01 = named("point01")
  package static let omega = named("omega")
  package static let d = named("D")
  package static let high = named("high")
  package static let highWide = named("high-wide")
  package static let highNarrow = named("high-narrow")
  package static let lowMainText = named("low.main-text")
  package static let lowerTauMainText = named("lower-tau.main-text")
  package static let lowAppendix = named("low.appendix")
  package static let lowerTauAppendix = named("lower-tau.appendix")
  package static let omegaMinus = named("omega-minus")
  package static let xyLarge = named("xy.large")
  package static let xySmall = named("xy.small")
  package static let xyD = named("xy.D")
  package static let xyLemma41 = named("xy.lemma41")
  package static let nuTauY = named("nuty")
  package static let positiveNumbers = named("z>0")
  package static let allNumbers = named("z")

  private static func named(_ name: String) -> Domain { Printed.file.domains[name] ?? .none }
}

extension Expression {
  package static let f = named("F")
  package static let t = named("T")
  package static let lemma31 = named("lemma31")
  package static let lemma33 = named("lemma33")
  package static let lemma34 = named("lemma34")
  package static let lemma35 = named("lemma35")
  package static let lemma36 = named("lemma36")
  package static let bracketJ12 = named("bracketJ12")
  package static let bracketJ21 = named("bracketJ21")
  package static let normOfJ = named("normJ")

  private static func named(_ name: String) -> Expression { Printed.file.definitions[name] ?? 0 }
}
