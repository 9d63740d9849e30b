import Foundation
import Testing

@testable import selu_proof

/// What only a process can show: its status, and its behaviour when its output has no place to go.
@Suite(.enabled(if: BuiltProgram.path != nil, "the executable is not beside the tests"))
struct BuiltProgramTests {
  @Test func printsItsVersion() throws {
    #expect(
      try BuiltProgram.run("program --version")
        == Shell.Result(status: 0, output: "\(Version.string)\n", errors: ""))
  }

  @Test func aWrongCommandLineIsStatus64() throws {
    let result = try BuiltProgram.run("program completions tcsh")
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasSuffix("Did you mean 'bash'?\nSee 'selu-proof completions --help'.\n"))
  }

  @Test func aClosedPipeIsSilent() throws {
    let result = try BuiltProgram.run("{ sleep 0.2; program completions bash; echo $? > status; } | :; cat status")
    #expect(result.output == "141\n")
    #expect(result.errors.isEmpty)
  }

  @Test(.enabled(if: access("/dev/full", W_OK) == 0, "there is no /dev/full"))
  func aFullDiskIsOneSentence() throws {
    let result = try BuiltProgram.run("program --help > /dev/full")
    #expect(result.status == 74)
    #expect(result.errors == "Error: Cannot write to standard output: No space left on device.\n")
  }

  @Test func aClosedOutputIsOneSentence() throws {
    let result = try BuiltProgram.run("program --help >&-")
    #expect(result.status == 74)
    #expect(result.errors == "Error: Cannot write to standard output: Bad file descriptor.\n")
  }
}
