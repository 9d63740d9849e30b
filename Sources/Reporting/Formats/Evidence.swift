import GridChecker
import RealArithmetic
import SELUClaims
import SELUTheorem

// The same facts, in the words that all formats share.
extension Report {
  /// The digits of a bound in the forms for people: a value looks the same wherever it stands.
  static let significantDigits = 10

  /// What the run was held against, as `Baseline Proofs/baseline.json: no difference`.
  var baselineLine: String {
    guard let comparison else { return "Baseline: none compared" }
    let count = comparison.differences.count
    return "Baseline \(comparison.baseline): \(count == 0 ? "no" : "\(count)") difference\(count > 1 ? "s" : "")"
  }
}

extension Report.Entry {
  /// For example `proved, expected refuted`.
  var verdictAgainstExpectation: String {
    let verdict = finding.decision.rawValue
    return outcome == .expected ? verdict : "\(verdict), expected \(claim.expected.rawValue)"
  }

  /// What is known, in a few lines: the enclosure, the parts, the witness of a refutation, the boxes left over, the grid.
  var evidence: [String] {
    var lines: [String] = []
    if let enclosure = finding.enclosure {
      lines.append("Certified value: \(enclosure.outwardText(significantDigits: Report.significantDigits)).")
    }
    lines += finding.parts.map { name, part in
      let value = part.enclosure.map { " \($0.outwardText(significantDigits: Report.significantDigits))" } ?? ""
      return "Part \(name): \(part.decision.rawValue)\(value)."
    }
    if finding.decision == .refuted { lines += refutation }
    if !finding.openBoxes.isEmpty { lines.append("Boxes left over: \(finding.openBoxes.count).") }
    if let coverage = finding.coverage { lines.append("Grid: \(coverage.sentence).") }
    return lines
  }

  private var refutation: [String] {
    let printed =
      claim.printed.isEmpty ? [] : ["Printed: \(claim.printed)\(claim.source.isEmpty ? "" : " (\(claim.source))")."]
    guard let witness = finding.witness else { return printed }
    let value = witness.value.outwardText(significantDigits: Report.significantDigits)
    let point = witness.point.isEmpty ? "" : " at \(witness.coordinates.joined(separator: ", "))"
    return printed + ["Value\(point): \(value)."]
  }
}

extension GridCoverage {
  /// For example `30 x 242 x 731 x 615 = 3263841900 cells covered, the Jacobian enclosed 225976 times`.
  var sentence: String {
    let product = counts.map(String.init).joined(separator: " x ")
    return "\(product) = \(cells) cells covered, the Jacobian enclosed \(evaluations) times"
  }
}

extension Witness {
  /// The exact coordinates, each as `mu = -0.1`.
  var coordinates: [String] { point.map { "\($0.variable.rawValue) = \($0.value.exactText)" } }
}
