import Foundation
import IntervalArithmetic
import RealArithmetic
import Testing

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

  static let quantities: [String: Quantity] = [
    "S": Quantity(.spectralNorm), "mean": Quantity(.mean), "var": Quantity(.variance), "xi": Quantity(.secondMoment),
    "var - nu": Quantity(.variance - .variable(.nu)), "xi - nu": Quantity(.secondMoment - .variable(.nu)),
    "d var/d nu": Quantity(.variance, derivative: .nu), "d xi/d nu": Quantity(.secondMoment, derivative: .nu),
    "d mean/d mu": Quantity(.mean, derivative: .mu), "d mean/d nu": Quantity(.mean, derivative: .nu),
    "d xi/d mu": Quantity(.secondMoment, derivative: .mu),
  ]

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
    default: nil
    }
  }

  /// A ratio is no expression.
  static let testable = rows.filter { $0.quantity != "var / nu" }

  @Test func fileIsThere() {
    #expect(Self.rows.count == 58)
    #expect(Self.testable.count == 56)
  }

  @Test(arguments: testable)
  func extremaAgree(row: Row) throws {
    let domain = try #require(try Self.domain(row.domain))
    let inequality: Inequality = row.isMaximum ? .atMost : .atLeast
    let loose: PrintedDecimal = row.isMaximum ? "100" : "-100"
    let finding: Finding
    if row.quantity.hasPrefix("fixed ") {
      let coordinate: FixedPointCoordinate = row.quantity == "fixed mean" ? .mean : .variance
      finding = check(.fixedPointBound(coordinate, inequality, loose), on: domain)
    } else {
      let quantity = try #require(Self.quantities[row.quantity])
      finding = check(.bound(quantity, inequality, loose), on: domain)
    }
    #expect(finding.decision == .proved)
    let enclosure = try #require(finding.enclosure)
    let scale = max(row.value.magnitude, 1e-3)
    #expect(enclosure.width <= 1e-9 * scale)
    // The reference has 18 digits, its place twelve; extrema inside have a slope of zero.
    #expect((enclosure + Interval(lowerBound: -1e-14 * scale, upperBound: 1e-14 * scale)).contains(row.value))
    #expect(!(enclosure + Interval(1e-8 * scale)).contains(row.value))
    #expect(finding.boxes <= 2_000)
  }
}
