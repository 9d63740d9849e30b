/// Where a command writes its result: to a file, which appears whole or not at all, or to standard output.
struct OutputOption {
  static let output = Option("output", "file", .file, help: "The file to write; standard output if not given.")

  private let path: String?

  /// Finds out before the work whether the file can be written.
  init(_ arguments: ParsedArguments) throws {
    path = try arguments[Self.output]
    if let path { try OutputFile.check(path) }
  }

  func write(_ text: String, on console: Console) throws {
    if let path {
      try OutputFile.write(text, to: path, on: console)
    } else {
      console.output.write(text)
    }
  }
}
