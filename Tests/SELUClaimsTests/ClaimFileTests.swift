import GridChecker
import ClaimsTestSupport
import PaperText
import RealArithmetic
import TestSupport
import Testing

@testable import SELUClaims

/// The language of claims: what is read is what is written, and what is none is refused in time and with a place.
@Suite struct ClaimFileTests {
  // MARK: Round trips

  @Test(arguments: Printed.file.claims)
  func everyClaimIsReadAsItIsDescribed(claim: Claim) throws {
    #expect(try Proposition(parsing: claim.proposition.description) == claim.proposition)
    for obligation in claim.obligations ?? [] {
      guard case .quantity(let quantity) = obligation.subject else { continue }
      #expect(try Quantity(parsing: quantity.description) == quantity)
      #expect(try Expression(parsing: quantity.expression.description) == quantity.expression)
    }
    let file = ClaimFile(claims: [claim], domains: claim.domain == .none ? [:] : [claim.domain.name: claim.domain])
    let again = try ClaimFile(parsing: file.description).claims
    #expect(again.map(Fields.init) == [Fields(claim)])
  }

  /// The whole text at once, where sections and domains hold for several claims.
  @Test func theFileIsReadAsItIsDescribed() throws {
    let text = Printed.file.description
    let again = try ClaimFile(parsing: text)
    #expect(again.claims.map(Fields.init) == Printed.file.claims.map(Fields.init))
    #expect(again.domains == Printed.file.domains && again.description == text)
  }

  @Test func randomExpressionsAreReadAsTheyAreDescribed() throws {
    var random = SplitMix64(seed: 13)
    for _ in 0..<3_000 {
      let expression = Self.expression(&random, depth: 5)
      #expect(try Expression(parsing: expression.description) == expression, "\(expression)")
      let quantity = Quantity(
        expression, derivative: Bool.random(using: &random) ? Variable.allCases.randomElement(using: &random) : nil,
        isAbsolute: Bool.random(using: &random))
      #expect(try Quantity(parsing: quantity.description) == quantity, "\(quantity)")
    }
  }

  @Test func randomPolynomialsAreReadAsTheyAreDescribed() throws {
    var random = SplitMix64(seed: 14)
    for _ in 0..<500 {
      let polynomial = (0..<Int.random(in: 0...6, using: &random)).reduce(Polynomial(0)) { sum, _ in
        let names = ["q", "alpha'", "b2"].filter { _ in Bool.random(using: &random) }
        return sum
          + names.reduce(Polynomial(Self.number(&random) - 3)) { product, name in
            Bool.random(using: &random) ? product * Polynomial(name) : product * Polynomial(name).squared()
          }
      }
      #expect(try Polynomial(parsing: polynomial.description) == polynomial, "\(polynomial)")
    }
  }

  private static func number(_ random: inout SplitMix64) -> Rational {
    let numerator = Rational(Int.random(in: 0...1000, using: &random))
    switch Int.random(in: 0...2, using: &random) {
    case 0: return numerator
    case 1: return numerator / 1000
    default: return numerator / Rational(Int.random(in: 1...99, using: &random))
    }
  }

  private static func expression(_ random: inout SplitMix64, depth: Int) -> Expression {
    guard depth > 0 else {
      switch Int.random(in: 0...3, using: &random) {
      case 0: return .number(number(&random))
      case 1: return .number(-number(&random))
      default: return Expression.vocabulary.randomElement(using: &random)?.expression ?? 0
      }
    }
    let (a, b) = (
      expression(&random, depth: depth - 1), expression(&random, depth: Int.random(in: 0..<depth, using: &random))
    )
    switch Int.random(in: 0...9, using: &random) {
    case 0: return .sum(a, b)
    case 1: return .sum(b, a)
    case 2: return .difference(b, a)
    case 3: return .product(a, b)
    case 4: return .product(b, a)
    case 5: return .quotient(b, a)
    case 6: return .negation(b)
    case 7: return .square(b)
    default: return Expression.functions.randomElement(using: &random)?.make(b) ?? b
    }
  }

  // MARK: What other spellings mean

  @Test(
    arguments: [
      ("a", "2*x^2/3", "2 * x^2 / 3"), ("b", "1/3 * x", "1/3 * x"), ("c", "2/3^2", "2 / 3^2"),
      ("d", "x / 2/3", "x / 2 / 3"),
      ("e", "-x^2", "-x^2"), ("f", "((mean))", "mean"), ("g", "-2 * x", "-2 * x"), ("h", "1 / 3", "1 / 3"),
      ("i", "0.5/3", "0.5 / 3"), ("j", "2/3.5", "2 / (3.5)"), ("k", "x^2^2", "x^2^2"), ("l", "- 3", "-3"),
    ])
  func otherSpellings(name: String, text: String, description: String) throws {
    #expect(try Expression(parsing: text).description == description)
  }

  /// A line of a fraction binds as everywhere: a/b/c is (a/b)/c, and a power more tightly.
  @Test func fractionsMeanWhatTheySay() throws {
    for (text, value) in [
      ("2/3^2", Rational(2, over: 9)), ("1 / 2/4", Rational(1, over: 8)), ("2*1/4", Rational(1, over: 2)),
    ] {
      #expect(try Expression(parsing: text).exactValue() == value, "\(text)")
    }
  }

  @Test func aClaimNeedsLittle() throws {
    let claims = try ClaimFile(parsing: "mine\n  for x=1/2, y = 1\n  x\n    < 1\r\n# the end\n").claims
    let claim = try #require(claims.first)
    #expect(claims.count == 1 && claim.statement == "x < 1" && claim.kind == .statement && claim.source == "")
    #expect(claim.expected == .proved && claim.domain.name == "" && claim.theorem == "mine" && claim.printed == "1")
  }

  // MARK: What is refused

  private static let claim = "a\n  for mu in [0, 1]\n  "

  @Test(
    arguments: [
      (claim + "mu <", 3, 7, "expected a decimal, found the end of the line"),
      (claim + "mu < 1e5", 3, 9, "expected the end of the line, found \"e5\""),
      (claim + "mu < 1.2.3", 3, 8, "expected a plain decimal, found \"1.2.3\""),
      (claim + "q < 1", 3, 3, "expected a quantity or a function, found \"q\""),
      (claim + "sqrt mu < 1", 3, 8, "expected '(', found \"mu\""),
      (claim + "(mu < 1", 3, 7, "expected an operation or ')', found \"<\""),
      (claim + "mu^3 < 1", 3, 6, "expected 2, the only power there is, found \"3\""),
      (claim + "|mu < 1", 3, 7, "expected an operation or '|', found \"<\""),
      (claim + "|mu| increases in mu", 3, 8, "this can be said of a formula, not of a derivative or an absolute value"),
      (claim + "mu < 1\n  expected: undecided", 4, 13, "expected 'proved' or 'refuted'"),
      (
        claim + "mu < 1\n  colour: red", 4, 3,
        "expected 'statement:', 'reading:', 'printed:', 'origin:', 'expected:' or the next claim, found \"colour\""
      ),
      (claim + "mu < 1\n  printed: 1\n  printed: 1", 5, 3, "'printed:' stands here twice"),
      (claim + "mu\n    +\n      q < 1", 5, 7, "expected a quantity or a function, found \"q\""),
      ("a\n  pi < 4\na\n  pi < 4", 3, 1, "there is a claim \"a\" already"),
      ("a", 1, 1, "the claim \"a\" has no proposition"),
      (
        "a\n  nu < 1", 1, 1, "'a' is no claim that can be decided: 'nu' depends on nu, which has no range in the domain"
      ),
      (
        "a\n  for nu in [2, 1]\n  nu < 1", 1, 1,
        "'a' is no claim that can be decided: the range of nu ends before it begins"
      ),
      ("a\n  for here\n  mu < 1", 2, 7, "expected a domain that has been named, or ranges, found \"here\""),
      ("domain z=1: z in [0, 0.5]", 1, 9, "expected ':', found \"=\""),
      ("a\n  for nu in [0, 1]\n  where nu in [2, 3]\n  nu > 1", 3, 3, "the condition on nu leaves the domain"),
      ("a\n  for mu in [0, 1\n  mu < 1", 2, 18, "expected ']', found the end of the line"),
      ("a\n  for mu = 0, mu = 1\n  mu < 1", 2, 15, "mu has two ranges"),
      ("a\n  for mu = 1/0\n  mu < 1", 2, 13, "expected the end of the line, found \"/\""),
      ("  mu < 1", 1, 3, "expected a line without blanks in front, as no claim has begun, found \"mu\""),
      (
        "../a\n  pi < 4", 1, 1,
        "expected 'section', 'domain', 'let' or the id of a claim, such as my.claim-1, found \".\""
      ),
      ("a | theorem", 1, 5, "expected a kind (statement, step, arithmetic), found \"theorem\""),
      ("let mean = 1", 1, 5, "\"mean\" has a meaning already"),
      ("let a = b\nlet b = 1", 1, 9, "expected a quantity or a function, found \"b\""),
      ("a\n\tpi < 4", 2, 1, "expected no control character"),
    ])
  func errorsNameThePlace(text: String, line: Int, column: Int, problem: String) {
    let expected = ClaimFileError(line: line, column: column, problem: problem)
    #expect(throws: expected) { try ClaimFile(parsing: text) }
  }

  /// Columns count characters, not bytes.
  @Test func columnsCountCharacters() {
    let text = "u > 1 / (1 + 2 * w), listed as > \"é\" with limit q"
    let expected = ClaimFileError(line: 1, column: 49, problem: "expected a quantity or a function, found \"q\"")
    #expect(throws: expected) { try Proposition(parsing: text) }
    #expect(
      throws: ClaimFileError(line: 1, column: 3, problem: "expected an operation or the end of the line, found \"é\"")
    ) {
      try Expression(parsing: "1 é")
    }
  }

  // MARK: Limits

  @Test(
    arguments: [
      String(repeating: "(", count: 100_000), String(repeating: "sqrt(", count: 10_000),
      "1" + String(repeating: "^2", count: 10_000), "x" + String(repeating: "^2", count: 40),
      "0" + String(repeating: " + 1", count: 100_000), String(repeating: "-(", count: 1_000),
      String(repeating: "9", count: 100_000), "1/" + String(repeating: "9", count: 100_000),
      "9" + String(repeating: "^2", count: 20),
    ])
  func largeFormulasAreRefused(text: String) {
    #expect(throws: ClaimFileError.self) { try Expression(parsing: text) }
  }

  @Test func definitionsDoNotMultiply() {
    let lines = (1...100).map { "let a\($0) = a\($0 - 1) * a\($0 - 1)" }
    #expect(throws: ClaimFileError.self) { try ClaimFile(parsing: (["let a0 = x"] + lines).joined(separator: "\n")) }
  }

  @Test(
    arguments: [
      "(a + b + c + d + 1)^8", "a + b + c + d + e", "(a + 1)^9", "((a + 1)^8)^2",
      String(repeating: "9", count: 400) + " * " + String(repeating: "9", count: 400),
    ])
  func largePolynomialsAreRefused(text: String) {
    #expect(throws: ClaimFileError.self) { try Polynomial(parsing: text) }
  }

  @Test func largeFilesAreRefused() {
    #expect(throws: ClaimFileError.self) {
      try ClaimFile(parsing: [UInt8](repeating: UInt8(ascii: "\n"), count: ClaimFile.mostBytes + 1))
    }
  }

  // MARK: Damaged texts

  /// A damaged text is refused, or what is read of it is read again from its description.
  @Test(arguments: 0..<20)
  func damagedTextsAreReadOrRefused(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let all = PaperText.selu2017
    for _ in 0..<25 {
      let start = Int.random(in: 0..<(all.count - 2_000), using: &random)
      var bytes = Array(all.prefix(5_000)) + [UInt8(ascii: "\n")] + all[start..<(start + 2_000)]
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 5_000..<bytes.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: place)
        default: bytes[place] = Array("()|*/^-. \n".utf8).randomElement(using: &random) ?? 0
        }
      }
      guard let file = try? ClaimFile(parsing: bytes) else { continue }
      let again = try ClaimFile(parsing: file.description)
      #expect(again.claims.map(Fields.init) == file.claims.map(Fields.init))
    }
  }
}

/// All that is said of a claim.
private struct Fields: Equatable, CustomStringConvertible {
  let texts: [String]
  let domain: Domain
  let conditions: [Variable: ExactRange]
  let proposition: Proposition

  init(_ claim: Claim) {
    texts = [
      claim.id, claim.origin.rawValue, claim.source, claim.kind.rawValue, claim.theorem, claim.statement,
      claim.reading ?? "-", claim.printed, claim.expected.rawValue,
      claim.obligations.map { "\($0.map(\.role))" } ?? "-",
    ]
    (domain, conditions, proposition) = (claim.domain, claim.conditions, claim.proposition)
  }

  var description: String { "\(texts) \(proposition)" }
}
