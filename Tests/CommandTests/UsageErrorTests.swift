import Testing

@testable import selu_proof

/// Every way to get the command line wrong, with the exact sentence.
@Suite struct UsageErrorTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let line: String
    let sentence: String
    var help = "sample check --help"

    var testDescription: String { line }
  }

  static let mistakes = [
    Mistake(
      line: "chek", sentence: "Unknown subcommand 'chek'. Did you mean 'check'?", help: "sample --help"),
    Mistake(
      line: "hcekc --help", sentence: "Unknown subcommand 'hcekc'. Did you mean 'check'?", help: "sample --help"),
    Mistake(line: "frobnicate", sentence: "Unknown subcommand 'frobnicate'.", help: "sample --help"),
    Mistake(line: "help ver", sentence: "Unknown subcommand 'ver'. Did you mean 'verify'?", help: "sample --help"),
    Mistake(
      line: "--verison", sentence: "Unknown option '--verison'. Did you mean '--version'?", help: "sample --help"),
    Mistake(line: "--quiet check", sentence: "Unknown option '--quiet'.", help: "sample --help"),
    Mistake(line: "-- check", sentence: "Unknown option '--'.", help: "sample --help"),

    Mistake(line: "check --thread 4", sentence: "Unknown option '--thread'. Did you mean '--threads'?"),
    Mistake(line: "check -threads 4", sentence: "Unknown option '-threads'. Did you mean '--threads'?"),
    Mistake(line: "check --cert x", sentence: "Unknown option '--cert'. Did you mean '--certificates'?"),
    Mistake(line: "check --Format=json", sentence: "Unknown option '--Format'. Did you mean '--format'?"),
    Mistake(line: "check --hlep", sentence: "Unknown option '--hlep'. Did you mean '--help'?"),
    Mistake(line: "check --frobnicate", sentence: "Unknown option '--frobnicate'."),
    Mistake(line: "check --=x", sentence: "Unknown option '--'."),
    Mistake(line: "check -x", sentence: "Unknown option '-x'."),

    Mistake(line: "check --threads", sentence: "Missing value for '--threads <n>'."),
    Mistake(line: "check --threads --timings", sentence: "Missing value for '--threads <n>'."),
    Mistake(line: "check --threads --format=json", sentence: "Missing value for '--threads <n>'."),
    Mistake(line: "check --threads -- 4", sentence: "Missing value for '--threads <n>'."),
    Mistake(line: "check --timings=yes", sentence: "The flag '--timings' does not take a value."),
    Mistake(line: "check --help=yes", sentence: "The flag '--help' does not take a value."),
    Mistake(
      line: "check --threads 2 --threads=3", sentence: "The option '--threads <n>' may be given only once."),

    Mistake(
      line: "check --threads 0",
      sentence: "The value '0' is invalid for '--threads <n>': expected an integer from 1 to 64."),
    Mistake(
      line: "check --threads --four",
      sentence: "The value '--four' is invalid for '--threads <n>': expected an integer from 1 to 64."),
    Mistake(
      line: "check --threads 99999999999999999999",
      sentence: "The value '99999999999999999999' is invalid for '--threads <n>': expected an integer from 1 to 64."),
    Mistake(
      line: "check --threads=",
      sentence: "The value '' is invalid for '--threads <n>': expected an integer from 1 to 64."),
    Mistake(
      line: "check --format jsn",
      sentence: "The value 'jsn' is invalid for '--format <format>': expected text, json or junit. "
        + "Did you mean 'json'?"),
    Mistake(
      line: "check --format TEXT",
      sentence: "The value 'TEXT' is invalid for '--format <format>': expected text, json or junit. "
        + "Did you mean 'text'?"),
    Mistake(
      line: "check --format yaml",
      sentence: "The value 'yaml' is invalid for '--format <format>': expected text, json or junit."),
    Mistake(
      line: "check --kind step,statment",
      sentence: "The value 'statment' is invalid for '--kind <kinds>': expected statement or step. "
        + "Did you mean 'statement'?"),
    Mistake(
      line: "check --kind step,", sentence: "The value '' is invalid for '--kind <kinds>': expected statement or step."),
    Mistake(
      line: "check --output=",
      sentence: "The value '' is invalid for '--output <file>': expected the name of a file."),

    Mistake(line: "map --mean 0", sentence: "Missing expected argument '<source>'.", help: "sample map --help"),
    Mistake(line: "map in", sentence: "Missing expected option '--mean <m>'.", help: "sample map --help"),
    Mistake(line: "map --mean 0 a b c d", sentence: "Unexpected argument 'c'.", help: "sample map --help"),
    Mistake(
      line: "map --mean 0 --iterate 0 a",
      sentence: "The value '0' is invalid for '--iterate <n>': expected an integer that is at least 1.",
      help: "sample map --help"),
    Mistake(line: "verify", sentence: "Missing expected argument '<file>'.", help: "sample verify --help"),
    Mistake(
      line: "fail usage", sentence: "The options '--omega' and '--tau' belong together.", help: "sample fail --help"),
  ]

  @Test(arguments: mistakes)
  func saysOneSentenceAndWhereTheHelpIs(_ mistake: Mistake) throws {
    let result = try SampleProgram.program.result(of: mistake.line)
    #expect(result.status == .usage)
    #expect(result.errors == "Error: \(mistake.sentence)\nSee '\(mistake.help)'.\n")
  }

  @Test func aWrongCommandLineYieldsNoResult() throws {
    #expect(try SampleProgram.program.result(of: "check --frobnicate").output.isEmpty)
  }
}
