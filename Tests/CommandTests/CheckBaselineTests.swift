import Foundation
import Testing

@testable import selu_proof

/// `check` and the file that it is held against.
@Suite struct CheckBaselineTests {
  private let claims = "equation6 theorem1.self-map"

  /// Runs `check` in a folder with a baseline of the claims above, changed by `edit`.
  private func withBaseline(
    replacing old: String = "", by new: String = "", _ body: (Folder, Program, String) throws -> Void
  ) throws {
    try inFolder { folder in
      let path = folder.path("baseline.json")
      let program = Program.checking(baseline: path)
      #expect(try program.result(of: "check \(claims) --update-baseline").status == .success)
      if !old.isEmpty {
        let text = try folder.text("baseline.json")
        let range = try #require(text.range(of: old))
        try folder.create("baseline.json", text.replacingCharacters(in: range, with: new))
      }
      try body(folder, program, path)
    }
  }

  @Test func whatHasBeenRecordedIsReproduced() throws {
    try withBaseline { folder, program, path in
      for words in [claims, "equation6.H11"] {
        let result = try program.result(of: "check \(words)")
        #expect(result.status == .success && result.errors.isEmpty)
      }
      let elsewhere = try Program.checking().result(of: "check \(claims) --baseline \(path)")
      #expect(elsewhere.status == .success && elsewhere.errors.isEmpty)
      #expect(try folder.names() == ["baseline.json"])
    }
  }

  /// Every form says which baseline there was, or that there was none.
  @Test func theBaselineIsNamed() throws {
    try withBaseline { _, program, path in
      let text = try program.result(of: "check equation6").output
      #expect(text.hasSuffix(" undecided\nBaseline \(path): no difference\n"))
      let json = try program.result(of: "check equation6 --format json").output
      #expect(
        json.contains("  \"baseline\" : {\n    \"differences\" : [\n\n    ],\n    \"file\" : \"\(path)\"\n  },\n"))
    }
    let without = Program.checking(baseline: "/nonexistent/baseline.json")
    #expect(try without.result(of: "check equation6").output.hasSuffix("\nBaseline: none compared\n"))
    #expect(try without.result(of: "check equation6 --format json").output.contains("\n  \"baseline\" : null,\n"))
  }

  @Test func aChangedVerdictIsStatus1() throws {
    try withBaseline(replacing: "refuted", by: "proved") { _, program, path in
      let result = try program.result(of: "check \(claims)")
      #expect(result.status == .unexpected)
      #expect(result.errors == "Difference: 'equation6.H12' is refuted, but proved in the baseline.\n")
      #expect(result.output.hasSuffix("0 undecided\nBaseline \(path): 1 difference\n"))
      let junit = try program.result(of: "check \(claims) --format junit").output
      #expect(junit.contains("<testsuite name=\"baseline\" tests=\"1\" failures=\"1\""))
      let github = try program.result(of: "check \(claims) --format github").output
      #expect(github.hasPrefix("::error title=equation6.H12::'equation6.H12' is refuted"))
      #expect(try program.result(of: "check theorem1.self-map").status == .success)
    }
  }

  @Test func anotherEnclosureIsStatus1() throws {
    let (old, new) = ("\"lowerHex\" : \"0x1.6bdd", "\"lowerHex\" : \"0x1.6bde")
    try withBaseline(replacing: old, by: new) { _, program, _ in
      let result = try program.result(of: "check \(claims)")
      #expect(result.status == .dataError, "the recorded lower bound is now above the upper one")
    }
    try withBaseline(replacing: "\"0x0p+0\"", by: "\"-0x1p+0\"") { _, program, _ in
      let result = try program.result(of: "check \(claims)")
      #expect(result.status == .success, "a wider record is met")
    }
  }

  @Test func withFewerBoxesItIsEnoughToMeetTheRecord() throws {
    try withBaseline { _, program, _ in
      let result = try program.result(of: "check theorem1.self-map --max-boxes 4")
      #expect(result.status == .undecided || result.status == .success)
      #expect(result.errors.isEmpty)
    }
  }

  @Test func aClaimThatIsNotRecordedIsStatus1() throws {
    try withBaseline { _, program, _ in
      let result = try program.result(of: "check equation14.alpha")
      #expect(result.status == .unexpected)
      #expect(result.errors == "Difference: The claim 'equation14.alpha' is not in the baseline.\n")
    }
  }

  @Test func updatingSomeClaimsKeepsTheOthers() throws {
    try withBaseline(replacing: "refuted", by: "proved") { folder, program, _ in
      let statuses = try [
        "equation14.alpha --update-baseline", "\(claims) equation14.alpha", "\(claims) --update-baseline",
        "\(claims) equation14.alpha",
      ].map { try program.result(of: "check \($0)").status }
      #expect(statuses == [.success, .unexpected, .success, .success])
      #expect(try folder.names() == ["baseline.json"])
    }
  }

  @Test func aDamagedBaselineIsOneSentence() throws {
    try withBaseline(replacing: "\"version\" : 1", by: "\"version\" : 7") { _, program, path in
      let result = try program.result(of: "check equation6")
      #expect(
        result
          == (
            .dataError, "",
            "Error: The baseline '\(path)' is of version 7 of its format, but this program reads version 1.\n"
          ))
    }
    try withBaseline(replacing: "selu-proof baseline", by: "selu-proof grid") { _, program, path in
      let result = try program.result(of: "check equation6")
      #expect(
        result
          == (
            .dataError, "",
            "Error: The file '\(path)' is no baseline: it says that its format is 'selu-proof grid', not 'selu-proof baseline'.\n"
          ))
    }
    try withBaseline(replacing: "\"format\"", by: "\"form\"") { _, program, path in
      let errors = try program.result(of: "check equation6").errors
      #expect(
        errors == "Error: The file '\(path)' is no baseline: it says nothing of its format, 'selu-proof baseline'.\n")
    }
    try withBaseline(replacing: "{", by: "") { folder, program, path in
      let text = try folder.text("baseline.json")
      let result = try program.result(of: "check equation6 --update-baseline")
      #expect(
        result
          == (
            .dataError, "",
            "Error: The baseline '\(path)' is damaged at line 2, column 12: expected the end of the file.\n"
          ))
      #expect(try folder.text("baseline.json") == text)
    }
  }

  @Test func aBaselineThatIsNotThere() throws {
    let result = try Program.checking().result(of: "check equation6 --baseline /nonexistent/b.json")
    #expect(result == (.noInput, "", "Error: Cannot open '/nonexistent/b.json': No such file or directory.\n"))
  }

  @Test func aBaselineThatCannotBeWrittenIsFoundOutBeforeTheWork() throws {
    let result = try Program.checking().result(of: "check equation6 --update-baseline --baseline /nonexistent/b.json")
    #expect(
      result == (.cannotCreate, "", "Error: Cannot create '/nonexistent/b.json': No such file or directory.\n"))
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func aReadOnlyDirectoryKeepsTheBaseline() throws {
    try withBaseline { folder, program, path in
      let text = try folder.text("baseline.json")
      chmod(folder.url.path, 0o555)
      let result = try program.result(of: "check equation6 --update-baseline")
      chmod(folder.url.path, 0o755)
      #expect(result == (.cannotCreate, "", "Error: Cannot create '\(path)': Permission denied.\n"))
      #expect(try folder.text("baseline.json") == text)
    }
  }
}
