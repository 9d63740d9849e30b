import RealArithmetic
import SELUClaims
import SELUTheorem

// The proofs as trees, and their arguments run anew.
extension ErrataDocument {
  /// What each printed proof uses, as nested lists.
  var dependencies: [String] {
    ["## What the printed proofs use", ""]
      + (paper.proofs.map(\.printed) + [paper.unused]).flatMap(outline)
  }

  private func outline(_ part: ProofPart) -> [String] {
    part.outline.map { depth, part in
      let own = paper.claims(of: part)
      let failed = refuted(own)
      let count = own.isEmpty ? "" : ": \(DocumentText.count(own.count, "claim"))"
      let failures =
        failed.isEmpty ? "" : ", of which \(failed.count) fail\(failed.count == 1 ? "s" : ""): \(links(failed))"
      return String(repeating: "  ", count: depth) + "- \(MarkdownText.escaped(part.title))\(count)\(failures)"
    }
  }

  /// What only the arguments show: printed numbers that are no bounds, although the claim beside them is true, and
  /// arguments that close with none of the choices of constants.
  var furtherFindings: [String] {
    let runs = paper.chains.map { $0.runs(with: certified) }
    let open = runs.filter { !$0.contains(where: \.isRepair) }.compactMap(\.first?.chain)
    return [
      "### Found by running the arguments", "",
      "These do not stand among the claims. They come out when the printed arguments are carried out:", "",
    ] + runs.compactMap(\.first).flatMap(falseNumbers)
      + open.map {
        "- [\(MarkdownText.code($0.id))](#argument-\($0.id)) closes with none of the choices of constants; its conclusion is "
          + "proved directly."
      }
  }

  /// The constants of a run that are no bounds although the claims beside them are not refuted.
  private func falseNumbers(_ run: ChainRun) -> [String] {
    run.constants.compactMap { used in
      guard used.printedIsBound == .refuted, let printed = used.constant.printed?.text,
        let claim = used.constant.evidence?.claim, paper.erratum(claim) == nil,
        !isEntry(printed, of: run.chain)
      else { return nil }
      let argument = "[\(MarkdownText.code(run.chain.id))](#argument-\(run.chain.id))"
      return "- \(argument): \(printed) is used as a bound of what \(MarkdownText.code(claim)) is about, and is none."
    }
  }

  /// Whether an entry that belongs to an argument is about this printed number.
  private func isEntry(_ printed: String, of chain: ArgumentChain) -> Bool {
    paper.errata.contains { entry in
      entry.chain == chain.id && self.entry(entry.claim)?.claim.proposition.printedDecimal?.text == printed
    }
  }

  /// A block a chain.
  var arguments: [[String]] {
    [
      [
        "## The arguments with corrected constants", "",
        "Each argument is carried out as printed, and again with corrected constants, in exact rational arithmetic. A corrected",
        "constant is the end of the certified value of the claim that is named, rounded outward, so it is a proved bound. In a",
        "corrected run an intermediate result that exceeds the printed one replaces it. An argument closes if every inequality holds",
        "that it needs. Where a certified value is put in that says what the argument is to show, closing shows nothing; this is said.",
      ], supplementTable,
    ] + paper.chains.flatMap(blocks)
  }

  private var supplementTable: [String] {
    let numbers = paper.slipNumbers
    return ["Bounds that are not printed but used below, or in the sentences above:", ""]
      + MarkdownText.head(["bound", "statement", "domain", "verdict", "certified value"])
      + supplements.filter { !numbers.contains($0.claim.id) }.map { entry in
        let words = [
          entry.statementText, entry.claim.domainText, entry.finding.decision.rawValue,
          entry.certifiedText(significantDigits: Self.significantDigits),
        ]
        return MarkdownText.row([MarkdownText.code(entry.claim.id)] + words.map(MarkdownText.escaped))
      }
  }

  private func blocks(_ chain: ArgumentChain) -> [[String]] {
    let runs = chain.runs(with: certified)
    return [
      [
        "<a id=\"argument-\(chain.id)\"></a>", "", "### \(MarkdownText.escaped(chain.title))", "",
        "Conclusion: \(MarkdownText.escaped(chain.conclusion)).", "",
      ] + MarkdownText.head(["constants", "verdict"])
        + runs.map { MarkdownText.row([MarkdownText.escaped($0.variant.title), $0.verdictText]) }
        + ["", "Direct proof: \(chain.direct.map(direct).joined(separator: "; "))."]
        + chain.note.split(separator: "\n\n").flatMap { ["", sentence(String($0))] }
    ] + runs.flatMap(blocks)
  }

  private func blocks(_ run: ChainRun) -> [[String]] {
    [["#### \(MarkdownText.escaped(run.variant.title)): \(run.verdictText)"], constants(run), steps(run)]
  }

  /// The constants that were replaced; as printed, those that are no bounds.
  private func constants(_ run: ChainRun) -> [String] {
    let shown = run.constants.filter { $0.isReplaced || (run.variant.isPrinted && $0.printedIsBound == .refuted) }
    if shown.isEmpty { return [] }
    let titles = run.variant.isPrinted ? ["no bound", "printed", "claim"] : ["replaced", "printed", "used", "claim"]
    return MarkdownText.head(titles)
      + shown.map { used in
        let name = MarkdownText.escaped(used.constant.name)
        let printed = used.constant.printed?.text ?? ""
        let claim = used.constant.evidence.map { links([$0.claim]) } ?? ""
        return MarkdownText.row([name, printed] + (run.variant.isPrinted ? [] : [used.value.exactText]) + [claim])
      }
  }

  private func steps(_ run: ChainRun) -> [String] {
    MarkdownText.head(["step", "inequality", "left", "right", "holds", "goes on with"])
      + run.steps.map { decided in
        let step = decided.step
        let left = decided.left?.exactText ?? "certified: \(links(step.evidence.map { [$0.claim] } ?? []))"
        return MarkdownText.row([
          MarkdownText.escaped(step.source), MarkdownText.escaped(step.inequalityText(decided.term)), left,
          decided.right.exactText,
          decided.decision == .proved ? "yes" : "**no**", decided.isReplaced ? decided.result.exactText : "",
        ])
      }
  }
}

extension ChainRun {
  /// The verdict, with what was taken for granted.
  var verdictText: String {
    presupposed.isEmpty
      ? verdict.rawValue
      : "\(verdict.rawValue), but puts in what it is to show: \(MarkdownText.escaped(presupposed.joined(separator: ", ")))"
  }
}

extension ArgumentChain.Step {
  /// The inequality with the names in it, as `J12 = lambda A <= 0.194035`, for this left-hand side.
  func inequalityText(_ term: ChainTerm) -> String {
    switch bound {
    case .derived(let name, let printed): "\(name) = \(term) \(relation.rawValue) \(printed.text)"
    case .required(let bound): "\(term) \(relation.rawValue) \(bound)"
    }
  }
}
