/// A subcommand as data: what it is called, what it takes, and the function that does it.
struct Command: Sendable {
  let name: String
  /// One sentence.
  let abstract: String
  /// Paragraphs, separated by an empty line.
  let discussion: String
  /// Arguments, options and flags in the order in which help shows them.
  let parameters: [any Parameter]
  let examples: [Example]
  /// Does the work. A thrown `CommandError` decides the status; `.usage` errors are followed by a pointer to the help.
  let run: @Sendable (_ arguments: ParsedArguments, _ context: Context) throws -> ExitStatus

  init(
    _ name: String, abstract: String, discussion: String = "", parameters: [any Parameter] = [],
    examples: [Example] = [],
    run: @escaping @Sendable (_ arguments: ParsedArguments, _ context: Context) throws -> ExitStatus
  ) {
    self.name = name
    self.abstract = abstract
    self.discussion = discussion
    self.parameters = parameters
    self.examples = examples
    self.run = run
  }
}

/// A command line worth copying, and what it is good for.
struct Example: Sendable {
  let purpose: String
  let line: String

  init(_ purpose: String, _ line: String) {
    self.purpose = purpose
    self.line = line
  }
}

/// What a command may use besides its arguments.
struct Context: Sendable {
  let console: Console
  /// The program that the command belongs to, for commands that describe it.
  let program: Program
}
