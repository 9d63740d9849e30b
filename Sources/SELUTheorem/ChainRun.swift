import RealArithmetic
import SELUClaims

/// A printed argument, carried out with a choice of constants in exact arithmetic.
public struct ChainRun: Sendable {
  /// The argument.
  public let chain: ArgumentChain
  /// The choice.
  public let variant: ArgumentChain.Variant
  /// The constants as they were used, in the order of the chain.
  public private(set) var constants: [UsedConstant] = []
  /// The steps, in the order of the chain; those after an undecided one are missing.
  public private(set) var steps: [DecidedStep] = []
  /// Whether the argument reaches its conclusion.
  public private(set) var verdict = Conclusion.undecided
  /// The constants and results for which a certified value was put in that says what the argument is to show: a run
  /// with any of them proves nothing.
  public private(set) var presupposed: [String] = []

  /// Whether the run is an argument for the conclusion: it closes and does not take the conclusion for granted.
  public var isRepair: Bool { verdict == .closes && presupposed.isEmpty }

  /// Whether an argument reaches its conclusion.
  public enum Conclusion: String, Sendable {
    /// Every step holds.
    case closes
    /// Every inequality holds, but a printed number is not the bound that it is meant to be.
    case restsOnFalseNumber = "rests on a false number"
    /// What the argument needs holds, but a printed result on the way is not the bound that it is meant to be.
    case restsOnFalseResult = "rests on a false intermediate result"
    /// A step does not hold that the argument needs.
    case doesNotClose = "does not close"
    /// A constant is missing or its enclosure too wide.
    case undecided
  }

  /// A constant with the value that was used.
  public struct UsedConstant: Sendable {
    /// The constant.
    public let constant: ArgumentChain.Constant
    /// The exact value that was used.
    public let value: Rational
    /// Whether the printed number is the bound that it is meant to be; nil for numbers that bound nothing.
    public let printedIsBound: Verdict?

    /// Whether another number than the printed one was used.
    public var isReplaced: Bool { constant.printed.map { $0.value != value } ?? false }
  }

  /// A step with both of its sides.
  public struct DecidedStep: Sendable {
    /// The step.
    public let step: ArgumentChain.Step
    /// The formula of its left-hand side.
    public let term: ChainTerm
    /// The exact value of the left-hand side; nil where the result was certified directly.
    public let left: Rational?
    /// The exact value of the right-hand side: what the paper prints, or what is required.
    public let right: Rational
    /// Whether the step holds with the right-hand side as it stands.
    public let decision: Verdict
    /// The bound with which the argument goes on.
    public let result: Rational

    /// Whether the argument goes on with another number than the printed one.
    public var isReplaced: Bool { result != right }
  }

  /// Runs a chain.
  public init(_ chain: ArgumentChain, _ variant: ArgumentChain.Variant, with certified: CertifiedValues) {
    self.chain = chain
    self.variant = variant
    var values: [String: Rational] = [:]
    for constant in chain.constants {
      guard let used = Self.use(constant, variant, certified) else { return }
      constants.append(used)
      values[constant.name] = used.value
    }
    for step in chain.steps {
      guard let decided = Self.decide(step, variant, values, certified) else { return }
      steps.append(decided)
      if case .derived(let name, _) = step.bound { values[name] = decided.result }
    }
    verdict = Self.verdict(of: steps, constants, variant)
    presupposed = replacedEvidence.filter { isConclusion($0.claim, certified) }.map(\.name)
  }
}

extension ArgumentChain {
  /// The runs of all variants, the one as printed first.
  public func runs(with certified: CertifiedValues) -> [ChainRun] {
    ([.asPrinted] + variants).map { ChainRun(self, $0, with: certified) }
  }
}

// MARK: - Carrying it out

extension ChainRun {
  private static func use(
    _ constant: ArgumentChain.Constant, _ variant: ArgumentChain.Variant, _ certified: CertifiedValues
  ) -> UsedConstant? {
    guard let evidence = constant.evidence else {
      return constant.printed.map { UsedConstant(constant: constant, value: $0.value, printedIsBound: nil) }
    }
    let judged = constant.printed.map { certified.decide($0.value, isBound: evidence.side, of: evidence.claim) }
    let keepsPrint = variant.isPrinted || (judged == .proved && !variant.replaced.contains(constant.name))
    if let printed = constant.printed, keepsPrint {
      return UsedConstant(constant: constant, value: printed.value, printedIsBound: judged)
    }
    return certified.bound(evidence, variant).map {
      UsedConstant(constant: constant, value: $0, printedIsBound: judged)
    }
  }

  /// The certified values that were put in, with what they were put in for.
  private var replacedEvidence: [(name: String, claim: String)] {
    let constants = constants.compactMap { used in
      used.isReplaced ? used.constant.evidence.map { (name: used.constant.name, claim: $0.claim) } : nil
    }
    let results = steps.compactMap { decided -> (name: String, claim: String)? in
      guard decided.left == nil, case .derived(let name, _) = decided.step.bound else { return nil }
      return decided.step.evidence.map { (name, $0.claim) }
    }
    return constants + results
  }

  /// Whether a claim bounds, from the same side, the quantity that the argument is to bound, on all of its domain or
  /// more.
  private func isConclusion(_ id: String, _ certified: CertifiedValues) -> Bool {
    guard let claim = certified.claim(id), let (quantity, isAbove) = claim.proposition.extremum else { return false }
    return chain.direct.compactMap(certified.claim).contains { direct in
      guard let conclusion = direct.proposition.extremum else { return false }
      return conclusion == (quantity, isAbove) && claim.region.contains(direct.region)
    }
  }

  private static func decide(
    _ step: ArgumentChain.Step, _ variant: ArgumentChain.Variant, _ values: [String: Rational],
    _ certified: CertifiedValues
  ) -> DecidedStep? {
    switch step.bound {
    case .required(let bound):
      guard let left = step.term.value(values), let right = bound.value(values) else { return nil }
      return DecidedStep(
        step: step, term: step.term, left: left, right: right, decision: step.holds(left, right), result: right)
    case .derived(let name, let printed):
      if let evidence = step.evidence, variant.replaced.contains(name) {
        return certified.bound(evidence, variant).map {
          DecidedStep(
            step: step, term: step.term, left: nil, right: printed.value, decision: step.holds($0, printed.value),
            result: $0)
        }
      }
      let meant = variant.meant[name]
      let term = meant ?? step.term
      guard let left = term.value(values) else { return nil }
      let decision = step.holds(left, printed.value)
      let keepsPrint =
        variant.isPrinted || (decision == .proved && variant.fractionDigits == nil && meant == nil)
      let rounded = left.rounded(
        toFractionDigits: variant.fractionDigits ?? printed.fractionDigits, step.relation.boundsAbove ? .up : .down)
      return DecidedStep(
        step: step, term: term, left: left, right: printed.value, decision: decision,
        result: keepsPrint ? printed.value : rounded)
    }
  }

  /// As printed, every step and number counts; in a corrected run what is no bound has been replaced.
  private static func verdict(
    of steps: [DecidedStep], _ constants: [UsedConstant], _ variant: ArgumentChain.Variant
  ) -> Conclusion {
    let required = steps.filter(\.step.isRequired).map(\.decision)
    let results = variant.isPrinted ? steps.filter { !$0.step.isRequired }.map(\.decision) : []
    let premises = variant.isPrinted ? constants.compactMap(\.printedIsBound) : []
    if required.contains(.refuted) { return .doesNotClose }
    if results.contains(.refuted) { return .restsOnFalseResult }
    if premises.contains(.refuted) { return .restsOnFalseNumber }
    return (required + results + premises).contains(.undecided) ? .undecided : .closes
  }
}

extension ArgumentChain.Step {
  /// Whether the argument fails if the step does.
  var isRequired: Bool {
    if case .required = bound { return true }
    return false
  }

  fileprivate func holds(_ left: Rational, _ right: Rational) -> Verdict {
    relation.holds(left, right) ? .proved : .refuted
  }
}

extension CertifiedValues {
  fileprivate func bound(_ evidence: ArgumentChain.Evidence, _ variant: ArgumentChain.Variant) -> Rational? {
    bound(evidence.side, of: evidence.claim, fractionDigits: variant.fractionDigits ?? evidence.fractionDigits)
  }
}

extension Proposition {
  /// The quantity whose supremum (`isAbove`) or infimum the proposition bounds or names; nil for any other proposition.
  fileprivate var extremum: (quantity: Quantity, isAbove: Bool)? {
    switch self {
    case .bound(let quantity, let inequality, _): (quantity, inequality.boundsAbove)
    case .maximumIs(let quantity, _): (quantity, true)
    case .minimumIs(let quantity, _): (quantity, false)
    default: nil
    }
  }
}

extension Domain {
  /// Whether each variable of this domain has a range here that holds all of its values there.
  fileprivate func contains(_ other: Domain) -> Bool {
    ranges.allSatisfy { variable, range in
      other.range(of: variable).map { range.lower <= $0.lower && $0.upper <= range.upper } ?? false
    }
  }
}
