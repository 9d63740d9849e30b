import ClaimsTestSupport
import IntervalArithmetic
import RealArithmetic
import Testing

@testable import SELUClaims
@testable import SELUTheorem

/// The printed arguments, carried out as printed and with corrected constants.
@Suite struct RepairTests {
  static let certified = CertifiedValues(
    zip(claims, checker.check(claims)).map { (claim: $0, finding: $1) })
  private static let claims = Printed.claims + paper.supplements.filter { $0.id.hasPrefix("supplement.") }

  /// The verdicts, as printed first.
  static let verdicts: [(chain: String, verdicts: [ChainRun.Conclusion])] = [
    ("lemma5", [.restsOnFalseNumber, .doesNotClose, .closes]), ("lemma7", [.restsOnFalseResult, .closes]),
    ("lemma9", [.restsOnFalseNumber, .doesNotClose]),
    ("lemma12", [.restsOnFalseResult, .doesNotClose, .closes, .closes, .closes]),
    ("corollary14", [.restsOnFalseResult, .closes]),
    ("theorem1.range", [.restsOnFalseResult, .doesNotClose, .doesNotClose]),
    ("theorem16", [.closes, .closes, .closes]),
    ("theorem2", [.restsOnFalseNumber, .closes]),
    ("theorem2.variance-slope", [.restsOnFalseNumber, .doesNotClose, .closes]),
    ("lemma43", [.restsOnFalseNumber, .closes]), ("theorem3.low", [.restsOnFalseResult, .closes]),
    ("theorem3.lower-tau", [.restsOnFalseNumber, .closes]),
  ]

  @Test func eachChainHasTheKnownVerdicts() throws {
    #expect(Self.verdicts.map(\.chain) == paper.chains.map(\.id))
    for (id, expected) in Self.verdicts {
      let runs = try #require(paper.chain(id)).runs(with: Self.certified)
      #expect(runs.map(\.verdict) == expected, "\(id)")
    }
  }

  @Test(arguments: paper.chains.map(\.id))
  func chainsAreWellFormed(id: String) throws {
    let chain = try #require(paper.chain(id))
    var known = Set(chain.constants.map(\.name))
    #expect(known.count == chain.constants.count)
    var used: Set<String> = []
    for step in chain.steps {
      used.formUnion(step.term.names)
      #expect(step.term.names.isSubset(of: known), "\(step.source)")
      switch step.bound {
      case .derived(let name, _): #expect(known.insert(name).inserted, "\(name)")
      case .required(let bound):
        used.formUnion(bound.names)
        #expect(bound.names.isSubset(of: known), "\(step.source)")
      }
    }
    #expect(known.subtracting(used).isEmpty, "unused")
    #expect(chain.steps.last?.isRequired == true)
    for variant in chain.variants { #expect(variant.replaced.isSubset(of: known) && !variant.isPrinted) }
    let ids = chain.constants.compactMap(\.evidence?.claim) + chain.steps.compactMap(\.evidence?.claim)
    for id in ids { #expect(Self.certified.finding(id)?.enclosure != nil, "\(id)") }
    for id in chain.direct { #expect(Self.certified.finding(id)?.decision == .proved, "\(id)") }
  }

  /// A corrected constant is a proved bound with the printed digits.
  @Test(arguments: paper.chains.map(\.id))
  func correctedConstantsAreBounds(id: String) throws {
    for run in try #require(paper.chain(id)).runs(with: Self.certified).dropFirst() {
      for used in run.constants {
        guard let evidence = used.constant.evidence else { continue }
        #expect(
          Self.certified.decide(used.value, isBound: evidence.side, of: evidence.claim) == .proved,
          "\(used.constant.name)")
        if let printed = used.constant.printed, used.printedIsBound == .refuted { #expect(used.value != printed.value) }
      }
    }
  }

  @Test func theTotalOfEq109() throws {
    let runs = try #require(paper.chain("lemma12")).runs(with: Self.certified)
    let totals = runs.map { $0.steps.last?.left }
    #expect(try totals[0] == Rational(parsing: "0.9999994171058772"))
    let corrected = try #require(totals[1])
    #expect(corrected > 1 && corrected < 1 + Rational(1, over: 10_000))
    let closing = try #require(totals[2])
    #expect(closing < Rational(998, over: 1000))
    // With the other Eq. 98 the printed result of Eq. 108 is a bound, and so the printed total is.
    let slack = try #require(runs[3].steps.dropLast().last?.left)
    #expect(totals[3] == totals[0] && slack < Rational(853, over: 100_000))
  }

  /// A run that puts in what is to be shown is no repair; the two other runs that close are.
  @Test func onlyTheMaximumOfSPresupposesLemma12() throws {
    let runs = try #require(paper.chain("lemma12")).runs(with: Self.certified)
    #expect(runs.map(\.presupposed) == [[], [], ["max S"], [], []])
    #expect(runs.map(\.isRepair) == [false, false, false, true, true])
    for chain in paper.chains where chain.id != "lemma12" {
      #expect(chain.runs(with: Self.certified).flatMap(\.presupposed) == [], "\(chain.id)")
    }
  }

  /// Presupposed is the same quantity, from the same side, on the whole of the conclusion's domain or more.
  @Test func presuppositionsAreTold() {
    func presupposed(_ evidence: String, _ direct: String) -> [String] {
      let chain = ArgumentChain(
        id: "", title: "", conclusion: "", constants: [.upper("S", "0.1", evidence)],
        steps: [.require("", "S", .less, 1)], variants: [.corrected], direct: [direct])
      return ChainRun(chain, .corrected, with: Self.certified).presupposed
    }
    #expect(presupposed("lemma12.grid-maximum", "lemma12.contraction") == ["S"])
    #expect(presupposed("lemma12.grid-maximum", "theorem1.contraction") == ["S"])
    #expect(presupposed("theorem1.contraction", "lemma12.contraction") == [])
    #expect(presupposed("theorem16.contraction", "lemma12.contraction") == [])
    #expect(presupposed("lemma9.variance.upper", "lemma9.variance.lower") == [])
  }

  // MARK: Negative controls

  @Test func aDamagedChainDoesNotClose() throws {
    let chain = try #require(paper.chain("lemma43"))
    let damaged = ArgumentChain(
      id: "damaged", title: "", conclusion: "",
      constants: chain.constants.map { $0.name == "step nu" ? .exact("step nu", "0.0004033200") : $0 },
      steps: chain.steps, variants: [.corrected], direct: [])
    #expect(damaged.runs(with: Self.certified).map(\.verdict) == [.doesNotClose, .doesNotClose])
  }

  @Test func aFalseConstantIsReplacedAndATrueOneKept() {
    func chain(_ printed: PrintedDecimal) -> ArgumentChain {
      ArgumentChain(
        id: "", title: "", conclusion: "", constants: [.upper("S", printed, "lemma12.contraction")],
        steps: [.require("", "S", .less, 1)], variants: [.corrected], direct: [])
    }
    let low = chain("0.9890").runs(with: Self.certified)
    #expect(low.map(\.verdict) == [.restsOnFalseNumber, .closes])
    #expect(low[1].constants.map(\.isReplaced) == [true] && low[1].constants.map(\.value.description) == ["0.9891"])
    let high = chain("0.9999").runs(with: Self.certified)
    #expect(high.map(\.verdict) == [.closes, .closes] && high[1].constants.map(\.isReplaced) == [false])
    #expect(chain("1.0").runs(with: Self.certified).map(\.verdict) == [.doesNotClose, .doesNotClose])
  }

  @Test func withoutEvidenceNothingIsDecided() throws {
    let empty = CertifiedValues([])
    for chain in paper.chains {
      #expect(chain.runs(with: empty).dropFirst().allSatisfy { $0.verdict == .undecided }, "\(chain.id)")
      #expect(ChainRun(chain, .asPrinted, with: empty).verdict != .closes, "\(chain.id)")
    }
  }

  @Test func anEnclosureTooWideToTellIsUndecided() throws {
    let claim = try #require(Printed.claim("lemma12.contraction"))
    let wide = CertifiedValues([(claim, Finding(.undecided, enclosure: Interval(lowerBound: 0.5, upperBound: 2)))])
    #expect(wide.decide(1, isBound: .upper, of: claim.id) == .undecided)
    #expect(wide.decide(2, isBound: .upper, of: claim.id) == .proved)
    #expect(wide.decide(0, isBound: .upper, of: claim.id) == .refuted)
    #expect(wide.decide(0, isBound: .lower, of: claim.id) == .proved)
    #expect(wide.decide(3, isBound: .lower, of: claim.id) == .refuted)
    #expect(wide.decide(1, isBound: .lower, of: "nothing") == .undecided)
    #expect(wide.bound(.lower, of: "nothing", fractionDigits: 3) == nil)
  }

  @Test func termsArePrintedWithTheParenthesesTheyNeed() {
    let term: ChainTerm = ("a" + "b") * ("c" - ("d" - "e")) / (2 * "f")
    #expect(term.description == "(a + b) (c - (d - e))/(2 f)")
    #expect(("a" / ("b" / "c") as ChainTerm).description == "a/(b/c)")
    #expect(("a" - "b" as ChainTerm).value(["a": 1]) == nil)
    #expect(("a" / "b" as ChainTerm).value(["a": 1, "b": 0]) == nil)
    #expect(("a" / "b" as ChainTerm).value(["a": 1, "b": 4]) == Rational(1, over: 4))
  }
}
