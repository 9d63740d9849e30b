import FixedPointSolver
import GridChecker
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic
import SELUClaims

/// Decides claims about the SELU moment mapping by rigorous computation.
public struct ClaimChecker: Sendable {
  /// How much work a single extremum may cost.
  public let budget: SearchBudget
  /// How extrema are sought.
  public let strategy: SearchStrategy
  /// The extrema found so far.
  let cache = ExtremumCache()
  /// The activation with alpha01 and lambda01.
  public let activation: Activation<Interval>

  /// A checker for the paper's activation.
  public init(
    budget: SearchBudget = SearchBudget(), strategy: SearchStrategy = .adaptive,
    activation: Activation<Interval> = .selfNormalizing
  ) {
    self.budget = budget
    self.strategy = strategy
    self.activation = activation
  }

  /// Decides several claims at once, on the budget's number of threads; the findings stand in the order of the claims.
  ///
  /// `finished` is called after each claim, from any thread.
  public func check(_ claims: [Claim], finished: @Sendable (Claim) -> Void = { _ in }) -> [Finding] {
    concurrentMap(claims, threads: budget.threads, share: 1) { claim in
      defer { finished(claim) }
      return check(claim)
    }
  }

  /// Decides a claim.
  ///
  /// A claim that boxes decide is searched for what meets its obligations, and `Claim.decision(from:)` says what follows.
  public func check(_ claim: Claim) -> Finding {
    switch claim.proposition {
    case .equals(let expression, let printed):
      return check(expression, equals: printed.value)
    case .identity(let identity, let printed):
      return check(identity, value: printed.value)
    case .uniqueSolution(let quantity, let value):
      return checkUniqueSolution(quantity, value.value, on: claim.region)
    case .parameterRoundsTo(let parameter, let target, let printed):
      return check(parameter, for: target, roundsTo: printed)
    case .monotone(let expression, let direction, let variable):
      if let range = claim.region.openRanges[variable] { return check(expression, direction, in: variable, on: range) }
    default: break
    }
    return findingByBoxes(claim)
  }

  /// Decides whether a quantity stands in a relation to a bound on all of a domain; undecided if the domain has no range
  /// for one of the quantity's variables.
  public func check(
    _ quantity: Quantity, _ inequality: Inequality, _ bound: Rational, on domain: Domain
  ) -> Finding {
    answer(Obligation("extremum", .quantity(quantity), .bound(inequality, bound), on: domain))?.finding
      ?? Finding(.undecided)
  }

  /// What was found for the obligations of a claim, in their order. For the place of a maximum, `places` says between
  /// where the search has to leave a gap.
  func answers(to claim: Claim, places: Interval?) -> [Answer?] {
    var answers: [Answer?] = []
    for obligation in claim.obligations ?? [] {
      if case .fixedPoint = obligation.subject, !claim.establishesFixedPoint(answers.map { $0?.proved }) {
        answers.append(nil)
      } else if let end = obligation.freeEnd {
        let part = places.flatMap { obligation.domain.cut($0, end) }
        answers.append(part.flatMap { answer(obligation, on: $0) })
      } else {
        answers.append(answer(obligation))
      }
    }
    if claim.region.openRanges.values.contains(.positive) { return answers.map { $0?.withPositiveWitness() } }
    return answers
  }

  private func findingByBoxes(_ claim: Claim) -> Finding {
    var places: Finding?
    if case .maximiserRoundsTo(let expression, let variable, _) = claim.proposition {
      places = placesOfMaximum(of: expression, variable, on: claim.region)
    }
    var answers = answers(to: claim, places: places?.enclosure)
    var decision = claim.decision(from: answers.map { $0?.proved })
    if case .roundsTo = claim.proposition, decision == .undecided, isAboutThePaper,
      let precise = answers.first??.withMoreBits
    {
      answers = [precise]
      decision = claim.decision(from: [precise.proved])
    }
    var finding = finding(claim, decision, answers)
    if let places { finding = places.with(finding.decision) }
    return finding
  }

  /// Whether the activation is the paper's, of which alone more digits are to be had.
  private var isAboutThePaper: Bool {
    let paper = Activation<Interval>.selfNormalizing
    return activation.alpha == paper.alpha && activation.lambda == paper.lambda
  }

  /// What there is to show for a decision.
  private func finding(_ claim: Claim, _ decision: Verdict, _ answers: [Answer?]) -> Finding {
    switch claim.proposition {
    case .tailComparison(let comparison): return finding(comparison, decision, answers)
    case .argmax(_, let place), .argmin(_, let place):
      return finding(onPlace: place.mapValues(\.value), decision, answers)
    case .roundsTo:
      guard let answer = answers.first ?? nil else { break }
      var finding = Finding(decision, enclosure: answer.enclosure, boxes: 1)
      finding.witness = answer.undecidedFinding.witness
      return finding
    case .maximumIs, .minimumIs:
      guard let answer = answers.first ?? nil else { break }
      return answer.undecidedFinding.with(decision)
    case .mapsInto, .uniqueAttractingFixedPoint:
      let parts = zip(claim.obligations ?? [], answers).map { ($0.role, $1?.finding ?? Finding(.undecided)) }
      var whole = Finding.all(parts).with(decision)
      guard case .uniqueAttractingFixedPoint = claim.proposition else { return whole }
      // What contradicts a premise does not contradict the claim.
      whole.witness = nil
      whole.enclosure = parts.first?.1.enclosure
      return whole
    case .noFixedPoint:
      guard let answer = answers.first ?? nil else { break }
      var finding = answer.finding.with(decision)
      // That the variance does not always fall, nor always grow, does not make a fixed point.
      if decision != .proved { finding.witness = nil }
      return finding
    default:
      guard let answer = answers.last ?? nil else { break }
      return answer.finding.with(decision)
    }
    return Finding(decision)
  }
}

extension Finding {
  fileprivate func with(_ decision: Verdict) -> Finding {
    var copy = self
    copy.decision = decision
    return copy
  }
}

extension Activation<Interval> {
  /// The activation with alpha01 and lambda01, each in the tightest double interval.
  ///
  /// The closed forms in binary64 intervals would come out 5 and 19 units in the last place wide, so they are evaluated
  /// with 128 bits and rounded outward.
  public static let selfNormalizing: Activation = {
    let precise = Activation<DyadicInterval>.selfNormalizing(like: DyadicInterval(Dyadic(1), precision: 128))
    return Activation(alpha: Interval(enclosing: precise.alpha), lambda: Interval(enclosing: precise.lambda))
  }()
}
