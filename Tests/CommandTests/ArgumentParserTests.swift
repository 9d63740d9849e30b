import Testing

@testable import selu_proof

@Suite struct ArgumentParserTests {
  private func parse(_ line: String, for command: Command) throws -> ParsedArguments {
    try ArgumentParser.parse(line.split(separator: " ").map(String.init), for: command)
  }

  @Test func defaultsStandForWhatIsNotGiven() throws {
    let arguments = try parse("", for: SampleProgram.check)
    #expect(try arguments[SampleProgram.format] == .text)
    #expect(try arguments[SampleProgram.kinds] == ["statement", "step"])
    #expect(try arguments[SampleProgram.threads] == nil)
    #expect(try arguments[SampleProgram.skip] == [])
    #expect(try arguments[SampleProgram.ids] == [])
    #expect(try arguments[SampleProgram.timings] == false)
    #expect(!arguments.isGiven(SampleProgram.format))
  }

  @Test(arguments: ["a --format json --threads 3 --timings b", "--threads=3 a b --timings --format=json"])
  func optionsStandAnywhereWithBlankOrEqualsSign(_ line: String) throws {
    let arguments = try parse(line, for: SampleProgram.check)
    #expect(try arguments[SampleProgram.format] == .json)
    #expect(try arguments[SampleProgram.threads] == 3)
    #expect(try arguments[SampleProgram.timings])
    #expect(try arguments[SampleProgram.ids] == ["a", "b"])
    #expect(arguments.isGiven(SampleProgram.format))
  }

  @Test func repeatedOptionsKeepTheirOrder() throws {
    let arguments = try parse("--skip b --skip=a", for: SampleProgram.check)
    #expect(try arguments[SampleProgram.skip] == ["b", "a"])
  }

  @Test(arguments: ["-0.1", "-1e-3", "-", "-x", "--unknown", "a=b"])
  func anOptionTakesTheNextTokenWhateverItLooksLike(_ value: String) throws {
    #expect(try parse("--mean \(value) in", for: SampleProgram.map)[SampleProgram.mean] == value)
    #expect(try parse("--mean=\(value) in", for: SampleProgram.map)[SampleProgram.mean] == value)
  }

  @Test func anEqualsSignMakesAnyValuePossible() throws {
    #expect(try parse("--mean=--iterate in", for: SampleProgram.map)[SampleProgram.mean] == "--iterate")
    #expect(try parse("--mean=-- in", for: SampleProgram.map)[SampleProgram.mean] == "--")
  }

  @Test func twoDashesEndTheOptions() throws {
    let arguments = try parse("--timings -- --format --help -x --", for: SampleProgram.check)
    #expect(try arguments[SampleProgram.ids] == ["--format", "--help", "-x", "--"])
    #expect(try arguments[SampleProgram.format] == .text)
  }

  @Test func aSingleDashIsAnArgument() throws {
    #expect(try parse("-", for: SampleProgram.verify)[SampleProgram.files] == ["-"])
  }

  @Test func argumentsAreFilledInOrder() throws {
    let one = try parse("--mean 0 a", for: SampleProgram.map)
    #expect(try one[SampleProgram.source] == "a")
    #expect(try one[SampleProgram.destination] == nil)
    #expect(try parse("--mean 0 a b", for: SampleProgram.map)[SampleProgram.destination] == "b")
  }

  @Test(arguments: RootCommand.program.commands + SampleProgram.program.commands)
  func everyDefaultIsAcceptable(_ command: Command) throws {
    for parameter in command.parameters where !parameter.declaration.occurrence.isRequired {
      try readDefault(parameter)
    }
  }

  private func readDefault(_ parameter: some Parameter) throws {
    _ = try parameter.value(from: [])
  }

  @Test(arguments: RootCommand.program.commands + SampleProgram.program.commands)
  func everyNameIsUsedOnce(_ command: Command) {
    let keys = command.parameters.map(\.declaration.key)
    #expect(Set(keys).count == keys.count)
    #expect(keys.allSatisfy { StandardOption($0) == nil })
  }
}
