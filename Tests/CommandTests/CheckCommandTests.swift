import Foundation
import SELUClaims
import SELUTheorem
import Testing

@testable import selu_proof

@Suite struct CheckCommandTests {
  private let program = Program.checking()

  // MARK: Verdicts and statuses

  @Test func allAsExpectedIsStatus0() throws {
    let result = try program.result(of: "check equation6")
    #expect(result.status == .success)
    #expect(result.errors.isEmpty)
    #expect(result.output.hasSuffix("\n\n4 proved, 1 refuted (as expected), 0 undecided\nBaseline: none compared\n"))
    #expect(result.output.hasPrefix("  verdict  claim "))
    for line in ["witness      mu = 0, omega = 0, nu = 1, tau = 1", "printed      0.088834 (Eq. 6)"] {
      #expect(result.output.contains("\n             \(line)\n"))
    }
  }

  @Test func undecidedIsStatus2() throws {
    let result = try program.result(of: "check theorem1.contraction equation6 --max-boxes 1")
    #expect(result.status == .undecided)
    #expect(
      result.output.hasSuffix(
        "\n4 proved, 1 refuted (as expected), 1 undecided\nUndecided:\n  theorem1.contraction\nBaseline: none compared\n"
      ))
    #expect(result.errors.isEmpty)
  }

  @Test func theOrderIsThatOfThePaperAndEachClaimStandsOnce() throws {
    let orders = ["equation14 equation6.H11", "equation6.H11 equation14", "equation6.H11 equation14.mean equation14"]
    let outputs = try orders.map { try program.result(of: "check \($0)").output }
    #expect(outputs[1] == outputs[0] && outputs[2] == outputs[0])
  }

  @Test func kindsSelect() throws {
    let result = try program.result(of: "check equation6.H11 --kind step,statement")
    #expect(result.output.hasSuffix("\n1 proved, 0 refuted, 0 undecided\nBaseline: none compared\n"))
    let nothing = try program.result(of: "check equation6.H11 --kind step,arithmetic")
    #expect(nothing.status == .usage)
    #expect(nothing.errors.hasPrefix("Error: None of the claims is of the kind 'step' or 'arithmetic'.\n"))
  }

  @Test func aGridIsExaminedCellByCell() throws {
    let line = "check theorem2.variance-decreases --strategy grid --grid 2,1,3,2 --format json"
    let result = try program.result(of: line)
    #expect(result.status == .undecided)
    #expect(result.output.contains("\"boxes\" : 12,"))
  }

  // MARK: Usage

  static let mistakes = [
    ("theorm1", "Unknown claim 'theorm1'. Did you mean 'theorem1'?"),
    ("theorem1.contractoin", "Unknown claim 'theorem1.contractoin'. Did you mean 'theorem1.contraction'?"),
    ("theorem", "Unknown claim 'theorem'. Did you mean 'theorem1'?"),
    ("equation6 nothing-like-it", "Unknown claim 'nothing-like-it'."),
    ("theorem1. ", "Unknown claim 'theorem1.'. Did you mean 'theorem1'?"),
    ("--threads 0", "The value '0' is invalid for '--threads <n>': expected an integer from 1 to 1024."),
    ("--max-boxes 0", "The value '0' is invalid for '--max-boxes <n>': expected an integer that is at least 1."),
    (
      "--max-boxes 1e3", "The value '1e3' is invalid for '--max-boxes <n>': expected an integer that is at least 1."
    ),
    (
      "--kind steps",
      "The value 'steps' is invalid for '--kind <kinds>': expected statement, step or arithmetic. Did you mean 'step'?"
    ),
    (
      "--strategy random",
      "The value 'random' is invalid for '--strategy <strategy>': expected adaptive or grid."
    ),
    (
      "--format xml",
      "The value 'xml' is invalid for '--format <format>': expected text, json, junit, markdown or github."
    ),
    ("--strategy grid", "The option '--strategy grid' needs '--grid <cells>'."),
    ("--grid 1,1,1,1", "The option '--grid' needs '--strategy grid'."),
    (
      "--strategy grid --grid 100,100,100,100 --max-boxes 50000",
      "The grid has 100000000 cells, but '--max-boxes' allows 50000 boxes."
    ),
    (
      "--strategy grid --grid 1,\(Int.max),\(Int.max),1",
      "The grid has \(Int.max) cells along a side, but at most 1000000 are possible."
    ),
    ("--strategy grid --grid 2,2,2,2 --max-boxes 15", "The grid has 16 cells, but '--max-boxes' allows 15 boxes."),
    (
      "--update-baseline --max-boxes 5",
      "The option '--update-baseline' needs the usual search: no grid, no fewer boxes."
    ),
  ]

  @Test(arguments: mistakes)
  func aWrongCommandLineIsOneSentence(_ line: String, _ sentence: String) throws {
    let result = try program.result(of: "check \(line)")
    #expect(result.status == .usage)
    #expect(result.output.isEmpty)
    #expect(result.errors == "Error: \(sentence)\nSee 'selu-proof check --help'.\n")
  }

  @Test(arguments: ["1,1,1", "1,1,1,1,1", "1,1,1,0", "1,1,1,-1", "1,,1,1", "1,1,1,x", "", "PAPERS"])
  func aGridHasFourCounts(_ text: String) throws {
    let result = try program.result(of: ["check", "--strategy", "grid", "--grid", text])
    #expect(result.status == .usage)
    #expect(
      result.errors.hasPrefix(
        "Error: The value '\(text)' is invalid for '--grid <cells>': "
          + "expected paper, or four positive integers, separated by commas.\n"))
  }

  // MARK: Output

  @Test(arguments: ReportFormat.allCases)
  func theNumberOfThreadsDoesNotShow(_ format: ReportFormat) throws {
    let claims = "equation6 theorem1.self-map theorem1.contraction theorem2 theorem3"
    let results = try [1, 2, 7].map { threads in
      try program.result(of: "check \(claims) --max-boxes 60 --format \(format) --threads \(threads)")
    }
    #expect(!results[0].output.isEmpty)
    #expect(results[1] == results[0])
    #expect(results[2] == results[0])
  }

  @Test func timesAreReportedOnlyIfWanted() throws {
    let timed = try program.result(of: "check equation6.H11 --format json --timings").output
    #expect(timed.contains("\"times\" : {\n    \"equation6.H11\" : \"0."))
    #expect(try !program.result(of: "check equation6.H11 --format json").output.contains("times"))
  }

  @Test func theReportGoesToAFile() throws {
    try inFolder { folder in
      let expected = try program.result(of: "check equation6 --format junit").output
      let result = try program.result(of: "check equation6 --format junit --output \(folder.path("report.xml"))")
      #expect(result == (.success, "", ""))
      #expect(try folder.text("report.xml") == expected)
    }
  }

  @Test func aFileThatCannotBeWrittenIsFoundOutBeforeTheWork() throws {
    let result = try program.result(of: "check --output /nonexistent/report")
    #expect(
      result == (.cannotCreate, "", "Error: Cannot create '/nonexistent/report': No such file or directory.\n"))
  }

  @Test func colourAndProgressOnATerminalOnly() throws {
    let terminal = CapturedConsole(capabilities: TerminalCapabilities(isTerminal: true, environment: ["TERM": "xterm"]))
    _ = try program.run(["check", "equation6.H11"], on: terminal.console)
    #expect(terminal.output.contains("\u{1B}[32mproved\u{1B}[0m"))
    #expect(terminal.output.contains("\u{1B}[1mTheorem 1\u{1B}[0m"))
    #expect(terminal.errors.hasPrefix("\r\u{1B}[K0 of 1 claims decided"))
    #expect(terminal.errors.hasSuffix("\r\u{1B}[K"))
    #expect(try !program.result(of: "check equation6.H11").output.contains("\u{1B}"))

    try inFolder { folder in
      let captured = CapturedConsole(
        capabilities: TerminalCapabilities(isTerminal: true, environment: ["TERM": "xterm"]))
      _ = try program.run(["check", "equation6.H11", "--output", folder.path("a")], on: captured.console)
      #expect(try !folder.text("a").contains("\u{1B}"))
    }
  }

  @Test func theJobSummaryIsAppended() throws {
    try inFolder { folder in
      let summary = folder.path("summary.md")
      let program = Program.checking(environment: ["GITHUB_STEP_SUMMARY": summary])
      let result = try program.result(of: "check equation6 --format github")
      let line = "4 proved, 1 refuted (as expected), 0 undecided. Baseline: none compared."
      #expect(result == (.success, "::notice title=selu-proof::\(line)\n", ""))
      let once = try folder.text("summary.md")
      #expect(once == (try self.program.result(of: "check equation6 --format markdown").output))
      _ = try program.result(of: "check equation6 --format github")
      #expect(try folder.text("summary.md") == once + once)
      _ = try program.result(of: "check equation6 --format json")
      #expect(try folder.text("summary.md") == once + once)
    }
  }

  @Test func aJobSummaryThatCannotBeWrittenIsOneSentence() throws {
    let program = Program.checking(environment: ["GITHUB_STEP_SUMMARY": "/nonexistent/summary"])
    let result = try program.result(of: "check equation6 --format github")
    #expect(result.status == .cannotCreate)
    #expect(result.output.hasPrefix("::notice"))
    #expect(
      result.errors == "Error: Cannot open the job summary '/nonexistent/summary': No such file or directory.\n")
  }

  @Test(.enabled(if: BuiltProgram.path != nil, "the executable is not beside the tests"))
  func aClosedPipeIsSilent() throws {
    let result = try BuiltProgram.run("{ sleep 0.2; program check equation6; echo $? > status; } | :; cat status")
    #expect(result.output == "141\n")
    #expect(result.errors.isEmpty)
  }

  // MARK: Help

  @Test func help() throws {
    #expect(
      try program.result(of: "check --help").output == """
        OVERVIEW: Decides claims of the paper, or your own: proved, refuted or
        undecided.

        Every verdict rests on outward-rounded interval arithmetic over the whole domain
        of the claim. A refuted claim comes with a point that contradicts it; some
        claims are known to be false as printed, and are expected to be refuted.

        With a file of claims ('selu-proof check my.claims', see
        docs/claims-language.md) it decides those instead. What stands in such a file is
        expected to be proved, unless its line 'expected: refuted' says otherwise.

        The verdicts and certified values are compared with a baseline, claims of your
        own only with one that is named. With the usual search a value has to lie within
        the recorded enclosure, up to the slack that the file states; with a grid or
        fewer boxes it only has to meet it. An undecided claim is not compared.

        With '--strategy grid --grid paper' the claim is Lemma 12, decided on the grid
        that the paper prints, as boxes: a bound for every one of its cells. Such a run
        can be interrupted and resumed with '--checkpoint', and split over machines with
        '--part' and 'selu-proof merge'.

        With '--certificates' it leaves files that others can replay: 'selu-proof
        verify' with another arithmetic, and 'Proofs/arb/verify.py' with Arb.

        The format 'github' prints annotations for GitHub Actions and appends a table to
        the file that GITHUB_STEP_SUMMARY names.

        The status is 0 if all verdicts are the expected ones, 1 if one is not or the
        baseline differs, and 2 if nothing is wrong but something undecided.

        USAGE: selu-proof check [<id> ...] [--kind <kinds>] [--strategy <strategy>]
                                [--grid <cells>] [--max-boxes <n>] [--threads <n>]
                                [--checkpoint <file>] [--part <i/n>] [--format <format>]
                                [--output <file>] [--baseline <file>]
                                [--update-baseline] [--certificates <directory>]
                                [--timings]

        ARGUMENTS:
          <id>                    Ids of claims, or their beginnings up to a dot; all
                                  claims if none is given. A name that ends with
                                  '.claims' is a file with claims of your own, of which
                                  the ids are then.

        OPTIONS:
          --kind <kinds>          The kinds of claims, separated by commas. (values:
                                  statement, step, arithmetic; default:
                                  statement,step,arithmetic)
          --strategy <strategy>   How extrema are enclosed: by adaptive subdivision, or
                                  by interval evaluation on every cell of a grid.
                                  (values: adaptive, grid; default: adaptive)
          --grid <cells>          Cells along mu, omega, nu and tau, as 4,4,8,8, or
                                  'paper' for those of Lemma 12; needs '--strategy
                                  grid'. Claims that are stated in other variables are
                                  decided adaptively.
          --max-boxes <n>         The most boxes to examine for one extremum; on a grid,
                                  if given, the most cells. (default: 50000)
          --threads <n>           Worker threads; one a processor if not given. Results
                                  do not depend on it.
          --checkpoint <file>     Where a run over a grid keeps how far it has come, and
                                  from where it goes on if the file exists; for a single
                                  claim that bounds S.
          --part <i/n>            Examine only share I of N of a grid, and write what
                                  'selu-proof merge' needs to '--output'; for a single
                                  claim that bounds S.
          --format <format>       The form of the report. (values: text, json, junit,
                                  markdown, github; default: text)
          --output <file>         The file to write; standard output if not given.
          --baseline <file>       Recorded verdicts and values to compare with;
                                  Proofs/baseline.json, if it exists, when not given.
          --update-baseline       Record the verdicts and values of this run instead of
                                  comparing them.
          --certificates <directory>
                                  Write a certificate for each claim that boxes decide
                                  into this directory; made if it does not exist.
                                  'selu-proof verify' replays them.
          --timings               Report how long each claim took; without this, output
                                  is reproducible.
          --version               Show the version.
          -h, --help              Show help information.

        EXAMPLES:
          Decide everything:
            $ selu-proof check
          Decide Theorem 1 and show the numbers to a program:
            $ selu-proof check theorem1 --format json
          Decide claims of your own:
            $ selu-proof check my.claims --certificates certificates
          Lemma 12 by the paper's grid:
            $ selu-proof check --strategy grid --grid paper --timings
          In a workflow:
            $ selu-proof check --format junit --output verdicts.xml

        """)
  }
}
