import Foundation
import Testing

@testable import selu_proof

/// `check --certificates`, `verify` and `export-coq`.
@Suite struct CertificateCommandTests {
  private let program = RootCommand.program

  /// Writes the certificates of two claims, one of them refuted.
  private func certified(_ body: (Folder) throws -> Void) throws {
    try inFolder { folder in
      let line = "check lemma25.lower lemma27.upper dropout.mean --certificates \(folder.path("c"))"
      let result = try Program.checking().result(of: line)
      #expect(result.status == .success && result.errors == "")
      try body(Folder(url: URL(fileURLWithPath: folder.path("c"))))
    }
  }

  @Test func whatIsWrittenIsAccepted() throws {
    try certified { folder in
      // A claim that is decided without boxes leaves none.
      #expect(try folder.names() == ["lemma25.lower.json", "lemma27.upper.json"])
      let result = try program.result(of: ["verify", folder.url.path])
      #expect(
        result == (
          .success, "accepted lemma25.lower: proved\naccepted lemma27.upper: refuted\n2 accepted, 0 rejected\n", ""
        ))
      let precise = try program.result(of: ["verify", "--precision", "300", folder.path("lemma25.lower.json")])
      #expect(precise.status == .success)
    }
  }

  /// The same bytes, whatever the number of threads.
  @Test func certificatesAreReproducible() throws {
    try inFolder { folder in
      for threads in [1, 3] {
        let line = "check theorem2 lemma9 --threads \(threads) --certificates \(folder.path("\(threads)"))"
        _ = try Program.checking().result(of: line)
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("1")).sorted()
      #expect(names.count > 10)
      for name in names { #expect(try folder.text("1/\(name)") == folder.text("3/\(name)")) }
    }
  }

  @Test func damagedFilesAreRejectedWithReasons() throws {
    try certified { folder in
      let good = try folder.text("lemma25.lower.json")
      try folder.create("1.json", "")
      try folder.create("2.json", String(good.dropLast(40)))
      try folder.create("lemma25.upper.json", good.replacing("lemma25.lower", with: "lemma25.upper"))
      try folder.create("none such.json", good.replacing("lemma25.lower", with: "none such"))
      try folder.create(
        "lemma25.lower.json", good.replacing("\"exact\" : \"-0.01\"", with: "\"exact\" : \"-0.011\""))
      try Data([0x7B, 0xFF]).write(to: URL(fileURLWithPath: folder.path("6.json")))
      let result = try program.result(of: ["verify", folder.url.path])
      #expect(result.status == .unexpected && result.errors == "")
      let lines = result.output.split(separator: "\n").map { $0.replacing(folder.url.path + "/", with: "") }
      #expect(lines.count == 8)
      #expect(lines[0] == "rejected 1.json: line 1, column 1: expected a value")
      #expect(lines[1].hasPrefix("rejected 2.json: line "))
      #expect(lines[2] == "rejected 6.json: The file '6.json' is not valid UTF-8 in line 1.")
      #expect(
        lines[3] == "rejected lemma25.lower.json: part 'extremum': the witness does not attain what is said")
      #expect(
        lines[4] == "rejected lemma25.upper.json: the claim is not the one that is listed as 'lemma25.upper'")
      #expect(lines[5] == "accepted lemma27.upper: refuted")
      #expect(lines[6] == "rejected none such.json: there is no claim 'none such'")
      #expect(lines[7] == "1 accepted, 6 rejected")
    }
  }

  /// A file that proves another claim than its name says is not taken for the proof of the one of the name.
  @Test func otherNamesAreRejected() throws {
    try certified { folder in
      let path = folder.path("lemma27.upper.json")
      try folder.create("lemma27.upper.json", try folder.text("lemma25.lower.json"))
      for arguments in [["verify", path], ["verify", folder.url.path]] {
        let result = try program.result(of: arguments)
        #expect(result.status == .unexpected)
        #expect(
          result.output.contains("rejected \(path): a certificate of this claim has the name 'lemma25.lower.json'\n"))
      }
    }
  }

  /// `--complete` asks for every claim that boxes decide, each under its own name.
  @Test func missingCertificatesAreNamed() throws {
    try certified { folder in
      let result = try program.result(of: ["verify", "--complete", folder.url.path])
      #expect(result.status == .unexpected && result.errors == "")
      let lines = result.output.split(separator: "\n")
      #expect(lines.first == "accepted lemma25.lower: proved")
      #expect(lines.last == "2 accepted, 0 rejected, 274 missing")
      #expect(lines.contains("missing theorem1.contraction: no certificate of it is accepted"))
      #expect(!lines.contains { $0.hasPrefix("missing lemma25.lower") || $0.hasPrefix("missing dropout.mean") })
      #expect(lines.count == 2 + 274 + 1)
      #expect(try program.result(of: ["verify", folder.url.path]).status == .success)
      // Twice the same certificate is still one claim.
      let twice = try program.result(of: ["verify", "--complete", folder.url.path, folder.path("lemma25.lower.json")])
      #expect(twice.output.hasSuffix("3 accepted, 0 rejected, 274 missing\n"))
    }
  }

  @Test func progressIsShownOnATerminal() throws {
    try certified { folder in
      let captured = CapturedConsole(capabilities: TerminalTests.colourful)
      _ = try program.run(["verify", folder.url.path], on: captured.console)
      #expect(captured.errors.hasPrefix("\r\u{1B}[K0 of 2 certificates replayed"))
      #expect(captured.errors.hasSuffix("\r\u{1B}[K"))
    }
  }

  @Test func whatIsNotThere() throws {
    try inFolder { folder in
      let missing = try program.result(of: ["verify", folder.path("missing.json")])
      #expect(
        missing
          == (.noInput, "", "Error: Cannot open '\(folder.path("missing.json"))': No such file or directory.\n"))
      let empty = try program.result(of: ["verify", folder.url.path])
      #expect(empty.status == .noInput)
      #expect(empty.errors.hasSuffix("holds no certificate: no file named '*.json'.\n"))
      #expect(try program.result(of: "verify").status == .usage)
      #expect(try program.result(of: "verify --precision 8 x").status == .usage)
      try folder.create("file", "")
      let result = try Program.checking().result(of: ["check", "lemma25", "--certificates", folder.path("file")])
      #expect(result.status == .cannotCreate && result.output == "")
    }
  }

  @Test func gridsLeaveNoCertificates() throws {
    let line = "check lemma12.contraction --strategy grid --grid 2,2,2,2 --certificates c"
    let result = try Program.checking().result(of: line)
    #expect(result.status == .usage)
    #expect(result.errors.hasPrefix("Error: The option '--certificates' needs '--strategy adaptive'"))
    #expect(!FileManager.default.fileExists(atPath: "c"))
  }

  @Test func treesForCoq() throws {
    try certified { folder in
      let result = try program.result(of: ["export-coq", folder.path("lemma25.lower.json")])
      #expect(result.status == .success)
      #expect(result.output.contains("Definition lemma25_lower : tree :=\n  (Face 0%nat false Natural).\n"))
      try folder.create("damaged.json", "{")
      let damaged = try program.result(of: ["export-coq", folder.path("damaged.json")])
      #expect(damaged.status == .dataError && damaged.output == "")
      #expect(damaged.errors.hasPrefix("Error: The certificate '\(folder.path("damaged.json"))' is damaged: "))
    }
  }

  // MARK: Help

  @Test func helpOfVerify() throws {
    #expect(
      try program.result(of: "verify --help").output == """
        OVERVIEW: Replays certificates with multi-precision intervals: accepted or
        rejected, and why.

        A certificate is what 'selu-proof check --certificates' writes. Nothing has to
        be believed of it: that it is about the claim as listed (by the program, or in
        the file of '--claims'), that its boxes cover the claim's domain, that every box
        keeps the bound and that the witness attains it are all proved anew, without any
        tolerance and without the search or its double precision.

        One line a file is printed, then the counts. The status is 0 if all are accepted
        and 1 if one is rejected or, with '--complete', a claim is missing; damaged
        files are rejected, and so is a file with another name than its claim's.

        USAGE: selu-proof verify <file> ... [--complete] [--claims <file>]
                                 [--precision <bits>] [--threads <n>]

        ARGUMENTS:
          <file>                  Certificates, each named '<claim id>.json', or
                                  directories whose files named '*.json' are
                                  certificates.

        OPTIONS:
          --complete              Also list the claims that boxes decide and that have
                                  no accepted certificate among the files.
          --claims <file>         The claims that the certificates are about; those of
                                  the paper when not given.
          --precision <bits>      The significant bits of the arithmetic. (default: 96)
          --threads <n>           Worker threads; one a processor if not given. Results
                                  do not depend on it.
          --version               Show the version.
          -h, --help              Show help information.

        EXAMPLES:
          The committed certificates, and that none is missing:
            $ selu-proof verify --complete Proofs/certificates
          Those of claims of one's own:
            $ selu-proof verify --claims my.claims certificates
          One, with 256 bits:
            $ selu-proof verify --precision 256 Proofs/certificates/theorem1.contraction.json

        """)
  }

  @Test func helpOfExportCoq() throws {
    #expect(
      try program.result(of: "export-coq --help").output == """
        OVERVIEW: Writes the subdivisions of certificates as definitions for Coq.

        The result is a source file for 'Proofs/coq': one term of type 'tree' a part of
        a certificate. The certificates are read, not replayed; Coq's kernel checks the
        trees against its own statements and evaluates everything anew.

        USAGE: selu-proof export-coq <certificate> ... [--output <file>]

        ARGUMENTS:
          <certificate>           What 'check --certificates' wrote.

        OPTIONS:
          --output <file>         The file to write; standard output if not given.
          --version               Show the version.
          -h, --help              Show help information.

        EXAMPLES:
          One tree:
            $ selu-proof export-coq Proofs/certificates/theorem2.variance-decreases.json

        """)
  }
}
