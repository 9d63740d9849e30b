import Foundation
import Testing

@testable import selu_proof

@Suite struct CompletionTests {
  /// Command lines, their words separated by blanks as bash separates them, and what bash has to offer at their end.
  static let offers: [(line: String, words: [String])] = [
    ("sample ", ["check", "map", "verify", "fail", "help", "--version", "-h", "--help"]),
    ("sample che", ["check"]),
    ("sample help ma", ["map"]),
    ("sample check --f", ["--format"]),
    ("sample check --format ", ["text", "json", "junit"]),
    ("sample check --format j", ["json", "junit"]),
    ("sample check --format = ju", ["junit"]),
    ("sample check --format =", ["text", "json", "junit"]),
    ("sample check --kind st", ["statement", "step"]),
    ("sample check --kind step,sta", ["step,statement"]),
    ("sample check --threads ", []),
    ("sample check --output fi", ["file one", "file-two"]),
    ("sample check --certificates f", ["folder"]),
    ("sample check ", ["theorem.1", "theorem.2", "lemma.3"]),
    ("sample check a --timings lem", ["lemma.3"]),
    ("sample check --skip l", ["lemma.3"]),
    ("sample verify fo", ["folder"]),
    ("sample verify -", ["--version", "-h", "--help"]),
  ]

  @Test(.enabled(if: Shell.find("bash") != nil, "bash is not installed"), arguments: offers)
  func bashOffers(_ line: String, _ expected: [String]) throws {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { "'\($0)'" }
    let script = """
      \(CompletionShell.bash.script(for: SampleProgram.program))
      COMP_WORDS=(\(words.joined(separator: " "))); COMP_CWORD=\(words.count - 1); _sample
      [[ ${#COMPREPLY[@]} == 0 ]] || printf '%s\\n' "${COMPREPLY[@]}"
      """
    let result = try withTemporaryFolder { folder in
      for name in ["file one", "file-two"] { try Data().write(to: folder.appendingPathComponent(name)) }
      let inner = folder.appendingPathComponent("folder")
      try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: false)
      return try Shell.run(Shell.find("bash") ?? "bash", ["--norc", "-c", script], in: folder)
    }
    #expect(Set(result.output.split(separator: "\n").map(String.init)) == Set(expected))
    #expect(result.errors.isEmpty)
  }

  @Test(.enabled(if: Shell.find("bash") != nil, "bash is not installed"))
  func bashAcceptsTheScript() throws { try expectWellFormed(.bash) }

  @Test(.enabled(if: Shell.find("zsh") != nil, "zsh is not installed"))
  func zshAcceptsTheScript() throws { try expectWellFormed(.zsh) }

  @Test(.enabled(if: Shell.find("fish") != nil, "fish is not installed"))
  func fishAcceptsTheScript() throws { try expectWellFormed(.fish) }

  private func expectWellFormed(_ shell: CompletionShell) throws {
    for program in [SampleProgram.program, RootCommand.program] {
      let result = try withTemporaryFolder { folder in
        let file = folder.appendingPathComponent("script")
        try Data(shell.script(for: program).utf8).write(to: file)
        return try Shell.run(Shell.find(shell.rawValue) ?? shell.rawValue, ["-n", file.path])
      }
      #expect(result == Shell.Result(status: 0, output: "", errors: ""))
    }
  }

  /// What fish offers, by its own `complete -C`.
  @Test(
    .enabled(if: Shell.find("fish") != nil, "fish is not installed"),
    arguments: [
      ("sample che", ["check"]), ("sample check --format j", ["json", "junit"]), ("sample help ma", ["map"]),
      ("sample check --kind step,sta", ["step,statement"]), ("sample check the", ["theorem.1", "theorem.2"]),
      ("sample check --thr", ["--threads"]),
    ])
  func fishOffers(_ line: String, _ expected: [String]) throws {
    let script = CompletionShell.fish.script(for: SampleProgram.program) + "complete -C '\(line)'"
    let result = try Shell.run(Shell.find("fish") ?? "fish", ["--no-config", "-c", script])
    let words = result.output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
    #expect(Set(words) == Set(expected))
  }

  @Test func textsAreQuoted() {
    let zsh = CompletionShell.zsh.script(for: SampleProgram.program)
    #expect(zsh.contains("'::destination: '"))
    #expect(zsh.contains("'*--skip=[A claim to leave out.]:id:(lemma.3)'"))
    let flag = Flag("odd", help: #"It's [odd]: a\b."#)
    let word = Option("word", "w", .word(of: { ["a b", "$c", "d"] }), help: "W.")
    let odd = Command("odd", abstract: "It's odd.", parameters: [flag, word]) { _, _ in .success }
    let program = Program("odd-program", version: "1", abstract: "Odd.", commands: [odd])
    #expect(CompletionShell.zsh.script(for: program).contains(#"'--odd[It'\''s \[odd\]\: a\\b.]'"#))
    #expect(CompletionShell.zsh.script(for: program).contains("'--word=[W.]:w:(d)'"))
    #expect(CompletionShell.fish.script(for: program).contains(#"-l odd -d 'It\'s [odd]: a\\b.'"#))
    #expect(CompletionShell.bash.script(for: program).contains("complete -F _odd_program odd-program\n"))
  }

  @Test(arguments: CompletionShell.allCases)
  func theCommandPrintsTheScript(_ shell: CompletionShell) throws {
    let result = try RootCommand.program.result(of: "completions \(shell.rawValue)")
    #expect(result == (.success, shell.script(for: RootCommand.program), ""))
  }
}
