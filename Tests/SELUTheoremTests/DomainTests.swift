import ClaimsTestSupport
import RealArithmetic
import Testing

@testable import SELUClaims
@testable import SELUTheorem

@Suite struct DomainTests {
  static let domains: [Domain] = [
    .omega, .high, .highWide, .highNarrow, .lowMainText, .lowerTauMainText, .lowAppendix, .lowerTauAppendix, .point01,
  ]

  @Test func coordinatesAreAsFewAsCanBe() {
    let domain = Domain.omega
    #expect(domain.coordinates(for: [.y, .x]) == [.y, .x])
    #expect(domain.coordinates(for: [.y, .x, .tau]) == [.y, .nu, .tau])
    #expect(domain.coordinates(for: [.y, .x, .omega]) == [.mu, .omega, .x])
    #expect(domain.coordinates(for: [.y, .x, .omega, .tau]) == [.mu, .omega, .nu, .tau])
    #expect(domain.coordinates(for: [.mu]) == [.mu, .omega])
    #expect(domain.coordinates(for: []) == [])
  }

  /// The range of a product is that of all products, whatever the signs.
  @Test(arguments: [
    (("-0.1", "0.1"), ("-0.1", "0.1"), ("-0.01", "0.01")), (("-1", "2"), ("-3", "1"), ("-6", "3")),
    (("-2", "-1"), ("-3", "-0.5"), ("0.5", "6")), (("0", "2"), ("-1", "3"), ("-2", "6")),
    (("0.5", "0.5"), ("-1", "3"), ("-0.5", "1.5")),
  ])
  func rangesOfProducts(a: (String, String), b: (String, String), product: (String, String)) throws {
    let domain = try Domain.named("test", [.mu: a, .omega: b])
    let expected = try Domain.named("test", [.y: product])
    #expect(domain.range(of: .y) == expected.range(of: .y))
    #expect(domain.range(of: .x) == nil)
    let variances = try Domain.named("test", [.nu: a, .tau: b])
    #expect(variances.range(of: .x) == expected.range(of: .y) && variances.range(of: .y) == nil)
  }

  /// Every number of the range of a product is written as a product of two members.
  @Test(arguments: [
    (("-0.1", "0.1"), ("-0.1", "0.1")), (("-1", "2"), ("-3", "1")), (("-2", "-1"), ("-3", "-0.5")),
    (("0", "2"), ("-1", "3")), (("0", "0"), ("-1", "3")), (("0.5", "0.5"), ("-1", "3")), (("0", "1"), ("0", "0")),
  ])
  func productsAreFactored(a: (String, String), b: (String, String)) throws {
    var generator = SeededGenerator(seed: 51)
    for (first, second, product) in [(Variable.mu, Variable.omega, Variable.y), (.nu, .tau, .x)] {
      let domain = try Domain.named("test", [first: a, second: b])
      let range = try #require(domain.range(of: product))
      for _ in 0..<60 {
        let value = generator.number(from: range.lower, through: range.upper)
        let point = domain.point(from: [(product, value)])
        #expect(point.map(\.variable) == [first, second])
        #expect(domain.contains(point))
        #expect(point.reduce(1) { $0 * $1.value } == value)
      }
      // Beyond the range there is nothing to write it with.
      let outside = domain.point(from: [(product, range.upper + 1)])
      #expect(outside.map(\.variable) == [product] && outside[0].value == range.upper + 1)
    }
  }

  /// The corners of the paper's domains become decimals again.
  @Test(arguments: domains)
  func cornersAreDecimals(domain: Domain) throws {
    let (y, x) = (try #require(domain.range(of: .y)), try #require(domain.range(of: .x)))
    for corner in [(y.lower, x.lower), (y.lower, x.upper), (y.upper, x.lower), (y.upper, x.upper)] {
      let point = domain.point(from: [(.y, corner.0), (.x, corner.1)])
      #expect(point.map(\.variable) == [.mu, .omega, .nu, .tau])
      #expect(point.allSatisfy { $0.value.exactDecimal != nil })
      #expect(domain.contains(point))
    }
  }

  @Test func boxesHaveExactBounds() throws {
    let box = try #require(Domain.omega.box(in: [.y, .nu, .tau]))
    #expect(box.sides.map(\.lower.description) == ["-0.01", "0.8", "0.95"])
    #expect(box.sides.map(\.upper.description) == ["0.01", "1.5", "1.1"])
    #expect(Domain.none.box(in: [])?.isPoint == true)
    #expect(Domain.none.box(in: [.mu]) == nil)
    #expect(Domain.omega.gridCoordinates == [.mu, .omega, .nu, .tau])
  }
}

extension Domain: CustomTestStringConvertible {
  /// The name.
  public var testDescription: String { name }
}
