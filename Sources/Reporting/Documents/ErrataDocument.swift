import SELUClaims
import SELUTheorem

/// `docs/errata.md`: what does not hold as printed, what is true instead, and what becomes of the arguments.
public struct ErrataDocument {
  static let significantDigits = 10

  let paper: Paper
  let report: Report
  let supplements: [Report.Entry]
  let certified: CertifiedValues

  /// The document on a run over all claims; `supplements` are the findings on the paper's supplements.
  public init(_ paper: Paper, _ report: Report, supplements: [Report.Entry]) {
    self.paper = paper
    self.report = report
    self.supplements = supplements
    certified = CertifiedValues((report.entries + supplements).map { ($0.claim, $0.finding) })
  }

  /// The document as a text that ends with a new line.
  public var text: String {
    DocumentText.joined(
      [introduction, summary, theorems] + slips + [notClaimed] + findings
        + [furtherFindings, slipNumbers, dependencies] + arguments)
  }

  /// The run's entry for a claim.
  func entry(_ id: String) -> Report.Entry? { report.entries.first { $0.claim.id == id } }

  /// Links to the entries on claims, or their names where there is none.
  func links(_ ids: [String]) -> String {
    ids.map { paper.erratum($0) == nil ? MarkdownText.code($0) : "[\(MarkdownText.code($0))](#\($0))" }
      .joined(separator: ", ")
  }

  /// The claims among these that the run refutes.
  func refuted(_ claims: [Claim]) -> [String] {
    claims.map(\.id).filter { certified.finding($0)?.decision == .refuted }
  }
}

// MARK: - The beginning

extension ErrataDocument {
  private var introduction: [String] {
    [
      "# Errata of the SELU paper", "", DocumentText.provenance(report), "",
      "This page lists what does not hold as printed in arXiv 1706.02515 (v5) and the authors' notebook. Every statement, step and sum",
      "among the claims of [claims.md](claims.md) that is false has an entry; each is refuted by a point, or a number, with a",
      "certified enclosure that contradicts it. Before the entries stands a list of all slips that are known, down to misprints.",
      "The values on this page come from the run that wrote it; the sentences on how a slip looks to have come about, and on what it",
      "means, were written by hand.",
    ]
  }

  private var summary: [String] {
    let kinds = Claim.Kind.allCases
    return ["## Summary", "", summarySentence, ""]
      + MarkdownText.head(["what does not hold"] + kinds.map(\.rawValue) + ["all"], right: Set(1...kinds.count + 1))
      + Erratum.Group.allCases.map { group in
        let claims = paper.errata.filter { $0.group == group }.compactMap { entry($0.claim)?.claim }
        let counts = kinds.map { kind in claims.filter { $0.kind == kind }.count } + [claims.count]
        return MarkdownText.row([group.title] + counts.map(String.init))
      }
  }

  private var summarySentence: String {
    let proved = paper.proofs.filter { proof in
      proof.direct.allSatisfy { certified.finding($0)?.decision == .proved }
    }
    return """
      \(DocumentText.falseClaims(report, of: paper)) Nevertheless \(proved.count) of the \(paper.proofs.count) theorems \
      below are proved by this program, directly and without any of the paper's lemmas. The table of the theorems \
      says what each printed proof uses and what of that fails, whether the printed argument closes with corrected \
      numbers, and the certified values of the direct proof.
      """
  }

  private var theorems: [String] {
    let titles = ["theorem", "claims its printed proof uses", "of these fail", "printed argument", "direct proof"]
    return ["## The theorems", ""] + MarkdownText.head(titles, right: [1])
      + paper.proofs.map { proof in
        let used = paper.claimsUsed(by: proof)
        let failed = refuted(used)
        return MarkdownText.row([
          proof.title, "\(used.count)", failed.isEmpty ? "none" : "\(failed.count): \(links(failed))",
          proof.chains.compactMap(paper.chain).map(shortVerdict).joined(separator: "; "),
          proof.direct.map(direct).joined(separator: "; "),
        ])
      }
      + paper.proofs.filter { !$0.remark.isEmpty }.flatMap {
        ["", "\($0.title). \(MarkdownText.escaped($0.remark))"]
      }
  }

  private func shortVerdict(_ chain: ArgumentChain) -> String {
    let runs = chain.runs(with: certified)
    let routes = runs.dropFirst().filter(\.isRepair).map { "\"\($0.variant.title)\"" }
    // Where a run puts in what is to show, the reader has to know which do not.
    let isAmbiguous = runs.contains { $0.verdict == .closes && !$0.isRepair }
    let which =
      isAmbiguous ? ", without its conclusion, in the runs \(MarkdownText.escaped(routes.joined(separator: ", ")))" : ""
    let words = routes.isEmpty ? "does not close; see the direct proof" : "closes with corrected numbers\(which)"
    let result = runs.first?.verdict == .closes ? "closes as printed" : words
    return "[\(MarkdownText.code(chain.id))](#argument-\(chain.id)) \(result)"
  }

  func direct(_ id: String) -> String {
    guard let entry = entry(id) else { return MarkdownText.code(id) }
    let value = entry.certifiedText(significantDigits: Self.significantDigits)
    return "\(MarkdownText.code(id)) \(entry.finding.decision.rawValue) \(MarkdownText.escaped(value))"
  }

  private var notClaimed: [String] {
    [
      "## What is not claimed", "",
      "- Not that the paper's theorems are false: they hold, and are proved here.",
      "- Not that a refuted step cannot be avoided: often another printed number, or none, is needed.",
      "- Not how a slip really came about; where a sentence says \"looks like\", it is a guess that fits the numbers.",
      "- Nothing on sentences without numbers or on the statistical assumptions (the central limit theorem) of the paper.",
    ]
      + report.entries.compactMap { entry in
        entry.claim.reading.map { "- \(MarkdownText.code(entry.claim.id)) was read: \(MarkdownText.escaped($0))." }
      }
  }
}

extension Erratum.Group {
  /// The name in a list of numbers of claims.
  var shortTitle: String {
    switch self {
    case .substantive: "substantive"
    case .wrongConstant: "a wrong end or constant"
    case .lastDigit: "a last digit or a direction of rounding"
    case .strictness: "a strict inequality at a rounded maximum"
    case .unprinted: "not printed"
    }
  }

  /// The heading of the group.
  var title: String {
    switch self {
    case .substantive: "Substantive: more than a digit is wrong"
    case .wrongConstant: "Wrong end or wrong constant"
    case .lastDigit: "Last digit or direction of rounding"
    case .strictness: "Strict inequality at a rounded maximum"
    case .unprinted: "Not printed, but needed by a printed argument"
    }
  }
}

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
