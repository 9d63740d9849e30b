import Testing

@testable import selu_proof

/// A program that declares one parameter of every sort, for tests of the engine.
enum SampleProgram {
  enum Format: String, CaseIterable, Sendable {
    case text, json, junit
  }

  static let threads = Option(
    "threads", "n", .integer(in: 1...64), help: "Worker threads; all processors if not given.")
  static let format = Option("format", "format", .choice(Format.self), default: "text", help: "The form of the report.")
  static let kinds = Option(
    "kind", "kinds", .list(of: .word(of: { ["statement", "step"] })), default: "statement,step",
    help: "The kinds of claims to decide, separated by commas.")
  static let output = Option("output", "file", .file, help: "The file to write; standard output if not given.")
  static let folder = Option("certificates", "directory", .directory, help: "Where certificates are kept.")
  static let skip = Option<[String]>.repeated("skip", "id", .suggesting { ["lemma.3"] }, help: "A claim to leave out.")
  static let timings = Flag("timings", help: "Report times, too.")
  static let ids = Argument.variadic(
    "id", .suggesting { ["theorem.1", "theorem.2", "lemma.3"] },
    help: "The claims to decide, or beginnings of their names; all of them if none is given.")

  static let mean = Option.required("mean", "m", .text, help: "The mean that comes in.")
  static let times = Option("iterate", "n", .integer(in: 1...Int.max), default: "1", help: "Layers.")
  static let source = Argument("source", .file, help: "What to read.")
  static let destination = Argument.optional("destination", .text, help: "Where it's written [optional].")
  static let files = Argument.variadic("file", .file, required: true, help: "Files.")

  static let check = Command(
    "check", abstract: "Decides claims.",
    discussion: """
      First paragraph of a discussion that is long enough to be broken into two lines of the help.

      Second paragraph.
      """,
    parameters: [ids, format, kinds, threads, output, folder, skip, timings],
    examples: [Example("Decide two theorems:", "sample check theorem.1 theorem.2")]
  ) { arguments, context in
    context.console.print("ids: \(try arguments[ids])")
    context.console.print("format: \(try arguments[format]), given: \(arguments.isGiven(format))")
    context.console.print("kinds: \(try arguments[kinds])")
    context.console.print("threads: \(try arguments[threads].map(String.init) ?? "all")")
    context.console.print("skip: \(try arguments[skip])")
    context.console.print("timings: \(try arguments[timings])")
    return .undecided
  }

  static let map = Command(
    "map", abstract: "Applies the map.", parameters: [mean, times, source, destination]
  ) { arguments, context in
    context.console.print("mean: \(try arguments[mean]), times: \(try arguments[times])")
    context.console.print("source: \(try arguments[source]), destination: \(try arguments[destination] ?? "none")")
    return .success
  }

  static let verify = Command("verify", abstract: "Replays.", parameters: [files]) { arguments, context in
    context.console.print("verified \(try arguments[files].count)")
    return .success
  }

  /// Fails in a way that its argument names.
  static let fail = Command("fail", abstract: "Fails.", parameters: [source]) { arguments, context in
    context.console.print("a result found before")
    switch try arguments[source] {
    case "usage": throw CommandError(.usage, "The options '--omega' and '--tau' belong together.")
    case "data": throw CommandError(.dataError, "The file 'x.json' is bad.")
    case "undeclared": _ = try arguments[threads]
    case "pipe": throw BrokenPipe()
    default: throw SystemError(code: 5)
    }
    return .success
  }

  static let program = Program(
    "sample", version: "1.2.3", abstract: "A program for tests.", commands: [check, map, verify, fail],
    examples: [Example("Decide everything:", "sample check")])
}

extension Command: CustomTestStringConvertible {
  /// Short, because the log of the tests would show all declarations otherwise.
  public var testDescription: String { name }
}
