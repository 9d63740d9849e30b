import GridChecker
import JSON
import SELUClaims
import SELUTheorem

/// The report as JSON, for programs. Numbers are decimal texts, so that no reader can lose a digit; bounds are rounded
/// outward and stand beside their exact hexadecimal form.
public enum JSONReport {
  /// The report as a text that ends with a new line.
  ///
  /// Throws: only what Foundation's encoder throws, which no report is known to cause.
  public static func text(_ report: Report) throws -> String { try JSONDocument(report, tool: report.tool).text() }

  fileprivate static func members(_ report: Report) -> [String: JSONValue] {
    var members: [String: JSONValue] = [
      "summary": summary(report), "claims": .array(report.entries.map(claim)),
      "baseline": report.comparison.map(baseline) ?? .null,
    ]
    members["times"] = times(report)
    return members
  }

  private static func baseline(_ comparison: Report.Comparison) -> JSONValue {
    .object([
      "file": .string(comparison.baseline),
      "differences": .array(
        comparison.differences.map { .object(["claim": .string($0.claim), "sentence": .string($0.sentence)]) }),
    ])
  }

  private static func summary(_ report: Report) -> JSONValue {
    let summary = Summary(report.entries)
    return .object([
      "proved": .integer(summary.proved), "refuted": .integer(summary.refuted),
      "undecided": .integer(summary.undecided),
    ])
  }

  private static func claim(_ entry: Report.Entry) -> JSONValue {
    let (claim, finding) = (entry.claim, entry.finding)
    var members = ClaimListJSON.members(claim)
    members["verdict"] = .string(finding.decision.rawValue)
    members["enclosure"] = JSONValue(enclosure: finding.enclosure)
    members["witness"] = finding.witness.map(witness) ?? .null
    members["boxes"] = .integer(finding.boxes)
    if !finding.parts.isEmpty { members["parts"] = .array(finding.parts.map(part)) }
    if let coverage = finding.coverage { members["grid"] = grid(coverage) }
    if finding.decision == .undecided { members["undecidedBoxes"] = .array(finding.openBoxes.map(box)) }
    return .object(members)
  }

  private static func part(_ name: String, _ finding: Finding) -> JSONValue {
    .object([
      "name": .string(name), "verdict": .string(finding.decision.rawValue),
      "enclosure": JSONValue(enclosure: finding.enclosure), "boxes": .integer(finding.boxes),
    ])
  }

  /// What was covered, and what it took.
  private static func grid(_ coverage: GridCoverage) -> JSONValue {
    .object([
      "cells": .array(coverage.counts.map { .integer($0) }), "covered": .integer(coverage.cells),
      "evaluations": .integer(coverage.evaluations),
    ])
  }

  /// The exact point, with null for the paper's variables on which the claim does not depend.
  private static func witness(_ witness: Witness) -> JSONValue {
    var members: [String: JSONValue] = ["mu": .null, "omega": .null, "nu": .null, "tau": .null]
    for (variable, value) in witness.point { members[variable.rawValue] = .string(value.exactText) }
    members["value"] = JSONValue(enclosure: witness.value)
    return .object(members)
  }

  private static func box(_ box: OpenBox) -> JSONValue {
    let sides = box.sides.map { side in
      (
        side.variable.rawValue,
        JSONValue.object(["lower": .string(side.lower.exactText), "upper": .string(side.upper.exactText)])
      )
    }
    return .object(Dictionary(sides) { first, _ in first })
  }

  /// Seconds; nil if the report has no times.
  private static func times(_ report: Report) -> JSONValue? {
    let times = report.entries.compactMap { entry in
      entry.duration.map { (entry.claim.id, JSONValue.string($0.secondsText)) }
    }
    return times.isEmpty ? nil : .object(Dictionary(times) { first, _ in first })
  }
}

/// What `check` and `merge` report.
extension Report: JSONContent {
  package static let format = JSONDocument.Format("selu-proof check", version: 1)
  package var members: [String: JSONValue] { JSONReport.members(self) }
}
