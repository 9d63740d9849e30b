import Testing

@testable import selu_proof

@Suite struct ProgramTests {
  private let program = SampleProgram.program

  @Test func runsACommandAndReturnsItsStatus() throws {
    let result = try program.result(of: "check a --kind step --skip x")
    #expect(result.status == .undecided)
    #expect(
      result.output == """
        ids: ["a"]
        format: text, given: false
        kinds: ["step"]
        threads: all
        skip: ["x"]
        timings: false

        """)
    #expect(result.errors.isEmpty)
  }

  @Test(arguments: ["--version", "check --version", "check a --version --frobnicate"])
  func version(_ line: String) throws {
    #expect(try program.result(of: line) == (.success, "1.2.3\n", ""))
  }

  @Test(arguments: ["", "--help", "-h", "help", "--help check", "help --help"])
  func helpOfTheProgram(_ line: String) throws {
    #expect(try program.result(of: line) == (.success, HelpText.of(program), ""))
  }

  @Test(arguments: ["map --help", "map -h", "help map", "map --frobnicate --help", "map --mean --help", "help map x"])
  func helpOfACommand(_ line: String) throws {
    #expect(try program.result(of: line) == (.success, HelpText.of(SampleProgram.map, in: program), ""))
  }

  @Test(arguments: [
    ("data", Status.dataError, "The file 'x.json' is bad."),
    ("undeclared", .internalError, "The command 'fail' does not declare '--threads <n>'."),
    ("other", .internalError, "SystemError(code: 5)."),
  ])
  func anErrorOfACommandKeepsTheResultsFoundBefore(_ way: String, _ status: Status, _ sentence: String) throws {
    #expect(
      try program.result(of: "fail \(way)") == (status, "a result found before\n", "Error: \(sentence)\n"))
  }

  @Test func aBrokenPipeIsNoMessage() {
    let captured = CapturedConsole()
    #expect(throws: BrokenPipe.self) { try program.run(["fail", "pipe"], on: captured.console) }
    #expect(captured.errors.isEmpty)
  }

  @Test func aFullDiskIsOneSentence() throws {
    let captured = CapturedConsole()
    let full = OutputChannel(name: "standard output", isBuffered: true) { _ in throw SystemError(code: 28) }
    let status = try program.run(["--help"], on: Console(output: full, errors: captured.console.errors))
    #expect(status == .ioError)
    #expect(captured.errors == "Error: Cannot write to standard output: No space left on device.\n")
  }

  @Test func exitStatusesAreFixed() {
    #expect(Status.allCases.map(\.rawValue) == [0, 1, 2, 64, 65, 66, 70, 73, 74])
  }
}
