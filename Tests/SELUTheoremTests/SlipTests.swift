import ClaimsTestSupport
import IntervalArithmetic
import RealArithmetic
import Testing

@testable import SELUClaims
@testable import SELUTheorem

/// The list of slips, and what was decided for it.
@Suite struct SlipTests {
  private static let supplements = Dictionary(
    uniqueKeysWithValues: paper.supplements.map { ($0.id, $0) })
  private static func claim(_ id: String) -> Claim? { Printed.claim(id) ?? supplements[id] }

  @Test(arguments: paper.slips.flatMap(\.numbers))
  func numbersAreDecidedAsExpected(id: String) throws {
    let claim = try #require(Self.claim(id))
    #expect(checker.check(claim).decision == claim.expected)
  }

  /// With another printed number the decision is the other one.
  @Test(arguments: paper.slips.flatMap(\.numbers))
  func decisionsDependOnThePrintedNumber(id: String) throws {
    let claim = try #require(Self.claim(id))
    if case .monotone(let expression, let direction, let variable) = claim.proposition {
      let other: Direction = direction == .increasing ? .decreasing : .increasing
      #expect(try checker.check(claim.saying(.monotone(expression, other, in: variable))).decision == .refuted)
      return
    }
    let printed = try #require(claim.proposition.printedDecimal)
    let finding = checker.check(claim)
    if claim.expected == .refuted {
      let right: String
      if case .equals(let expression, _) = claim.proposition {
        right = try #require(expression.exactValue()?.exactDecimal)
      } else if case .bound = claim.proposition {
        right = try #require(claim.correction(finding, fractionDigits: printed.fractionDigits + 3))
      } else {
        right = try #require(claim.correction(finding, fractionDigits: min(printed.fractionDigits, 12)))
      }
      let changed = try #require(claim.proposition.replacing(try PrintedDecimal(parsing: right)))
      #expect(try checker.check(claim.saying(changed)).decision == .proved, "\(right)")
    } else {
      var (digits, units) = (printed.fractionDigits, 2)
      if case .bound(_, let inequality, _) = claim.proposition {
        (digits, units) = (digits + 3, inequality.boundsAbove ? -2 : 2)
      }
      let tight = try PrintedDecimal(parsing: try #require(claim.correction(finding, fractionDigits: digits)))
      let changed = try #require(claim.proposition.replacing(try tight.moved(by: units)))
      #expect(try checker.check(claim.saying(changed)).decision == .refuted, "\(tight.text)")
    }
  }

  @Test func theListIsWhole() {
    #expect(Set(paper.slips.map(\.number)) == Set(1...43))
    #expect(Set(paper.slips.map(\.weight)) == Set(Slip.Weight.allCases))
    let named = Set(paper.slips.flatMap(\.claims))
    #expect(Printed.claims.filter { $0.expected == .refuted && !named.contains($0.id) }.map(\.id) == [])
    let ids = (Printed.claims + paper.supplements).map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func whatASlipNamesExists() {
    for slip in paper.slips {
      for id in slip.claims + slip.numbers { #expect(Self.claim(id) != nil, "\(id)") }
      for sentence in [slip.truth, slip.effect] {
        for match in sentence.matches(of: /\{([^}:]+)(?::[0-9]+)?\}/) where match.1 != "++" {
          let known = slip.claims + slip.numbers
          #expect(Self.claim(String(match.1)) != nil, "\(match.1)")
          #expect(
            known.contains(String(match.1)) || String(match.1).hasPrefix("supplement."), "\(slip.place): \(match.1)")
        }
      }
    }
  }

  /// What is true is computed: a figure in a sentence is a printed one, or stands in the statement that was decided.
  @Test func noFigureIsWrittenByHand() {
    for slip in paper.slips {
      let claims = (slip.claims + slip.numbers).compactMap(Self.claim)
      let places = claims.flatMap { $0.region.ranges.values.flatMap { [$0.lower, $0.upper] } }.compactMap(
        \.exactDecimal)
      let printed = ([slip.printed] + claims.flatMap { [$0.printed, $0.statement] } + places).joined(separator: " ")
      for sentence in [slip.truth, slip.effect] {
        let words = sentence.replacing(/\{[^}]*\}/, with: "")
        for match in words.matches(of: /[0-9]+\.[0-9]{3,}/) {
          #expect(printed.contains(match.0), "\(slip.place): \(match.0)")
        }
      }
    }
  }

  // MARK: The norm of J

  /// The printed maximum is the norm of J to the last digits, and binary64 would not have told.
  @Test func thePrintedMaximumIsTheNormOfJ() throws {
    let corner = try #require(Self.claim("slip.norm-J.corner")).conditions.mapValues(\.lower)
    let value = try #require(Quantity(Expression.normOfJ).preciseValue(at: corner)).doubleBounds
    #expect(value.lower <= 0.9912524171058746 && 0.9912524171058744 <= value.upper)
    let difference = try #require(Self.claim("slip.norm-J.difference"))
    let finding = checker.check(difference)
    #expect(try #require(finding.enclosure).width < 1e-17)
    for other in ["0.0000000000000024", "0.0000000000000026", "0.0000000000000028"] {
      let changed = try #require(difference.proposition.replacing(try PrintedDecimal(parsing: other)))
      #expect(try checker.check(difference.saying(changed)).decision == .refuted, "\(other)")
    }
  }

  /// More bits are used for the paper's activation alone: they would be those of another.
  @Test func otherActivationsAreNotDecidedWithMoreBits() throws {
    let difference = try #require(Self.claim("slip.norm-J.difference"))
    let paper = checker.activation
    let wide = ClaimChecker(
      activation: .init(alpha: paper.alpha + Interval(lowerBound: 0, upperBound: 0x1p-50), lambda: paper.lambda))
    #expect(wide.check(difference).decision == .undecided)
  }
}
