import RealArithmetic
import SELUClaims
import SELUTheorem

// The list of all slips, and the numbers behind it.
extension ErrataDocument {
  /// A table a weight, in the order of the paper's list.
  var slips: [[String]] {
    [
      [
        "## All slips", "",
        "What is printed, what is true, and whether it matters, from the proofs down to the misprints. Slips of one lemma or of one",
        "cause share a number. A number without brackets is rounded to the digits shown; its enclosure stands with the claim that",
        "is named, or under [Numbers behind the list](#numbers). Nothing but the print decided what is marked *by reading*.",
      ]
    ]
      + Slip.Weight.allCases.map { weight in
        ["### \(weight.title)", ""]
          + MarkdownText.head(["no.", "where", "printed", "true", "effect", "decided by"], right: [0])
          + paper.slips.filter { $0.weight == weight }.map(row)
      }
  }

  private func row(_ slip: Slip) -> String {
    let words = [slip.place, slip.printed].map(MarkdownText.escaped) + [slip.truth, slip.effect].map(sentence)
    let numbers = slip.numbers.map { "[\(MarkdownText.code($0))](#\($0))" }
    let evidence = slip.claims.map { links([$0]) } + numbers
    return MarkdownText.row(
      ["\(slip.number)"] + words + [evidence.isEmpty ? "reading" : evidence.joined(separator: ", ")])
  }

  /// A row a number that was decided for a slip beside the claims.
  var slipNumbers: [String] {
    let numbers = paper.slipNumbers
    let entries = supplements.filter { numbers.contains($0.claim.id) }
    return [
      "<a id=\"numbers\"></a>", "", "## Numbers behind the list", "",
      "Each was decided in the run that wrote this page, like a claim. *Refuted* says that the number, in this place, is not what the",
      "print makes of it.", "",
    ] + MarkdownText.head(["number", "statement", "on", "compared with", "verdict", "certified value"])
      + entries.map { entry in
        let claim = entry.claim
        let words = [
          entry.statementText, claim.domainText, "\(claim.proposition.relation) \(claim.printed)",
          entry.finding.decision.rawValue, entry.certifiedText(significantDigits: Self.significantDigits),
        ]
        return MarkdownText.row(
          ["<a id=\"\(claim.id)\"></a>\(MarkdownText.code(claim.id))"] + words.map(MarkdownText.escaped))
      }
  }

  /// A sentence with `{id}` and `{id:digits}` replaced by certified values, as Markdown.
  func sentence(_ text: String) -> String {
    MarkdownText.escaped(
      text.replacing(/\{([a-zA-Z0-9.\-]+)(?::([0-9]+))?\}/) { match in
        let digits = match.2.flatMap { Int($0) } ?? Self.significantDigits
        guard let enclosure = certified.finding(String(match.1))?.enclosure else { return String(match.1) }
        return enclosure.roundedText(significantDigits: digits)
      })
  }
}

extension Slip.Weight {
  /// The heading of the list.
  var title: String {
    switch self {
    case .proof: "A printed proof does not stand as printed"
    case .statement: "False, and more than a digit, but no proof falls with it"
    case .digit: "Last digits, and directions of rounding"
    case .typography: "Misprints, and what is left unsaid"
    }
  }
}
