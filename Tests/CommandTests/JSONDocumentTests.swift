import Foundation
import RealArithmetic
import Testing

@testable import selu_proof

/// What all documents in JSON have in common: whoever reads the first lines knows what they are.
@Suite struct JSONDocumentTests {
  private func head(_ format: String) -> String {
    """
    {
      "format" : "selu-proof \(format)",
      "version" : 1,
      "tool" : {
        "name" : "selu-proof",
        "version" : "\(Version.string)"
      },

    """
  }

  @Test(arguments: [
    ("check", "check equation6 --format json"), ("claims", "claims equation6 --format json"),
    ("constants", "constants --format json"), ("dropout", "dropout --rate 0.1 --format json"),
    ("gain", "gain --digits 5 --format json"),
    ("map", "map --mean 0 --variance 1 --omega 0 --tau 1 --format json"),
    ("fixed-point", "fixed-point --omega 0 --tau 1 --format json"),
    ("grid", "check lemma12.contraction --strategy grid --grid 2,2,2,2 --part 1/2"),
  ])
  func everyDocumentBeginsWithItsFormat(_ format: String, _ line: String) throws {
    let program = line.hasPrefix("check") ? Program.checking() : RootCommand.program
    let output = try program.result(of: line).output
    #expect(output.hasPrefix(head(format)), "\(output.prefix(200))")
    #expect(output.hasSuffix("\n}\n"))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    // Nothing stands twice, which Foundation's reader would not notice.
    for key in object.keys { #expect(output.components(separatedBy: "\n  \"\(key)\" :").count == 2, "\(key)") }
  }

  @Test func everyFileBeginsWithItsFormat() throws {
    try inFolder { folder in
      let program = Program.checking(baseline: folder.path("baseline.json"))
      let update = try program.result(of: "check equation6 --update-baseline")
      let text = try folder.text("baseline.json")
      #expect(update.status == .success && text.hasPrefix(head("baseline")))
    }
    let docs = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    for (file, format) in [("docs/constants.json", "constants document"), ("Proofs/baseline.json", "baseline")] {
      let text = try String(contentsOf: docs.appendingPathComponent(file), encoding: .utf8)
      #expect(text.hasPrefix(head(format)), "\(file)")
    }
  }
}
