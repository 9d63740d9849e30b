import SELUClaims
import SELUTheorem

// The entries, one a claim that is refuted, in groups.
extension ErrataDocument {
  /// A block a group, with its entries.
  var findings: [[String]] {
    [["## Findings"]]
      + Erratum.Group.allCases.flatMap { group in
        [["### \(group.title)"]] + paper.errata.filter { $0.group == group }.map(block)
      }
  }

  private func block(_ erratum: Erratum) -> [String] {
    guard let entry = entry(erratum.claim) else { return [] }
    let claim = entry.claim
    let chain = erratum.chain.map { " See [the argument](#argument-\($0))." } ?? ""
    return [
      "<a id=\"\(claim.id)\"></a>", "", "#### \(MarkdownText.code(claim.id)), \(MarkdownText.escaped(claim.source))",
      "",
      "- \(claim.origin == .unprinted ? "Needed" : "Printed"): \(MarkdownText.escaped(printed(claim)))",
      "- Certified: \(MarkdownText.escaped(truth(entry)))",
    ] + correction(erratum, entry) + [
      "- Used by the printed proof of: \(users(claim)).",
      "- Cause: \(sentence(erratum.cause, entry))", "- Consequence: \(sentence(erratum.consequence, entry))\(chain)",
    ]
  }

  private func users(_ claim: Claim) -> String {
    let titles = paper.proofs(using: claim).map(\.title)
    return titles.isEmpty ? "no theorem" : titles.joined(separator: ", ")
  }

  private func printed(_ claim: Claim) -> String {
    let domain = claim.domainText
    let bound = claim.proposition.printedDecimal.map { ", with \($0.text)" } ?? ""
    return "\(claim.statement)\(bound) (\(domain == "none" ? claim.kind.rawValue : domain))."
  }

  private func truth(_ entry: Report.Entry) -> String {
    let place = entry.placeText.isEmpty ? "" : " at \(entry.placeText)"
    return "\(entry.certifiedText(significantDigits: 12))\(place)."
  }

  private func correction(_ erratum: Erratum, _ entry: Report.Entry) -> [String] {
    erratum.correction(entry.claim, entry.finding).map { ["- True with: \(MarkdownText.escaped($0))"] } ?? []
  }

  private func sentence(_ text: String, _ entry: Report.Entry) -> String {
    let value = entry.finding.enclosure?.outwardText(significantDigits: Self.significantDigits) ?? ""
    return sentence(text.replacing("{value}", with: value))
  }
}
