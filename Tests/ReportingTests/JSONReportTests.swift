import Foundation
import RealArithmetic
import Testing

@testable import Reporting

/// The JSON is read back with Foundation, as other programs do.
@Suite struct JSONReportTests {
  private typealias Object = [String: Any]

  private func decode(_ entries: [Report.Entry]) throws -> Object {
    let text = try JSONReport.text(Samples.report(entries))
    #expect(text.hasSuffix("}\n"))
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
  }

  private func claim(_ entry: Report.Entry) throws -> Object {
    let claims = try #require(try decode([entry])["claims"] as? [Object])
    return try #require(claims.first)
  }

  private static let claimKeys = [
    "boxes", "domain", "enclosure", "expected", "id", "kind", "printed", "relation", "source", "statement", "theorem",
    "verdict", "witness",
  ]

  @Test func topLevel() throws {
    let object = try decode(Samples.all)
    #expect(object.keys.sorted() == ["baseline", "claims", "format", "summary", "tool", "version"])
    #expect(object["format"] as? String == "selu-proof check" && object["version"] as? Int == 1)
    #expect(object["baseline"] is NSNull)
    #expect(object["tool"] as? [String: String] == ["name": "selu-proof", "version": "9.9.9"])
    #expect(object["summary"] as? [String: Int] == ["proved": 2, "refuted": 3, "undecided": 1])
    #expect((object["claims"] as? [Any])?.count == Samples.all.count)
  }

  @Test func aProvedClaimHasTheKeysOfTheContract() throws {
    let claim = try claim(Samples.proved)
    #expect(claim.keys.sorted() == Self.claimKeys)
    #expect(claim["id"] as? String == "theorem1.bound")
    #expect(claim["source"] as? String == "Theorem 1")
    #expect(claim["kind"] as? String == "statement")
    #expect(claim["statement"] as? String == "var < 1")
    #expect(claim["verdict"] as? String == "proved")
    #expect(claim["expected"] as? String == "proved")
    #expect(claim["printed"] as? String == "1")
    #expect(claim["boxes"] as? Int == 17)
    #expect(claim["relation"] as? String == "<")
    let domain = try #require(claim["domain"] as? Object)
    #expect(domain["name"] as? String == "square")
    #expect(
      domain["ranges"] as? [String: [String: String]] == [
        "mu": ["lower": "-0.1", "upper": "0.1"], "nu": ["lower": "1", "upper": "2"],
      ])
    #expect(
      claim["enclosure"] as? [String: String] == [
        "lower": "0.10000000000000000", "upper": "0.75", "lowerHex": "0x1.999999999999ap-4", "upperHex": "0x1.8p-1",
      ])
  }

  @Test func aWitnessHasTheFourVariablesAndThoseOfTheClaim() throws {
    let reduced = try #require(try claim(Samples.proved)["witness"] as? Object)
    #expect(reduced.keys.sorted() == ["mu", "nu", "omega", "tau", "value", "x", "y"])
    for variable in ["mu", "nu", "omega", "tau"] { #expect(reduced[variable] is NSNull) }
    #expect(reduced["y"] as? String == "0")
    #expect(reduced["x"] as? String == "2")

    let full = try #require(try claim(Samples.refuted)["witness"] as? Object)
    #expect(full.keys.sorted() == ["mu", "nu", "omega", "tau", "value"])
    #expect(full["mu"] as? String == "-0.1")
    #expect(full["nu"] as? String == "4/3")
    #expect(full["omega"] is NSNull)
    #expect(full["tau"] as? String == "0.000000000931322574615478515625")
    #expect((full["value"] as? [String: String])?["lower"] == "1.25")
  }

  @Test func zeroHasNoSignAnywhere() throws {
    let witness = try #require(try claim(Samples.proved)["witness"] as? Object)
    let value = try #require(witness["value"] as? [String: String])
    #expect(value["lower"] == "0" && value["lowerHex"] == "0x0p+0")
    #expect(try !JSONReport.text(Samples.report(Samples.all)).contains("\"-0\""))
    #expect(try !JSONReport.text(Samples.report(Samples.all)).contains("-0x0p"))
  }

  @Test func decimalsOfEnclosuresAreOutward() throws {
    for entry in Samples.all {
      guard let enclosure = try claim(entry)["enclosure"] as? [String: String] else { continue }
      let lower = try #require(enclosure["lower"]), upper = try #require(enclosure["upper"])
      let exactLower = try Double(parsingExactly: try #require(enclosure["lowerHex"]))
      let exactUpper = try Double(parsingExactly: try #require(enclosure["upperHex"]))
      #expect(exactLower == entry.finding.enclosure?.lowerBound && exactUpper == entry.finding.enclosure?.upperBound)
      if exactLower.isFinite { #expect(try Rational(parsing: lower) <= Rational(parsing: exactLower.hexText)) }
      if exactUpper.isFinite {
        #expect(try Rational(parsing: upper) >= Rational(parsing: exactUpper.hexText))
      } else {
        #expect(upper == "inf")
      }
    }
  }

  @Test func aCompoundClaimHasParts() throws {
    let claim = try claim(Samples.compound)
    #expect(claim.keys.sorted() == (Self.claimKeys + ["parts"]).sorted())
    #expect(claim["enclosure"] is NSNull)
    let parts = try #require(claim["parts"] as? [Object])
    #expect(parts.map { $0["name"] as? String } == ["mean <= 0.1", "var <= 1.5", "var >= 0.8"])
    #expect(parts.map { $0["verdict"] as? String } == ["proved", "undecided", "refuted"])
    #expect(parts.map { $0["boxes"] as? Int } == [3, 4, 1])
    #expect(parts[1]["enclosure"] is NSNull)
    #expect(parts.allSatisfy { $0.keys.sorted() == ["boxes", "enclosure", "name", "verdict"] })
  }

  @Test func anUndecidedClaimHasTheBoxesLeftOver() throws {
    let claim = try claim(Samples.undecided)
    #expect(claim.keys.sorted() == (Self.claimKeys + ["undecidedBoxes"]).sorted())
    #expect(claim["witness"] is NSNull)
    let boxes = try #require(claim["undecidedBoxes"] as? [[String: [String: String]]])
    #expect(boxes.count == 5)
    #expect(boxes[1] == ["mu": ["lower": "-0.1", "upper": "0"], "nu": ["lower": "1", "upper": "7/6"]])
  }

  @Test func timesOnlyWhereThereAreSome() throws {
    let object = try decode(Samples.timed([Samples.proved, Samples.refuted]))
    #expect(object.keys.sorted() == ["baseline", "claims", "format", "summary", "times", "tool", "version"])
    #expect(
      object["times"] as? [String: String] == ["theorem1.bound": "1.234567", "theorem1.refuted": "1.234567"])
  }

  @Test func theBaselineIsNamed() throws {
    let report = Samples.report([Samples.proved], [.init(claim: "a", "One.")])
    let text = try JSONReport.text(report)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
    let baseline = try #require(object["baseline"] as? Object)
    #expect(baseline["file"] as? String == "recorded.json")
    #expect(baseline["differences"] as? [[String: String]] == [["claim": "a", "sentence": "One."]])
  }

  @Test func theFormIsFixed() throws {
    #expect(
      try JSONReport.text(Samples.report([])) == """
        {
          "format" : "selu-proof check",
          "version" : 1,
          "tool" : {
            "name" : "selu-proof",
            "version" : "9.9.9"
          },
          "baseline" : null,
          "claims" : [

          ],
          "summary" : {
            "proved" : 0,
            "refuted" : 0,
            "undecided" : 0
          }
        }

        """)
  }
}
