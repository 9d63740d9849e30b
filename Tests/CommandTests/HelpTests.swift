import Testing

@testable import selu_proof

/// Whole help texts: they are what users see, and a change of them has to be seen too.
@Suite struct HelpTests {
  @Test func helpOfTheSampleProgram() {
    #expect(
      HelpText.of(SampleProgram.program) == """
        OVERVIEW: A program for tests.

        USAGE: sample <subcommand>

        OPTIONS:
          --version               Show the version.
          -h, --help              Show help information.

        SUBCOMMANDS:
          check                   Decides claims.
          map                     Applies the map.
          verify                  Replays.
          fail                    Fails.

          See 'sample help <subcommand>' for detailed help.

        EXAMPLES:
          Decide everything:
            $ sample check

        EXIT STATUS:
          0                       All as expected.
          1                       A verdict or a certified bound is not what it has to
                                  be.
          2                       Something stayed undecided within the budget.
          64                      The command line is wrong.
          65                      An input file holds bad data.
          66                      An input file does not exist or cannot be opened.
          70                      The process cannot do its work, or the program is at
                                  fault; please report that.
          73                      An output file cannot be created.
          74                      Reading or writing failed.

        """)
  }

  @Test func helpOfASampleCommand() {
    #expect(
      HelpText.of(SampleProgram.check, in: SampleProgram.program) == """
        OVERVIEW: Decides claims.

        First paragraph of a discussion that is long enough to be broken into two lines
        of the help.

        Second paragraph.

        USAGE: sample check [<id> ...] [--format <format>] [--kind <kinds>]
                            [--threads <n>] [--output <file>]
                            [--certificates <directory>] [--skip <id> ...] [--timings]

        ARGUMENTS:
          <id>                    The claims to decide, or beginnings of their names;
                                  all of them if none is given.

        OPTIONS:
          --format <format>       The form of the report. (values: text, json, junit;
                                  default: text)
          --kind <kinds>          The kinds of claims to decide, separated by commas.
                                  (values: statement, step; default: statement,step)
          --threads <n>           Worker threads; all processors if not given.
          --output <file>         The file to write; standard output if not given.
          --certificates <directory>
                                  Where certificates are kept.
          --skip <id>             A claim to leave out.
          --timings               Report times, too.
          --version               Show the version.
          -h, --help              Show help information.

        EXAMPLES:
          Decide two theorems:
            $ sample check theorem.1 theorem.2

        """)
  }

  @Test func usageShowsWhatIsRequired() {
    let map = HelpText.of(SampleProgram.map, in: SampleProgram.program)
    #expect(map.contains("\nUSAGE: sample map --mean <m> [--iterate <n>] <source> [<destination>]\n"))
    let verify = HelpText.of(SampleProgram.verify, in: SampleProgram.program)
    #expect(verify.contains("\nUSAGE: sample verify <file> ...\n"))
  }

  @Test func helpOfCompletions() throws {
    let result = try RootCommand.program.result(of: "completions --help")
    #expect(
      result.output == """
        OVERVIEW: Prints a completion script for a shell.

        The script is complete in itself; make it anew after an update of the program.

        USAGE: selu-proof completions <shell>

        ARGUMENTS:
          <shell>                 The shell that is to complete. (values: bash, zsh,
                                  fish)

        OPTIONS:
          --version               Show the version.
          -h, --help              Show help information.

        EXAMPLES:
          In ~/.bashrc:
            $ eval "$(selu-proof completions bash)"
          In ~/.zshrc, after compinit:
            $ source <(selu-proof completions zsh)
          Once:
            $ selu-proof completions fish > ~/.config/fish/completions/selu-proof.fish

        """)
  }

  @Test func everyHelpKeepsToTheLayout() throws {
    let program = RootCommand.program
    for help in [HelpText.of(program)] + program.commands.map({ HelpText.of($0, in: program) }) {
      for line in help.split(separator: "\n") where !line.hasPrefix("    $ ") {
        #expect(line.count <= 80 && line.last?.isWhitespace == false, "\(line)")
      }
    }
    for command in program.commands {
      #expect(command.abstract.hasSuffix("."), "\(command.name)")
      #expect(command.parameters.allSatisfy { $0.declaration.help.hasSuffix(".") }, "\(command.name)")
    }
  }
}
