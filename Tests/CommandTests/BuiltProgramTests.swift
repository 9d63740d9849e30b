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

  // MARK: Processes in which nothing can be proved

  static let compiler = ["cc", "gcc", "clang"].lazy.compactMap { Shell.find($0) }.first

  /// Runs the program with a library of C loaded into it before all others.
  private func run(_ words: String, preloading source: String) throws -> Shell.Result {
    try withTemporaryFolder { folder in
      let (code, library) = (folder.appendingPathComponent("x.c"), folder.appendingPathComponent("x.so").path)
      try source.write(to: code, atomically: true, encoding: .utf8)
      let arguments = ["-shared", "-fPIC", "-o", library, code.path, "-ldl", "-lm"]
      let build = try Shell.run(try #require(Self.compiler), arguments)
      try #require(build.status == 0, "\(build.errors)")
      return try Shell.run(
        "/usr/bin/env",
        ["LD_PRELOAD=\(library)", try #require(BuiltProgram.path)] + words.split(separator: " ").map(String.init))
    }
  }

  #if os(Linux)
    /// What -ffast-math, fesetround and their like do to a process, and what the program says then.
    @Test(
      .enabled(if: compiler != nil, "no compiler of C"),
      arguments: [
        ("FE_UPWARD", "rounds otherwise than to nearest"), ("FE_TOWARDZERO", "rounds otherwise than to nearest"),
        ("0", "flushes subnormal results to zero, takes subnormal operands as zero"),
      ])
    func anotherFloatingPointEnvironmentIsRefused(mode: String, departure: String) throws {
      let source = """
        #include <fenv.h>
        __attribute__((constructor)) static void change(void) {
          fesetround(\(mode));
          if (\(mode) != 0) return;
        #if defined __x86_64__
          __builtin_ia32_ldmxcsr(__builtin_ia32_stmxcsr() | 0x8040);
        #elif defined __aarch64__
          unsigned long control;
          __asm__ volatile ("mrs %0, fpcr" : "=r" (control));
          __asm__ volatile ("msr fpcr, %0" : : "r" (control | 1ul << 24));
        #endif
        }
        """
      for words in ["check theorem1.self-map", "map --mean 0 --variance 1", "constants"] {
        let result = try run(words, preloading: source)
        #expect(result.status == 70 && result.output.isEmpty)
        #expect(
          result.errors.hasPrefix("Error: In this process floating-point arithmetic \(departure), so that nothing "))
      }
      #expect(try run("--version", preloading: source).output == "\(Version.string)\n")
    }

    /// A library that changes nothing is no reason to refuse.
    @Test(.enabled(if: compiler != nil, "no compiler of C"))
    func anyOtherLibraryIsAllowed() throws {
      #expect(try run("gain --digits 3", preloading: "int unused;").status == 0)
    }

    /// Where /proc is not mounted the command line is not there: that is no wish for help, and no verdict.
    @Test(.enabled(if: compiler != nil, "no compiler of C"))
    func withoutACommandLineTheStatusIs70() throws {
      let source = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <errno.h>
        #include <stdio.h>
        #include <string.h>
        FILE *fopen(const char *path, const char *mode) {
          if (strncmp(path, "/proc/", 6) == 0) { errno = ENOENT; return NULL; }
          return ((FILE *(*)(const char *, const char *))dlsym(RTLD_NEXT, "fopen"))(path, mode);
        }
        """
      let result = try run("check", preloading: source)
      #expect(result.status == 70 && result.output.isEmpty)
      #expect(result.errors.hasPrefix("Error: The command line cannot be read."))
    }
  #endif

  @Test func noArgumentsAtAllAreAMishapAndNoneButTheNameAreHelp() throws {
    let captured = CapturedConsole()
    #expect(try RootCommand.program.run(commandLine: [], on: captured.console) == .internalError)
    #expect(captured.output.isEmpty && captured.errors.hasPrefix("Error: The command line cannot be read."))
    #expect(try RootCommand.program.run(commandLine: ["selu-proof"], on: CapturedConsole().console) == .success)
  }
}
