import Reporting

/// `selu-proof merge FILE ...`
enum MergeCommand {
  static let files = Argument.variadic(
    "file", .file, required: true, help: "The results of all parts, in any order.")

  static let command = command(in: .process)

  /// The command in a process with these surroundings.
  static func command(in surroundings: Surroundings) -> Command {
    Command(
      "merge",
      abstract: "Puts the parts of a grid together and decides its claim.",
      discussion: """
        The files are what 'selu-proof check --part I/N' has written, for every I from 1 to N. The report is the one \
        that a single run over the whole grid prints.

        That each part has been examined is taken on trust. A file that is damaged, of another run or version or \
        not finished is refused, as is one whose largest bound does not come out again.

        The status is that of 'check'.
        """,
      parameters: [files, SearchSettings.threads, CheckCommand.format, CheckCommand.output, BaselineFile.option],
      examples: [
        Example(
          "A half of the grid on each of two machines:",
          "selu-proof check --strategy grid --grid paper --part 1/2 --output 1.json"),
        Example("Then:", "selu-proof merge 1.json 2.json"),
      ]
    ) { arguments, context in
      try MergeJob(arguments, context.console, surroundings).run()
    }
  }
}
