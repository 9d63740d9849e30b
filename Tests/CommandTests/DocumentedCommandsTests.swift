import Foundation
import IntervalArithmetic
import MomentMap
import Testing

@testable import selu_proof

/// What README and the documents print is what the program does.
///
/// * In an indented or fenced block, a line that begins with `selu-proof` is run as it stands, with its continuation
///   lines, and has to end with status 0, or with the one that its comment names: `# status 2`.
/// * A line that begins with `$ selu-proof` is run too, and what stands below it, up to the end of the block or the next
///   `$`, is its output. A line `...` stands for any number of lines, as does a block's end after it.
/// * A line that begins with `make` names targets of the Makefile.
/// * `selu-proof ...` within a sentence is run if it has arguments and no word in capitals, which stands for something
///   that the reader has to choose.
///
/// The lines of a document are run in their order, in one folder, with the repository's `Proofs` and `docs/examples` in it. What several
/// documents print and writes no file is run once.
@Suite(.serialized) struct DocumentedCommandsTests {
  private static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// What cannot be run here, with the reason.
  private static let notRun = [
    (text: "sbatch", reason: "needs a Slurm cluster"),
    (text: "SLURM_", reason: "needs a Slurm cluster"),
    (text: "parallel selu-proof", reason: "needs GNU parallel"),
    (text: "- run:", reason: "is a workflow of GitHub"),
    (text: ".build/release/selu-proof", reason: "is a workflow of GitHub"),
    (text: "swift build", reason: "would build the program again"),
  ]

  /// A command line and what is said of it.
  struct Example: CustomTestStringConvertible {
    let line: Int
    var command: String
    var status: Int32 = 0
    /// The lines of output that the document shows, if it does.
    var output: [String]?

    var testDescription: String { command }
  }

  static let documents: [String] = {
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    return (files?.compactMap { $0 as? URL } ?? []).map { String($0.path.dropFirst(root.path.count + 1)) }
      .filter { $0.hasSuffix(".md") && $0 != "CHANGELOG.md" }.sorted()
  }()

  static func text(_ document: String) throws -> [String] {
    try String(contentsOf: root.appendingPathComponent(document), encoding: .utf8).components(separatedBy: "\n")
  }

  /// The lines of code blocks, without their indentation, nil for every other line.
  static func code(_ lines: [String]) -> [String?] {
    var isFenced = false
    var isIndented = false
    var previous = ""
    return lines.map { line in
      defer { previous = line }
      if line.hasPrefix("```") {
        isFenced.toggle()
        return nil
      }
      if isFenced { return line }
      isIndented = line.hasPrefix("    ") && (isIndented || previous.isEmpty) || isIndented && line.isEmpty
      return isIndented ? String(line.dropFirst(4)) : nil
    }
  }

  static func examples(in lines: [String]) -> [Example] {
    var examples: [Example] = []
    var isOutput = false
    var isContinued = false
    for (index, (code, line)) in zip(code(lines), lines).enumerated() {
      guard let code else {
        (isOutput, isContinued) = (false, false)
        for match in line.matches(of: /`(selu-proof [a-z-]+ [^`]+)`/) where !match.1.contains(/\b[A-Z]{2,}\b/) {
          examples.append(Example(line: index + 1, command: String(match.1)))
        }
        continue
      }
      if isContinued {
        examples[examples.count - 1].command += "\n" + code
        isContinued = code.hasSuffix("\\")
      } else if code.hasPrefix("selu-proof ") || code.hasPrefix("$ selu-proof ") {
        isOutput = code.hasPrefix("$")
        let command = String(code.drop { $0 == "$" || $0 == " " })
        examples.append(Example(line: index + 1, command: command, output: isOutput ? [] : nil))
        isContinued = command.hasSuffix("\\")
      } else if code.hasPrefix("$ ") {
        isOutput = false
      } else if isOutput {
        examples[examples.count - 1].output?.append(code)
      }
    }
    return examples.map { example in
      var example = example
      if let status = example.command.firstMatch(of: /# status (\d+)/) { example.status = Int32(status.1) ?? -1 }
      while example.output?.last?.isEmpty == true { example.output?.removeLast() }
      return example
    }
  }

  /// Whether the lines are those of a pattern, in which a line `...` stands for any number of lines.
  static func matches(_ lines: ArraySlice<String>, _ pattern: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return lines.isEmpty }
    if first == "..." {
      return (lines.startIndex...lines.endIndex).contains { matches(lines[$0...], pattern.dropFirst()) }
    }
    return lines.first == first && matches(lines.dropFirst(), pattern.dropFirst())
  }

  /// What has been run, by command line.
  private final class Results: @unchecked Sendable {
    private let lock = NSLock()
    private var results: [String: Shell.Result] = [:]

    func result(of command: String, _ run: () throws -> Shell.Result) rethrows -> Shell.Result {
      if command.contains(/\s--(output|certificates|checkpoint|baseline|update-baseline)/) { return try run() }
      let key = String(command.prefix { $0 != "#" }).split(separator: " ").joined(separator: " ")
      if let known = lock.withLock({ results[key] }) { return known }
      let result = try run()
      lock.withLock { results[key] = result }
      return result
    }
  }

  private static let results = Results()

  @Test(arguments: documents)
  func examplesDoWhatIsPrinted(document: String) throws {
    let program = try #require(BuiltProgram.path)
    let examples = Self.examples(in: try Self.text(document))
    guard !examples.isEmpty else { return }
    try withTemporaryFolder { folder in
      try FileManager.default.copyItem(
        at: Self.root.appendingPathComponent("Proofs"), to: folder.appendingPathComponent("Proofs"))
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("docs"), withIntermediateDirectories: false)
      try FileManager.default.copyItem(
        at: Self.root.appendingPathComponent("docs/examples"), to: folder.appendingPathComponent("docs/examples"))
      let path = "PATH='\(URL(fileURLWithPath: program).deletingLastPathComponent().path)':\"$PATH\""
      for example in examples where !Self.notRun.contains(where: { example.command.contains($0.text) }) {
        let result = try Self.results.result(of: example.command) {
          try Shell.run("/bin/sh", ["-c", "\(path); \(example.command)"], in: folder)
        }
        let place = "\(document):\(example.line): \(example.command)"
        #expect(result.status == example.status, "\(place)\n\(result.errors)")
        guard let output = example.output else { continue }
        var lines = result.output.components(separatedBy: "\n")
        while lines.last?.isEmpty == true { lines.removeLast() }
        #expect(Self.matches(lines[...], output[...]), "\(place)\n\(result.output)")
      }
    }
  }

  @Test func targetsOfTheMakefileExist() throws {
    let makefile = try Self.text("Makefile")
    let targets = Set(makefile.compactMap { $0.firstMatch(of: /^([a-z-]+):/).map { String($0.1) } })
    var named: Set<Substring> = []
    for document in Self.documents {
      let lines = try Self.text(document)
      for (code, line) in zip(Self.code(lines), lines) {
        if let code, let match = code.firstMatch(of: /^make ([a-z-]+)/) { named.insert(match.1) }
        guard code == nil else { continue }
        named.formUnion(line.matches(of: /`make ([a-z-]+)`/).map(\.1))
      }
    }
    #expect(named.count > 5 && named.filter { !targets.contains(String($0)) } == [])
  }

  /// The lines of README's example stand here word for word, and do what its comment says.
  @Test func exampleOfTheLibrary() throws {
    let selu = Activation.selfNormalizing(like: Interval(1))
    let point = Point(
      mu: try Interval(parsing: "[0.1]"), omega: try Interval(parsing: "[0.05]"),
      nu: try Interval(parsing: "[1.2]"), tau: Interval(1))
    let (mean, variance) = MomentMapping(selu)(point)
    let result = try BuiltProgram.run("program map --mean 0.1 --variance 1.2 --omega 0.05 --tau 1 --digits 12")
    for (name, interval) in [("mean", mean), ("variance", variance)] {
      let line = try #require(result.output.split(separator: "\n").first { $0.hasPrefix(name) })
      let printed = try Interval(parsing: "[\(line.drop { !$0.isNumber })]")
      #expect((interval - printed).magnitude < 1e-11, "\(name)")
    }
    let own = try String(contentsOfFile: #filePath, encoding: .utf8)
    let block = try Self.text("README.md").split(separator: "```swift").last?.prefix { $0 != "```" } ?? []
    #expect(block.count > 5)
    for line in block where !line.isEmpty && !line.hasPrefix("import") && !line.hasPrefix("print") {
      #expect(own.contains(line.trimmingCharacters(in: .whitespaces)), "\(line)")
    }
  }

  /// No command line escapes by being written in a way that the reader above does not see.
  @Test(arguments: documents)
  func everyCommandLineIsSeen(document: String) throws {
    let lines = try Self.text(document)
    let seen = Set(Self.examples(in: lines).map(\.line))
    let command = /\bselu-proof (check|verify|map|fixed-point|constants|dropout|gain|claims)\b/
    for (index, code) in Self.code(lines).enumerated() {
      guard let code, code.contains(command) else { continue }
      let isKnown = seen.contains(index + 1) || Self.notRun.contains { code.contains($0.text) }
      #expect(isKnown, "\(document):\(index + 1): \(code)")
    }
  }

  @Test func versionIsTheSameEverywhere() throws {
    #expect(try Self.text("CITATION.cff").contains("version: \(Version.string)"))
    #expect(try Self.text("CHANGELOG.md").contains { $0.hasPrefix("## ") && $0.contains(Version.string) })
  }

  @Test func wrongOutputIsNoticed() {
    let output = ["one", "two", "three"]
    #expect(Self.matches(output[...], ["one", "...", "three"]))
    #expect(Self.matches(output[...], ["...", "three", "..."]))
    #expect(!Self.matches(output[...], ["one", "three"]))
    #expect(!Self.matches(output[...], ["one", "two"]))
    #expect(!Self.matches(output[...], ["...", "2", "..."]))
  }

  @Test func examplesAreFound() {
    let examples = Self.examples(in: [
      "Text with `selu-proof claims lemma7` and `selu-proof check --certificates DIR`.", "",
      "    selu-proof map \\", "      --mean 0    # status 2", "    $ selu-proof gain", "    a", "    ...", "", "    b",
      "",
      "Text.", "", "```sh", "selu-proof check", "```",
    ])
    #expect(
      examples.map(\.command) == [
        "selu-proof claims lemma7", "selu-proof map \\\n  --mean 0    # status 2", "selu-proof gain",
        "selu-proof check",
      ])
    #expect(examples.map(\.status) == [0, 2, 0, 0])
    #expect(examples.map(\.output) == [nil, nil, ["a", "...", "", "b"], nil])
  }
}
