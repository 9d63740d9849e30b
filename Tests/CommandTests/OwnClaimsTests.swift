import Foundation
import Testing

@testable import selu_proof

/// Claims of the user's own: `check FILE.claims`, `claims FILE.claims`, `verify --claims FILE`.
@Suite struct OwnClaimsTests {
  private let program = RootCommand.program

  private static let text = """
    # Two that hold and one that does not.
    own.contraction
      for mu in [-0.1, 0.1], omega in [-0.1, 0.1], nu in [0.8, 1.5], tau in [0.95, 1.1]
      S < 0.9

    own.tight | step | a bound that is too small
      for mu in [-0.1, 0.1], omega in [-0.1, 0.1], nu in [0.8, 1.5], tau in [0.95, 1.1]
      S < 0.8976

    other | arithmetic
      1 + 1 = 2
    """

  private func withFile(_ text: String, _ body: (Folder, String) throws -> Void) throws {
    try inFolder { folder in
      try folder.create("own.claims", text)
      try body(folder, folder.path("own.claims"))
    }
  }

  @Test func verdictsAndStatus() throws {
    try withFile(Self.text) { (_: Folder, path: String) throws in
      let all = try Program.checking().result(of: "check \(path)")
      // What is written down is meant to hold.
      #expect(all.status == .unexpected)
      #expect(all.output.contains("2 proved, 1 refuted (1 unexpectedly), 0 undecided"))
      #expect(all.output.contains("printed      0.8976 (a bound that is too small)"))
      #expect(try Program.checking().result(of: "check \(path) own.contraction other").status == .success)
      #expect(
        try Program.checking().result(of: "check \(path) own --max-boxes 1 --kind statement").status == .undecided)
      for format in ["json", "junit", "markdown", "github"] {
        #expect(
          try Program.checking().result(of: "check \(path) --format \(format)").status == .unexpected, "\(format)")
      }
    }
    try withFile(Self.text.replacing("0.8976", with: "0.8976\n  expected: refuted")) {
      (_: Folder, path: String) throws in
      #expect(try Program.checking().result(of: "check \(path)").status == .success)
    }
  }

  @Test func theClaimsAreListed() throws {
    try withFile(Self.text) { (_: Folder, path: String) throws in
      let list = try program.result(of: "claims \(path) own.contraction")
      #expect(
        list == (
          .success,
          """
          own.contraction
            statement  S < 0.9
            domain     mu in [-0.1, 0.1], omega in [-0.1, 0.1], nu in [0.8, 1.5], tau in [0.95, 1.1]
            relation   <
            printed    0.9
            kind       statement
            expected   proved

          """, ""
        ))
      let json = try program.result(of: "claims \(path) --format json").output
      let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      #expect((object?["claims"] as? [Any])?.count == 3)
    }
  }

  /// Certificates are about the claims of the file and of no other.
  @Test func certificatesAreReplayed() throws {
    try withFile(Self.text) { (folder: Folder, path: String) throws in
      _ = try Program.checking().result(of: "check \(path) --certificates \(folder.path("c"))")
      let result = try program.result(of: "verify --complete --claims \(path) \(folder.path("c"))")
      #expect(
        result == (
          .success,
          "accepted own.contraction: proved\naccepted own.tight: refuted\n2 accepted, 0 rejected, 0 missing\n", ""
        ))
      #expect(try program.result(of: "verify \(folder.path("c"))").status == .unexpected)
      try folder.create("other.claims", Self.text.replacing("S < 0.9", with: "S < 0.899"))
      let other = try program.result(of: "verify --claims \(folder.path("other.claims")) \(folder.path("c"))")
      #expect(other.status == .unexpected && other.output.contains("1 accepted, 1 rejected"))
    }
  }

  @Test(
    arguments: [
      ("own\n  S < 1\n", "line 1, column 1: 'own' is no claim that can be decided: 'S' depends on "),
      ("own\n  for mu = 0\n  mu << 1\n", "line 3, column 7: expected a decimal, found \"<\"."),
      ("# nothing\n", "holds no claim."),
    ])
  func badFilesAreRefused(text: String, complaint: String) throws {
    try withFile(text) { (folder: Folder, path: String) throws in
      for command in ["check \(path)", "claims \(path)", "verify --claims \(path) \(path)"] {
        let result = try program.result(of: command)
        #expect(result.status == .dataError && result.output.isEmpty, "\(command)")
        #expect(result.errors.contains(complaint), "\(result.errors)")
      }
    }
  }

  @Test func wrongUse() throws {
    #expect(try program.result(of: "check there-is.no.claims").status == .noInput)
    try withFile(Self.text) { (_: Folder, path: String) throws in
      #expect(try program.result(of: "check \(path) \(path)").status == .usage)
      #expect(try program.result(of: "check \(path) theorem1").status == .usage)
      #expect(try program.result(of: "check \(path) --update-baseline").status == .usage)
      let grid = "check \(path) own.contraction --strategy grid --grid paper --checkpoint \(path).grid"
      #expect(try program.result(of: grid).status == .usage)
    }
  }
}
