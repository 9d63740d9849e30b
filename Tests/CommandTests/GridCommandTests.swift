import ClaimsTestSupport
import Foundation
import GridChecker
import Reporting
import SELUClaims
import SELUTheorem
import Testing

@testable import selu_proof

/// `check` on grids of the four variables: the paper's, checkpoints, parts, and `merge`.
@Suite struct GridCommandTests {
  private static let surroundings = Surroundings(environment: [:], defaultBaseline: "/nonexistent/baseline.json")
  private let program = Program(
    "selu-proof", version: Version.string, abstract: "Checks.",
    commands: [CheckCommand.command(in: surroundings), MergeCommand.command(in: surroundings)])
  /// Nine units.
  private let check = "check lemma12.contraction --strategy grid --grid 6,12,8,8"

  // MARK: Reports

  @Test func aGridIsReported() throws {
    let result = try program.result(of: check)
    #expect(result.status == .undecided && result.errors.isEmpty)
    #expect(result.output.contains("6 x 12 x 8 x 8 = 4608 cells covered, the Jacobian enclosed"))
    let json = try program.result(of: "\(check) --format json").output
    #expect(json.contains("\"covered\" : 4608,") && json.contains("\"boxes\" : 4608,"))
    let markdown = try program.result(of: "\(check) --format markdown").output
    #expect(markdown.contains("### Grids\n\n- `lemma12.contraction`: 6 x 12 x 8 x 8 = 4608 cells covered"))
  }

  @Test(arguments: ["text", "json"])
  func theNumberOfThreadsDoesNotShow(format: String) throws {
    let results = try [1, 2, 7].map { try program.result(of: "\(check) --format \(format) --threads \($0)") }
    #expect(results[1] == results[0] && results[2] == results[0])
  }

  @Test func progressIsShownOnATerminalOnly() throws {
    let terminal = CapturedConsole(capabilities: TerminalCapabilities(isTerminal: true, environment: ["TERM": "xterm"]))
    _ = try program.run(check.split(separator: " ").map(String.init), on: terminal.console)
    #expect(terminal.errors.hasPrefix("\r\u{1B}[Klemma12.contraction: "))
    #expect(terminal.errors.contains(" % of 4608 cells"))
    #expect(terminal.errors.hasSuffix("\r\u{1B}[K"))
  }

  // MARK: Usage

  static let mistakes = [
    (
      "theorem2 --strategy grid --grid paper",
      "The option '--grid paper' is for claims that bound S, and 'theorem2.variance-decreases' does not."
    ),
    (
      "--strategy grid --grid paper --kind step",
      "None of the claims is of the kind 'step'."
    ),
    ("--grid Paper", "The option '--grid' needs '--strategy grid'."),
    (
      "--strategy grid --grid PAPER --max-boxes 5",
      "The options '--grid paper' and '--max-boxes' exclude each other."
    ),
    ("lemma12.contraction --checkpoint c", "The option '--checkpoint' needs '--strategy grid'."),
    ("lemma12.contraction --part 1/2", "The option '--part' needs '--strategy grid'."),
    (
      "--strategy grid --grid 2,2,2,2 --part 1/2",
      "The option '--part' needs a single claim that bounds S, as 'lemma12.contraction'."
    ),
    (
      "theorem2.variance-decreases --strategy grid --grid 2,2,2,2 --checkpoint c",
      "The option '--checkpoint' needs a single claim that bounds S, as 'lemma12.contraction'."
    ),
    (
      "--strategy grid --grid paper --part 1/2 --format json",
      "The options '--part' and '--format' exclude each other: give that one to 'selu-proof merge'."
    ),
    (
      "--strategy grid --grid 2,2,2,1000001",
      "The grid has 1000001 cells along a side, but at most 1000000 are possible."
    ),
    (
      "--strategy grid --grid 100000,100000,100000,100000",
      "The grid has 100000000000000000000 cells, which is more than can be counted."
    ),
  ]

  @Test(arguments: mistakes)
  func aWrongCommandLineIsOneSentence(_ line: String, _ sentence: String) throws {
    let result = try program.result(of: "check \(line)")
    #expect(result == (.usage, "", "Error: \(sentence)\nSee 'selu-proof check --help'.\n"))
  }

  @Test(arguments: ["", "1", "0/1", "2/1", "1/0", "1/2/3", "a/b", "1/1000001", "-1/2", "1/99999999999999999999"])
  func aPartIsOneOfSeveral(_ text: String) throws {
    let result = try program.result(of: ["check", "--strategy", "grid", "--grid", "paper", "--part", text])
    #expect(result.status == .usage)
    #expect(
      result.errors.hasPrefix(
        "Error: The value '\(text)' is invalid for '--part <i/n>': "
          + "expected I/N with I from 1 to N, and N at most 1000000.\n"))
  }

  // MARK: Parts

  @Test(arguments: [1, 2, 4, 12])
  func partsMakeTheSameReport(count: Int) throws {
    try inFolder { folder in
      for number in 1...count {
        let result = try program.result(of: "\(check) --part \(number)/\(count) --output \(folder.path("\(number)"))")
        #expect(result == (.success, "", ""))
      }
      let files = (1...count).reversed().map { folder.path("\($0)") }.joined(separator: " ")
      for format in ["text", "json", "junit"] {
        #expect(
          try program.result(of: "merge \(files) --format \(format)")
            == program.result(of: "\(check) --format \(format)"))
      }
    }
  }

  @Test func aPartGoesToStandardOutput() throws {
    let result = try program.result(of: "\(check) --part 2/3")
    #expect(result.status == .success)
    let record = try GridRecord(parsing: result.output)
    #expect(record.isFinished && record.job.part == GridPart(2, of: 3) && record.job.grid == "6,12,8,8")
  }

  @Test func partsThatDoNotBelongTogetherAreRefused() throws {
    try inFolder { folder in
      func part(_ name: String, _ line: String) throws {
        _ = try program.result(of: "\(line) --output \(folder.path(name))")
      }
      func refusal(_ names: String...) throws -> String {
        let files = names.map { folder.path($0) }
        let result = try program.result(of: ["merge"] + files)
        #expect(result.status == .dataError && result.output.isEmpty)
        return result.errors.replacing("\(folder.path(""))", with: "")
      }
      try part("1", "\(check) --part 1/2")
      try part("2", "\(check) --part 2/2")
      try part("3", "\(check) --part 3/3")
      try part("coarse", "check lemma12.contraction --strategy grid --grid 2,2,2,2 --part 2/2")
      try part("other", "check theorem1.contraction --strategy grid --grid 6,12,8,8 --part 2/2")
      #expect(try refusal("2") == "Error: Part 1/2 is missing.\n")
      #expect(try refusal("1", "1") == "Error: The part '1' does not fit: it is part 1/2, and so is '1'.\n")
      #expect(
        try refusal("1", "3") == "Error: The part '3' does not fit: it is of 3 parts, those before it are of 2.\n")
      #expect(
        try refusal("1", "coarse") == "Error: The part 'coarse' does not fit: its grid is 2,2,2,2, not 6,12,8,8.\n")
      #expect(
        try refusal("1", "other")
          == "Error: The part 'other' does not fit: its claim is 'theorem1.contraction', not 'lemma12.contraction'.\n")
      try folder.create("damaged", folder.text("2").replacing("\"next\" : 9", with: "\"next\" : 8"))
      #expect(
        try refusal("1", "damaged").hasPrefix("Error: The part 'damaged' is damaged at checksum: expected the checksum")
      )
      let nothing = try program.result(of: "merge \(folder.path("nothing"))")
      #expect(nothing.status == .noInput)
      #expect(try program.result(of: "merge").status == .usage)
    }
  }

  // MARK: Checkpoints

  /// A record of the first rounds, as an interrupted run leaves it.
  private func unfinished(_ grid: String, rounds: Int = 1) throws -> GridRecord {
    let choice = try #require(GridChoice(grid))
    let claim = try #require(Printed.claim("lemma12.contraction"))
    let contraction = try #require(try ClaimChecker(strategy: choice.strategy).contractionGrid(for: claim))
    let work = GridWork(claim, on: contraction, choice, threads: 1, console: CapturedConsole().console)
    var record = GridRecord(work.job)
    try work.complete(&record, rounds: rounds) { _ in }
    #expect(!record.isFinished)
    return record
  }

  @Test func anInterruptedRunGoesOn() throws {
    try inFolder { folder in
      let line = "check lemma12.contraction --strategy grid --grid 12,16,4,4"
      let expected = try program.result(of: line)
      try folder.create("c", try unfinished("12,16,4,4").text())
      #expect(try program.result(of: "\(line) --checkpoint \(folder.path("c"))") == expected)
      let finished = try GridRecord(parsing: folder.text("c"))
      #expect(finished.isFinished)
      // A finished one is a result that is there already, and one part of one.
      #expect(try program.result(of: "\(line) --checkpoint \(folder.path("c"))") == expected)
      #expect(try program.result(of: "merge \(folder.path("c"))") == expected)
      // A new one is made where there is none.
      #expect(try program.result(of: "\(line) --checkpoint \(folder.path("d"))") == expected)
      #expect(try folder.text("d") == folder.text("c") && folder.names() == ["c", "d"])
    }
  }

  @Test func anUnfinishedRecordIsNoPart() throws {
    try inFolder { folder in
      try folder.create("c", try unfinished("12,16,4,4").text())
      let result = try program.result(of: "merge \(folder.path("c"))")
      #expect(result.status == .dataError)
      #expect(result.errors.hasSuffix("does not fit: it is not finished: 16 of 24 units are done.\n"))
    }
  }

  @Test func aCheckpointOfAnotherRunIsRefused() throws {
    try inFolder { folder in
      let record = try unfinished("12,16,4,4")
      func refusal(_ text: String, _ line: String) throws -> String {
        try folder.create("c", text)
        let result = try program.result(of: "\(line) --checkpoint \(folder.path("c"))")
        #expect(result.status == .dataError && result.output.isEmpty)
        #expect(try folder.text("c") == text)
        return result.errors.replacing("\(folder.path(""))", with: "")
      }
      let line = "check lemma12.contraction --strategy grid --grid 12,16,4,4"
      let start = "Error: The checkpoint 'c' is not of this run: "
      #expect(
        try refusal(record.text(), check) == "\(start)its grid is 12,16,4,4, not 6,12,8,8.\n")
      #expect(
        try refusal(record.text(), "check theorem1.contraction --strategy grid --grid 12,16,4,4")
          == "\(start)its claim is 'lemma12.contraction', not 'theorem1.contraction'.\n")
      #expect(try refusal(record.text(), "\(line) --part 1/2") == "\(start)it is of part 1/1, not of part 1/2.\n")
      #expect(try refusal("", line) == "Error: The checkpoint 'c' is damaged at line 1, column 1: expected a value.\n")
      // With a checksum that is right, what it says is still compared with what comes out here.
      for (change, reason) in [
        (changed(record, version: "0"), "it was written by selu-proof 0, not by selu-proof \(Version.string)"),
        (changed(record, parameters: "0"), "its grid of the same name has other cells"),
        (changed(record, bound: 0.5), "the bound of its cell does not come out again"),
        (changed(record, cell: [11, 15, 0, 0]), "its cell is none of those that it has examined"),
        (changed(record, cell: [0, 0, 4, 0]), "its cell is none of those that it has examined"),
      ] {
        #expect(try refusal(try change.text(), line) == "\(start)\(reason).\n")
      }
    }
  }

  /// A record with something else in it.
  private func changed(
    _ record: GridRecord, version: String? = nil, parameters: String? = nil, bound: Double? = nil, cell: [Int]? = nil
  ) -> GridRecord {
    let old = record.job
    var copy = GridRecord(
      GridRecord.Job(
        tool: Report.Tool(name: old.tool.name, version: version ?? old.tool.version), claim: old.claim, grid: old.grid,
        cells: old.cells, units: old.units, parameters: parameters ?? old.parameters, part: old.part))
    let largest = record.largest ?? GridMaximum(bound: 0, cell: [0, 0, 0, 0])
    for _ in 0..<record.next { copy.note(GridMaximum(bound: bound ?? largest.bound, cell: cell ?? largest.cell)) }
    return copy
  }

  @Test func aCheckpointThatCannotBeWrittenIsFoundOutBeforeTheWork() throws {
    let result = try program.result(of: "\(check) --checkpoint /nonexistent/c")
    #expect(
      result == (.cannotCreate, "", "Error: Cannot create '/nonexistent/c': No such file or directory.\n"))
  }

  /// A signal ends the process when the checkpoint is written. The test is a process of its own.
  @Test func aSignalLeavesACheckpoint() async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/selu-proof-\(UUID().uuidString)"
    try OutputFile.createDirectory(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    await #expect(processExitsWith: .signal(SIGTERM)) { [folder = folder as String] in
      signal(SIGTERM, SIG_DFL)
      Thread.detachNewThread {
        while access("\(folder)/c", F_OK) != 0 { usleep(10_000) }
        usleep(300_000)
        kill(getpid(), SIGTERM)
      }
      let line = "check lemma12.contraction --strategy grid --grid 40,20000,4,4 --threads 2 --checkpoint \(folder)/c"
      _ = try RootCommand.program.result(of: line)
      sleep(10)  // the signal may take its time to arrive
    }
    let record = try GridRecord(parsing: String(contentsOfFile: "\(folder)/c", encoding: .utf8))
    #expect(!record.isFinished)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["c"])
  }

  // MARK: Help

  @Test func helpOfMerge() throws {
    #expect(
      try program.result(of: "merge --help").output == """
        OVERVIEW: Puts the parts of a grid together and decides its claim.

        The files are what 'selu-proof check --part I/N' has written, for every I from 1
        to N. The report is the one that a single run over the whole grid prints.

        That each part has been examined is taken on trust. A file that is damaged, of
        another run or version or not finished is refused, as is one whose largest bound
        does not come out again.

        The status is that of 'check'.

        USAGE: selu-proof merge <file> ... [--threads <n>] [--format <format>]
                                [--output <file>] [--baseline <file>]

        ARGUMENTS:
          <file>                  The results of all parts, in any order.

        OPTIONS:
          --threads <n>           Worker threads; one a processor if not given. Results
                                  do not depend on it.
          --format <format>       The form of the report. (values: text, json, junit,
                                  markdown, github; default: text)
          --output <file>         The file to write; standard output if not given.
          --baseline <file>       Recorded verdicts and values to compare with;
                                  Proofs/baseline.json, if it exists, when not given.
          --version               Show the version.
          -h, --help              Show help information.

        EXAMPLES:
          A half of the grid on each of two machines:
            $ selu-proof check --strategy grid --grid paper --part 1/2 --output 1.json
          Then:
            $ selu-proof merge 1.json 2.json

        """)
  }
}
