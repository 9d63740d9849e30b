import ClaimsTestSupport
import Foundation
import IntervalArithmetic
import RealArithmetic
import Testing

@testable import SELUClaims
@testable import SELUTheorem

/// Certified extrema against those that another program found with MPFR (Tests/References/claim-extrema.tsv): accurate,
/// but not rigorous.
@Suite struct ReferenceExtremaTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let quantity: String
    let domain: String
    let isMaximum: Bool
    let value: Double

    var testDescription: String { "\(isMaximum ? "max" : "min") of \(quantity) on \(domain)" }
  }

  static let rows: [Row] = {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../References/claim-extrema.tsv")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 5, let value = Double(fields[3]) else { return nil }
      return Row(quantity: fields[0], domain: fields[1], isMaximum: fields[2] == "max", value: value)
    }
  }()

  static let expressions: [String: SELUClaims.Expression] = [
    "S": .spectralNorm, "mean": .mean, "var": .variance, "xi": .secondMoment, "var - nu": .varianceChange,
    "xi - nu": .secondMomentChange, "var / nu": .variance / .nu, "J11": .j(.one, .one), "J12": .j(.one, .two),
    "J21": .j(.two, .one), "J22": .j(.two, .two), "z1": .tailArgument(.one), "z2": .tailArgument(.two),
    "exp(y + x/2) erfc(z1)": .tail(.one), "2 density": 2 * .density, "E1": .e1, "E2": .e2, "x E1": .x * .e1,
    "x E2": .x * .e2, "2 E2 - E1": 2 * .e2 - .e1, "F": .f, "bracket J12": .bracketJ12, "bracket J21": .bracketJ21,
    "lemma33": .lemma33, "lemma34": .lemma34, "lemma35": .lemma35, "lemma36": .lemma36,
  ]

  /// The quantity with this name: an expression, or `d expression/d variable`.
  static func quantity(_ name: String) -> Quantity? {
    if let expression = expressions[name] { return Quantity(expression) }
    guard name.hasPrefix("d "), let slash = name.range(of: "/d ") else { return nil }
    let expression = expressions[String(name[..<slash.lowerBound].dropFirst(2))]
    let variable = Variable(rawValue: String(name[slash.upperBound...]))
    return expression.flatMap { expression in variable.map { Quantity(expression, derivative: $0) } }
  }

  static func domain(_ name: String) throws -> Domain? {
    switch name {
    case "point01": try .box(mu: ("0", "0"), omega: ("0", "0"), nu: ("1", "1"), tau: ("1", "1"))
    case "omega": .omega
    case "D": try .box(tau: ("0.8", "1.25"))
    case "high": try .box(mu: ("-1", "1"), nu: ("3", "16"), tau: ("0.8", "1.25"))
    case "high-wide": try .box(mu: ("-1", "1"), nu: ("1.5", "16"), tau: ("0.8", "1.25"))
    case "high-narrow": try .box(nu: ("1.5", "16"), tau: ("0.8", "1.25"))
    case "low.main-text": try .box(nu: ("0.02", "0.16"), tau: ("0.8", "1.25"))
    case "lower-tau.main-text": try .box(nu: ("0.02", "0.24"), tau: ("0.9", "1.25"))
    case "low.appendix": try .box(nu: ("0.05", "0.16"), tau: ("0.8", "1.25"))
    case "lower-tau.appendix": try .box(nu: ("0.05", "0.24"), tau: ("0.9", "1.25"))
    case "omega-minus": try .box(nu: ("0.05", "0.24"), tau: ("0.8", "1.25"))
    case "xy.D": try .named("plane", [.y: ("-0.01", "0.01"), .x: ("0.64", "1.875")])
    case "xy.large": try .named("plane", [.y: ("-0.1", "0.1"), .x: ("1.2", "20")])
    case "xy.small": try .named("plane", [.y: ("-0.01", "0.01"), .x: ("0.007", "0.875")])
    case "xy.lemma41": try .named("plane", [.y: ("-0.01", "0.01"), .x: ("0.02", "0.5")])
    default: nil
    }
  }

  @Test func fileIsThere() {
    #expect(Self.rows.count == 138)
  }

  @Test(arguments: rows)
  func extremaAgree(row: Row) throws {
    let domain = try #require(try Self.domain(row.domain))
    let inequality: Inequality = row.isMaximum ? .atMost : .atLeast
    let loose: PrintedDecimal = row.isMaximum ? "100" : "-100"
    let finding: Finding
    if row.quantity.hasPrefix("fixed ") {
      let coordinate: FixedPointCoordinate = row.quantity == "fixed mean" ? .mean : .variance
      finding = try check(.fixedPointBound(coordinate, inequality, loose), on: domain)
    } else {
      let quantity = try #require(Self.quantity(row.quantity))
      finding = try check(.bound(quantity, inequality, loose), on: domain)
    }
    #expect(finding.decision == .proved)
    let enclosure = try #require(finding.enclosure)
    let scale = max(row.value.magnitude, 1e-3)
    #expect(enclosure.width <= 1e-9 * scale)
    // The reference has 18 digits, its place twelve; extrema inside have a slope of zero.
    #expect((enclosure + Interval(lowerBound: -1e-14 * scale, upperBound: 1e-14 * scale)).contains(row.value))
    #expect(!(enclosure + Interval(1e-8 * scale)).contains(row.value))
    #expect(finding.boxes <= 20_000)
  }
}
