import Constants
import FixedPointSolver
import Foundation
import MomentMap
import RealArithmetic
import Testing

@testable import Reporting

@Suite struct ConstantsTests {
  private static let tool = Report.Tool(name: "selu-proof", version: "0")

  @Test func numbersBeyondAFormatAreSaid() throws {
    let table = try ConstantsTable(FixedPointTarget(variance: Rational(1, timesTenTo: 20)), digits: 5)
    #expect(ConstantsText.text(table).contains("beyond 448"))
    let json = try ConstantsJSON.text(table, tool: Self.tool)
    #expect(json.contains("\"alpha\" : null"))
    let huge = try ConstantsTable(FixedPointTarget(variance: Rational(1, timesTenTo: 100)), digits: 5)
    #expect(ConstantsSource.c.text(huge, tool: Self.tool).contains("// alpha is beyond the range of binary32."))
  }

  @Test func sourcesReadBackAsTheRoundedNumbers() throws {
    let table = try ConstantsTable(FixedPointTarget(mean: Rational(-1, over: 10), variance: 2), digits: 5)
    let alpha = try #require(table.solutions.first?.rows.first?.alpha.shortest)
    for source in [ConstantsSource.swift, .c, .python, .rust] {
      let text = source.text(table, tool: Self.tool)
      #expect(text.contains("= \(alpha)") && text.contains("mean -0.1, variance 2, omega 0, tau 1"))
      #expect(text.contains("alpha = 2.3270\n") && text.contains("selu-proof 0"))
    }
  }

  // MARK: The document

  @Test func theDocumentIsComplete() throws {
    let markdown = try ConstantsDocument.markdown(tool: Self.tool)
    for title in ["## Mean 0, variance 1", "## Mean -0.1, variance 2", "## Further fixed points", "## Alpha dropout"] {
      #expect(markdown.contains("\n\(title)\n"))
    }
    // What the columns mean, where literals are written, what the authors' notebook computes, and what a gain does to tau.
    for piece in [
      "ulp", "in use", "omega and tau are the sum of the weights of a unit and the sum of their squares",
      "alpha 1.97690, lambda 1.07385 (`selu-proof constants --mean -0.1 --variance 2 --omega 1`)",
      "tau = G^2", "0.75, is tau = 0.5625",
    ] {
      #expect(markdown.contains(piece), "\(piece)")
    }
    for literal in ConstantLiteral.known {
      #expect(markdown.contains("\n| \(literal.text) | \(MarkdownText.escaped(literal.quantity.rawValue)) | "))
      #expect(markdown.contains(" | \(MarkdownText.escaped(literal.source)) |\n"))
    }
    let json = try ConstantsDocument.json(tool: Self.tool)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(Set(object.keys) == ["format", "version", "tool", "fixedPoints", "grid", "dropout", "gains"])
    #expect((object["grid"] as? [Any])?.count == 45)
  }
}
